import { describe, expect, it } from 'vitest';
import { bar, percent } from '../src/chart.ts';

describe('bar', () => {
  it('fills its share of the width and stays as wide', () => {
    expect(bar(0.7)).toBe('███████░░░');
    expect(bar(0, 4)).toBe('░░░░');
    expect(bar(1.2, 4)).toBe('████');
  });
});

describe('percent', () => {
  it.each([
    [0.944, '94 %'],
    [1, '100 %'],
    [0.9999, '99 %'],
    [0.0001, '<1 %'],
    [0, '0 %'],
  ])('writes %d as %s: certainty and impossibility are never rounded into', (share, text) => {
    expect(percent(share)).toBe(text);
  });
});
