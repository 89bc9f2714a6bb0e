import { Client, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBot } from '../../src/bot.ts';
import { connect, watchConnection } from '../../src/discord/connection.ts';
import { createLog } from '../../src/log.ts';
import { picture, type Scene, startScene, whisperedTo } from './scene.ts';
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

describe('a start', () => {
  it('ends with a sentence where the token is wrong', async () => {
    const config = { ...scene.config, discordToken: 'wrong' };
    await expect(startBot({ config, glimpse, log })).rejects.toThrow(/refuses the token.*DISCORD_TOKEN/);
  });

  it('ends with a sentence where Discord cannot be reached', async () => {
    const config = { ...scene.config, discordApi: 'http://127.0.0.1:1/api' };
    await expect(startBot({ config, glimpse, log })).rejects.toThrow(/can't be reached at 127.0.0.1:1/);
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

  it('survives a request that Discord refuses, which is logged under an id', async () => {
    scene.discord.rest.failNext('/interactions/{interaction_id}/{interaction_token}/callback', 404, 10062, 'Unknown');
    const first = ask('first').catch((error: unknown) => error);
    const line = await scene.logged(({ errorId }) => errorId !== undefined);
    expect(line).toMatchObject({ err: { code: 10062 } });
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
    expect(await late.logged(({ errorId }) => errorId !== undefined)).toMatchObject({ err: { status: 401 } });
    expect(await unanswered).toMatch(/within 50 ms/);
    const lost = await Promise.race([late.bot.lost, 'still connected']);
    expect(lost).toBe('still connected');
    await late.end();
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
