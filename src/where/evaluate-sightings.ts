import { z } from 'zod';
import type { PictureSize } from '../images/framing.ts';
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

/** How well boxes are where the things are, of all scenes with the thing: what was not found has no box, which counts against it. */
export interface BoxScores {
  /** The share of scenes with a box that holds the thing's centre. In scenes whose things are near the middle it says little. */
  readonly centreHeld: number;
  /** The share of those with a box that overlaps the true one by a half or more (CorLoc). */
  readonly halfOverlapped: number;
  /** Mean intersection over union with the true box. */
  readonly overlap: number;
}

/** How well things are found. Shares are 0 to 1, of all scenes with the thing unless said otherwise. */
export interface SightingScores extends BoxScores {
  readonly there: number;
  readonly absent: number;
  /** Those that were found. */
  readonly found: number;
  /** Of the scenes without the thing, those where it was told to be absent. */
  readonly toldAbsent: number;
  /** Of those that were found, the mean share of the picture that the box takes, and that the true box takes. */
  readonly boxShare: number;
  readonly trueShare: number;
  /** What looking is to be held against: each box that was found, in its size, but anywhere in its picture; the mean over all places. */
  readonly anywhere: BoxScores;
  /** And one box in the middle of every picture, as wide and high as those that were found are on average, as shares of the picture. */
  readonly inMiddle: BoxScores;
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
  const wide = mean(boxes.map(({ box, picture }) => box.width / picture.width));
  const high = mean(boxes.map(({ box, picture }) => box.height / picture.height));
  const inMiddle = there.map(({ scene, sighting: { picture } }) => {
    const [left, top, width, height] = scene.box;
    const size = { width: wide * picture.width, height: high * picture.height };
    const box = { left: (picture.width - size.width) / 2, top: (picture.height - size.height) / 2, ...size };
    return scoreOf({ box, truth: { left, top, width, height }, centre: scene.centre });
  });
  return {
    there: there.length,
    absent: absent.length,
    ...meanOf(boxes.map(scoreOf), there.length),
    found: boxes.length / Math.max(1, there.length),
    toldAbsent: absent.filter(({ sighting }) => sighting.outcome === 'absent').length / Math.max(1, absent.length),
    boxShare: mean(boxes.map(({ box, picture }) => areaOf(box) / (picture.width * picture.height))),
    trueShare: mean(boxes.map(({ truth, picture }) => areaOf(truth) / (picture.width * picture.height))),
    anywhere: meanOf(boxes.map(scoreAnywhere), there.length),
    inMiddle: meanOf(inMiddle),
  };
}

/** A box, and where the thing truly is. */
interface Tried {
  readonly box: Box;
  readonly truth: Box;
  readonly centre: readonly [x: number, y: number];
}

/** A box is tried in so many places in each direction, evenly over all that it fits in. */
const PLACES_TRIED = 50;

/** Over all places of a box of this size in the picture. */
function scoreAnywhere({ box, picture, ...tried }: Tried & { readonly picture: PictureSize }): BoxScores {
  const steps = Array.from({ length: PLACES_TRIED }, (_, at) => (at + 0.5) / PLACES_TRIED);
  const scores = steps.flatMap((across) =>
    steps.map((down) => {
      const [left, top] = [across * (picture.width - box.width), down * (picture.height - box.height)];
      return scoreOf({ ...tried, box: { ...box, left, top } });
    }),
  );
  return meanOf(scores);
}

/** Those of boxes that there are not are 0: of `count` in all. */
function meanOf(scores: readonly BoxScores[], count: number = scores.length): BoxScores {
  const mean = (of: keyof BoxScores) => total(scores.map((score) => score[of])) / Math.max(1, count);
  return { centreHeld: mean('centreHeld'), halfOverlapped: mean('halfOverlapped'), overlap: mean('overlap') };
}

function scoreOf({ box, truth, centre }: Tried): BoxScores {
  const overlap = overlapOf(box, truth);
  return { centreHeld: holds(box, centre) ? 1 : 0, halfOverlapped: overlap >= 0.5 ? 1 : 0, overlap };
}

const mean = (values: readonly number[]): number => total(values) / Math.max(1, values.length);
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const areaOf = ({ width, height }: Box): number => width * height;

/** Whether a point lies in a box, its edges included. */
export const holds = ({ left, top, width, height }: Box, [x, y]: readonly [number, number]): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height;

/** Intersection over union of two boxes, 0 to 1. */
export function overlapOf(one: Box, other: Box): number {
  const across = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  const shared = Math.max(0, across) * Math.max(0, down);
  return shared / (areaOf(one) + areaOf(other) - shared);
}
