import { SHIPPED_CHECKPOINT } from '../../models/catalogue.ts';
import { bar, percent } from '../chart.ts';
import type { Chosen } from './choose-picture.ts';
import { inCodeBlock, inMarkdown } from './escape.ts';
import type { FoundPicture } from './find-picture.ts';
import { DISCORD, ROOMS, type Room } from './limits.ts';
import { inWords } from './told-error.ts';
import type { Words } from './words/en.ts';

/** The longest text that stays within Discord's limit, of those that `build` makes from roomy to narrow. */
export function fitting(build: (room: Room) => readonly string[]): string {
  const texts = ROOMS.map((room) => () => build(room).join('\n'));
  for (const text of texts.slice(0, -1)) {
    const built = text();
    if (built.length <= DISCORD.content) return built;
  }
  return texts.at(-1)?.() ?? '';
}

/** A question as one quoted line, so that readers know what was asked. */
export function quotedQuestion(question: string, { question: most }: Room): string {
  return `> ${inMarkdown(question, most)}`;
}

/** Somebody else's words in bold. */
export function bold(text: string, most: number): string {
  const escaped = inMarkdown(text, most);
  return escaped === '' ? '' : `**${escaped}**`;
}

/** Texts with their shares, best first, as bars in a code block; nothing where there is none. */
export function chart(
  rows: readonly { readonly text: string; readonly share: number }[],
  { bar: most }: Pick<Room, 'bar'>,
): readonly string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(
    ({ text, share }) => `${bar(share)} ${percent(share).padStart(5)}  ${inCodeBlock(text, most)}`,
  );
  return ['```', ...lines, '```'];
}

/** The lines hidden behind a spoiler where the picture is. */
export function behindSpoiler(lines: readonly string[], { spoiler }: Pick<FoundPicture, 'spoiler'>): string {
  const text = lines.join('\n');
  if (!spoiler || text === '') return text;
  // Discord ends a spoiler at the first two bars, escaped or not.
  return text.endsWith('|') ? `||${text} ||` : `||${text}||`;
}

/** What one picture of several is called: `Picture 2 (cat.png)`. */
export function pictureName(
  { name }: Pick<FoundPicture, 'name'>,
  number: number,
  words: Words,
  room: Pick<Room, 'name'>,
): string {
  const shown = inMarkdown(withoutMark(name), room.name);
  return shown === '' ? words.answer.pictureNumber(number) : `${words.answer.pictureNumber(number)} (${shown})`;
}

/** A file's name without what Discord's client puts before that of a spoilered one. */
export const withoutMark = (name: string): string => name.replace(/^SPOILER_/, '');

/**
 * The end of a reply: what is wrong with the pictures that could not be looked at, and in the small last line which model
 * answered, how long it took in milliseconds, and which pictures it looked at.
 */
export function footer(
  model: string,
  milliseconds: number | undefined,
  { pictures, of, link, newest, unread = [] }: Chosen,
  words: Words,
): string {
  const parts = [
    model === SHIPPED_CHECKPOINT ? words.footer.smallModel(model) : inMarkdown(model, 100),
    milliseconds === undefined ? [] : `${milliseconds} ms`,
    of > pictures.length ? some(pictures, of, words) : [],
    link ? `[${newest ? words.footer.newestPicture : words.footer.thePicture}](${link})` : [],
  ].flat();
  const notes = unread.map(
    ({ picture, why }) => `${pictureName(picture, picture.index + 1, words, UNREAD)}: ${inWords(why, words)}`,
  );
  return [...notes, `-# ${parts.join(' · ')}`].join('\n');
}

/** Room for the name of a picture that could not be looked at. */
const UNREAD = { name: 30 };

function some(pictures: readonly FoundPicture[], of: number, { footer }: Words): string {
  const [only] = pictures;
  return only && pictures.length === 1
    ? footer.onePicture(only.index + 1, of)
    : footer.firstPictures(pictures.length, of);
}
