import { Events, FormattingPatterns, GatewayIntentBits, Routes } from 'discord.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { INTENTS, next, PIXEL, present, refusal, restOf, startBot, startDiscord } from './bot.ts';

/** A PNG whose second chunk says that it moves. */
const APNG = Buffer.concat([
  PIXEL.subarray(0, 33),
  Buffer.from('\0\0\0\x08acTL\0\0\0\x01\0\0\0\0\0\0\0\0'),
  PIXEL.subarray(33),
]);
const LOTTIE = Buffer.from('{"v":"5.5.7","layers":[]}');
const dot = (colour: string) => sharp({ create: { width: 8, height: 8, channels: 3, background: colour } });
const GIF = await dot('red').gif().toBuffer();
/** Two pictures, one after the other. */
const MOVING_GIF = await sharp([await dot('red').png().toBuffer(), await dot('blue').png().toBuffer()], {
  join: { animated: true },
})
  .gif()
  .toBuffer();

test.each([
  ['a PNG', PIXEL, 'cdn', 'png', 'image/png'],
  ['an APNG', APNG, 'cdn', 'png', 'image/png'],
  ['a GIF', GIF, 'media', 'gif', 'image/gif'],
  ['a Lottie animation', LOTTIE, 'cdn', 'json', 'application/json'],
])('%s is a sticker, which discord.js finds where it looks for it', async (_what, bytes, host, ending, type) => {
  const { discord, guild, channel, ana } = await startDiscord();
  const sticker = discord.addSticker(guild, { name: 'wave', bytes });
  const bot = await startBot(discord);
  const event = next(bot, Events.MessageCreate);
  await ana.post(channel, { content: discord.botMention, stickers: [sticker] });
  const seen = present((await event)[0].stickers.first());
  expect(seen).toMatchObject({ id: sticker.id, name: 'wave', format: sticker.format });
  expect(seen.url).toBe(`${discord.cdnOrigin}/${host}/stickers/${sticker.id}.${ending}`);
  const response = await fetch(seen.url);
  expect(response.headers.get('content-type')).toBe(type);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
});

test('a GIF sticker is not on the CDN, and a Lottie one is no picture of the media proxy’s', async () => {
  const { discord, guild } = await startDiscord();
  const gif = discord.addSticker(guild, { name: 'gif', bytes: GIF });
  const lottie = discord.addSticker(undefined, { name: 'wumpus', bytes: LOTTIE });
  expect((await fetch(`${discord.cdnUrl}/stickers/${gif.id}.gif`)).status).toBe(404);
  expect((await fetch(`${discord.mediaUrl}/stickers/${lottie.id}.json`)).status).toBe(404);
});

test('a message may be a sticker alone, of which there are three at most', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  const sticker = discord.addSticker(guild, { name: 'wave', bytes: PIXEL });
  const message = await ana.post(channel, { stickers: [sticker] });
  expect(message.sticker_items).toEqual([{ id: sticker.id, name: 'wave', format_type: 1 }]);
  await expect(ana.post(channel, { stickers: Array(4).fill(sticker) })).rejects.toThrow('3 stickers at most');
  expect(() => discord.addSticker(guild, { name: 'text', bytes: Buffer.from('text') })).toThrow('a sticker is a PNG');
});

test('without the intent a sticker is still there, and in a forward, too', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  const bot = await startBot(discord);
  const stickers = [discord.addSticker(guild, { name: 'wave', bytes: PIXEL })];
  const event = next(bot, Events.MessageCreate);
  const posted = await ana.post(channel, { content: 'hi', stickers });
  const [message] = await event;
  expect([message.content, message.stickers.size]).toEqual(['', 1]);
  const forwarded = next(bot, Events.MessageCreate);
  await ana.forward(posted, channel);
  expect((await forwarded)[0].messageSnapshots.first()?.stickers?.first()?.name).toBe('wave');
});

test('a sticker is looked up by its id, whoever has it', async () => {
  const { discord, guild } = await startDiscord();
  const rest = restOf(discord);
  const own = discord.addSticker(guild, { name: 'wave', bytes: PIXEL, description: 'a hand', tags: 'wave' });
  const standard = discord.addSticker(undefined, { name: 'wumpus', bytes: LOTTIE });
  expect(await rest.get(Routes.sticker(own.id))).toMatchObject({ type: 2, guild_id: guild.id, description: 'a hand' });
  expect(await rest.get(Routes.sticker(standard.id))).toMatchObject({ type: 1, format_type: 3 });
  expect(await rest.get(Routes.guildStickers(guild.id))).toMatchObject([{ id: own.id }]);
  expect(await refusal(rest.get(Routes.sticker('1')))).toMatchObject({ status: 404, code: 10060 });
  expect(await refusal(rest.get(Routes.guildSticker(guild.id, standard.id)))).toMatchObject({ code: 10060 });
  expect(discord.problems).toEqual([]);
});

test('an emoji in a text is found by its id, in the format that is asked for', async () => {
  const { discord, guild, channel, ana } = await startDiscord();
  const emoji = discord.addEmoji(guild, { name: 'blue_cat', bytes: await dot('blue').png().toBuffer() });
  const bot = await startBot(discord);
  const event = next(bot, Events.MessageCreate);
  await ana.post(channel, `${discord.botMention} ${emoji.mention} what is it?`);
  const { id, animated } = present(FormattingPatterns.Emoji.exec((await event)[0].content)?.groups);
  expect([id, animated]).toEqual([emoji.id, undefined]);
  for (const extension of ['png', 'webp', 'jpeg'] as const) {
    const response = await fetch(bot.rest.cdn.emoji(present(id), { extension }));
    expect(response.headers.get('content-type')).toBe(`image/${extension}`);
    const { format, width } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([format, width]).toEqual([extension, 8]);
  }
});

test('a moving emoji is a GIF, a WebP that moves where that is asked for, and a picture that stands still', async () => {
  const { discord, guild } = await startDiscord();
  const emoji = discord.addEmoji(guild, { name: 'dance', bytes: MOVING_GIF });
  expect(emoji.mention).toBe(`<a:dance:${emoji.id}>`);
  const pages = async (file: string) => {
    const response = await fetch(`${discord.cdnUrl}/emojis/${emoji.id}.${file}`);
    return (await sharp(Buffer.from(await response.arrayBuffer())).metadata()).pages ?? 1;
  };
  expect(await pages('gif')).toBe(2);
  expect(await pages('webp?animated=true')).toBe(2);
  expect(await pages('webp')).toBe(1);
  expect(await pages('png')).toBe(1);
});

test('the CDN makes no GIF of an emoji that stands still, knows its sizes, and nothing of other emoji', async () => {
  const { discord, guild } = await startDiscord();
  const still = discord.addEmoji(guild, { name: 'still', bytes: PIXEL });
  const status = async (file: string) => (await fetch(`${discord.cdnUrl}/emojis/${file}`)).status;
  expect(await status(`${still.id}.gif`)).toBe(415);
  expect(await status(`${still.id}.png?size=33`)).toBe(400);
  expect(await status(`${still.id}.png?size=32`)).toBe(200);
  expect(await status(`${still.id}.svg`)).toBe(404);
  expect(await status('1.png')).toBe(404);
  expect(() => discord.addEmoji(guild, { name: 'no spaces', bytes: PIXEL })).toThrow('a name of 2 to 32');
});

test('a bot knows its servers’ emoji and stickers, and hears of new ones where it asked for that', async () => {
  const { discord, guild } = await startDiscord();
  const first = discord.addEmoji(guild, { name: 'first', bytes: PIXEL });
  discord.addSticker(guild, { name: 'old', bytes: PIXEL });
  const bot = await startBot(discord, { intents: [...INTENTS, GatewayIntentBits.GuildExpressions] });
  expect(bot.emojis.cache.get(first.id)?.imageURL()).toBe(`${discord.cdnUrl}/emojis/${first.id}.webp`);
  expect(bot.guilds.cache.get(guild.id)?.stickers.cache.size).toBe(1);
  const emoji = next(bot, Events.GuildEmojiCreate);
  discord.addEmoji(guild, { name: 'second', bytes: PIXEL });
  expect((await emoji)[0].name).toBe('second');
  const sticker = next(bot, Events.GuildStickerCreate);
  discord.addSticker(guild, { name: 'new', bytes: GIF });
  expect((await sticker)[0].name).toBe('new');
  const rest = restOf(discord);
  expect(await rest.get(Routes.guildEmojis(guild.id))).toHaveLength(2);
  expect(await rest.get(Routes.guildEmoji(guild.id, first.id))).toMatchObject({ name: 'first', animated: false });
  expect(await refusal(rest.get(Routes.guildEmoji(guild.id, '1')))).toMatchObject({ code: 10014 });
  expect(discord.problems).toEqual([]);
});
