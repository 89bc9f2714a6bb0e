import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ownTurn } from '../src/own-turn.ts';

it('gives each who waits a turn of the event loop of their own, in the order in which they came', async () => {
  let turn = 0;
  let counting = true;
  const count = async () => {
    while (counting) {
      await nextTurn();
      turn += 1;
    }
  };
  const counted = count();
  const turns = await Promise.all([1, 2, 3, 4].map(() => ownTurn().then(() => turn)));
  counting = false;
  await counted;
  expect(turns).toEqual(turns.toSorted((a, b) => a - b));
  expect(new Set(turns).size).toBe(4);
});
