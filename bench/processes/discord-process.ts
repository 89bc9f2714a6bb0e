/**
 * A Discord on this machine and the people in it, in a process of their own. With a real bot they are on other machines: they
 * get what time of the cores the bot leaves.
 */
import { constants, setPriority } from 'node:os';
import { NEEDED_PERMISSIONS } from '../../src/discord/permissions.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from '../../src/sandbox/loopback-discord.ts';
import type { Guild } from '../../src/sandbox/world.ts';
import { serve } from './serve.ts';

/** How long a person waits for an answer, in milliseconds: a cold start on a busy machine takes a while. */
const PATIENCE_MS = 300_000;

let running: { readonly discord: LoopbackDiscord; readonly guild: Guild } | undefined;
let people = 0;

const handlers = {
  /** Returns what a bot's settings have to say. */
  start: async (_: undefined) => {
    const discord = await startLoopbackDiscord({ patienceMs: PATIENCE_MS });
    running = { discord, guild: discord.addGuild('Bench') };
    return { DISCORD_TOKEN: discord.token, DISCORD_API: discord.apiUrl, PICTURE_ORIGINS: discord.cdnOrigin };
  },
  /** A new person's question about a picture, in a channel of their own. Resolves with the bot's answer. */
  ask: async ({ file, question }: Posted): Promise<void> => {
    if (!running) throw new Error('Discord is not started');
    const { discord, guild } = running;
    const name = `asker-${++people}`;
    const channel = discord.addChannel(guild, name, { botPermissions: NEEDED_PERMISSIONS });
    const person = discord.addMember(guild, name);
    const content = `${discord.botMention} ${question}`;
    const message = await person.post(channel, { content, files: [{ name: 'photo.jpg', bytes: file }] });
    // Every answer names its model in its last line; before it there may be word of how far the bot is.
    await person.replyTo(message, (reply) => /\n-# /.test(reply.content));
  },
  stop: async (_: undefined): Promise<void> => {
    await running?.discord.stop();
  },
};

interface Posted {
  readonly file: Uint8Array;
  readonly question: string;
}

/** What this process can be asked. */
export type DiscordHandlers = typeof handlers;

setPriority(constants.priority.PRIORITY_LOW);
serve(handlers, ['ask']);
