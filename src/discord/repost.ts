import { AttachmentBuilder } from 'discord.js';
import { sniffFormat } from '../images/sniff-format.ts';
import type { Chosen } from './choose-picture.ts';
import { oneLine } from './escape.ts';
import { DISCORD } from './limits.ts';
import { withoutMark } from './reply-parts.ts';

/**
 * The pictures that came with a command as files of the reply, for nobody else sees what a command brought. Each has
 * its caption as alternative text and stays behind its spoiler. None where `largest`, in bytes, is undefined, and none
 * of those that are larger. `captionOf` is asked for those alone that are posted; where it gives '', the file's name
 * has to do.
 */
export async function repost(
  files: readonly Uint8Array[],
  { pictures, message }: Chosen,
  largest: number | undefined,
  captionOf: (file: Uint8Array, at: number) => string | Promise<string>,
): Promise<AttachmentBuilder[]> {
  if (message !== undefined || largest === undefined) return [];
  const posted: AttachmentBuilder[] = [];
  for (const [at, file] of files.entries()) {
    const picture = pictures[at];
    if (!picture || file.length > largest) continue;
    const described = oneLine(await captionOf(file, at), DISCORD.altText);
    const description = described || oneLine(withoutMark(picture.name), DISCORD.altText) || FALLBACK_NAME;
    const attachment = new AttachmentBuilder(Buffer.from(file), { name: safeName(picture.name, file), description });
    posted.push(attachment.setSpoiler(picture.spoiler));
  }
  return posted;
}

const FALLBACK_NAME = 'picture';
/** Characters of a file's name, its ending included. */
const NAME = 60;
const PICTURE_ENDING = /\.(png|jpe?g|webp|gif)$/i;

/**
 * A file name that can't leave its place: Discord replaces much, but what it is sent should be plain already. Its
 * ending is a picture's, for by the ending Discord tells what to show.
 */
function safeName(name: string, file: Uint8Array): string {
  const sniffed = sniffFormat(file);
  const ending = PICTURE_ENDING.exec(name)?.[0] ?? (sniffed.kind === 'picture' ? `.${sniffed.format}` : '');
  const stem = withoutMark(name)
    .replace(PICTURE_ENDING, '')
    .replace(/[^\w.-]+/g, '_')
    .replace(/^[^A-Za-z0-9]+/, '');
  return `${(stem || FALLBACK_NAME).slice(0, NAME - ending.length)}${ending}`;
}
