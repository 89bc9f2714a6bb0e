import { describe, expect, it } from 'vitest';
import { median, pairedRatio, percentile } from '../../bench/statistics.ts';

describe('median', () => {
  it('is the value in the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('is the mean of the two in the middle where there are two', () => {
    expect(median([4, 1, 2, 100])).toBe(3);
  });

  it('refuses no values', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('percentile', () => {
  // The expected values are those of numpy.percentile.
  it.each([
    [0, 10],
    [50, 35],
    [95, 57.5],
    [100, 60],
  ])('agrees with NumPy at %i %%', (percent, expected) => {
    expect(percentile([10, 20, 30, 40, 50, 60], percent)).toBeCloseTo(expected, 10);
  });

  it('leaves the values in their order', () => {
    const values = [3, 1, 2];
    percentile(values, 95);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('pairedRatio', () => {
  it('is not moved by rounds in which everything was slow', () => {
    expect(pairedRatio([2, 20, 2, 200], [1, 10, 1, 100])).toBe(2);
  });

  it('refuses values of different numbers of rounds', () => {
    expect(() => pairedRatio([1, 2], [1])).toThrow(RangeError);
  });
});
