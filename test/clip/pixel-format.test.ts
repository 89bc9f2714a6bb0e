import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPixelFormat } from '../../src/clip/pixel-format.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-pixels-'));
});
afterEach(() => rm(folder, { recursive: true }));

const HALVES: [number, number, number] = [0.5, 0.5, 0.5];
const OF_HALVES = { mean: HALVES, std: HALVES };

it.each<[string, object, object]>([
  [
    "OpenAI's CLIP shrinks and crops",
    {
      feature_extractor_type: 'CLIPFeatureExtractor',
      size: { shortest_edge: 224 },
      crop_size: { height: 224, width: 224 },
      do_center_crop: true,
      image_mean: HALVES,
      image_std: HALVES,
    },
    { size: 224, fit: 'cover', filter: 'bicubic', ...OF_HALVES },
  ],
  [
    'CLIP in its oldest form gives plain numbers',
    { size: 224, crop_size: 224, image_mean: HALVES, image_std: HALVES },
    { size: 224, fit: 'cover', filter: 'bicubic', ...OF_HALVES },
  ],
  [
    'SigLIP squashes',
    { size: { height: 224, width: 224 }, image_mean: HALVES, image_std: HALVES },
    { size: 224, fit: 'fill', filter: 'bicubic', ...OF_HALVES },
  ],
  [
    'jina-clip has names of its own',
    { size: 224, resize_mode: 'shortest', fill_color: 0, interpolation: 'bicubic', mean: HALVES, std: HALVES },
    { size: 224, fit: 'cover', filter: 'bicubic', ...OF_HALVES },
  ],
  [
    'and can squash, too',
    { size: 512, resize_mode: 'squash', ...OF_HALVES },
    { size: 512, fit: 'fill', filter: 'bicubic', ...OF_HALVES },
  ],
  [
    'and by its own name ask for the bilinear',
    { size: 512, interpolation: 'bilinear', ...OF_HALVES },
    { size: 512, fit: 'cover', filter: 'bilinear', ...OF_HALVES },
  ],
  [
    "SigLIP asks for the bicubic by Pillow's number",
    { size: { height: 224, width: 224 }, resample: 3, image_mean: HALVES, image_std: HALVES },
    { size: 224, fit: 'fill', filter: 'bicubic', ...OF_HALVES },
  ],
  [
    'SigLIP2 for the bilinear',
    { size: { height: 256, width: 256 }, resample: 2, image_mean: HALVES, image_std: HALVES },
    { size: 256, fit: 'fill', filter: 'bilinear', ...OF_HALVES },
  ],
  [
    'MobileCLIP, too, and does not normalise',
    { size: { shortest_edge: 256 }, crop_size: { height: 256, width: 256 }, resample: 2, do_normalize: false },
    { size: 256, fit: 'cover', filter: 'bilinear', mean: [0, 0, 0], std: [1, 1, 1] },
  ],
  [
    'levels of -1 to 1 by another factor are those of 0 to 1 by another mean and deviation',
    { size: 32, rescale_factor: 2 / 255, image_mean: [1, 1, 1], image_std: [1, 1, 1] },
    { size: 32, fit: 'cover', filter: 'bicubic', ...OF_HALVES },
  ],
  [
    'levels up to 255 are, too',
    { size: 32, do_rescale: false, image_mean: [127.5, 127.5, 127.5], image_std: [127.5, 127.5, 127.5] },
    { size: 32, fit: 'cover', filter: 'bicubic', ...OF_HALVES },
  ],
])('%s', async (_, content, format) => {
  await writeFile(join(folder, 'preprocessor_config.json'), JSON.stringify(content));
  expect(await readPixelFormat(folder)).toEqual(format);
});

it.each([
  [{ resample: 0 }, 'its preprocessor_config.json asks for the resample 0; I know 2 (bilinear) and 3 (bicubic).'],
  [
    { interpolation: 'lanczos' },
    'its preprocessor_config.json asks for the interpolation "lanczos"; I know bilinear and bicubic.',
  ],
])('refuses a filter that it does not have: %o', async (asked, message) => {
  await writeFile(join(folder, 'preprocessor_config.json'), JSON.stringify({ size: 32, ...OF_HALVES, ...asked }));
  await expect(readPixelFormat(folder)).rejects.toMatchObject({ code: 'model-unavailable', message });
});
