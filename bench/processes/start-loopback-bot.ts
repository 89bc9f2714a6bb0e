import { readFile } from 'node:fs/promises';
import { COMMANDS } from '../../commands/index.ts';
import { NEEDED_PERMISSIONS } from '../../src/discord/permissions.ts';
import { registerCommands } from '../../src/discord/register-commands.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../src/sandbox/loopback-discord.ts';
import { type BenchedModel, type Served, withSettings } from '../benched-model.ts';
import type { BotHandlers, BotStart } from './bot-process.ts';
import { type BenchProcess, startProcess } from './start-process.ts';

/** A Discord on this machine in which a bot can be started. */
export interface Loopback {
  readonly discord: LoopbackDiscord;
  readonly served: Served;
  /** Starts the bot's process. `online` resolves when the bot is connected. */
  startBot(options?: Pick<BotStart, 'warmUp'>): {
    readonly bot: BenchProcess<BotHandlers>;
    readonly online: Promise<void>;
  };
  /** A new person's question about a picture, in a channel of their own. Resolves with the bot's answer. */
  ask(file: Uint8Array, question: string): Promise<void>;
}

/** How long a person waits for an answer, in milliseconds: a cold start on a busy machine takes a while. */
const PATIENCE_MS = 300_000;

/** Does some work with a loopback Discord, and a bot's cache that is empty at first. */
export async function withLoopback<T>(model: BenchedModel, work: (loopback: Loopback) => Promise<T>): Promise<T> {
  const flags = await flagsOfStart();
  const discord = await startLoopbackDiscord({ patienceMs: PATIENCE_MS });
  const settings = { DISCORD_TOKEN: discord.token, DISCORD_API: discord.apiUrl, PICTURE_ORIGINS: discord.cdnOrigin };
  try {
    return await withSettings(
      model,
      async (served) => {
        await registerCommands(COMMANDS, served.config);
        const guild = discord.addGuild('Bench');
        let people = 0;
        return work({
          discord,
          served,
          startBot: ({ warmUp } = { warmUp: true }) => {
            const bot = startProcess<BotHandlers>(new URL('./bot-process.ts', import.meta.url), flags);
            return { bot, online: bot.call('start', { environment: served.environment, warmUp }) };
          },
          ask: async (file, question) => {
            const name = `asker-${++people}`;
            const channel = discord.addChannel(guild, name, { botPermissions: NEEDED_PERMISSIONS });
            const person = discord.addMember(guild, name);
            const content = `${discord.botMention} ${question}`;
            const message = await person.post(channel, { content, files: [{ name: 'photo.jpg', bytes: file }] });
            // Every answer names its model in its last line; before it there may be word of how far the bot is.
            await person.replyTo(message, (reply) => /\n-# /.test(reply.content));
          },
        });
      },
      settings,
    );
  } finally {
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
