import { expect, it } from 'vitest';
import { bestRegion } from '../../src/where/best-region.ts';
import { hillsOf } from '../../src/where/hills.ts';

const picture = { width: 80, height: 20 };
/** Two rows of the same heat, so that a hill has more than one way down. */
const row = (...values: readonly number[]) => ({
  columns: values.length,
  rows: 2,
  values: Float64Array.from([...values, ...values]),
});
const apart = row(0, 9, 10, 7, 7, 8.9, 9, 0);
const joined = row(0, 9, 10, 8.5, 8.5, 8.9, 9, 0);

it('a hill is what goes up to one top, and small rises belong to the hill that they are on', () => {
  const [low, left, top, , , , right] = hillsOf(apart, 0.15);
  expect(left).toBe(top);
  expect(low).toBe(top);
  expect(right).not.toBe(top);
  expect(new Set(hillsOf(joined, 0.15)).size).toBe(1);
  expect(new Set(hillsOf(row(1, 1, 1, 1), 0.15)).size).toBe(1);
});

it('a box is around the hottest of two hills, and around both where little is between them', () => {
  expect(bestRegion(apart, picture)).toEqual({ left: 10, top: 0, width: 30, height: 20 });
  expect(bestRegion(joined, picture)).toEqual({ left: 10, top: 0, width: 60, height: 20 });
});

it('a large thing may have several hills, unless they take most of the picture', () => {
  expect(bestRegion(row(0, 0, 9, 10, 7, 9, 0, 0), picture, true)).toEqual({ left: 20, top: 0, width: 40, height: 20 });
  expect(bestRegion(apart, picture, true)).toEqual({ left: 10, top: 0, width: 30, height: 20 });
  expect(bestRegion(joined, picture, true)).toEqual({ left: 10, top: 0, width: 60, height: 20 });
});
