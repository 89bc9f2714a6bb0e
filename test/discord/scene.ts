import { Writable } from 'node:stream';
import { GatewayIntentBits } from 'discord.js';
import sharp from 'sharp';
import { expect } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { type Bot, startBot } from '../../src/bot.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { NEEDED_PERMISSIONS } from '../../src/discord/permissions.ts';
import { registerCommands } from '../../src/discord/register-commands.ts';
import type { Glimpse } from '../../src/glimpse.ts';
import { type GlimpseSource, startGlimpse } from '../../src/glimpse-source.ts';
import { createLog } from '../../src/log.ts';
import { type Memory, openMemory } from '../../src/memory/memory.ts';
import type { Actor } from '../../src/sandbox/actor.ts';
import {
  type LoopbackDiscord,
  type LoopbackOptions,
  startLoopbackDiscord,
} from '../../src/sandbox/loopback-discord.ts';
import { loadOpenApiDescription } from '../../src/sandbox/openapi-description.ts';
import { Signal } from '../../src/sandbox/signal.ts';
import { waitUntil } from '../../src/sandbox/waiting.ts';
import type { GuildChannel } from '../../src/sandbox/world.ts';

export type LogLine = Readonly<Record<string, unknown>>;

/** A bot on a loopback Discord, and two people in a channel with it. Everything but what the test replaces is real. */
export interface Scene {
  readonly discord: LoopbackDiscord;
  readonly bot: Bot;
  readonly config: Config;
  readonly memory: Memory;
  readonly channel: GuildChannel;
  readonly ana: Actor;
  readonly bob: Actor;
  /** What the bot has logged. */
  readonly log: readonly LogLine[];
  /** The first line of the log for which `wanted` holds, as soon as there is one. */
  logged(wanted: (line: LogLine) => boolean): Promise<LogLine>;
  /** Starts the bot anew, which then knows no more than its memory's file says. */
  restart(): Promise<void>;
  /** Stops everything, and fails where Discord would have had something to complain of or a log says too much. */
  end(): Promise<void>;
}

const PATIENCE_MS = 10_000;

/** Every request of the bot's is held against Discord's own description of its API, where that is at hand. */
export const description = await loadOpenApiDescription();

/** How a scene is to differ. `now` is the clock of the loopback and of the memory. */
export interface SceneOptions extends LoopbackOptions {
  /** Settings of the bot's. */
  readonly env?: Readonly<Record<string, string>>;
  /** The clock that the bot's limits go by. */
  readonly botNow?: () => number;
}

/** What lets the bot see every message: the setting, and that Discord grants it. */
export const SEES_ALL: SceneOptions = {
  env: { MESSAGE_CONTENT: '1' },
  grantedIntents: GatewayIntentBits.MessageContent,
};

/** Starts a scene with its commands registered. A Glimpse is ready from the start, a source when it says so. */
export async function startScene(
  glimpse: Glimpse | GlimpseSource,
  { env = {}, botNow, ...options }: SceneOptions = {},
): Promise<Scene> {
  const discord = await startLoopbackDiscord({ description, ...options });
  const config = readConfig({
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.apiUrl,
    DISCORD_CDN: discord.cdnUrl,
    DISCORD_MEDIA: discord.mediaUrl,
    PICTURE_ORIGINS: discord.cdnOrigin,
    GLIMPSE_MEMORY: ':memory:',
    ...env,
  });
  const memory = openMemory(config.memoryFile, options.now && { now: options.now });
  const source = 'ready' in glimpse ? glimpse : startGlimpse(async () => glimpse);
  if (!('ready' in glimpse)) await source.ready;
  const lines: string[] = [];
  const written = new Signal<void>();
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      written.emit();
      done();
    },
  });
  const logLines = () => lines.map((line) => JSON.parse(line) as LogLine);
  const log = createLog('trace', sink);
  await registerCommands(COMMANDS, config);
  const guild = discord.addGuild('Sandbox');
  let bot = await startBot({ config, source, memory, log, now: botNow });
  return {
    discord,
    config,
    memory,
    get bot() {
      return bot;
    },
    channel: discord.addChannel(guild, 'pictures', { botPermissions: NEEDED_PERMISSIONS }),
    ana: discord.addMember(guild, 'ana'),
    bob: discord.addMember(guild, 'bob'),
    get log() {
      return logLines();
    },
    logged: (wanted) =>
      waitUntil(
        (listener) => written.listen(listener),
        () => logLines().find(wanted),
        PATIENCE_MS,
        () => `nothing of the kind was logged, but: ${lines.join('')}`,
      ),
    async restart() {
      await bot.stop();
      bot = await startBot({ config, source, memory, log, now: botNow });
    },
    async end() {
      await bot.stop();
      memory.close();
      await discord.stop();
      expect(discord.problems).toEqual([]);
      const said = lines.join('');
      expect(said).not.toContain(discord.token);
      expect(said).not.toMatch(/[?&]hm=/);
      for (const { params } of discord.requests) {
        if (params.interaction_token) expect(said).not.toContain(params.interaction_token);
        if (params.webhook_token) expect(said).not.toContain(params.webhook_token);
      }
    },
  };
}

/** A plain picture as a PNG file that somebody posts. */
export async function picture(name = 'cat.png', colour = 'orange') {
  const bytes = await sharp({ create: { width: 32, height: 32, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return { name, bytes };
}

/** The sentence that only this person was told, as soon as there is one. */
export async function whisperedTo(person: Actor, channel: GuildChannel): Promise<string> {
  const ephemeral = 1 << 6;
  const message = await person.waitForMessage(
    channel,
    ({ flags = 0, content }) => (flags & ephemeral) !== 0 && content !== '',
    'a sentence that only they see',
  );
  return message.content;
}
