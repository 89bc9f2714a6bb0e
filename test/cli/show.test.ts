import { expect, it } from 'vitest';
import type { Answer, Caption, Ranking } from '../../src/answer.ts';
import type { MatchedFiles } from '../../src/cli/match.ts';
import { showAnswer, showCaption, showMatch, showRanking } from '../../src/cli/show.ts';
import { UNFAMILIAR, UNFAMILIAR_RANKING, UNFAMILIAR_REMEDY } from '../../src/unfamiliar.ts';

const unfamiliar = { familiar: false, model: 'glimpse-mini', milliseconds: 8 } as const;
const answer: Answer = {
  ...unfamiliar,
  question: 'what animal is this?',
  answer: 'dog',
  confidence: 0.9,
  sure: false,
  family: 'kind',
  candidates: [{ answer: 'dog', prompt: 'a dog', score: 0.9 }],
  caption: UNFAMILIAR,
};
const caption: Caption = {
  ...unfamiliar,
  caption: UNFAMILIAR,
  parts: { things: [] },
  candidates: [{ caption: 'A dog.', score: 1 }],
};
const ranking: Ranking = {
  ranking: [{ text: 'a dog', score: 1, similarity: 0.3 }],
  familiar: false,
  model: 'glimpse-mini',
};

it('says of an unfamiliar picture that it is one, and what would help, in the place of an answer or a caption', () => {
  const said = `${UNFAMILIAR}\n${UNFAMILIAR_REMEDY}\n\nglimpse-mini · 8 ms\n`;
  expect(showAnswer(answer)).toBe(said);
  expect(showCaption(caption)).toBe(said);
});

it('warns before a ranking by an unfamiliar picture', () => {
  expect(showRanking(ranking)).toBe(`${UNFAMILIAR_RANKING}\n\n██████████ 100 %  a dog\n\nglimpse-mini\n`);
});

it('shows a match by the names of the pictures, and warns where one is unfamiliar', () => {
  const matched: MatchedFiles = {
    text: 'a dog',
    ranking: [
      { image: 'b.png', score: 0.75, similarity: 0.3 },
      { image: 'a.png', score: 0.25, similarity: 0.2 },
    ],
    familiar: true,
    model: 'glimpse-mini',
    milliseconds: 8,
  };
  const shown = '████████░░  75 %  b.png\n███░░░░░░░  25 %  a.png\n\nglimpse-mini\n';
  expect(showMatch(matched)).toBe(shown);
  expect(showMatch({ ...matched, familiar: false })).toBe(
    `I only know drawings, and not all of these look like one: the ranking means little.\n\n${shown}`,
  );
});

const known: Answer = {
  ...answer,
  familiar: true,
  sure: true,
  caption: 'A dog on a beach.',
};
const declined = "I can't read words or numbers in pictures.";

it('says that it declines in the place of an answer, and then what can be seen', () => {
  const given: Answer = {
    ...known,
    answer: '',
    confidence: 0,
    sure: false,
    family: 'reads-text',
    candidates: [],
    declined,
  };
  expect(showAnswer(given)).toBe(`${declined}\nA dog on a beach.\n\nglimpse-mini · 8 ms\n`);
});

it('declines about an unfamiliar picture, too, and says that it is one', () => {
  const given: Answer = { ...answer, answer: '', family: 'reads-text', candidates: [], declined };
  expect(showAnswer(given)).toBe(`${declined}\n${UNFAMILIAR}\n\nglimpse-mini · 8 ms\n`);
});

it('shows two answers, each below its question', () => {
  const { caption: _, ...second } = known;
  const colour = {
    ...second,
    question: 'what colour is it?',
    answer: 'brown',
    sure: false,
    confidence: 0.4,
    candidates: [],
  };
  expect(showAnswer({ ...known, second: colour })).toBe(
    `what animal is this?
dog · 90 %
A dog on a beach.

█████████░  90 %  dog

what colour is it?
I can't tell. My best guess: brown · 40 %

glimpse-mini · 8 ms
`,
  );
});
