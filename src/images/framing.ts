import type { Box } from './region.ts';
import { type Axis, type Filter, SUPPORT } from './resample.ts';

/**
 * How a picture comes to be square: `cover` is CLIP's way, which shrinks the shortest side to the size and crops the middle;
 * `fill` is SigLIP's, which squashes all of it.
 */
export type Fit = 'cover' | 'fill';

/** How a checkpoint wants pictures shrunk. */
export interface Shrinking {
  readonly fit: Fit;
  readonly filter: Filter;
}

/** A picture's size in pixels, upright. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The way of one axis from the picture to the square. */
export interface FramedAxis {
  /** To how many pixels the whole picture is brought while it is decoded: as many as it has, or fewer. */
  readonly decoded: number;
  /** Which of these are needed: `count` of them, from `first` on. */
  readonly first: number;
  readonly count: number;
  /** To how many pixels those are then shrunk, and how many of them are cut off before the square begins. */
  readonly second: { readonly to: number; readonly skip: number } | undefined;
  /** How those are then resampled by Pillow's own arithmetic. */
  readonly last: Axis | undefined;
}

/** The way of a picture to the square. */
export interface Framing {
  readonly x: FramedAxis;
  readonly y: FramedAxis;
  /** Whether there is a second shrinking, on at least one axis. The first may then be rough. */
  readonly rough: boolean;
}

/**
 * Where the square of `size` pixels lies that is made of the part `kept` of a picture. For `cover` it is OpenAI's rule
 * (clip/clip.py, `_transform`), as torchvision carries it out: the longer side loses its fraction, and the crop's offset is
 * rounded, halves to the even number. A pixel more or less shows (docs/preprocessing.md). `shrinksOnLoad` is for a
 * format whose decoder shrinks by itself, up to eight times.
 */
export function framingOf(
  picture: PictureSize,
  kept: Box,
  size: number,
  { fit, filter, shrinksOnLoad }: Shrinking & { readonly shrinksOnLoad: boolean },
): Framing {
  const short = Math.min(kept.width, kept.height);
  const target = (side: number) => (fit === 'fill' ? size : Math.trunc((size * side) / short));
  const [width, height] = [target(kept.width), target(kept.height)];
  const most = Math.max(kept.width / width, kept.height / height);
  const rough = most >= ROUGH_FROM * (shrinksOnLoad ? 8 : 1);
  const shared = { size, rough, support: SUPPORT[filter] };
  return {
    x: framedAxis({ pixels: picture.width, start: kept.left, length: kept.width, target: width, ...shared }),
    y: framedAxis({ pixels: picture.height, start: kept.top, length: kept.height, target: height, ...shared }),
    rough,
  };
}

/** From this ratio on, libvips averages boxes of pixels before it shrinks by its kernel, which blurs (`vips_reduce`, `gap` 2). */
const ROUGH_FROM = 4;
/** How many pixels the first of two shrinkings leaves for each of the second's. Under `ROUGH_FROM`, or it blurs as well. */
const LEFT_FOR_SECOND = 3;
/**
 * Under this ratio the arithmetic is our own: libvips enlarges half a pixel off, and rounds places to a 64th of a pixel,
 * which shows the more, the fewer pixels make one. That many cost little.
 */
const OWN_UNDER = 1.5;

interface AxisRequest {
  /** The whole picture's, and which of them are kept. */
  readonly pixels: number;
  readonly start: number;
  readonly length: number;
  /** What the kept ones are shrunk to, and how many of the middle remain. */
  readonly target: number;
  readonly size: number;
  readonly rough: boolean;
  /** How far the filter reaches to either side, in pixels of what it makes. */
  readonly support: number;
}

function framedAxis(request: AxisRequest): FramedAxis {
  const { length, target, rough } = request;
  if (length < OWN_UNDER * target) return ownAxis(request);
  return rough ? twiceShrunkAxis(request) : onceShrunkAxis(request);
}

function ownAxis({ pixels, start, length, target, size, support }: AxisRequest): FramedAxis {
  const step = length / target;
  const origin = start + cropOf(target, size) * step;
  const reach = support * Math.max(1, step);
  const first = Math.max(0, Math.floor(origin - reach));
  const count = Math.min(pixels, Math.ceil(origin + size * step + reach)) - first;
  return { decoded: pixels, first, count, second: undefined, last: { samples: count, origin: origin - first, step } };
}

function onceShrunkAxis(request: AxisRequest): FramedAxis {
  const { target, size } = request;
  const { decoded, begin } = shrinkWhole(request, target);
  return { decoded, first: begin + cropOf(target, size), count: size, second: undefined, last: undefined };
}

function twiceShrunkAxis(request: AxisRequest): FramedAxis {
  const { length, target, size, support } = request;
  const left = Math.min(length, LEFT_FOR_SECOND * target);
  const { decoded, begin } = shrinkWhole(request, left);
  const crop = cropOf(target, size);
  const from = Math.max(0, crop - support);
  const to = Math.min(target, crop + size + support) - from;
  const ratio = left / target;
  return {
    decoded,
    first: begin + from * ratio,
    count: to * ratio,
    second: { to, skip: crop - from },
    last: undefined,
  };
}

/** What the whole axis is shrunk to where the kept part is shrunk to `kept`, and where that then begins. */
function shrinkWhole({ pixels, start, length }: AxisRequest, kept: number): { decoded: number; begin: number } {
  const decoded = Math.round((pixels * kept) / length);
  return { decoded, begin: Math.min(Math.round((start * kept) / length), decoded - kept) };
}

function cropOf(target: number, size: number): number {
  return roundHalfToEven((target - size) / 2);
}

/** As Python's `round`. */
function roundHalfToEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
