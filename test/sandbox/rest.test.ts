import { Client, Routes } from 'discord.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureSize } from '../../src/sandbox/picture-size.ts';
import { INTENTS, PIXEL, refusal, restOf, startDiscord, stoppedClock } from './bot.ts';

test('only this machine can reach it', async () => {
  const { discord } = await startDiscord();
  expect(new URL(discord.apiUrl).hostname).toBe('127.0.0.1');
  expect(new URL(discord.cdnOrigin).hostname).toBe('127.0.0.1');
});

test('a wrong token is refused with 401', async () => {
  const { discord } = await startDiscord();
  expect(await refusal(restOf(discord, 'wrong').get(Routes.user()))).toMatchObject({ status: 401, code: 0 });
  expect(await refusal(restOf(discord).get(Routes.user(), { auth: false }))).toMatchObject({ status: 401 });
  expect(discord.requests.map(({ authorization }) => authorization)).toEqual(['wrong', 'none']);
});

test.each([
  ['an unknown channel', Routes.channel('1'), 10003],
  ['messages of an unknown channel', Routes.channelMessages('1'), 10003],
  ['an unknown user', Routes.user('1'), 10013],
  ['a member of an unknown server', Routes.guildMember('1', '1'), 10004],
  ['a route that is not there', '/nonsense', 0],
] as const)('%s is refused with 404', async (_what, route, code) => {
  const { discord } = await startDiscord();
  expect(await refusal(restOf(discord).get(route))).toMatchObject({ status: 404, code });
});

test('an unknown message is refused with 10008, and somebody else’s is not edited (50005) or deleted (50013)', async () => {
  const { discord, channel, ana } = await startDiscord();
  const rest = restOf(discord);
  const { id } = await ana.post(channel, 'mine');
  expect(await refusal(rest.get(Routes.channelMessage(channel.id, '1')))).toMatchObject({ status: 404, code: 10008 });
  const edit = rest.patch(Routes.channelMessage(channel.id, id), { body: { content: 'x' } });
  expect(await refusal(edit)).toMatchObject({ status: 403, code: 50005 });
  expect(await refusal(rest.delete(Routes.channelMessage(channel.id, id)))).toMatchObject({ status: 403, code: 50013 });
});

test('another version of the API is refused', async () => {
  const { discord } = await startDiscord();
  const old = restOf(discord);
  old.options.version = '6';
  expect(await refusal(old.get(Routes.user()))).toMatchObject({ status: 400, code: 50041 });
});

test('a client that does not say what it is, is turned away', async () => {
  const { discord } = await startDiscord();
  const headers = { authorization: `Bot ${discord.token}` };
  expect((await fetch(`${discord.apiUrl}/v10/users/@me`, { headers })).status).toBe(403);
});

test('a body that is not JSON, or of another type, is refused', async () => {
  const { discord, channel } = await startDiscord();
  const post = async (contentType: string, body: string) => {
    const response = await fetch(`${discord.apiUrl}/v10${Routes.channelMessages(channel.id)}`, {
      method: 'POST',
      headers: {
        authorization: `Bot ${discord.token}`,
        'user-agent': 'DiscordBot (https://example.com, 1)',
        'content-type': contentType,
      },
      body,
    });
    return ((await response.json()) as { code: number }).code;
  };
  expect(await post('application/json', '{')).toBe(50109);
  expect(await post('text/plain', 'hi')).toBe(50035);
  expect(await post('multipart/form-data; boundary=x', 'hi')).toBe(50109);
});

test('a rate limit is waited for by discord.js, and the request then goes through', async () => {
  const { discord, channel, ana } = await startDiscord();
  discord.rest.rateLimitNext('/channels/{channel_id}/messages', 0.01);
  await restOf(discord).post(Routes.channelMessages(channel.id), { body: { content: 'at last' } });
  expect(discord.requests.map(({ status }) => status)).toEqual([429, 200]);
  expect(ana.messagesIn(channel)).toHaveLength(1);
});

test('a failure of Discord’s own can be ordered', async () => {
  const { discord, channel } = await startDiscord();
  discord.rest.failNext('/channels/{channel_id}', 403, 50001, 'Missing Access');
  const rest = restOf(discord);
  expect(await refusal(rest.get(Routes.channel(channel.id)))).toMatchObject({ status: 403, code: 50001 });
  expect(await rest.get(Routes.channel(channel.id))).toMatchObject({ id: channel.id });
});

test('a file over 10 MiB and a request over 25 MiB are refused with 40005', async () => {
  const { discord, channel } = await startDiscord();
  const rest = restOf(discord);
  const send = (...sizes: number[]) =>
    rest.post(Routes.channelMessages(channel.id), {
      body: {},
      files: sizes.map((size, index) => ({ name: `${index}.bin`, data: Buffer.alloc(size) })),
    });
  const mebibyte = 1024 * 1024;
  expect(await refusal(send(10 * mebibyte + 1))).toMatchObject({ status: 413, code: 40005 });
  expect(await refusal(send(9 * mebibyte, 9 * mebibyte, 9 * mebibyte))).toMatchObject({ status: 413, code: 40005 });
  expect(await send(10 * mebibyte)).toMatchObject({ attachments: [{ size: 10 * mebibyte }] });
});

test('the bot finds its application, its servers, people, and direct messages with them', async () => {
  const { discord, guild, ana } = await startDiscord();
  const rest = restOf(discord);
  expect(await rest.get(Routes.currentApplication())).toMatchObject({ id: discord.applicationId });
  expect(await rest.get(Routes.oauth2CurrentApplication())).toMatchObject({ id: discord.applicationId });
  expect(await rest.get(Routes.user())).toMatchObject({ id: discord.applicationId, bot: true });
  expect(await rest.get(Routes.userGuilds())).toMatchObject([{ id: guild.id }]);
  expect(await rest.get(Routes.guildMember(guild.id, ana.user.id))).toMatchObject({ user: { username: 'ana' } });
  const body = { recipient_id: ana.user.id };
  expect(await rest.post(Routes.userChannels(), { body })).toMatchObject({ id: ana.directMessages.id, type: 1 });
  expect(discord.problems).toEqual([]);
});

test('typing is acknowledged', async () => {
  const { discord, channel } = await startDiscord();
  await restOf(discord).post(Routes.channelTyping(channel.id));
  expect(discord.requests[0]).toMatchObject({ route: '/channels/{channel_id}/typing', status: 204 });
});

test('a link to a picture ends after a day, and is fresh again in the next payload', async () => {
  const clock = stoppedClock();
  const { channel, ana } = await startDiscord({ now: clock.now });
  const posted = await ana.post(channel, { files: [{ name: 'cat.png', bytes: PIXEL }] });
  const link = posted.attachments[0]?.url ?? '';
  const status = async (url: string) => (await fetch(url)).status;
  expect(Number.parseInt(new URL(link).searchParams.get('ex') ?? '', 16) * 1000).toBe(clock.now() + 86_400_000);
  expect(await status(link)).toBe(200);
  expect(await status(link.replace('hm=', 'hm=0'))).toBe(404);
  expect(await status(link.replace('cat.png', 'dog.png'))).toBe(404);
  clock.advance(86_400_000);
  expect(await status(link)).toBe(404);
  expect(await status(ana.messagesIn(channel)[0]?.attachments[0]?.url ?? '')).toBe(200);
});

test('after it has stopped, nothing answers', async () => {
  const { discord } = await startDiscord();
  await discord.stop();
  await expect(fetch(discord.apiUrl)).rejects.toThrow('fetch failed');
  await expect(
    new Client({ intents: INTENTS, rest: { api: discord.apiUrl, retries: 0 } }).login('x.y.z'),
  ).rejects.toThrow();
});

const blank = () => sharp({ create: { width: 3, height: 2, channels: 4, background: '#ff000080' } });
test.each([
  ['PNG', () => blank().png()],
  ['JPEG', () => blank().jpeg()],
  ['progressive JPEG', () => blank().jpeg({ progressive: true })],
  ['GIF', () => blank().gif()],
  ['WebP', () => blank().flatten().webp()],
  ['lossless WebP', () => blank().webp({ lossless: true })],
  ['transparent WebP', () => blank().webp()],
])('the size of a %s is read out of its header', async (_what, draw) => {
  expect(pictureSize(await draw().toBuffer())).toEqual({ width: 3, height: 2 });
});

test('what is no picture has no size', () => {
  expect(pictureSize(Buffer.from('not a picture at all, but long enough'))).toBeUndefined();
  expect(pictureSize(new Uint8Array())).toBeUndefined();
});
