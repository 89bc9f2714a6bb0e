import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { UserError } from '../user-error.ts';
import { inWords } from './told-error.ts';
import type { Words } from './words/en.ts';

/** What a log says about the request that failed: ids and names, never words or addresses. */
export interface RequestFacts {
  readonly interaction?: string;
  readonly message?: string;
  readonly request: string;
  readonly user: string;
}

/**
 * The sentence for the person whose request failed. A UserError brings its own; anything else is a bug, logged under
 * an id that the sentence names.
 */
export function explainFailure(error: unknown, facts: RequestFacts, words: Words, log: Logger): string {
  if (error instanceof UserError) {
    log.info({ ...facts, code: error.code }, 'refused');
    return inWords(error, words);
  }
  return words.refusals.bug(logBug(error, facts, log));
}

/** Logs a bug under a new id, and returns the id. */
export function logBug(error: unknown, facts: object, log: Logger): string {
  const errorId = randomBytes(4).toString('hex');
  log.error({ ...facts, errorId, err: error }, 'unexpected error');
  return errorId;
}
