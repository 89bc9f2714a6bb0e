import type { Caption } from '../answer.ts';
import { UNFAMILIAR, UNFAMILIAR_REMEDY } from '../unfamiliar.ts';
import type { ReplyPayload } from './command.ts';
import { inMarkdown } from './escape.ts';
import { GLIMPSE } from './limits.ts';
import { behindSpoiler, footer, type PictureNote } from './reply-parts.ts';

/** A caption as a reply: the sentence, and the model that wrote it. Of an unfamiliar picture it says that instead. */
export function renderCaption({ caption, familiar, model, milliseconds }: Caption, picture: PictureNote): ReplyPayload {
  const lines = familiar ? [inMarkdown(caption, GLIMPSE.shownCaption)] : [UNFAMILIAR, UNFAMILIAR_REMEDY];
  return { content: [behindSpoiler(lines, picture), footer(model, milliseconds, picture)].join('\n') };
}
