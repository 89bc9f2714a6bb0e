import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBot } from '../../src/bot.ts';
import { connect, watchConnection } from '../../src/discord/connection.ts';
import { startGlimpse } from '../../src/glimpse-source.ts';
import { createLog } from '../../src/log.ts';
import { picture, type Scene, SEES_ALL, startScene, whisperedTo } from './scene.ts';
import { ScriptedGlimpse } from './scripted-glimpse.ts';

const log = createLog('silent');

let glimpse: ScriptedGlimpse;
let scene: Scene;

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse);
});
afterEach(() => scene.end());

const ask = async (question: string, who = scene.ana) =>
  who.useSlashCommand(scene.channel, 'ask', { question, image: await picture() });

const parts = () => ({ source: startGlimpse(async () => glimpse), memory: scene.memory, log });

describe('a start', () => {
  it('ends with a sentence where the token is wrong', async () => {
    const config = { ...scene.config, discordToken: 'wrong' };
    await expect(startBot({ ...parts(), config })).rejects.toThrow(/refuses the token.*DISCORD_TOKEN/);
  });

  it('ends with a sentence where Discord cannot be reached', async () => {
    const config = { ...scene.config, discordApi: 'http://127.0.0.1:1/api' };
    await expect(startBot({ ...parts(), config })).rejects.toThrow(/can't be reached at 127.0.0.1:1/);
  });

  it('ends with a sentence where an intent is not granted', async () => {
    const client = new Client({ intents: GatewayIntentBits.MessageContent, rest: { api: scene.config.discordApi } });
    const connecting = connect(client, scene.config, watchConnection(client, log));
    await expect(connecting).rejects.toThrow(/refuses the intents.*Privileged Gateway Intents/);
  });

  it('asks for no privileged intent', () => {
    const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
    expect(scene.bot.client.options.intents.bitfield).toBe(Guilds | GuildMessages | DirectMessages);
  });

  it('asks for the Message Content intent where the settings say so, and ends with a sentence where it is not granted', async () => {
    const config = { ...scene.config, readsMessages: true };
    await expect(startBot({ ...parts(), config })).rejects.toThrow(/refuses the intents.*Privileged Gateway Intents/);
    const seeing = await startScene(glimpse, SEES_ALL);
    expect(seeing.bot.client.options.intents.has(GatewayIntentBits.MessageContent)).toBe(true);
    await seeing.end();
  });
});

describe('a connection', () => {
  it('is taken up again when it drops, and questions are answered as before', async () => {
    const { discord } = scene;
    const resumed = new Promise((resolve) => discord.gateway.connected.listen(resolve));
    discord.gateway.dropConnections();
    await resumed;
    expect((await ask('still there?')).message?.content).toContain('**dog**');
  });

  it('is reported as lost when the token is refused in the middle of the work', async () => {
    scene.discord.rest.failNext('/channels/{channel_id}/messages', 401, 0, '401: Unauthorized');
    const content = `${scene.discord.botMention} what?`;
    await scene.ana.post(scene.channel, { content, files: [await picture()] });
    expect((await scene.bot.lost).message).toMatch(/refuses the token/);
  });

  it.each([
    ['as a bug, under an id', 400, 50035, { errorId: expect.any(String), err: { code: 50035 } }],
    ['as no bug where it came too late', 404, 10062, { level: 40, err: { code: 10062 } }],
  ])('survives a request that Discord refuses, which is logged %s', async (_, status, code, logged) => {
    const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
    scene.discord.rest.failNext(callback, status, code, 'Refused');
    const first = ask('first').catch((error: unknown) => error);
    const line = await scene.logged(({ err }) => err !== undefined);
    expect(line).toMatchObject(logged);
    expect('errorId' in line).toBe('errorId' in logged);
    expect((await ask('second', scene.bob)).message?.content).toContain('> second');
    expect((await ask('third')).message?.content).toContain('> third');
    await first;
  });
});

describe('an interaction whose token has expired', () => {
  it('is no reason to think that the bot has lost its own', async () => {
    const late = await startScene(glimpse, { tokenLifetimeMs: -1, patienceMs: 50 });
    const options = { question: 'what?', image: await picture() };
    const unanswered = late.ana.useSlashCommand(late.channel, 'ask', options).catch((error: Error) => error.message);
    expect(await late.logged(({ code }) => code !== undefined)).toMatchObject({ level: 40, code: 50027 });
    expect(await unanswered).toMatch(/within 50 ms/);
    const lost = await Promise.race([late.bot.lost, 'still connected']);
    expect(lost).toBe('still connected');
    await late.end();
  });
});

describe('a listener with a bug', () => {
  it('ends nothing: it is logged, and questions are answered as before', async () => {
    scene.bot.client.once(Events.MessageCreate, async () => Promise.reject(new Error('a bug')));
    await scene.ana.post(scene.channel, 'hello');
    const line = await scene.logged(({ errorId }) => errorId !== undefined);
    expect(line).toMatchObject({ err: { message: 'a bug' } });
    expect((await ask('still there?')).message?.content).toContain('**dog**');
  });
});

describe('a stop', () => {
  it('lets what is being answered finish, and asks newcomers to come back', async () => {
    const release = glimpse.hold();
    const early = ask('early');
    await scene.ana.waitForMessage(scene.channel, ({ author }) => author.bot === true, 'the deferred reply');
    const stopped = scene.bot.stop();
    const late = await ask('late', scene.bob);
    expect(late).toMatchObject({ ephemeral: true });
    expect(late.message?.content).toMatch(/about to restart/);
    release();
    expect((await early).message?.content).toContain('**dog**');
    await stopped;
    expect(scene.discord.gateway.isConnected).toBe(false);
  });
});

describe('a command that the bot no longer knows', () => {
  it('is answered with what to do', async () => {
    const { discord, ana, channel } = scene;
    const url = `${discord.apiUrl}/v10/applications/${discord.applicationId}/commands`;
    const headers = {
      authorization: `Bot ${discord.token}`,
      'content-type': 'application/json',
      'user-agent': 'DiscordBot (https://example.com, 1.0)',
    };
    await fetch(url, { method: 'POST', headers, body: JSON.stringify({ name: 'old', description: 'old', type: 1 }) });
    await ana.useSlashCommand(channel, 'old');
    expect(await whisperedTo(ana, channel)).toMatch(/no longer know this command.*deploy-commands/);
  });
});
