import { expect, it } from 'vitest';
import { calibrationOf } from '../../src/evaluation/calibration.ts';

it('is the mean gap between confidence and accuracy, weighted by how many answers a bin holds', () => {
  const { ece, bins } = calibrationOf([
    { confidence: 0.95, accuracy: 1 },
    { confidence: 0.91, accuracy: 0.6 },
    { confidence: 0.92, accuracy: 1 },
    { confidence: 0.15, accuracy: 0.3 },
  ]);
  expect(bins).toHaveLength(10);
  expect(bins[9]).toMatchObject({ from: 0.9, to: 1, n: 3 });
  expect(bins[9]?.confidence).toBeCloseTo(2.78 / 3, 10);
  expect(bins[9]?.accuracy).toBeCloseTo(2.6 / 3, 10);
  expect(bins[5]).toEqual({ from: 0.5, to: 0.6, n: 0, confidence: null, accuracy: null });
  expect(ece).toBeCloseTo((3 * (0.18 / 3) + 0.15) / 4, 10);
});

it('is none where every bin is as accurate as it is confident', () => {
  const answers = [1, 1, 1, 0].map((accuracy) => ({ confidence: 0.75, accuracy }));
  expect(calibrationOf(answers).ece).toBeCloseTo(0, 10);
});

it('counts a confidence at the edge of two bins to the lower, and none at all to the first', () => {
  const { bins } = calibrationOf([0, 0.1, 0.3, 1].map((confidence) => ({ confidence, accuracy: 0 })));
  expect(bins.map(({ n }) => n)).toEqual([2, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
});

it('is not known without answers', () => {
  expect(calibrationOf([]).ece).toBeNull();
});
