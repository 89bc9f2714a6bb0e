import type { Answer } from '../answer.ts';
import { percent } from '../chart.ts';
import { UNFAMILIAR, UNFAMILIAR_REMEDY } from '../unfamiliar.ts';
import type { ReplyPayload } from './command.ts';
import { inMarkdown } from './escape.ts';
import { GLIMPSE } from './limits.ts';
import { behindSpoiler, chart, footer, type PictureNote, quotedQuestion } from './reply-parts.ts';

/**
 * An answer as a reply: the answer and how sure it is, the caption, what was weighed, the model.
 * Words first, so that a screen reader says the answer before the bars. The question is quoted where the reply does
 * not stand below it. About an unfamiliar picture it says that in their place, and no guess.
 */
export function renderAnswer(answer: Answer, picture: PictureNote, question: 'quoted' | 'above'): ReplyPayload {
  const content = [
    ...(question === 'quoted' ? [quotedQuestion(answer.question)] : []),
    behindSpoiler(answer.familiar ? result(answer) : [UNFAMILIAR, UNFAMILIAR_REMEDY], picture),
    footer(answer.model, answer.milliseconds, picture),
  ].join('\n');
  return { content };
}

function result(answer: Answer): readonly string[] {
  const rows = answer.candidates
    .slice(0, GLIMPSE.candidatesCount)
    .map(({ answer: text, score }) => ({ text, share: score }));
  return [verdict(answer), inMarkdown(answer.caption, GLIMPSE.shownCaption), chart(rows)];
}

function verdict({ answer, confidence, sure, candidates }: Answer): string {
  if (sure) return `${bold(answer)} · ${percent(confidence)}`;
  const guesses = candidates
    .slice(0, GLIMPSE.guessesCount)
    .map(({ answer: text, score }) => `${bold(text)} (${percent(score)})`);
  return `I can't tell. My best guesses: ${guesses.join(', ')}`;
}

const bold = (text: string) => `**${inMarkdown(text, GLIMPSE.shownAnswer)}**`;
