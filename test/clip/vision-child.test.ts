import { expect, it } from 'vitest';
import { forkAhead, forkVisionProcess, type VisionChild } from '../../src/clip/vision-child.ts';
import type { FromVision } from '../../src/clip/vision-protocol.ts';
import { MINI } from './support/mini.ts';

/** Who starts a child, and what it has heard of it. */
function listener() {
  const heard: FromVision[] = [];
  const ends: string[] = [];
  return {
    heard,
    ends,
    events: { onMessage: (message: FromVision) => heard.push(message), onEnd: (how: string) => ends.push(how) },
  };
}

/** Loads the checkpoint in the child, then lets it end. */
async function use(child: VisionChild, { heard, ends }: ReturnType<typeof listener>) {
  child.send({ type: 'open', checkpoint: MINI, threads: 1 });
  await expect.poll(() => heard.map(({ type }) => type), { timeout: 20_000 }).toContain('ready');
  child.disconnect();
  await expect.poll(() => ends, { timeout: 5000 }).toHaveLength(1);
}

it('gives the vision process that was forked ahead to the first who starts one, and others to those after', async () => {
  const start = forkAhead();
  const [first, second] = [listener(), listener()];
  const children = [start(first.events), start(second.events)] as const;
  expect(children[0].pid).not.toBe(children[1].pid);
  await Promise.all([use(children[0], first), use(children[1], second)]);
});

it('forks another where the one that was forked ahead has ended', async () => {
  const forked: VisionChild[] = [];
  const ends: string[] = [];
  const start = forkAhead((events) => {
    const child = forkVisionProcess({
      ...events,
      onEnd: (how) => {
        ends.push(how);
        events.onEnd(how);
      },
    });
    forked.push(child);
    return child;
  });
  forked[0]?.kill();
  await expect.poll(() => ends, { timeout: 5000 }).toEqual(['killed by SIGKILL']);
  const taker = listener();
  const child = start(taker.events);
  expect(child).toBe(forked[1]);
  await use(child, taker);
});

it('tells who took it of the end of the process that was forked ahead', async () => {
  const taker = listener();
  forkAhead()(taker.events).kill();
  await expect.poll(() => taker.ends, { timeout: 5000 }).toEqual(['killed by SIGKILL']);
});
