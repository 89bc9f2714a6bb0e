import { describe, expect, it } from 'vitest';
import { ATTEMPTS, createJobQueue, IN_HAND, type Job } from '../../src/clip/job-queue.ts';

const job = (id: number): Job => ({
  message: { type: 'texts', id, prompts: [] },
  hash: undefined,
  resolve: () => {},
  reject: () => {},
});

/** A queue with jobs 1 to `count`. */
function queueOf(count: number) {
  const queue = createJobQueue();
  for (let id = 1; id <= count; id++) queue.add(job(id));
  /** Hands over all that may be, and returns their ids. */
  const handOver = () => {
    const ids: number[] = [];
    for (let next = queue.handOver(); next; next = queue.handOver()) ids.push(next.message.id);
    return ids;
  };
  const takeBack = (late = false) => queue.takeBack({ late }).map(({ message }) => message.id);
  return { queue, handOver, takeBack };
}

it('hands over as many as the process holds, in their order, and one more for each that is over', () => {
  const { queue, handOver } = queueOf(IN_HAND + 2);
  expect(handOver()).toEqual([1, 2, 3, 4, 5, 6]);
  queue.settle(1);
  expect(queue.head()?.job.message.id).toBe(2);
  expect(handOver()).toEqual([IN_HAND + 1]);
  expect(queue.waiting()).toBe(1);
});

describe('after a crash', () => {
  it('hands over the jobs that were in it again, first and one at a time, and the others together', () => {
    const { queue, handOver, takeBack } = queueOf(IN_HAND + 3);
    handOver();
    for (const id of [1, 2]) queue.start(id);
    expect(takeBack()).toEqual([]);
    const rounds: (readonly number[])[] = [];
    for (let round = handOver(); round.length > 0; round = handOver()) {
      rounds.push(round);
      for (const id of round) queue.settle(id);
    }
    expect(rounds).toEqual([[1], [2], [3, 4, 5, 6, 7, 8], [9]]);
  });

  it('gives up the job that crashes alone, too, and none that was beside it', () => {
    const { queue, handOver, takeBack } = queueOf(3);
    handOver();
    for (const id of [1, 2, 3]) queue.start(id);
    takeBack();
    // 2 is the guilty one.
    handOver();
    queue.settle(1);
    expect(handOver()).toEqual([2]);
    expect(takeBack()).toEqual([2]);
    expect(handOver()).toEqual([3]);
    expect(queue.settle(3)).toBeDefined();
    expect(queue.isEmpty()).toBe(true);
  });

  it('does not count it against a job that was not begun', () => {
    const { handOver, takeBack } = queueOf(2);
    for (let crash = 1; crash < ATTEMPTS; crash++) {
      handOver();
      takeBack();
    }
    handOver();
    expect(takeBack()).toEqual([1]);
    // Never begun, though it was in hand.
    handOver();
    expect(takeBack()).toEqual([]);
  });
});

it('blames the head alone for being late', () => {
  const { queue, handOver, takeBack } = queueOf(3);
  handOver();
  for (const id of [1, 2, 3]) queue.start(id);
  takeBack(true);
  expect(handOver()).toEqual([1]);
  expect(takeBack(true)).toEqual([1]);
  expect(handOver()).toEqual([2, 3]);
});
