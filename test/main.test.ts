import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readExamplePicture } from '../src/demo/examples.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../src/sandbox/loopback-discord.ts';
import { startHub } from './checkpoints/support/hub.ts';
import { description } from './discord/scene.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const running: ChildProcess[] = [];

/** An empty folder to run in: no `.env` there, and a cache of its own. */
let folder: string;
let discord: LoopbackDiscord;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-main-'));
  discord = await startLoopbackDiscord({ description });
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await discord.stop();
  await rm(folder, { recursive: true });
  expect(discord.problems).toEqual([]);
});

/** Starts a program of Glimpse's as a process of its own, with these settings and no others. */
function start(program: string, settings: Record<string, string>) {
  const env = { PATH: process.env.PATH, HOME: folder, GLIMPSE_CACHE: join(folder, 'cache'), ...settings };
  const child = spawn(process.execPath, [join(root, 'src/run.js'), join(root, program)], { cwd: folder, env });
  running.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, ...said }));
  return { child, said, ended };
}

const run = (program: string, settings: Record<string, string>) => start(program, settings).ended;

const onLoopback = (settings: Record<string, string> = {}) => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_API: discord.apiUrl,
  PICTURE_ORIGINS: discord.cdnOrigin,
  CLIP_MODEL: 'glimpse-mini',
  ...settings,
});

const FULL_CLIP = 'Xenova/clip-vit-base-patch32';
/** Nothing listens there. */
const NO_HUB = { HF_ENDPOINT: 'http://127.0.0.1:9' };

/** A server with a channel and somebody in it. */
function server() {
  const guild = discord.addGuild('Sandbox');
  return { channel: discord.addChannel(guild, 'pictures'), ana: discord.addMember(guild, 'ana') };
}

/** When the bot is connected; rejects where it ends instead. */
async function connected(ended: Promise<{ err: string }>): Promise<void> {
  const listening = new Promise((resolve) => discord.gateway.connected.listen(resolve));
  await Promise.race([listening, ended.then(({ err }) => Promise.reject(new Error(err)))]);
}

const aboutPets = async () => ({
  content: `${discord.botMention} is this a cat or a dog?`,
  files: [{ name: 'pets.jpg', bytes: await readExamplePicture('cat-beside-a-dog.jpg') }],
});

describe('npm start', () => {
  it('says in three lines what to do where there is no token', async () => {
    const { status, out, err } = await run('src/main.ts', {});
    expect(status).toBe(1);
    expect(out).toBe('');
    const lines = err.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('DISCORD_TOKEN is not set');
    expect(lines[1]).toContain('.env');
    expect(lines[2]).toContain('npm start');
  });

  it('says in a sentence which setting is wrong', async () => {
    const { status, err } = await run('src/main.ts', onLoopback({ LOG_LEVEL: 'loud' }));
    expect(status).toBe(1);
    expect(err).toMatch(/^The setting LOG_LEVEL must be one of .*\n$/);
  });

  it('says in a sentence that the token is wrong', async () => {
    const { status, err } = await run('src/main.ts', onLoopback({ DISCORD_TOKEN: 'a-wrong-token' }));
    expect(status).toBe(1);
    expect(err).toMatch(/Discord refuses the token\..*DISCORD_TOKEN in \.env\.\n$/);
    expect(err).not.toContain('a-wrong-token');
  });

  it('answers until it is told to stop, and then leaves with status 0', async () => {
    const { channel, ana } = server();
    const { child, said, ended } = start('src/main.ts', onLoopback());
    await connected(ended);
    const question = await ana.post(channel, await aboutPets());
    // The model may still load: then the reply says so first.
    const reply = await ana.replyTo(question, ({ content }) => content.includes('-# '));
    expect(reply.content).toMatch(/\*\*(cat|dog)\*\*/);
    expect(reply.content).toContain('-# glimpse-mini');

    child.kill('SIGTERM');
    expect((await ended).status).toBe(0);
    expect(discord.gateway.isConnected).toBe(false);
    expect(said.out).toBe('');
    expect(said.err).toContain('"msg":"stopped"');
    expect(said.err).not.toContain(discord.token);
  });

  it('serves with the model that ships where the hub cannot be reached, and says so loudly', async () => {
    const { channel, ana } = server();
    const { child, said, ended } = start('src/main.ts', onLoopback({ CLIP_MODEL: 'auto', ...NO_HUB }));
    await connected(ended);
    const reply = await ana.replyTo(await ana.post(channel, await aboutPets()), ({ content }) =>
      content.includes('-# '),
    );
    expect(reply.content).toContain('-# glimpse-mini');
    expect(said.err).toMatch(/could not be fetched.*Until then I answer with glimpse-mini/);
    child.kill('SIGTERM');
    expect((await ended).status).toBe(0);
  }, 20_000);

  it('ends with status 1 and a sentence where the model that is asked for cannot be had', async () => {
    const { status, out, err } = await run('src/main.ts', onLoopback({ CLIP_MODEL: FULL_CLIP, ...NO_HUB }));
    expect({ status, out }).toEqual({ status: 1, out: '' });
    const [last] = err.trimEnd().split('\n').slice(-1);
    expect(last).toMatch(/^Xenova\/clip-vit-base-patch32 could not be fetched: .*Check the network and HF_ENDPOINT/);
    expect(discord.gateway.isConnected).toBe(false);
  }, 20_000);

  describe('while the model is downloaded', () => {
    let hub: Awaited<ReturnType<typeof startHub>>;
    const downloading = () => ({ CLIP_MODEL: FULL_CLIP, HF_ENDPOINT: hub.url });

    beforeEach(async () => {
      hub = await startHub();
      // The download comes to a halt in the middle of a file.
      hub.misbehave = (file, response) => {
        if (!file.endsWith('.onnx')) return false;
        response.writeHead(200, { 'content-length': 1_000_000 }).write(Buffer.alloc(1000));
        return true;
      };
    });
    afterEach(() => hub.close());

    it('tells those who ask how far it is, and leaves at once when it is told to stop', async () => {
      const { channel, ana } = server();
      const { child, ended } = start('src/main.ts', onLoopback(downloading()));
      await connected(ended);
      const reply = await ana.replyTo(await ana.post(channel, await aboutPets()));
      expect(reply.content).toMatch(/^(I am just waking up|My model is still being downloaded)/);
      child.kill('SIGTERM');
      expect((await ended).status).toBe(0);
      const told = ana.messagesIn(channel).find(({ id }) => id === reply.id);
      expect(told?.content).toMatch(/about to restart/);
    });

    it('does not wait for that with what else is wrong', async () => {
      const { status, err } = await run(
        'src/main.ts',
        onLoopback({ DISCORD_TOKEN: 'a-wrong-token', ...downloading() }),
      );
      expect(status).toBe(1);
      expect(err).toContain('Discord refuses the token.');
    });
  });
});

describe('npm run deploy-commands', () => {
  it('says of each command, in a line, that it registered it', async () => {
    const { status, out, err } = await run('src/discord/deploy-commands.ts', onLoopback());
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^Commands everywhere:\ncreated \/ask\n(created .+\n)+unchanged: 0\n$/);
    expect(discord.commandNames()).toContain('ask');
  });

  it('says in a sentence that there is no token', async () => {
    const { status, out, err } = await run('src/discord/deploy-commands.ts', {});
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^DISCORD_TOKEN is not set\..*\n$/);
  });
});
