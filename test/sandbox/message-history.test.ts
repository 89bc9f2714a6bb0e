import { type APIMessage, GatewayIntentBits, PermissionFlagsBits, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { PIXEL, present, refusal, restOf, startBot, startDiscord, stoppedClock } from './bot.ts';

const PICTURE = { files: [{ name: 'cat.png', bytes: PIXEL }] };
const WHOLE = { grantedIntents: GatewayIntentBits.MessageContent };
const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;

/** The messages of a channel, as the bot gets them. */
function historyOf({ discord }: Awaited<ReturnType<typeof startDiscord>>, channelId: string) {
  const rest = restOf(discord);
  return {
    list: (query: Record<string, string> = {}) =>
      rest.get(Routes.channelMessages(channelId), { query: new URLSearchParams(query) }) as Promise<APIMessage[]>,
    one: (id: string) => rest.get(Routes.channelMessage(channelId, id)) as Promise<APIMessage>,
    send: (body: object) => rest.post(Routes.channelMessages(channelId), { body }) as Promise<APIMessage>,
  };
}

test('messages around one are those before and after it, newest first', async () => {
  const stage = await startDiscord(WHOLE);
  const posted: APIMessage[] = [];
  for (const content of ['1', '2', '3', '4', '5']) posted.push(await stage.ana.post(stage.channel, content));
  const { list } = historyOf(stage, stage.channel.id);
  const contents = async (query: Record<string, string>) => (await list(query)).map(({ content }) => content).join('');
  expect(await contents({ around: present(posted[2]).id, limit: '3' })).toBe('432');
  expect(await contents({ before: present(posted[2]).id, limit: '1' })).toBe('2');
  expect(await contents({ after: present(posted[2]).id })).toBe('54');
});

test('of before, after and around only one may be given, and a limit from 1 to 100', async () => {
  const stage = await startDiscord({ description: undefined });
  const { list } = historyOf(stage, stage.channel.id);
  for (const query of [{ before: '2', after: '1' }, { limit: '0' }, { limit: '101' }] as Record<string, string>[])
    expect(await refusal(list(query))).toMatchObject({ status: 400, code: 50035 });
});

test('without the permission to read history, a list is empty and a message is refused', async () => {
  const stage = await startDiscord(WHOLE);
  const channel = stage.discord.addChannel(stage.guild, 'now', { botPermissions: ViewChannel | SendMessages });
  const { id } = await stage.ana.post(channel, PICTURE);
  const { list, one } = historyOf(stage, channel.id);
  expect(await list()).toEqual([]);
  expect(await refusal(one(id))).toMatchObject({ status: 403, code: 50013 });
});

test('without the permission to see the channel, both are refused', async () => {
  const stage = await startDiscord(WHOLE);
  const channel = stage.discord.addChannel(stage.guild, 'staff', { botPermissions: ReadMessageHistory });
  const { id } = await stage.ana.post(channel, PICTURE);
  const { list, one } = historyOf(stage, channel.id);
  expect(await refusal(list())).toMatchObject({ status: 403, code: 50001 });
  expect(await refusal(one(id))).toMatchObject({ status: 403, code: 50001 });
});

test('without the intent, a list has other people’s messages blank, and the bot’s own and mentions of it whole', async () => {
  const stage = await startDiscord();
  const { discord, channel, ana } = stage;
  const { list, send } = historyOf(stage, channel.id);
  await ana.post(channel, { content: 'private', ...PICTURE });
  await ana.post(channel, { content: `${discord.botMention} look`, ...PICTURE });
  await send({ content: 'mine' });
  expect((await list()).map(({ content, attachments }) => [content, attachments.length])).toEqual([
    ['mine', 0],
    [`${discord.botMention} look`, 1],
    ['', 0],
  ]);
});

test('without the intent, of a message replied to there is only what the bot may see of that one by itself', async () => {
  const stage = await startDiscord();
  const { discord, channel, ana } = stage;
  const { one, send } = historyOf(stage, channel.id);
  const replyTo = async (answered: APIMessage) => {
    const { id } = await ana.post(channel, { content: `${discord.botMention} and?`, replyTo: answered, ping: false });
    return (await one(id)).referenced_message;
  };
  expect(await replyTo(await ana.post(channel, { content: 'private', ...PICTURE }))).toMatchObject({
    content: '',
    attachments: [],
  });
  expect(await replyTo(await ana.post(channel, { content: `${discord.botMention} hi`, ...PICTURE }))).toMatchObject({
    content: `${discord.botMention} hi`,
    attachments: [{ filename: 'cat.png' }],
  });
  const own = await send({ content: 'mine' });
  expect(await replyTo(own)).toMatchObject({ content: 'mine' });
});

test('a message replied to is as it is now: edited, or gone', async () => {
  const stage = await startDiscord(WHOLE);
  const { channel, ana } = stage;
  const { one } = historyOf(stage, channel.id);
  const first = await ana.post(channel, 'first');
  const second = await ana.post(channel, { content: 'second', replyTo: first });
  const third = await ana.post(channel, { content: 'third', replyTo: second });
  await ana.edit(second, 'second, better');
  const shown = await one(third.id);
  expect(shown.referenced_message?.content).toBe('second, better');
  // What that one replies to in turn is not told.
  expect(shown.referenced_message).not.toHaveProperty('referenced_message');
  await ana.delete(second);
  expect((await one(third.id)).referenced_message).toBeNull();
  expect(ana.messagesIn(channel).at(-1)?.referenced_message).toBeNull();
});

test('a link that the bot kept ends, and one that it fetches again is good', async () => {
  const clock = stoppedClock();
  const stage = await startDiscord({ ...WHOLE, now: clock.now });
  const { list, one } = historyOf(stage, stage.channel.id);
  const posted = await stage.ana.post(stage.channel, PICTURE);
  const urls = ({ attachments }: APIMessage) => attachments.flatMap(({ url, proxy_url }) => [url, proxy_url]);
  const statuses = async (message: APIMessage) =>
    Promise.all(urls(message).map(async (url) => (await fetch(url)).status));
  const kept = await one(posted.id);
  expect(await statuses(kept)).toEqual([200, 200]);
  clock.advance(86_400_000);
  expect(await statuses(kept)).toEqual([404, 404]);
  expect(await statuses(await one(posted.id))).toEqual([200, 200]);
  expect(await statuses(present((await list())[0]))).toEqual([200, 200]);
});

test('discord.js reads the same history', async () => {
  const { discord, channel, ana } = await startDiscord(WHOLE);
  const bot = await startBot(discord);
  await ana.post(channel, PICTURE);
  const known = bot.channels.cache.get(channel.id);
  const messages = known?.isTextBased() ? await known.messages.fetch({ limit: 10 }) : undefined;
  expect(messages?.first()?.attachments.first()?.name).toBe('cat.png');
});
