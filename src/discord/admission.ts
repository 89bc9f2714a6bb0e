import { LRUCache } from 'lru-cache';
import { UserError } from '../user-error.ts';

/** Questions a person may ask at once, after a quiet while. */
export const BURST = 5;
/** A further question is allowed after each such time, in milliseconds. */
export const REFILL_MS = 6_000;
/** People whose counts are kept; those who asked longest ago are forgotten first. */
const PEOPLE = 10_000;

/** Keeps one person from taking the bot away from the others. */
export interface Admission {
  /**
   * Lets a person's request in and returns what to call when it is done.
   * Throws a UserError (`busy`) where the person has one running or has asked too often, or after `close`.
   */
  enter(userId: string): () => void;
  /** From now on everyone is asked to come back later. */
  close(): void;
}

/** One request at a time for each person, and a token bucket of `BURST`. `now` is a clock in milliseconds. */
export function createAdmission(now: () => number): Admission {
  const running = new Set<string>();
  const buckets = new LRUCache<string, { readonly tokens: number; readonly at: number }>({ max: PEOPLE });
  let closed = false;
  return {
    enter(userId) {
      if (closed) throw new UserError('busy', 'I am about to restart. Please ask again in a minute.');
      if (running.has(userId)) {
        throw new UserError('busy', 'I am still working on your last request. Please ask again when it is answered.');
      }
      const at = now();
      const bucket = buckets.get(userId) ?? { tokens: BURST, at };
      const tokens = Math.min(BURST, bucket.tokens + (at - bucket.at) / REFILL_MS);
      if (tokens < 1) {
        const seconds = Math.ceil(((1 - tokens) * REFILL_MS) / 1000);
        const wait = seconds === 1 ? '1 second' : `${seconds} seconds`;
        throw new UserError('busy', `That was a lot at once. Please wait ${wait} and ask again.`);
      }
      buckets.set(userId, { tokens: tokens - 1, at });
      running.add(userId);
      return () => running.delete(userId);
    },
    close() {
      closed = true;
    },
  };
}
