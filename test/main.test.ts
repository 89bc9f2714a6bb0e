import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readExamplePicture } from '../src/demo/examples.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../src/sandbox/loopback-discord.ts';
import { description } from './discord/scene.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const tsx = fileURLToPath(import.meta.resolve('tsx'));
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
  const child = spawn(process.execPath, ['--import', tsx, join(root, program)], { cwd: folder, env });
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
    const guild = discord.addGuild('Sandbox');
    const channel = discord.addChannel(guild, 'pictures');
    const ana = discord.addMember(guild, 'ana');
    const { child, said, ended } = start('src/main.ts', onLoopback());
    const connected = new Promise((resolve) => discord.gateway.connected.listen(resolve));
    await Promise.race([connected, ended.then(({ err }) => Promise.reject(new Error(err)))]);
    const content = `${discord.botMention} is this a cat or a dog?`;
    const picture = { name: 'pets.jpg', bytes: await readExamplePicture('cat-beside-a-dog.jpg') };
    const question = await ana.post(channel, { content, files: [picture] });
    const reply = await ana.replyTo(question);
    expect(reply.content).toMatch(/\*\*(cat|dog)\*\*/);
    expect(reply.content).toContain('-# glimpse-mini');

    child.kill('SIGTERM');
    expect((await ended).status).toBe(0);
    expect(discord.gateway.isConnected).toBe(false);
    expect(said.out).toBe('');
    expect(said.err).toContain('"msg":"stopped"');
    expect(said.err).not.toContain(discord.token);
  });
});

describe('npm run deploy-commands', () => {
  it('says in a line what it registered', async () => {
    const { status, out, err } = await run('src/discord/deploy-commands.ts', onLoopback());
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^Registered 5 commands everywhere: ask, .*\n$/);
    expect(discord.commandNames()).toContain('ask');
  });

  it('says in a sentence that there is no token', async () => {
    const { status, out, err } = await run('src/discord/deploy-commands.ts', {});
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^DISCORD_TOKEN is not set\..*\n$/);
  });
});
