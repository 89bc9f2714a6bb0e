import { once } from 'node:events';
import { ActivityType, Client } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { INTENTS, startBot, startDiscord } from './bot.ts';

type Discord = Awaited<ReturnType<typeof startDiscord>>['discord'];

const changed = (discord: Discord) =>
  new Promise((resolve) => {
    discord.gateway.presenceChanged.listen(resolve);
  });

test('a bot that is not connected says nothing of itself, and one that has nothing to say is online', async () => {
  const { discord } = await startDiscord();
  expect(discord.gateway.presence).toBeUndefined();
  await startBot(discord);
  expect(discord.gateway.presence).toMatchObject({ status: 'online', activities: [] });
});

test('what a bot says of itself when it identifies is known', async () => {
  const { discord } = await startDiscord();
  const bot = new Client({
    intents: INTENTS,
    rest: { api: discord.apiUrl },
    presence: { status: 'idle', activities: [{ type: ActivityType.Custom, name: 'Loading the model' }] },
  });
  onTestFinished(() => bot.destroy());
  const presence = changed(discord);
  await bot.login(discord.token);
  await presence;
  expect(discord.gateway.presence).toMatchObject({
    status: 'idle',
    activities: [{ type: 4, name: 'Custom Status', state: 'Loading the model' }],
  });
});

test('what it says later is known as soon as it says it', async () => {
  const { discord } = await startDiscord();
  const bot = await startBot(discord);
  const presence = changed(discord);
  bot.user?.setPresence({ status: 'dnd', activities: [{ type: ActivityType.Watching, name: 'pictures' }] });
  expect(await presence).toMatchObject({ status: 'dnd', since: null, afk: false, activities: [{ name: 'pictures' }] });
  expect(discord.gateway.presence?.status).toBe('dnd');
});

const PRESENCE = { since: null, activities: [], status: 'online', afk: false };
test.each<[string, object]>([
  ['of no known status', { ...PRESENCE, status: 'busy' }],
  ['without activities', { ...PRESENCE, activities: undefined }],
  ['without afk', { ...PRESENCE, afk: undefined }],
  ['with an activity of no name', { ...PRESENCE, activities: [{ type: 0 }] }],
  ['with an activity over 128 characters', { ...PRESENCE, activities: [{ type: 0, name: 'x'.repeat(129) }] }],
])('a presence %s closes the gateway with 4002', async (_what, presence) => {
  const { discord } = await startDiscord();
  const closedAfter = async (...payloads: object[]) => {
    const socket = new WebSocket(`${discord.cdnOrigin.replace('http', 'ws')}/gateway?v=10&encoding=json`);
    onTestFinished(() => socket.terminate());
    const closed = once(socket, 'close');
    await once(socket, 'open');
    for (const payload of payloads) socket.send(JSON.stringify(payload));
    return (await closed)[0];
  };
  const identity = { token: discord.token, intents: 4609, properties: {} };
  expect(await closedAfter({ op: 2, d: identity }, { op: 3, d: presence })).toBe(4002);
  expect(await closedAfter({ op: 2, d: { ...identity, presence } })).toBe(4002);
});
