import { describe, expect, it } from 'vitest';
import type { ConfidenceTable } from '../../src/clip/embedding.ts';
import { confidenceIn } from '../../src/vqa/confidence.ts';
import { type Scoring, scoringWith } from '../../src/vqa/scoring.ts';
import { bagOfWords } from './bag-of-words.ts';

const calibration: ConfidenceTable = {
  'yes-no': [
    [0.5, 0.4],
    [0.9, 0.8],
  ],
  all: [
    [0.2, 0.1],
    [1, 1],
  ],
};
const by = (switched: Partial<Scoring> = {}, table: ConfidenceTable | undefined = calibration) => ({
  encoder: { ...bagOfWords('dog'), calibration: table },
  scoring: scoringWith(switched),
});

describe('the confidence in an answer', () => {
  it('is read off the table of its family, in a straight line between points and level beyond', () => {
    expect(confidenceIn('yes-no', 0.7, false, by()).confidence).toBeCloseTo(0.6, 10);
    expect(confidenceIn('yes-no', 0.1, false, by()).confidence).toBe(0.4);
    expect(confidenceIn('yes-no', 0.95, false, by()).confidence).toBe(0.8);
  });

  it('is read off the table of all families where its own has none', () => {
    expect(confidenceIn('place', 0.6, false, by()).confidence).toBeCloseTo(0.55, 10);
  });

  it('is the share itself where nothing was measured, or calibration is switched off', () => {
    expect(confidenceIn('yes-no', 0.7, false, { ...by(), encoder: bagOfWords('dog') }).confidence).toBe(0.7);
    expect(confidenceIn('yes-no', 0.7, false, by({ calibration: false })).confidence).toBe(0.7);
  });

  it('is never that of a certainty, and of a number lower still where counting was not measured', () => {
    expect(confidenceIn('place', 1, false, by()).confidence).toBe(0.99);
    expect(confidenceIn('count', 1, false, by()).confidence).toBe(0.8);
    expect(confidenceIn('count', 1, false, by({ ceilings: false })).confidence).toBe(0.99);
    const measured: ConfidenceTable = { ...calibration, count: [[1, 0.93]] };
    expect(confidenceIn('count', 1, false, by({}, measured)).confidence).toBe(0.93);
  });

  it('is never enough to be sure where the words are unknown', () => {
    const { confidence, sure } = confidenceIn('place', 1, true, by());
    expect(confidence).toBeLessThan(0.5);
    expect(sure).toBe(false);
  });
});
