import { expect, it, test } from 'vitest';
import { wilsonInterval } from '../../src/evaluation/wilson-interval.ts';

/** Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, the score method. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i are a share between %d and %d', (right, n, low, high) => {
  const interval = wilsonInterval(right / n, n);
  expect(interval[0]).toBeCloseTo(low, 4);
  expect(interval[1]).toBeCloseTo(high, 4);
});

it('stays within 0 and 1', () => {
  expect(wilsonInterval(0, 1)[0]).toBe(0);
  expect(wilsonInterval(1, 20)[1]).toBe(1);
});

it('is the narrower the more was seen', () => {
  const width = (n: number) => wilsonInterval(0.7, n)[1] - wilsonInterval(0.7, n)[0];
  expect(width(1000)).toBeLessThan(width(100) / 3);
});
