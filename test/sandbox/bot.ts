import {
  Client,
  type ClientEvents,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Partials,
  REST,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  type LoopbackDiscord,
  type LoopbackOptions,
  startLoopbackDiscord,
} from '../../src/sandbox/loopback-discord.ts';
import { loadOpenApiDescription } from '../../src/sandbox/openapi-description.ts';

/** Discord's own description, where it lies beside the checkout; undefined elsewhere. */
export const description = await loadOpenApiDescription();
if (!description)
  console.warn('Discord’s OpenAPI description is not here: requests are checked by our own rules alone.');

/** Unprivileged: what Glimpse asks for by default. */
export const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** A clock that stands still until it is moved. */
export function stoppedClock(start = Date.UTC(2026, 0, 1)) {
  let time = start;
  return {
    now: () => time,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

/** A promise and the two ways to settle it. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** A loopback Discord with a server, a channel and somebody in it; stopped when the test is over. */
export async function startDiscord(options: LoopbackOptions = {}) {
  const discord = await startLoopbackDiscord({ description, patienceMs: 3000, ...options });
  onTestFinished(() => discord.stop());
  const guild = discord.addGuild('Sandbox');
  const channel = discord.addChannel(guild, 'pictures');
  const ana = discord.addMember(guild, 'ana');
  return { discord, guild, channel, ana };
}

/** What a bot does about what it hears. */
export interface BotBehaviour {
  readonly intents?: readonly GatewayIntentBits[];
  /** Called with messages that people wrote. */
  readonly onMessage?: (message: Message) => Promise<unknown>;
  readonly onInteraction?: (interaction: Interaction) => Promise<unknown>;
}

/** The unmodified discord.js client, not yet logged in; destroyed when the test is over. */
export function makeBot(discord: LoopbackDiscord, { intents = INTENTS, onMessage, onInteraction }: BotBehaviour = {}) {
  const bot = new Client({
    intents: [...intents],
    partials: [Partials.Channel],
    rest: { api: discord.apiUrl, cdn: discord.cdnUrl, mediaProxy: discord.mediaUrl, retries: 0 },
    // Discord allows one IDENTIFY in five seconds, and the client waits for that; here nobody has to.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
  });
  onTestFinished(() => bot.destroy());
  if (onMessage)
    bot.on(Events.MessageCreate, async (message) => {
      if (!message.author.bot) await onMessage(message);
    });
  if (onInteraction)
    bot.on(Events.InteractionCreate, async (interaction) => {
      await onInteraction(interaction);
    });
  return bot;
}

/** The unmodified discord.js client, logged in and ready. */
export async function startBot(discord: LoopbackDiscord, behaviour: BotBehaviour = {}) {
  const bot = makeBot(discord, behaviour);
  const ready = next(bot, Events.ClientReady);
  await bot.login(discord.token);
  await ready;
  return bot;
}

/** The next event of a kind. */
export function next<E extends keyof ClientEvents>(bot: Client, event: E): Promise<ClientEvents[E]> {
  return new Promise((resolve) => {
    bot.once(event, (...values) => resolve(values as unknown as ClientEvents[E]));
  });
}

/** discord.js's REST client alone, for requests that the rest of discord.js would not make. */
export function restOf(discord: LoopbackDiscord, token = discord.token): REST {
  return new REST({ api: discord.apiUrl, retries: 0 }).setToken(token);
}

/** What is expected to be there, as a message in an answer. */
export function present<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('it is not there');
  return value;
}

/** How Discord refused a request: its HTTP status, its code, and the codes of the fields that were wrong. */
export async function refusal(request: Promise<unknown>) {
  const error = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DiscordAPIError)) throw new Error(`not refused by Discord: ${String(error)}`);
  return { status: error.status, code: Number(error.code), fields: fieldCodes(error.rawError) };
}

function fieldCodes(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) =>
    key === '_errors' ? (value as { code: string }[]).map(({ code }) => code) : fieldCodes(value),
  );
}

/** The bytes of the smallest PNG there is: one transparent pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
