import type { Cdn, FileHost } from './cdn.ts';
import { type Emoji, STICKER_FORMAT, type Sticker, type StickerFormat, stickerFormat } from './expressions.ts';
import { LIMITS } from './limits.ts';
import { pictureType } from './picture-type.ts';
import type { Guild, World } from './world.ts';

/** Discord's rule for the names of emoji ("Emoji Formats"). */
const EMOJI_NAME = /^\w{2,32}$/;

/**
 * Where each kind of sticker lies: its ending, its type, and the hosts that have it. A GIF is not on the CDN (Discord's
 * reference, "CDN Endpoints"), and the media proxy has pictures only.
 */
const STICKER_FILES: Readonly<Record<StickerFormat, readonly [ending: string, type: string, hosts: FileHost[]]>> = {
  [STICKER_FORMAT.png]: ['png', 'image/png', ['cdn', 'media']],
  [STICKER_FORMAT.apng]: ['png', 'image/png', ['cdn', 'media']],
  [STICKER_FORMAT.lottie]: ['json', 'application/json', ['cdn']],
  [STICKER_FORMAT.gif]: ['gif', 'image/gif', ['media']],
};

/** Adds an emoji to a server; a GIF moves. Throws a TypeError for a name or a file that Discord does not take. */
export function addEmoji(
  world: World,
  cdn: Cdn,
  guild: Guild,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Emoji {
  if (!EMOJI_NAME.test(name)) throw new TypeError('an emoji has a name of 2 to 32 letters, digits and underscores');
  if (bytes.byteLength > LIMITS.emojiBytes) throw new TypeError(`an emoji has ${LIMITS.emojiBytes} bytes at most`);
  const type = pictureType(bytes);
  if (type === undefined) throw new TypeError('an emoji is a PNG, JPEG, WebP or GIF file');
  const id = world.nextId();
  const animated = type === 'image/gif';
  const emoji: Emoji = { id, name, animated, guildId: guild.id, mention: `<${animated ? 'a' : ''}:${name}:${id}>` };
  cdn.publishEmoji(id, { bytes, animated });
  guild.emojis.set(id, emoji);
  world.events.emit({ type: 'GUILD_EMOJIS_UPDATE', guild });
  return emoji;
}

/** What a new sticker is made of; which kind it is, its file says. */
export interface StickerParts {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly description?: string;
  readonly tags?: string;
}

/** Adds a sticker to a server, or where that is undefined to what everybody has. Throws a TypeError for another file. */
export function addSticker(world: World, cdn: Cdn, guild: Guild | undefined, parts: StickerParts): Sticker {
  const { name, bytes, description = null, tags = name } = parts;
  const format = stickerFormat(bytes);
  const sticker: Sticker = { id: world.nextId(), name, format, description, tags, guildId: guild?.id };
  const [ending, type, hosts] = STICKER_FILES[format];
  cdn.publish(`/stickers/${sticker.id}.${ending}`, bytes, type, hosts);
  world.stickers.set(sticker.id, sticker);
  guild?.stickers.set(sticker.id, sticker);
  if (guild) world.events.emit({ type: 'GUILD_STICKERS_UPDATE', guild });
  return sticker;
}
