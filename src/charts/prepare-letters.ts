import { setImmediate as breathe } from 'node:timers/promises';
import { letterOf } from './plex.ts';

/** What nearly all charts are written with. */
const USUAL = ['a', 'bcdefghijklmnopqrstuvwxyz', '0123456789 .,:?()%<+−×…“”', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as const;
/** Any: it is the outlines that take time, and they are the same for all sizes. */
const SIZE = 13;

let prepared: Promise<void> | undefined;

/**
 * Reads the font and its usual letters, bit by bit, so that the first chart of a process that serves others does not keep
 * them waiting: it took 45 ms at once, and takes under 20 ms at a time. What was read before is not read again.
 */
export function prepareLetters(): Promise<void> {
  prepared ??= prepare();
  return prepared;
}

async function prepare(): Promise<void> {
  for (const weight of ['regular', 'semibold'] as const) {
    for (const letters of USUAL) {
      for (const letter of letters) letterOf(letter, SIZE, weight);
      await breathe();
    }
  }
}
