import { setTimeout } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from 'pino';
import { COMMANDS } from '../commands/index.ts';
import type { Config } from './config.ts';
import { createAdmission } from './discord/admission.ts';
import { connect, watchConnection } from './discord/connection.ts';
import { logBug } from './discord/failure.ts';
import { createInteractionHandler, type Desk } from './discord/interactions.ts';
import { loadPicture } from './discord/load-picture.ts';
import { createMenuPictures } from './discord/menu-pictures.ts';
import { createMessageHandler } from './discord/messages.ts';
import type { Glimpse } from './glimpse.ts';
import type { UserError } from './user-error.ts';

/** How long `stop` waits for what is being answered, in milliseconds. */
const DRAIN_MS = 10_000;

/** What the bot is made of; `main.ts` builds it. */
export interface BotParts {
  readonly config: Config;
  readonly glimpse: Glimpse;
  readonly log: Logger;
}

/** A bot that is connected to Discord. */
export interface Bot {
  readonly client: Client<true>;
  /** Resolves when Discord ends the connection for good, e.g. because the token was reset, with what to do about it. */
  readonly lost: Promise<UserError>;
  /** Lets nobody in any more, waits for what is being answered, and leaves Discord. */
  stop(): Promise<void>;
}

/**
 * Connects to Discord and answers from then on. Resolves when the bot is ready.
 * Throws a UserError (`config`) where Discord refuses the token or the intents.
 */
export async function startBot({ config, glimpse, log }: BotParts): Promise<Bot> {
  const client = createClient(config);
  const admission = createAdmission(() => performance.now());
  const desk: Desk = {
    services: {
      glimpse,
      load: (picture) => loadPicture(picture, config.pictureOrigins),
      menuPictures: createMenuPictures(),
    },
    admission,
    log,
  };
  const answerInteraction = createInteractionHandler(COMMANDS, desk);
  const answerMessage = createMessageHandler(desk);

  const running = new Set<Promise<void>>();
  const track = (work: Promise<void>, facts: object) => {
    const settled = work
      .catch((error: unknown) => void logBug(error, facts, log))
      .finally(() => running.delete(settled));
    running.add(settled);
  };
  client.on(Events.InteractionCreate, (interaction) =>
    track(answerInteraction(interaction), { interaction: interaction.id }),
  );
  client.on(Events.MessageCreate, (message) => track(answerMessage(message), { message: message.id }));
  const lost = watchConnection(client, log);

  const ready = await connect(client, config, lost);
  log.info({ user: ready.user.tag, servers: ready.guilds.cache.size, model: glimpse.model }, 'ready');
  return {
    client: ready,
    lost,
    async stop() {
      admission.close();
      await Promise.race([Promise.all(running), setTimeout(DRAIN_MS, undefined, { ref: false })]);
      await ready.destroy();
    },
  };
}

/** No privileged intent: commands, menus, mentions and direct messages work without one. */
function createClient(config: Config): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it a direct message never arrives.
    partials: [Partials.Channel],
    // Whatever a reply echoes, it pings nobody.
    allowedMentions: { parse: [], repliedUser: false },
    // A question whose message is deleted meanwhile is answered all the same.
    failIfNotExists: false,
    // Nothing looks at a message twice, so none is kept.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    rest: { api: config.discordApi },
  });
}
