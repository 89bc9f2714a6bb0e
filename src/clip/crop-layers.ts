import type { CropLayer } from '../images/crop-grid.ts';

/**
 * The layers of crops by which something is looked for, coarse and fine. On a part of the scenes of
 * `training/validation/where.jsonl`, glimpse-mini's boxes overlapped the true ones best with these two (mean intersection
 * over union 0.53; 0.48 with a third between them). The fine one alone does as well there, but whether a thing is there at
 * all the coarse one tells better (area under the curve 0.98 against 0.95), and where large things are. docs/where.md.
 */
const ALL: readonly CropLayer[] = [
  { share: 0.7, step: 0.215, most: 9 },
  { share: 0.4, step: 0.375, most: 25 },
];

/** The same with larger steps: on the validation scenes glimpse-mini's boxes overlap 0.44 instead of 0.48 with them. */
const FEWER: readonly CropLayer[] = [
  { share: 0.7, step: 0.43, most: 4 },
  { share: 0.4, step: 0.5, most: 16 },
];

/** Up to this side of the square that it sees a vision tower takes some milliseconds for a picture. */
const QUICK_UP_TO = 128;

/**
 * Which crops a picture is looked at by, given by the side of the square that the vision tower sees. It sees them as one
 * batch, meanwhile nobody else's picture: 34 for a small tower such as glimpse-mini's (about 5 ms for each), 20 for a
 * full CLIP (about 80 ms for each, so 1.6 s). In a picture that is not square there may be fewer, and there are never more.
 */
export function cropLayersFor(inputSize: number): readonly CropLayer[] {
  return inputSize <= QUICK_UP_TO ? ALL : FEWER;
}
