import { expect, it } from 'vitest';
import { SILENT } from '../../src/checkpoints/log.ts';
import { createBackgroundTexts } from '../../src/clip/background-texts.ts';
import type { TextEmbeddings } from '../../src/clip/text-embeddings.ts';
import type { Schedule } from '../../src/clip/vision-client.ts';

/** An encoder that keeps what it has encoded, a process that is as busy as is said, and a clock that is moved by hand. */
function setUp(cached: readonly string[] = []) {
  const known = new Set(cached);
  const batches: (readonly string[])[] = [];
  const activity = { idle: true, admitted: 0 };
  const texts: TextEmbeddings = {
    encode: async (prompts) => {
      activity.admitted += 1;
      batches.push(prompts);
      for (const prompt of prompts) known.add(prompt);
      return prompts.map(() => Float32Array.of(1));
    },
    isCached: (prompt) => known.has(prompt),
  };
  const timers = new Set<() => void>();
  const schedule: Schedule = (callback) => {
    timers.add(callback);
    return () => timers.delete(callback);
  };
  /** Lets a moment pass, and all that follows from it. */
  const moment = async () => {
    for (const ring of [...timers]) {
      timers.delete(ring);
      ring();
    }
    await new Promise(setImmediate);
  };
  const background = createBackgroundTexts(texts, { activity: () => ({ ...activity }) }, { schedule, log: SILENT });
  return { background, batches, activity, moment, timers };
}

async function* listsOf(...lists: readonly (readonly string[])[]): AsyncGenerator<readonly string[]> {
  yield* lists;
}

const prompts = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `prompt ${100 + from + i}`);

it('encodes what is not cached yet, all of it, in small batches with a moment before each', async () => {
  const { background, batches, moment } = setUp(prompts(4));
  let done = false;
  const encoding = background.encode(listsOf(prompts(20), prompts(3, 20))).then(() => {
    done = true;
  });
  await new Promise(setImmediate);
  expect(batches).toEqual([]);
  await moment();
  expect(batches).toHaveLength(1);
  for (let i = 0; !done && i < 20; i++) await moment();
  await encoding;
  expect(batches.flat()).toEqual(prompts(19, 4));
  expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(8);
});

it('waits while anything is to be done, and for a moment after anybody has asked', async () => {
  const { background, batches, activity, moment } = setUp();
  void background.encode(listsOf(prompts(8)));
  await new Promise(setImmediate);
  activity.idle = false;
  await moment();
  await moment();
  expect(batches).toEqual([]);
  activity.idle = true;
  // Somebody asked and was answered within the moment.
  activity.admitted += 1;
  await moment();
  expect(batches).toEqual([]);
  await moment();
  expect(batches).toEqual([prompts(8)]);
});

it('asks for no further list before a moment has passed', async () => {
  const { background, moment } = setUp(prompts(2));
  const asked: number[] = [];
  async function* lists() {
    for (const list of [1, 2, 3]) {
      asked.push(list);
      yield prompts(2);
    }
  }
  const encoding = background.encode(lists());
  await new Promise(setImmediate);
  expect(asked).toEqual([1]);
  await moment();
  expect(asked).toEqual([1, 2]);
  for (const _ of [1, 2, 3]) await moment();
  await encoding;
});

it('stops at once, and leaves no timer', async () => {
  const { background, batches, timers } = setUp();
  const encoding = background.encode(listsOf(prompts(20)));
  await new Promise(setImmediate);
  background.stop();
  await encoding;
  expect(batches).toEqual([]);
  expect(timers.size).toBe(0);
  await background.encode(listsOf(prompts(20)));
  expect(batches).toEqual([]);
});

it('gives up without an error where encoding fails', async () => {
  const { background, activity, moment } = setUp();
  async function* broken(): AsyncGenerator<readonly string[]> {
    yield prompts(8);
    throw new Error('no more');
  }
  const encoding = background.encode(broken());
  for (const _ of [1, 2, 3]) await moment();
  await expect(encoding).resolves.toBeUndefined();
  expect(activity.admitted).toBe(1);
});
