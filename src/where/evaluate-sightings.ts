import { z } from 'zod';
import type { Box } from '../images/region.ts';
import type { Sighting } from './sighting.ts';

/** A line of a file of scenes: a thing and where it truly is, or that it is not there. */
export const sceneForm = z.union([
  z.object({
    image: z.string(),
    thing: z.string(),
    absent: z.literal(false),
    /** Left, top, width and height, in pixels. */
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    centre: z.tuple([z.number(), z.number()]),
  }),
  z.object({ image: z.string(), thing: z.string(), absent: z.literal(true) }),
]);
/** A scene as it is read. */
export type Scene = z.infer<typeof sceneForm>;

/** How well things are found. Shares are 0 to 1, of all scenes with the thing unless said otherwise. */
export interface SightingScores {
  readonly there: number;
  readonly absent: number;
  /** Those with a box that holds the thing's centre. What was not found has no box, so that it counts against this. */
  readonly centreHeld: number;
  /** Those that were found. */
  readonly found: number;
  /** Of the scenes without the thing, those where it was told to be absent. */
  readonly toldAbsent: number;
  /** Mean intersection over union with the true box; 0 where there is none. */
  readonly overlap: number;
  /** Of those that were found, the mean share of the picture that the box takes, and that the true box takes. */
  readonly boxShare: number;
  readonly trueShare: number;
}

/** Scores what was said of each scene. */
export function scoreSightings(
  looked: readonly { readonly scene: Scene; readonly sighting: Pick<Sighting, 'outcome' | 'box' | 'picture'> }[],
): SightingScores {
  const there = looked.flatMap(({ scene, sighting }) => (scene.absent ? [] : [{ scene, sighting }]));
  const absent = looked.filter(({ scene }) => scene.absent);
  const boxes = there.flatMap(({ scene, sighting: { box, picture } }) => {
    const [left, top, width, height] = scene.box;
    return box ? [{ box, truth: { left, top, width, height }, centre: scene.centre, picture }] : [];
  });
  const ofAll = (sum: number) => sum / Math.max(1, there.length);
  const mean = (values: readonly number[]) => total(values) / Math.max(1, values.length);
  return {
    there: there.length,
    absent: absent.length,
    centreHeld: ofAll(boxes.filter(({ box, centre }) => holds(box, centre)).length),
    found: ofAll(boxes.length),
    toldAbsent: absent.filter(({ sighting }) => sighting.outcome === 'absent').length / Math.max(1, absent.length),
    overlap: ofAll(total(boxes.map(({ box, truth }) => overlapOf(box, truth)))),
    boxShare: mean(boxes.map(({ box, picture }) => areaOf(box) / (picture.width * picture.height))),
    trueShare: mean(boxes.map(({ truth, picture }) => areaOf(truth) / (picture.width * picture.height))),
  };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const areaOf = ({ width, height }: Box): number => width * height;

const holds = ({ left, top, width, height }: Box, [x, y]: readonly [number, number]): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height;

/** Intersection over union of two boxes, 0 to 1. */
function overlapOf(one: Box, other: Box): number {
  const across = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  const shared = Math.max(0, across) * Math.max(0, down);
  return shared / (areaOf(one) + areaOf(other) - shared);
}
