import { describe, expect, it } from 'vitest';
import { formatBytes } from '../src/format-bytes.ts';
import { createTransferRate } from '../src/transfer-rate.ts';

describe('createTransferRate', () => {
  function measure(notes: readonly (readonly [at: number, bytes: number])[]) {
    let now = 0;
    const rate = createTransferRate(() => now);
    return notes.map(([at, bytes]) => {
      now = at;
      return rate.note(bytes);
    });
  }

  it('gives bytes per second, not counting what was here before', () => {
    expect(
      measure([
        [0, 5_000_000],
        [1000, 6_000_000],
        [2000, 7_000_000],
      ]),
    ).toEqual([undefined, 1_000_000, 1_000_000]);
  });

  it('notices within seconds that the line went slow', () => {
    const rates = measure([
      [0, 0],
      [1000, 9_000_000],
      [2000, 9_000_100],
      [7000, 9_000_600],
      [12_000, 9_001_100],
    ]);
    expect(rates.at(-1)).toBe(100);
  });

  it('begins anew where a transfer does', () => {
    expect(
      measure([
        [0, 0],
        [1000, 1000],
        [2000, 0],
        [3000, 500],
      ]),
    ).toEqual([undefined, 1000, undefined, 500]);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [607_971_262, '608 MB'],
    [1_535_677_409, '1.5 GB'],
    [12_345_678, '12 MB'],
  ])('shows %d as %s', (bytes, shown) => {
    expect(formatBytes(bytes)).toBe(shown);
  });
});
