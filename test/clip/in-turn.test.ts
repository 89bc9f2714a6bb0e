import { expect, it } from 'vitest';
import { createTurns } from '../../src/clip/in-turn.ts';

/** Work that ends when it is told to, and a list of what has begun. */
function workshop(atOnce?: number) {
  const turns = createTurns(atOnce);
  const begun: number[] = [];
  const end: ((failure?: Error) => void)[] = [];
  const start = (job: number) =>
    turns(
      () =>
        new Promise<number>((resolve, reject) => {
          begun.push(job);
          end[job] = (failure) => (failure ? reject(failure) : resolve(job));
        }),
    );
  return { begun, end, jobs: [0, 1, 2, 3, 4].map(start) };
}

it.each([1, 2, 3])('lets %d begin at once, in the order in which they came', async (atOnce) => {
  const { begun, end, jobs } = workshop(atOnce);
  await Promise.resolve();
  for (let over = 0; over < jobs.length; over++) {
    expect(begun).toEqual([0, 1, 2, 3, 4].slice(0, over + atOnce));
    end[over]?.();
    await expect(jobs[over]).resolves.toBe(over);
    await new Promise(setImmediate);
  }
});

it('goes on after a failure', async () => {
  const { end, jobs } = workshop();
  await Promise.resolve();
  end[0]?.(new Error('damaged'));
  await expect(jobs[0]).rejects.toThrow('damaged');
  await new Promise(setImmediate);
  end[1]?.();
  await expect(jobs[1]).resolves.toBe(1);
});
