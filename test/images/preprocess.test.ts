import { expect, it } from 'vitest';
import { toPixelValues } from '../../src/images/preprocess.ts';

const format = { size: 2, mean: [0.5, 0.25, 0], std: [0.5, 0.25, 1] } as const;

it('puts the channels into planes, red first', () => {
  const rgb = Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]);
  expect([...toPixelValues(rgb, format)]).toEqual([1, -1, -1, 1, -1, 3, -1, 3, 0, 0, 1, 1]);
});

it('subtracts the mean and divides by the deviation of each channel', () => {
  const values = toPixelValues(new Uint8Array(12).fill(51), format);
  expect(values[0]).toBeCloseTo((0.2 - 0.5) / 0.5, 6);
  expect(values[4]).toBeCloseTo((0.2 - 0.25) / 0.25, 6);
  expect(values[8]).toBeCloseTo(0.2, 6);
});

it('refuses pixels that are not of the size', () => {
  expect(() => toPixelValues(new Uint8Array(11), format)).toThrow(RangeError);
});
