import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewayIntentBits } from 'discord.js';
import { applicationRoutes } from './application-routes.ts';
import { BotMessages } from './bot-messages.ts';
import { Cdn } from './cdn.ts';
import { channelRoutes } from './channel-routes.ts';
import { CommandRegistry } from './command-registry.ts';
import { commandRoutes } from './command-routes.ts';
import type { Reader } from './content-visibility.ts';
import { expressionRoutes } from './expression-routes.ts';
import { Gateway } from './gateway.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { Interactions } from './interactions.ts';
import { ACKNOWLEDGE_WITHIN_MS, HEARTBEAT_INTERVAL_MS, LINK_LIFETIME_MS, TOKEN_LIFETIME_MS } from './limits.ts';
import type { ApiDescription, LoggedRequest } from './request-log.ts';
import { RestServer } from './rest-server.ts';
import { type Backstage, makeScenery, type Scenery } from './scenery.ts';
import { Web } from './web.ts';
import { type Guild, World } from './world.ts';

/** How a loopback Discord is to differ from Discord. */
export interface LoopbackOptions {
  /** The bot's token; made up where absent. */
  readonly token?: string;
  readonly botName?: string;
  /** The clock that expiry goes by, in milliseconds since 1970. Tests move it instead of sleeping. */
  readonly now?: () => number;
  /** The privileged intents that the developer portal grants, e.g. `GatewayIntentBits.MessageContent`. None by default. */
  readonly grantedIntents?: number;
  /** Checks every request and every answer, e.g. `await loadOpenApiDescription()`. */
  readonly description?: ApiDescription | undefined;
  readonly heartbeatIntervalMs?: number;
  readonly acknowledgeWithinMs?: number;
  readonly tokenLifetimeMs?: number;
  readonly linkLifetimeMs?: number;
  /** How long a person waits for the bot, in milliseconds of real time. */
  readonly patienceMs?: number;
}

/**
 * A Discord on this machine, for tests and for trying a bot without an account.
 *
 * ```ts
 * const discord = await startLoopbackDiscord();
 * const rest = { api: discord.apiUrl, cdn: discord.cdnUrl, mediaProxy: discord.mediaUrl };
 * const bot = new Client({ intents, rest });
 * await bot.login(discord.token);
 * const guild = discord.addGuild('Sandbox');
 * const channel = discord.addChannel(guild, 'pictures');
 * const ana = discord.addMember(guild, 'ana');
 * const question = await ana.post(channel, `${discord.botMention} what animal is this?`);
 * const reply = await ana.replyTo(question);
 * await discord.stop();
 * ```
 */
export interface LoopbackDiscord extends Scenery {
  /** E.g. `http://127.0.0.1:4000/api`: what discord.js takes as `rest.api` and Glimpse as `DISCORD_API`. */
  readonly apiUrl: string;
  /** E.g. `http://127.0.0.1:4000`: where all pictures come from, what Glimpse takes as `PICTURE_ORIGINS`. */
  readonly cdnOrigin: string;
  /**
   * E.g. `http://127.0.0.1:4000/cdn`: what discord.js takes as `rest.cdn`, and makes the addresses of emoji and of PNG, APNG
   * and Lottie stickers from.
   */
  readonly cdnUrl: string;
  /** E.g. `http://127.0.0.1:4000/media`: what discord.js takes as `rest.mediaProxy`, and makes those of GIF stickers from. */
  readonly mediaUrl: string;
  readonly token: string;
  readonly applicationId: string;
  /** The words that ping the bot. */
  readonly botMention: string;
  /** Every request that the bot made to the REST API, in order. */
  readonly requests: readonly LoggedRequest[];
  /** What the loopback's description of the API finds wrong, over all requests: empty for a bot that Discord accepts. */
  readonly problems: readonly string[];
  /** The bot's connection: heartbeats, what it says of itself, and the ways in which Discord ends or renews it. */
  readonly gateway: Pick<
    Gateway,
    | 'acknowledgesHeartbeats'
    | 'askToReconnect'
    | 'connected'
    | 'dropConnections'
    | 'heartbeats'
    | 'invalidateSessions'
    | 'isConnected'
    | 'presence'
    | 'presenceChanged'
    | 'requestHeartbeat'
  >;
  /** The ways in which Discord's REST API refuses for a while. */
  readonly rest: Pick<RestServer, 'failNext' | 'rateLimitNext'>;
  /** The commands that a server's members have: its own, and those that are everywhere. */
  commandNames(guild?: Guild): string[];
  /** Ends all connections and frees the port. */
  stop(): Promise<void>;
}

/** Starts a loopback Discord on a free port of 127.0.0.1, where nobody else can reach it. */
export async function startLoopbackDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const { now = Date.now, grantedIntents = 0, acknowledgeWithinMs = ACKNOWLEDGE_WITHIN_MS } = options;
  const world = new World(now, options.botName ?? 'Glimpse');
  const token =
    options.token ?? `${Buffer.from(world.bot.id).toString('base64url')}.${randomBytes(32).toString('base64url')}`;
  const requests: LoggedRequest[] = [];

  const server = createServer((request, response) => {
    rest.serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gatewayUrl = () => `ws://${host}/gateway`;

  const cdn = new Cdn(`http://${host}`, now, options.linkLifetimeMs ?? LINK_LIFETIME_MS);
  const web = new Web(cdn);
  const messages = new BotMessages(world, cdn, web);
  const interactions = new Interactions(world, messages, {
    acknowledgeWithinMs,
    tokenLifetimeMs: options.tokenLifetimeMs ?? TOKEN_LIFETIME_MS,
  });
  const registry = new CommandRegistry(world.nextId);
  const gateway = new Gateway({
    server,
    world,
    cdn,
    token,
    grantedIntents,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? HEARTBEAT_INTERVAL_MS,
    url: gatewayUrl,
  });
  // Over REST the Message Content intent is a matter of what was granted, not of what a shard asked for.
  const messageContent = (grantedIntents & GatewayIntentBits.MessageContent) !== 0;
  const reader: Reader = { botId: world.bot.id, messageContent, messages: world.messages };
  const rest = new RestServer({
    routes: [
      ...applicationRoutes({ world, grantedIntents, gatewayUrl }),
      ...commandRoutes(world, registry),
      ...expressionRoutes(world),
      ...channelRoutes({ world, cdn, messages, reader }),
      ...interactionRoutes({ interactions, cdn, reader }),
    ],
    cdn,
    token,
    description: options.description,
    log: (request) => requests.push(request),
  });
  const stage: Backstage = {
    world,
    cdn,
    web,
    messages,
    gateway,
    interactions,
    registry,
    acknowledgeWithinMs,
    patienceMs: options.patienceMs ?? 10_000,
  };

  return {
    apiUrl: `http://${host}/api`,
    cdnOrigin: `http://${host}`,
    cdnUrl: `http://${host}/cdn`,
    mediaUrl: `http://${host}/media`,
    token,
    applicationId: world.bot.id,
    botMention: `<@${world.bot.id}>`,
    requests,
    get problems() {
      return requests.flatMap(({ method, route, problems }) =>
        problems.map((problem) => `${method} ${route} ${problem}`),
      );
    },
    gateway,
    rest,
    commandNames: (guild) =>
      [...registry.of(undefined), ...(guild ? registry.of(guild.id) : [])].map(({ definition }) => definition.name),
    ...makeScenery(stage),
    stop: async () => {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
