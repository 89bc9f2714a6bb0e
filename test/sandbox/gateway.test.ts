import { once } from 'node:events';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { INTENTS, makeBot, next, startBot, startDiscord } from './bot.ts';

type Discord = Awaited<ReturnType<typeof startDiscord>>['discord'];

/** A bare connection to the gateway, for what discord.js would never do. */
async function connect(discord: Discord, query = 'v=10&encoding=json') {
  const socket = new WebSocket(`${discord.cdnOrigin.replace('http', 'ws')}/gateway?${query}`);
  onTestFinished(() => socket.terminate());
  const closed = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'open');
  return { socket, closed, send: (payload: unknown) => socket.send(JSON.stringify(payload)) };
}

const identify = (discord: Discord, change: object = {}) => ({
  op: 2,
  d: { token: discord.token, intents: 4609, properties: {}, ...change },
});

/** Resolves when a session carries on over a new connection. */
const resumed = (discord: Discord) =>
  new Promise<void>((resolve) => {
    discord.gateway.connected.listen((connection) => connection.resumed && resolve());
  });

test('a wrong token is refused over REST, and closes the gateway with 4004', async () => {
  const { discord } = await startDiscord();
  await expect(new Client({ intents: INTENTS, rest: { api: discord.apiUrl } }).login('wrong.token')).rejects.toThrow(
    'An invalid token was provided',
  );
  const { send, closed } = await connect(discord);
  send(identify(discord, { token: 'wrong.token' }));
  expect(await closed).toBe(4004);
});

test('a privileged intent that was not granted closes the gateway with 4014', async () => {
  const { discord } = await startDiscord();
  const bot = makeBot(discord, { intents: [...INTENTS, GatewayIntentBits.MessageContent] });
  bot.on(Events.Error, () => {});
  const disconnected = next(bot, Events.ShardDisconnect);
  bot.login(discord.token).catch(() => {});
  expect((await disconnected)[0].code).toBe(4014);
});

test.each([
  ['an intent that does not exist', 4013, { intents: 1 << 30 }],
  ['a shard beyond the count', 4010, { shard: [1, 1] }],
  ['no intents at all', 4002, { intents: undefined }],
])('%s closes the gateway with %i', async (_what, code, change) => {
  const { discord } = await startDiscord();
  const { send, closed } = await connect(discord);
  send(identify(discord, change));
  expect(await closed).toBe(code);
});

test('a second IDENTIFY closes the gateway with 4005, an unknown opcode with 4001, and bad JSON with 4002', async () => {
  const { discord } = await startDiscord();
  const twice = await connect(discord);
  twice.send(identify(discord));
  twice.send(identify(discord));
  const unknown = await connect(discord);
  unknown.send({ op: 99, d: null });
  const bad = await connect(discord);
  bad.socket.send('{');
  const early = await connect(discord);
  early.send({ op: 3, d: {} });
  expect(await Promise.all([twice.closed, unknown.closed, bad.closed, early.closed])).toEqual([4005, 4001, 4002, 4003]);
});

test('another version of the gateway closes with 4012', async () => {
  const { discord } = await startDiscord();
  expect(await (await connect(discord, 'v=9&encoding=json')).closed).toBe(4012);
});

test('a client that sends no heartbeats is dropped with 4009', async () => {
  const { discord } = await startDiscord({ heartbeatIntervalMs: 20 });
  const { send, closed } = await connect(discord);
  send(identify(discord));
  expect(await closed).toBe(4009);
});

test('a client that sends its heartbeats is kept, well past the time when silence would have ended it', async () => {
  const { discord } = await startDiscord({ heartbeatIntervalMs: 500 });
  const { socket, send, closed } = await connect(discord);
  send(identify(discord));
  const beating = setInterval(() => send({ op: 1, d: null }), 50);
  onTestFinished(() => clearInterval(beating));
  const beats = new Promise<string>((resolve) => {
    socket.on('message', () => discord.gateway.heartbeats >= 20 && resolve('kept'));
  });
  expect(await Promise.race([beats, closed])).toBe('kept');
});

test('a client that sends too much is dropped with 4008', async () => {
  const { discord } = await startDiscord();
  const { send, closed } = await connect(discord);
  for (let sent = 0; sent <= 120; sent++) send({ op: 1, d: null });
  expect(await closed).toBe(4008);
});

test('heartbeats are counted, and come when they are asked for', async () => {
  const { discord } = await startDiscord();
  const bot = await startBot(discord);
  const before = discord.gateway.heartbeats;
  const acknowledged = new Promise<void>((resolve) => {
    bot.on(Events.Debug, (text) => text.includes('Heartbeat acknowledged') && resolve());
  });
  discord.gateway.requestHeartbeat();
  await acknowledged;
  expect(discord.gateway.heartbeats).toBe(before + 1);
});

test('a client whose heartbeats go unanswered gives the connection up and resumes', async () => {
  const { discord } = await startDiscord({ heartbeatIntervalMs: 30 });
  await startBot(discord);
  discord.gateway.acknowledgesHeartbeats = false;
  await resumed(discord);
  expect(discord.gateway.isConnected).toBe(true);
});

test('what happened while the connection was down is replayed after a resume', async () => {
  const { discord, channel, ana } = await startDiscord();
  const bot = await startBot(discord);
  const missed = next(bot, Events.MessageCreate);
  const back = resumed(discord);
  discord.gateway.dropConnections();
  await next(bot, Events.ShardReconnecting);
  await ana.post(channel, `${discord.botMention} are you there?`);
  expect((await missed)[0].content).toContain('are you there?');
  await back;
});

test('a client that is asked to reconnect resumes', async () => {
  const { discord, channel, ana } = await startDiscord();
  await startBot(discord, { onMessage: (message) => message.reply('still here') });
  const back = resumed(discord);
  discord.gateway.askToReconnect();
  await back;
  const question = await ana.post(channel, 'are you there?');
  expect((await ana.replyTo(question)).content).toBe('still here');
});

test('an invalid session starts anew, and hears what comes after', async () => {
  const { discord, channel, ana } = await startDiscord();
  const bot = await startBot(discord, { onMessage: (message) => message.reply('new here') });
  const ready = next(bot, Events.ShardReady);
  discord.gateway.invalidateSessions(false);
  await ready;
  const question = await ana.post(channel, 'are you there?');
  expect((await ana.replyTo(question)).content).toBe('new here');
});

test('a resume of a session that never was is answered with op 9', async () => {
  const { discord } = await startDiscord();
  const { socket, send } = await connect(discord);
  const invalid = new Promise((resolve) => {
    socket.on('message', (data) => {
      const payload = JSON.parse(String(data)) as { op: number };
      if (payload.op === 9) resolve(payload);
    });
  });
  send({ op: 6, d: { token: discord.token, session_id: 'nonsense', seq: 1 } });
  expect(await invalid).toEqual({ op: 9, d: false });
});

test('READY says where to resume: here', async () => {
  const { discord } = await startDiscord();
  const { socket, send } = await connect(discord);
  const ready = new Promise<{ resume_gateway_url: string }>((resolve) => {
    socket.on('message', (data) => {
      const payload = JSON.parse(String(data)) as { t: string; d: { resume_gateway_url: string } };
      if (payload.t === 'READY') resolve(payload.d);
    });
  });
  send(identify(discord));
  expect((await ready).resume_gateway_url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/gateway$/);
});

test('with two shards, each hears of its own servers, and only the first of direct messages', async () => {
  const { discord, ana } = await startDiscord();
  const events = async (shard: [number, number]) => {
    const { socket, send } = await connect(discord);
    const heard: string[] = [];
    socket.on('message', (data) => heard.push((JSON.parse(String(data)) as { t: string }).t));
    const ready = once(socket, 'message');
    send(identify(discord, { shard }));
    await ready;
    return { heard, socket };
  };
  const shards = [await events([0, 2]), await events([1, 2])];
  const pong = shards.map(({ socket }) => once(socket, 'pong'));
  await ana.dm('hello');
  for (const { socket } of shards) socket.ping();
  await Promise.all(pong);
  expect(shards.map(({ heard }) => heard.filter((t) => t === 'MESSAGE_CREATE').length)).toEqual([1, 0]);
  expect(shards.flatMap(({ heard }) => heard.filter((t) => t === 'GUILD_CREATE'))).toHaveLength(1);
});
