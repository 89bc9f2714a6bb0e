import type { Answer } from '../answer.ts';
import { percent } from '../chart.ts';
import { UNFAMILIAR, UNFAMILIAR_REMEDY } from '../unfamiliar.ts';
import type { ReplyPayload } from './command.ts';
import { inMarkdown } from './escape.ts';
import { GLIMPSE, HALF } from './limits.ts';
import { behindSpoiler, chart, footer, type PictureNote, quotedQuestion } from './reply-parts.ts';

/** What is said of one question, without the caption, which is the picture's. */
type AnswerToOne = NonNullable<Answer['second']>;

/**
 * An answer as a reply: the answer and how sure it is, the caption, what was weighed, the model.
 * Words first, so that a screen reader says the answer before the bars. The question is quoted where the reply does
 * not stand below it, and where there are two. About an unfamiliar picture it says that in their place, and no guess.
 */
export function renderAnswer(answer: Answer, picture: PictureNote, question: 'quoted' | 'above'): ReplyPayload {
  const { familiar, second } = answer;
  const results = second ? [answer, second] : [answer];
  const room: Room = second ? HALF : GLIMPSE;
  const quoted = (one: AnswerToOne) =>
    question === 'quoted' || second ? [quotedQuestion(one.question, room.quotedQuestion)] : [];
  const told = familiar
    ? results.flatMap((one) => [
        ...quoted(one),
        behindSpoiler(
          [verdict(one, room), ...(one === answer ? [caption(answer, room)] : []), ...weighed(one, room)],
          picture,
        ),
      ])
    : [...results.flatMap(quoted), behindSpoiler([UNFAMILIAR, UNFAMILIAR_REMEDY], picture)];
  return { content: [...told, footer(answer.model, answer.milliseconds, picture)].join('\n') };
}

/** How much is shown, so that it all stays within Discord's limit. */
type Room = Readonly<Record<keyof typeof HALF, number>>;

const caption = (answer: Answer, room: Room): string => inMarkdown(answer.caption, room.shownCaption);

/** The candidates as bars; none where nothing was weighed. */
function weighed({ candidates }: AnswerToOne, room: Room): readonly string[] {
  const shown = candidates.slice(0, room.candidatesCount);
  return shown.length === 0 ? [] : [chart(shown.map(({ answer: text, score }) => ({ text, share: score })))];
}

function verdict({ answer, confidence, sure, candidates, declined }: AnswerToOne, room: Room): string {
  if (declined !== undefined) return declined;
  const bold = (text: string) => `**${inMarkdown(text, room.shownAnswer)}**`;
  if (sure) return `${bold(answer)} · ${percent(confidence)}`;
  const guesses = candidates
    .slice(0, GLIMPSE.guessesCount)
    .map(({ answer: text, score }) => `${bold(text)} (${percent(score)})`);
  return `I can't tell. My best guesses: ${guesses.join(', ')}`;
}
