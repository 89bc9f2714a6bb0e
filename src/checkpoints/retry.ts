import { PassingHubError } from './hub-error.ts';

/** How often something is tried, and what is done in between. */
export interface RetryOptions {
  /** After so many failures it gives up. */
  readonly attempts: number;
  /** Waits so many milliseconds; a test need not. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Told of a pause that a person would notice. */
  readonly onPause?: (milliseconds: number, failure: PassingHubError) => void;
  /** Whether to give it all up. */
  readonly signal: AbortSignal;
}

/** One second, two, four: an overloaded hub is not asked in a hurry. */
const FIRST_PAUSE_MS = 1_000;

/** A hub that asks to wait for longer is not waited for: the person is told instead. */
const LONGEST_PAUSE_MS = 60_000;

/** Does some work, again after a pause where it failed for a reason that may pass. Throws what the last attempt threw. */
export async function withRetries<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PassingHubError) || attempt >= options.attempts || options.signal.aborted) throw error;
      const pauseMs = error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (attempt - 1);
      if (pauseMs > LONGEST_PAUSE_MS) throw error;
      options.onPause?.(pauseMs, error);
      await options.pause(pauseMs);
    }
  }
}
