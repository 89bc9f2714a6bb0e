import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Shrinking } from '../images/framing.ts';
import type { PixelFormat } from '../images/preprocess.ts';
import type { Filter } from '../images/resample.ts';
import { misfit } from './misfit.ts';

/** What a checkpoint's `preprocessor_config.json` says. */
export interface TowerPixels extends PixelFormat, Shrinking {}

const FILE = 'preprocessor_config.json';

/**
 * Reads how pictures are prepared, by the names of CLIP's, SigLIP's and jina-clip's image processors. Throws a
 * UserError (`model-unavailable`) where the file asks for what Glimpse does not do.
 */
export async function readPixelFormat(folder: string): Promise<TowerPixels> {
  const facts = form.safeParse(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
  if (!facts.success) {
    const places = facts.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
    throw misfit(`its ${FILE} is not an image processor's (${places.join('; ')}).`);
  }
  return { ...shapeOf(facts.data), filter: filterOf(facts.data), ...levelsOf(facts.data) };
}

const rgb = z.tuple([z.number(), z.number(), z.number()]);
const square = z.object({ height: z.number(), width: z.number() });
const pixels = z.number().int().positive();
const form = z.object({
  image_mean: rgb.optional(),
  image_std: rgb.optional(),
  /** jina-clip's names for the same. */
  mean: rgb.optional(),
  std: rgb.optional(),
  size: z.union([pixels, square, z.object({ shortest_edge: pixels })]),
  crop_size: z.union([pixels, square]).optional(),
  resample: z.number().optional(),
  resize_mode: z.string().optional(),
  /** jina-clip's name for `resample`, with a word instead of a number. */
  interpolation: z.string().optional(),
  do_center_crop: z.boolean().optional(),
  do_normalize: z.boolean().optional(),
  do_rescale: z.boolean().optional(),
  rescale_factor: z.number().positive().optional(),
});
type Facts = z.infer<typeof form>;

function shapeOf({
  size,
  crop_size,
  resize_mode = 'shortest',
  do_center_crop,
}: Facts): Pick<TowerPixels, 'size' | 'fit'> {
  const cropped = crop_size === undefined || do_center_crop === false ? undefined : sideOf(crop_size);
  if (typeof size === 'object' && 'height' in size) {
    const side = sideOf(size);
    if (cropped !== undefined && cropped !== side) throw unequal(side, cropped);
    return { size: side, fit: 'fill' };
  }
  const side = typeof size === 'number' ? size : size.shortest_edge;
  if (resize_mode === 'squash') return { size: side, fit: 'fill' };
  if (resize_mode !== 'shortest') {
    throw misfit(`its ${FILE} asks for the resize_mode "${resize_mode}"; I know shortest and squash.`);
  }
  if (do_center_crop === false) {
    throw misfit(`its ${FILE} crops nothing, so that pictures would not be square, as its vision tower needs them.`);
  }
  if (cropped !== undefined && cropped !== side) throw unequal(side, cropped);
  return { size: side, fit: 'cover' };
}

function sideOf(size: number | z.infer<typeof square>): number {
  if (typeof size === 'number') return size;
  if (size.height !== size.width) {
    throw misfit(`its ${FILE} gives pictures of ${size.width}x${size.height} pixels, and a square is expected.`);
  }
  return size.height;
}

const unequal = (side: number, cropped: number) =>
  misfit(`its ${FILE} shrinks to ${side} pixels but crops ${cropped}, and the two must be equal.`);

/** By Pillow's numbers (PIL.Image.Resampling) and jina-clip's words. */
const FILTERS: ReadonlyMap<number | string, Filter> = new Map<number | string, Filter>([
  [2, 'bilinear'],
  [3, 'bicubic'],
  ['bilinear', 'bilinear'],
  ['bicubic', 'bicubic'],
]);

/** Where nothing is said it is the bicubic, as in the processors of transformers for CLIP and SigLIP. */
function filterOf({ resample, interpolation }: Facts): Filter {
  const asked = resample ?? interpolation ?? 'bicubic';
  const filter = FILTERS.get(asked);
  if (filter) return filter;
  throw resample === undefined
    ? misfit(`its ${FILE} asks for the interpolation "${asked}"; I know bilinear and bicubic.`)
    : misfit(`its ${FILE} asks for the resample ${asked}; I know 2 (bilinear) and 3 (bicubic).`);
}

/**
 * `toPixelValues` takes levels of 0 to 1; a processor that scales otherwise is the same with another mean and
 * deviation.
 */
function levelsOf(facts: Facts): Pick<TowerPixels, 'mean' | 'std'> {
  const factor = facts.do_rescale === false ? 1 : (facts.rescale_factor ?? 1 / 255);
  const toLevels = ([red, green, blue]: Rgb): Rgb => {
    const scale = 1 / (factor * 255);
    return scale === 1 ? [red, green, blue] : [red * scale, green * scale, blue * scale];
  };
  if (facts.do_normalize === false) return { mean: [0, 0, 0], std: toLevels([1, 1, 1]) };
  const [mean, std] = [facts.image_mean ?? facts.mean, facts.image_std ?? facts.std];
  if (!mean || !std) throw misfit(`its ${FILE} gives no image_mean and image_std.`);
  return { mean: toLevels(mean), std: toLevels(std) };
}

type Rgb = readonly [number, number, number];
