import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DownloadProgress } from '../src/checkpoints/download-checkpoint.ts';
import type { Glimpse } from '../src/glimpse.ts';
import { type GlimpseState, startGlimpse } from '../src/glimpse-source.ts';
import { UserError } from '../src/user-error.ts';

const glimpse = { model: 'glimpse-mini' } as Glimpse;

/** A source whose opening the test conducts, and the states that it has been through. */
function conducted() {
  let progress: (progress: DownloadProgress) => void = () => {};
  let succeed: (opened: Glimpse) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const source = startGlimpse((onProgress) => {
    progress = onProgress;
    return new Promise((resolve, reject) => {
      [succeed, fail] = [resolve, reject];
    });
  });
  const states: GlimpseState[] = [];
  const unsubscribe = source.changed((state) => states.push(state));
  return {
    source,
    states,
    unsubscribe,
    receive: (receivedBytes: number, totalBytes: number) => progress({ id: 'clip', receivedBytes, totalBytes }),
    succeed: () => succeed(glimpse),
    fail: (error: unknown) => fail(error),
  };
}

/** Rejections that nobody handled. Node tells of them after the microtasks, before the next turn of the event loop. */
const unhandled: unknown[] = [];
const onUnhandled = (error: unknown) => void unhandled.push(error);
let others: NodeJS.UnhandledRejectionListener[];
beforeEach(() => {
  unhandled.length = 0;
  others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', onUnhandled);
});
afterEach(() => {
  process.removeAllListeners('unhandledRejection');
  for (const listener of others) process.on('unhandledRejection', listener);
});
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a Glimpse that is opened', () => {
  it('downloads, loads and is ready', async () => {
    const { source, states, receive, succeed } = conducted();
    expect(source.state()).toEqual({ phase: 'loading' });
    receive(0, 100);
    receive(40, 100);
    expect(source.state()).toEqual({ phase: 'downloading', received: 40, total: 100 });
    receive(100, 100);
    expect(source.state()).toEqual({ phase: 'loading' });
    succeed();
    expect(await source.ready).toBe(glimpse);
    expect(source.state()).toEqual({ phase: 'ready' });
    expect(states).toEqual([
      { phase: 'downloading', received: 0, total: 100 },
      { phase: 'downloading', received: 40, total: 100 },
      { phase: 'loading' },
      { phase: 'ready' },
    ]);
  });

  it('that is on this disk already only loads', async () => {
    const { source, states, succeed } = conducted();
    succeed();
    await source.ready;
    expect(states).toEqual([{ phase: 'ready' }]);
  });

  it('says that it does not know how much there is to download where that is so', () => {
    const { source, receive } = conducted();
    receive(7, 0);
    expect(source.state()).toEqual({ phase: 'downloading', received: 7, total: undefined });
  });

  it('stays ready, whatever is told of a download afterwards', async () => {
    const { source, states, receive, succeed } = conducted();
    succeed();
    await source.ready;
    receive(1, 100);
    expect(source.state()).toEqual({ phase: 'ready' });
    expect(states).toHaveLength(1);
  });
});

describe('a Glimpse that cannot be opened', () => {
  const error = new UserError('model-unavailable', 'It could not be fetched.');

  it('has failed, and says why, to those who wait and to those who watch', async () => {
    const { source, states, receive, fail } = conducted();
    receive(1, 100);
    fail(error);
    await expect(source.ready).rejects.toBe(error);
    expect(source.state()).toEqual({ phase: 'failed', error });
    expect(states.at(-1)).toEqual({ phase: 'failed', error });
    receive(2, 100);
    expect(source.state()).toEqual({ phase: 'failed', error });
  });

  it('is no unhandled rejection where nobody waits', async () => {
    const { source, fail } = conducted();
    fail(error);
    await turn();
    expect(source.state()).toMatchObject({ phase: 'failed' });
    expect(unhandled).toEqual([]);
  });

  it('has failed, too, where the opening throws before it returns a promise', async () => {
    const source = startGlimpse(() => {
      throw error;
    });
    await expect(source.ready).rejects.toBe(error);
    expect(source.state()).toEqual({ phase: 'failed', error });
  });
});

describe('listeners', () => {
  it('hear nothing after they have unsubscribed, even in the middle of being told', () => {
    const { source, states, unsubscribe, receive } = conducted();
    const heard: GlimpseState[] = [];
    const stop = source.changed((state) => {
      heard.push(state);
      stop();
    });
    receive(1, 100);
    unsubscribe();
    unsubscribe();
    receive(2, 100);
    expect([states.length, heard.length]).toEqual([1, 1]);
  });

  it('can be the same function twice', () => {
    const { source, receive } = conducted();
    let calls = 0;
    const count = () => void calls++;
    const stop = source.changed(count);
    source.changed(count);
    receive(1, 100);
    stop();
    receive(2, 100);
    expect(calls).toBe(3);
  });

  it('that throw stop neither the others nor the opening, and are heard of', async () => {
    const { source, receive, succeed } = conducted();
    const bug = new Error('a bug');
    source.changed(({ phase }) => {
      if (phase === 'downloading') throw bug;
    });
    const heard: string[] = [];
    source.changed(({ phase }) => heard.push(phase));
    receive(1, 100);
    succeed();
    expect(await source.ready).toBe(glimpse);
    await turn();
    expect(heard).toEqual(['downloading', 'ready']);
    expect(unhandled).toEqual([bug]);
  });
});
