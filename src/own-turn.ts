import { setImmediate as nextTurn } from 'node:timers/promises';

let last: Promise<unknown> = Promise.resolve();

/**
 * Resolves in a turn of the event loop that nobody else who waits here gets. Where all that is needed is cached, an answer would
 * otherwise run through without a pause, and those of many askers, whose pictures come back together, one after the other
 * before a timer or a socket is looked at.
 */
export function ownTurn(): Promise<void> {
  const mine = last.then(() => nextTurn());
  last = mine;
  return mine;
}
