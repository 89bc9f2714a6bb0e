import { expect, it } from 'vitest';
import type { Answer, Caption, Ranking } from '../../src/answer.ts';
import { showAnswer, showCaption, showRanking } from '../../src/cli/show.ts';
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
const caption: Caption = { ...unfamiliar, caption: UNFAMILIAR, candidates: [{ caption: 'A dog.', score: 1 }] };
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
