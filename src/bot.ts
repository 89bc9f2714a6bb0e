import { setTimeout } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from 'pino';
import { COMMANDS } from '../commands/index.ts';
import type { Config } from './config.ts';
import { createAdmission } from './discord/admission.ts';
import { connect, watchConnection } from './discord/connection.ts';
import { CONTROLS } from './discord/controls/index.ts';
import type { Desk } from './discord/desk.ts';
import { logBug } from './discord/failure.ts';
import { createInteractionHandler } from './discord/interactions.ts';
import { keepHouse } from './discord/keep-house.ts';
import { loadPicture } from './discord/load-picture.ts';
import { createMenuPictures } from './discord/menu-pictures.ts';
import { createMessageHandler } from './discord/messages.ts';
import { showPresence } from './discord/presence.ts';
import { hasNoPlace } from './discord/surface.ts';
import { ToldError } from './discord/told-error.ts';
import { createVitals } from './discord/vitals.ts';
import type { GlimpseSource } from './glimpse-source.ts';
import type { Memory } from './memory/memory.ts';
import type { UserError } from './user-error.ts';

/** How long `stop` waits for what is being answered, in milliseconds. */
const DRAIN_MS = 10_000;
/** People that are kept in mind, in one server and in all; those who ask come along with what they ask. */
const KEPT = { members: 200, users: 5_000 } as const;

/** What the bot is made of; `run-bot.ts` builds it. */
export interface BotParts {
  readonly config: Config;
  /** The model may still be on its way: the bot says how far it is. */
  readonly source: GlimpseSource;
  readonly memory: Memory;
  /** The clock that limits go by, in milliseconds; the machine's own where absent. */
  readonly now?: (() => number) | undefined;
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
export async function startBot({ config, source, memory, log, now = () => performance.now() }: BotParts): Promise<Bot> {
  const client = createClient(config);
  const admission = createAdmission(now);
  const awaited = abandonable(source);
  const desk: Desk = {
    services: {
      source: awaited.source,
      memory,
      load: (picture) => loadPicture(picture, config.pictureOrigins),
      menuPictures: createMenuPictures(),
      vitals: createVitals(() => performance.now()),
      readsMessages: config.readsMessages,
    },
    admission,
    log,
  };
  const answerInteraction = createInteractionHandler(COMMANDS, CONTROLS, desk);
  const answerMessage = createMessageHandler(desk);

  const running = new Set<Promise<void>>();
  const track = (work: Promise<void>, facts: object) => {
    const settled = work
      .catch((error: unknown) => {
        if (hasNoPlace(error)) log.warn({ ...facts, err: error }, 'there is no place for an answer');
        else logBug(error, facts, log);
      })
      .finally(() => running.delete(settled));
    running.add(settled);
  };
  client.on(Events.InteractionCreate, (interaction) =>
    track(answerInteraction(interaction), { interaction: interaction.id }),
  );
  client.on(Events.MessageCreate, (message) => track(answerMessage(message), { message: message.id }));
  const lost = watchConnection(client, log);

  const ready = await connect(client, config, lost);
  log.info({ user: ready.user.tag, servers: ready.guilds.cache.size }, 'ready');
  const stopShowing = showPresence(ready, source);
  const stopKeeping = keepHouse(ready, memory, log);
  return {
    client: ready,
    lost,
    async stop() {
      admission.close();
      awaited.abandon();
      stopShowing();
      stopKeeping();
      await Promise.race([Promise.all(running), setTimeout(DRAIN_MS, undefined, { ref: false })]);
      await ready.destroy();
    },
  };
}

/** A source that those who wait for it can be sent away from: they are asked to come back when the bot runs again. */
function abandonable(source: GlimpseSource): { readonly source: GlimpseSource; readonly abandon: () => void } {
  let abandon = () => {};
  const abandoned = new Promise<never>((_, reject) => {
    abandon = () => reject(new ToldError('busy', ({ refusals }) => refusals.restarting));
  });
  const ready = Promise.race([source.ready, abandoned]);
  ready.catch(() => undefined);
  return { source: { ...source, ready }, abandon };
}

/** No privileged intent unless the owner wants it: commands, menus, mentions and direct messages work without one. */
function createClient({ discordApi, discordCdn, discordMedia, readsMessages }: Config): Client {
  return new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(readsMessages ? [GatewayIntentBits.MessageContent] : []),
    ],
    // Without it a direct message never arrives.
    partials: [Partials.Channel],
    // Whatever a reply echoes, it pings nobody.
    allowedMentions: { parse: [], repliedUser: false },
    // A question whose message is deleted meanwhile is answered all the same.
    failIfNotExists: false,
    // Nothing looks at a message twice, so none is kept; of people, in years, there would be ever more.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: KEPT.members, keepOverLimit: isSelf },
      UserManager: { maxSize: KEPT.users, keepOverLimit: isSelf },
    }),
    rest: { api: discordApi, cdn: discordCdn, mediaProxy: discordMedia },
  });
}

const isSelf = ({ id, client }: { readonly id: string; readonly client: Client }): boolean => id === client.user?.id;
