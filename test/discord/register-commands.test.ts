import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { registerCommands } from '../../src/discord/register-commands.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../src/sandbox/loopback-discord.ts';
import { description } from './scene.ts';

const NAMES = ['ask', 'caption', 'rank', 'Ask about this picture', 'Caption this picture'];

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

describe('registerCommands', () => {
  it('registers everywhere and says so in a line', async () => {
    const line = await registerCommands(COMMANDS, config());
    expect(line).toBe(`Registered 5 commands everywhere: ${NAMES.join(', ')}.`);
    expect(discord.commandNames()).toEqual(NAMES);
  });

  it('registers in one server only where the settings name it', async () => {
    const guild = discord.addGuild('Sandbox');
    const line = await registerCommands(COMMANDS, config({ GUILD_ID: guild.id }));
    expect(line).toContain(`in the server ${guild.id}`);
    expect(discord.commandNames(guild)).toEqual(NAMES);
    expect(discord.commandNames()).toEqual([]);
  });

  it('replaces what was registered before', async () => {
    await registerCommands(COMMANDS, config());
    await registerCommands(COMMANDS.slice(0, 1), config());
    expect(discord.commandNames()).toEqual(['ask']);
  });

  it('says that the bot is not in the server', async () => {
    const registering = registerCommands(COMMANDS, config({ GUILD_ID: '123456789012345678' }));
    await expect(registering).rejects.toThrow(/not in the server 123456789012345678.*GUILD_ID/);
  });

  it('says that the token is wrong', async () => {
    await expect(registerCommands(COMMANDS, config({ DISCORD_TOKEN: 'wrong' }))).rejects.toThrow(/refuses the token/);
  });

  it('says that the token is missing', async () => {
    await expect(registerCommands(COMMANDS, config({ DISCORD_TOKEN: '' }))).rejects.toThrow(/DISCORD_TOKEN is not set/);
  });

  it('says that Discord cannot be reached', async () => {
    const nowhere = config({ DISCORD_API: 'http://127.0.0.1:1/api' });
    await expect(registerCommands(COMMANDS, nowhere)).rejects.toThrow(/can't be reached at 127.0.0.1:1/);
  });
});
