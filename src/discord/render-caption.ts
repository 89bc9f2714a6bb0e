import type { Caption } from '../answer.ts';
import type { ReplyPayload } from './command.ts';
import { inMarkdown } from './escape.ts';
import { GLIMPSE } from './limits.ts';
import { behindSpoiler, footer, type PictureNote } from './reply-parts.ts';

/** A caption as a reply: the sentence, and the model that wrote it. */
export function renderCaption({ caption, model, milliseconds }: Caption, picture: PictureNote): ReplyPayload {
  const lines = [inMarkdown(caption, GLIMPSE.shownCaption)];
  return { content: [behindSpoiler(lines, picture), footer(model, milliseconds, picture)].join('\n') };
}
