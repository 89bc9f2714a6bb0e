import { LRUCache } from 'lru-cache';
import { ToldError } from './told-error.ts';
import type { Words } from './words/en.ts';

/** How often something may ask: so many at once after a quiet while, and a further one after each `refillMs`. */
export interface Rate {
  readonly burst: number;
  /** Milliseconds. */
  readonly refillMs: number;
}

/**
 * What one person, one channel and one server may ask. One picture costs about a tenth of a second on two cores, and most
 * requests are about one, so a server at its steady rate takes a tenth of the machine.
 */
export const RATES = {
  person: { burst: 5, refillMs: 6_000 },
  channel: { burst: 15, refillMs: 2_000 },
  server: { burst: 30, refillMs: 1_000 },
} as const satisfies Record<string, Rate>;

/** Buckets kept of each kind; those that were used longest ago are forgotten first, and are full by then. */
const BUCKETS = 10_000;

/** Who asks, and where. */
export interface Applicant {
  /** Undefined where nobody has asked: a channel that is captioned. Then only the channel's and the server's limits hold. */
  readonly userId: string | undefined;
  readonly channelId: string;
  readonly guildId: string | undefined;
}

/** What keeps somebody out: what they themselves, their channel or their server have asked, or that the bot ends. */
export type Limit = keyof typeof RATES | 'closed';

/** Says that somebody is not let in, and why. */
export class LimitError extends ToldError {
  readonly limit: Limit;

  constructor(limit: Limit, tell: (words: Words) => string) {
    super('busy', tell);
    this.limit = limit;
  }
}

/** A request that was let in. */
export interface Admitted {
  /** How many people's requests that were let in before are still not done; for what nobody asked, all that run. */
  ahead(): number;
  /** To be called when the request is done. */
  leave(): void;
}

/** Keeps one person, one channel or one server from taking the bot away from the others. */
export interface Admission {
  /**
   * Lets a request in. Throws a LimitError where the person has one running, where the person, the channel or
   * the server has asked too often, and after `close`.
   */
  enter(applicant: Applicant): Admitted;
  /** From now on everyone is asked to come back later. */
  close(): void;
}

/** One request at a time for each person, and a token bucket for each of `RATES`. `now` is a clock in milliseconds. */
export function createAdmission(now: () => number): Admission {
  /** Those who have a request running, in the order in which they came. */
  const running = new Set<string>();
  const people = createBuckets(RATES.person, now);
  const channels = createBuckets(RATES.channel, now);
  const servers = createBuckets(RATES.server, now);
  let closed = false;
  return {
    enter({ userId, channelId, guildId }) {
      if (closed) throw new LimitError('closed', ({ refusals }) => refusals.restarting);
      if (userId !== undefined && running.has(userId)) {
        throw new LimitError('person', ({ refusals }) => refusals.oneAtATime);
      }
      const asked = [
        { limit: 'person', id: userId, buckets: people },
        { limit: 'channel', id: channelId, buckets: channels },
        { limit: 'server', id: guildId, buckets: servers },
      ] as const;
      // Nothing is taken before all three allow it.
      for (const { limit, id, buckets } of asked) {
        const seconds = id === undefined ? 0 : buckets.secondsUntil(id);
        if (seconds > 0) throw new LimitError(limit, ({ refusals }) => refusals[SENTENCES[limit]](seconds));
      }
      for (const { id, buckets } of asked) if (id !== undefined) buckets.take(id);
      if (userId === undefined) return { ahead: () => running.size, leave: () => {} };
      running.add(userId);
      return { ahead: () => [...running].indexOf(userId), leave: () => void running.delete(userId) };
    },
    close() {
      closed = true;
    },
  };
}

const SENTENCES = { person: 'tooMuch', channel: 'channelBusy', server: 'serverBusy' } as const;

interface Buckets {
  /** Whole seconds until there is a token again; 0 where there is one. */
  secondsUntil(id: string): number;
  take(id: string): void;
}

function createBuckets({ burst, refillMs }: Rate, now: () => number): Buckets {
  const buckets = new LRUCache<string, { readonly tokens: number; readonly at: number }>({ max: BUCKETS });
  const tokensOf = (id: string, at: number) => {
    const bucket = buckets.get(id);
    return bucket ? Math.min(burst, bucket.tokens + (at - bucket.at) / refillMs) : burst;
  };
  return {
    secondsUntil: (id) => Math.ceil((Math.max(0, 1 - tokensOf(id, now())) * refillMs) / 1000),
    take(id) {
      const at = now();
      buckets.set(id, { tokens: tokensOf(id, at) - 1, at });
    },
  };
}
