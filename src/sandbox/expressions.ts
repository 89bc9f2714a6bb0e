import type { APIEmoji, APISticker } from 'discord.js';
import { isAnimatedPng, pictureType } from './picture-type.ts';

/** A server's own emoji. */
export interface Emoji {
  readonly id: string;
  readonly name: string;
  readonly animated: boolean;
  readonly guildId: string;
  /** How it stands in a message's text, e.g. `<a:wave:123>`. */
  readonly mention: string;
}

/** Discord's numbers for the kinds of file that a sticker can be ("Sticker Format Types"). */
export const STICKER_FORMAT = { png: 1, apng: 2, lottie: 3, gif: 4 } as const;
/** One of those numbers. */
export type StickerFormat = (typeof STICKER_FORMAT)[keyof typeof STICKER_FORMAT];

/** A sticker: a server's own, or one that everybody has. */
export interface Sticker {
  readonly id: string;
  readonly name: string;
  readonly format: StickerFormat;
  readonly description: string | null;
  /** What its author calls it by: for a server's own sticker the name of an emoji. */
  readonly tags: string;
  /** Undefined for a standard sticker. */
  readonly guildId: string | undefined;
}

/** The pack that the standard stickers are in; nothing here looks into packs. */
const STANDARD_PACK_ID = '847199849233514549';

/** Which kind of sticker a file makes. Throws a TypeError for what Discord takes no stickers from. */
export function stickerFormat(file: Uint8Array): StickerFormat {
  const type = pictureType(file);
  if (type === 'image/gif') return STICKER_FORMAT.gif;
  if (type === 'image/png') return isAnimatedPng(file) ? STICKER_FORMAT.apng : STICKER_FORMAT.png;
  if (file[0] === '{'.charCodeAt(0)) return STICKER_FORMAT.lottie;
  throw new TypeError('a sticker is a PNG, APNG, GIF or Lottie file');
}

/** An emoji as Discord's API describes it. */
export function emojiObject({ id, name, animated }: Emoji): APIEmoji {
  return { id, name, roles: [], require_colons: true, managed: false, animated, available: true };
}

/** A sticker as Discord's API describes it. */
export function stickerObject({ id, name, format, description, tags, guildId }: Sticker): APISticker {
  const common = { id, name, description, tags, format_type: format };
  return guildId === undefined
    ? { ...common, type: 1, pack_id: STANDARD_PACK_ID, sort_value: 0 }
    : { ...common, type: 2, available: true, guild_id: guildId };
}
