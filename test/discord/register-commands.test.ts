import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { SlashCommandBuilder } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Command } from '../../src/discord/command.ts';
import { type Registering, registerCommands } from '../../src/discord/register-commands.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../src/sandbox/loopback-discord.ts';
import { description } from './scene.ts';

const NAMES = COMMANDS.map(({ definition }) => definition.name);
const EVERYWHERE = 'Commands everywhere:';

let discord: LoopbackDiscord;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ description });
});
afterEach(async () => {
  await discord.stop();
  expect(discord.problems).toEqual([]);
});

const config = (settings: Record<string, string> = {}): Config =>
  readConfig({ DISCORD_TOKEN: discord.token, DISCORD_API: discord.apiUrl, ...settings });

/** Registers commands and returns what was said. */
async function register(commands: readonly Command[], how: Registering = {}, settings: Record<string, string> = {}) {
  const lines: string[] = [];
  await registerCommands(commands, config(settings), { ...how, say: (line) => lines.push(line) });
  return lines;
}

/** The requests that changed something, in order. */
const writes = () => discord.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);

/** `/name`, with these words. */
const command = (name: string, words: string): Command => ({
  kind: 'slash',
  definition: new SlashCommandBuilder().setName(name).setDescription(words),
  defer: () => 'public',
  execute: async () => ({ content: '' }),
});

describe('registerCommands', () => {
  it('registers all in one request the first time, and says each', async () => {
    const [heading, ...lines] = await register(COMMANDS);
    expect(heading).toBe(EVERYWHERE);
    expect(lines).toContain('created /ask');
    expect(lines).toContain('created “Ask about this picture”');
    expect(lines).toHaveLength(COMMANDS.length + 1);
    expect(lines.at(-1)).toBe('unchanged: 0');
    expect(writes()).toEqual(['PUT']);
    expect(discord.commandNames()).toEqual(NAMES);
  });

  it('writes nothing where all is as it should be', async () => {
    await register(COMMANDS);
    const before = discord.requests.length;
    expect(await register(COMMANDS)).toEqual([EVERYWHERE, `unchanged: ${COMMANDS.length}`]);
    expect(discord.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('asks Discord for all translations', async () => {
    await register(COMMANDS);
    const asked = discord.requests.filter(({ method, route }) => method === 'GET' && route.endsWith('/commands'));
    expect(asked.map(({ query }) => query)).toEqual([{ with_localizations: 'true' }]);
  });

  it('creates what is new, changes what differs and deletes what is gone, and leaves the rest', async () => {
    await register([command('one', 'First'), command('two', 'Second'), command('three', 'Third')]);
    const before = writes().length;
    const lines = await register([command('one', 'First'), command('two', 'Other'), command('four', 'Fourth')]);
    expect(lines).toEqual([EVERYWHERE, 'created /four', 'changed /two: description', 'deleted /three', 'unchanged: 1']);
    expect(writes().slice(before)).toEqual(['POST', 'PATCH', 'DELETE']);
    expect(discord.commandNames().toSorted()).toEqual(['four', 'one', 'two']);
  });

  it('sends of a changed command only what differs', async () => {
    await register([command('one', 'First')]);
    await register([command('one', 'Other')]);
    expect(discord.requests.at(-1)).toMatchObject({ method: 'PATCH', body: { description: 'Other' } });
    expect(Object.keys(discord.requests.at(-1)?.body as object)).toEqual(['description']);
  });

  it('registers in one server only where the settings name it', async () => {
    const guild = discord.addGuild('Sandbox');
    const settings = { GUILD_ID: guild.id };
    const [heading] = await register(COMMANDS, {}, settings);
    expect(heading).toBe(`Commands in the server ${guild.id}:`);
    expect(discord.commandNames(guild)).toEqual(NAMES);
    expect(discord.commandNames()).toEqual([]);
    expect(await register(COMMANDS, {}, settings)).toEqual([heading, `unchanged: ${COMMANDS.length}`]);
  });

  it('says which commands people in the server see twice', async () => {
    const guild = discord.addGuild('Sandbox');
    await register([command('one', 'First'), command('two', 'Second')]);
    const lines = await register([command('two', 'Second'), command('three', 'Third')], {}, { GUILD_ID: guild.id });
    expect(lines.at(-1)).toMatch(
      /^People in this server see these twice, .*: \/two\. .*npm run deploy-commands -- --clear\.$/,
    );
  });

  it('takes all away where it is told to, in that one place', async () => {
    const guild = discord.addGuild('Sandbox');
    await register([command('one', 'First')]);
    await register([command('two', 'Second')], {}, { GUILD_ID: guild.id });
    const lines = await register([command('two', 'Second')], { clear: true }, { GUILD_ID: guild.id });
    expect(lines.slice(1)).toEqual(['deleted /two', 'unchanged: 0']);
    expect(discord.commandNames(guild)).toEqual(['one']);
  });

  it('says in a dry run what would change, and writes nothing', async () => {
    expect((await register([command('one', 'First')], { dryRun: true })).slice(1)).toEqual([
      'would create /one',
      'unchanged: 0',
    ]);
    expect(writes()).toEqual([]);
    await register([command('one', 'First'), command('two', 'Second')]);
    const lines = await register([command('one', 'Other')], { dryRun: true });
    expect(lines).toEqual([
      'Commands everywhere (dry run):',
      'would change /one: description',
      'would delete /two',
      'unchanged: 0',
    ]);
    expect(writes()).toEqual(['PUT']);
  });

  it('waits where Discord says that it is too fast', async () => {
    await register([command('one', 'First')]);
    discord.rest.rateLimitNext('/applications/{application_id}/commands/{command_id}', 0.05);
    expect(await register([command('one', 'Other')])).toContain('changed /one: description');
  });

  it('says that the bot is not in the server', async () => {
    const registering = register(COMMANDS, {}, { GUILD_ID: '123456789012345678' });
    await expect(registering).rejects.toThrow(/not in the server 123456789012345678.*GUILD_ID/);
  });

  it('says that the token is wrong', async () => {
    await expect(register(COMMANDS, {}, { DISCORD_TOKEN: 'wrong' })).rejects.toThrow(/refuses the token/);
  });

  it('says that the token is missing', async () => {
    await expect(register(COMMANDS, {}, { DISCORD_TOKEN: '' })).rejects.toThrow(/DISCORD_TOKEN is not set/);
  });

  it('says that Discord cannot be reached', async () => {
    const nowhere = register(COMMANDS, {}, { DISCORD_API: 'http://127.0.0.1:1/api' });
    await expect(nowhere).rejects.toThrow(/can't be reached at 127.0.0.1:1/);
  });
});

describe('npm run deploy-commands', () => {
  const command = ['run.js', 'discord/deploy-commands.ts'].map((path) =>
    fileURLToPath(new URL(`../../src/${path}`, import.meta.url)),
  );

  /** Runs the program with no settings but those of the loopback. */
  const run = (...flags: string[]) =>
    new Promise<{ status: unknown; out: string; err: string }>((resolve) => {
      const env = { PATH: process.env.PATH, HOME: tmpdir(), DISCORD_TOKEN: discord.token, DISCORD_API: discord.apiUrl };
      execFile(process.execPath, [...command, ...flags], { env }, (error, out, err) =>
        resolve({ status: error ? error.code : 0, out, err }),
      );
    });

  it('writes nothing with --dry-run, and prints a line for each command', async () => {
    const { status, out, err } = await run('--dry-run');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('would create /ask\n');
    expect(writes()).toEqual([]);
  });

  it('takes all away with --clear', async () => {
    await register(COMMANDS);
    const { status, out } = await run('--clear');
    expect(status).toBe(0);
    expect(out).toContain('deleted /ask\n');
    expect(discord.commandNames()).toEqual([]);
  });

  it('writes nothing and exits 2 with a flag that it does not know', async () => {
    const { status, out, err } = await run('--drry-run');
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^Usage: npm run deploy-commands/);
    expect(discord.requests).toEqual([]);
  });
});
