import { SHIPPED_CHECKPOINT } from '../../models/catalogue.ts';
import { bar, percent } from '../chart.ts';
import { inCodeBlock, inMarkdown } from './escape.ts';
import { GLIMPSE } from './limits.ts';

/** What a reply says about the picture besides the result. */
export interface PictureNote {
  /** The result is hidden behind a spoiler, as the picture is. */
  readonly spoiler: boolean;
  /** Pictures that the message has; the first was looked at. */
  readonly count: number;
  /** The message with the picture, where the reply does not stand below it. */
  readonly messageUrl?: string;
}

/** A question as one quoted line, so that readers know what was asked. */
export function quotedQuestion(question: string, most: number = GLIMPSE.quotedQuestion): string {
  return `> ${inMarkdown(question, most)}`;
}

/** Texts with their shares, best first, as bars in a code block. */
export function chart(rows: readonly { readonly text: string; readonly share: number }[]): string {
  const lines = rows.map(
    ({ text, share }) => `${bar(share)} ${percent(share).padStart(5)}  ${inCodeBlock(text, GLIMPSE.shownText)}`,
  );
  return ['```', ...lines, '```'].join('\n');
}

/** The lines hidden behind a spoiler where the picture is. */
export function behindSpoiler(lines: readonly string[], { spoiler }: PictureNote): string {
  const text = lines.join('\n');
  return spoiler ? `||${text}||` : text;
}

/** The small last line: which model answered, how long it took in milliseconds, and which picture it looked at. */
export function footer(model: string, milliseconds: number | undefined, { count, messageUrl }: PictureNote): string {
  const parts = [
    model === SHIPPED_CHECKPOINT ? `${model} (small offline model: it knows drawings best)` : inMarkdown(model, 100),
    milliseconds === undefined ? [] : `${milliseconds} ms`,
    count > 1 ? `the first of ${count} pictures` : [],
    messageUrl ? `[the picture](${messageUrl})` : [],
  ].flat();
  return `-# ${parts.join(' · ')}`;
}
