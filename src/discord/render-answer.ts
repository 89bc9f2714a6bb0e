import type { Answer, DeclinedFamily } from '../answer.ts';
import { MODEST_CAPTION } from '../captions/caption-picture.ts';
import { percent } from '../chart.ts';
import type { ServerSettings } from '../memory/settings.ts';
import type { Chosen } from './choose-picture.ts';
import { inMarkdown } from './escape.ts';
import type { FoundPicture } from './find-picture.ts';
import type { Room } from './limits.ts';
import { behindSpoiler, bold, chart, fitting, footer, pictureName, quotedQuestion } from './reply-parts.ts';
import type { Words } from './words/en.ts';

/** What is said of one question, without the caption, which is the picture's. */
type AnswerToOne = NonNullable<Answer['second']>;

/** How answers are to look, and in which language. */
export interface Manner {
  /** Quoted where the reply does not stand below the question. */
  readonly question: 'quoted' | 'above';
  readonly settings: Pick<ServerSettings, 'style' | 'threshold'>;
  readonly words: Words;
}

/**
 * The answers about one to four pictures as a reply: the answer and how sure it is, the caption, what was weighed, the
 * model. Words first, so that a screen reader says the answer before the bars. Each of several pictures is named, and
 * has no bars. About an unfamiliar picture it says that in their place, and no guess.
 */
export function renderAnswer(answers: readonly Answer[], chosen: Chosen, manner: Manner): string {
  const [first] = answers;
  if (!first) return '';
  const asked = (room: Room, { question }: AnswerToOne) =>
    manner.question === 'quoted' || first.second ? [quotedQuestion(question, room)] : [];
  const milliseconds = answers.reduce((sum, answer) => sum + answer.milliseconds, 0);
  return fitting((room) => [
    ...(answers.length > 1
      ? several(answers, chosen.pictures, asked, room, manner)
      : one(first, chosen.pictures[0], asked, room, manner)),
    footer(first.model, milliseconds, chosen, manner.words),
  ]);
}

type Asked = (room: Room, answer: AnswerToOne) => readonly string[];

function one(answer: Answer, picture: FoundPicture | undefined, asked: Asked, room: Room, manner: Manner): string[] {
  const hidden = { spoiler: picture?.spoiler ?? false };
  const { words, settings } = manner;
  const results = resultsOf(answer);
  if (!answer.familiar) {
    const refused = results.flatMap((result) => declined(result, words));
    const told = [...refused, ...(refused.length < results.length ? notFamiliar(words) : [])];
    return [...results.flatMap((result) => asked(room, result)), behindSpoiler(told, hidden)];
  }
  return results.flatMap((result) => {
    const told = [
      verdict(result, room, manner),
      ...(result === answer ? caption(answer, room) : []),
      ...(settings.style === 'bars' ? weighed(result, room) : []),
    ];
    return [...asked(room, result), behindSpoiler(told, hidden)];
  });
}

function several(
  answers: readonly Answer[],
  pictures: readonly FoundPicture[],
  asked: Asked,
  room: Room,
  manner: Manner,
): string[] {
  const { words } = manner;
  const told = answers.flatMap((answer, at) => {
    const picture = pictures[at];
    if (!picture) return [];
    const verdicts = resultsOf(answer)
      .filter((result) => result.declined === undefined)
      .map((result) => verdict(result, room, manner));
    const lines = answer.familiar ? [...verdicts, ...caption(answer, room)] : [words.answer.unfamiliar];
    return lines.length === 0
      ? []
      : [`${pictureName(picture, picture.index + 1, words, room)}: ${behindSpoiler(lines, picture)}`];
  });
  // What is declined is so whatever the picture shows.
  const questions = answers.slice(0, 1).flatMap(resultsOf);
  return [...questions.flatMap((question) => [...asked(room, question), ...declined(question, words)]), ...told];
}

/** The answer to the question, and to the second one in the same message. */
const resultsOf = (answer: Answer): readonly AnswerToOne[] => (answer.second ? [answer, answer.second] : [answer]);

const declined = (result: AnswerToOne, { answer }: Words): readonly string[] =>
  result.declined === undefined ? [] : [answer.declined(result.family as DeclinedFamily)];

const notFamiliar = ({ answer }: Words): readonly string[] => [answer.unfamiliar, answer.unfamiliarRemedy];

/** The caption; none where it says no more than that there is none. */
const caption = ({ caption: sentence }: Answer, room: Room): readonly string[] =>
  room.caption === 0 || sentence === MODEST_CAPTION ? [] : [inMarkdown(sentence, room.caption)];

/** The candidates as bars; none where nothing was weighed. */
const weighed = ({ candidates }: AnswerToOne, room: Room): readonly string[] =>
  chart(
    candidates.slice(0, room.candidatesCount).map(({ answer: text, score }) => ({ text, share: score })),
    room,
  );

function verdict(result: AnswerToOne, room: Room, { words, settings }: Manner): string {
  const { answer, confidence, candidates } = result;
  const [refused] = declined(result, words);
  if (refused !== undefined) return refused;
  const sure = settings.threshold === undefined ? result.sure : confidence >= settings.threshold;
  if (sure) return `${bold(answer, room.answer)} · ${percent(confidence)}`;
  const guesses = candidates
    .slice(0, room.guessesCount)
    .map(({ answer: text, score }) => `${bold(text, room.answer)} (${percent(score)})`);
  return guesses.length === 0 ? words.answer.cantTellAtAll : words.answer.cantTell(guesses.join(', '));
}
