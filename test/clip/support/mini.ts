import { fileURLToPath } from 'node:url';
import type { VisionCheckpoint } from '../../../src/clip/vision-protocol.ts';

/** The folder of the checkpoint that ships with Glimpse. */
export const MINI_FOLDER = fileURLToPath(new URL('../../../models/glimpse-mini', import.meta.url));

export const MINI: VisionCheckpoint = {
  folder: MINI_FOLDER,
  precision: { vision: 'fp32', text: 'fp32' },
};
