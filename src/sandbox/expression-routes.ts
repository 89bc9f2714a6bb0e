import { refusals } from './api-error.ts';
import { emojiObject, stickerObject } from './expressions.ts';
import { type ApiRequest, param, type Route } from './route.ts';
import type { Guild, World } from './world.ts';

/** The emoji and stickers that the bot may look up. */
export function expressionRoutes(world: World): Route[] {
  const guildOf = (request: ApiRequest): Guild => {
    const guild = world.guilds.get(param(request, 'guild_id'));
    if (!guild?.hasBot) throw refusals.unknownGuild();
    return guild;
  };
  const get = (path: string, body: (request: ApiRequest) => unknown): Route => ({
    method: 'GET',
    path,
    auth: 'bot',
    handle: (request) => ({ status: 200, body: body(request) }),
  });
  return [
    get('/guilds/{guild_id}/emojis', (request) => [...guildOf(request).emojis.values()].map(emojiObject)),
    get('/guilds/{guild_id}/emojis/{emoji_id}', (request) => {
      const emoji = guildOf(request).emojis.get(param(request, 'emoji_id'));
      if (!emoji) throw refusals.unknownEmoji();
      return emojiObject(emoji);
    }),
    get('/guilds/{guild_id}/stickers', (request) => [...guildOf(request).stickers.values()].map(stickerObject)),
    get('/guilds/{guild_id}/stickers/{sticker_id}', (request) => {
      const sticker = guildOf(request).stickers.get(param(request, 'sticker_id'));
      if (!sticker) throw refusals.unknownSticker();
      return stickerObject(sticker);
    }),
    get('/stickers/{sticker_id}', (request) => {
      const sticker = world.stickers.get(param(request, 'sticker_id'));
      if (!sticker) throw refusals.unknownSticker();
      return stickerObject(sticker);
    }),
  ];
}
