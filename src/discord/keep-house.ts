import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { Memory } from '../memory/memory.ts';
import { logBug } from './failure.ts';

/** How often what is past its time is deleted, in milliseconds. */
const TIDY_EVERY_MS = 6 * 60 * 60 * 1000;

/**
 * Notes which servers the bot was removed from, also while it was not running, and deletes what is past its time.
 * Returns how to end that.
 */
export function keepHouse(client: Client<true>, memory: Memory, log: Logger): () => void {
  const { settings } = memory;
  // What a listener throws would otherwise end up in the connection that called it.
  const attempt = (work: () => void, facts: object) => {
    try {
      work();
    } catch (error) {
      logBug(error, facts, log);
    }
  };
  attempt(() => {
    for (const id of settings.known()) if (!client.guilds.cache.has(id)) settings.leave(id);
    for (const id of client.guilds.cache.keys()) settings.join(id);
  }, {});
  client.on(Events.GuildDelete, ({ id }) => attempt(() => settings.leave(id), { left: id }));
  client.on(Events.GuildCreate, ({ id }) => attempt(() => settings.join(id), { joined: id }));
  const tidy = () =>
    attempt(() => {
      const tidied = memory.tidy();
      if (Object.values(tidied).some((count) => count > 0)) log.info(tidied, 'deleted what was past its time');
    }, {});
  tidy();
  const timer = setInterval(tidy, TIDY_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
