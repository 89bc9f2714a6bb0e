import { readFile } from 'node:fs/promises';
import { COMMANDS } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/register-commands.ts';
import { type BenchedModel, withSettings } from '../benched-model.ts';
import type { BotHandlers, BotStart } from './bot-process.ts';
import type { DiscordHandlers } from './discord-process.ts';
import { type BenchProcess, startProcess } from './start-process.ts';

/** A Discord on this machine in which a bot can be started. */
export interface Loopback {
  /** Starts the bot's process. `online` resolves when the bot is connected. */
  startBot(options?: Pick<BotStart, 'warmUp'>): {
    readonly bot: BenchProcess<BotHandlers>;
    readonly online: Promise<void>;
  };
  /** A new person's question about a picture, in a channel of their own. Resolves with the bot's answer. */
  ask(file: Uint8Array, question: string): Promise<void>;
}

/** Does some work with a loopback Discord, and a bot's cache that is empty at first. */
export async function withLoopback<T>(model: BenchedModel, work: (loopback: Loopback) => Promise<T>): Promise<T> {
  const flags = await flagsOfStart();
  const discord = startProcess<DiscordHandlers>(new URL('./discord-process.ts', import.meta.url));
  try {
    const settings = await discord.call('start', undefined);
    return await withSettings(
      model,
      async ({ config, environment }) => {
        await registerCommands(COMMANDS, config);
        return work({
          startBot: ({ warmUp } = { warmUp: true }) => {
            const bot = startProcess<BotHandlers>(new URL('./bot-process.ts', import.meta.url), flags);
            return { bot, online: bot.call('start', { environment, warmUp }) };
          },
          ask: (file, question) => discord.call('ask', { file, question }),
        });
      },
      settings,
    );
  } finally {
    // Where it has ended by itself, that is what went wrong.
    await discord.call('stop', undefined).catch(() => {});
    await discord.stop();
  }
}

/** The flags that `npm start` gives node. */
async function flagsOfStart(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
