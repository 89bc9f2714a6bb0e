import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/images/region.ts';
import { type Scene, scoreSightings } from '../../src/where/evaluate-sightings.ts';

const picture = { width: 100, height: 100 };
const scene = (...box: [number, number, number, number]): Scene => ({
  image: 'a.jpg',
  thing: 'dog',
  absent: false,
  box,
  centre: [box[0] + box[2] / 2, box[1] + box[3] / 2],
});
const found = (left: number, top: number, width: number, height: number) => ({
  outcome: 'found' as const,
  box: { left, top, width, height } satisfies Box,
  picture,
});
const missed = { outcome: 'absent' as const, picture };

describe('how well things are found', () => {
  it('is 1 where each box is the true one, and what has no box counts as a miss', () => {
    const hit = { scene: scene(0, 0, 20, 20), sighting: found(0, 0, 20, 20) };
    expect(scoreSightings([hit])).toMatchObject({ centreHeld: 1, halfOverlapped: 1, overlap: 1, found: 1 });
    const half = scoreSightings([hit, { scene: scene(0, 0, 20, 20), sighting: missed }]);
    expect(half).toMatchObject({ centreHeld: 0.5, halfOverlapped: 0.5, overlap: 0.5, found: 0.5 });
  });

  it('tells a box that holds the centre from one that is where the thing is', () => {
    const { centreHeld, halfOverlapped, overlap } = scoreSightings([
      { scene: scene(40, 40, 20, 20), sighting: found(0, 0, 100, 100) },
    ]);
    expect({ centreHeld, halfOverlapped }).toEqual({ centreHeld: 1, halfOverlapped: 0 });
    expect(overlap).toBeCloseTo(0.04);
  });

  it('is held against the same box anywhere', () => {
    const { anywhere } = scoreSightings([{ scene: scene(40, 40, 20, 20), sighting: found(0, 0, 20, 20) }]);
    // The middle is held by a quarter of the places in each direction: from 30 to 50 of 0 to 80.
    expect(anywhere.centreHeld).toBeCloseTo(1 / 16, 2);
    const whole = scoreSightings([{ scene: scene(40, 40, 20, 20), sighting: found(0, 0, 100, 100) }]);
    expect(whole.anywhere.overlap).toBeCloseTo(0.04);
  });

  it('is held against a box of the mean size in the middle, of what was not found as well', () => {
    const { inMiddle } = scoreSightings([
      { scene: scene(40, 40, 20, 20), sighting: found(0, 0, 10, 10) },
      { scene: scene(0, 0, 20, 20), sighting: found(0, 0, 30, 30) },
      { scene: scene(40, 40, 20, 20), sighting: missed },
    ]);
    expect(inMiddle.centreHeld).toBeCloseTo(2 / 3);
    expect(inMiddle.overlap).toBeCloseTo(2 / 3);
  });
});
