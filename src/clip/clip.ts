import type { HeatMap } from '../images/draw-heat-map.ts';
import type { Box, Region } from '../images/region.ts';
import type { EncodedCrops, EncodedPicture, TextEncoder } from './embedding.ts';

/** A loaded CLIP checkpoint, seen from the bot's process. Both encoders run elsewhere: in the vision process. */
export interface Clip extends TextEncoder {
  /** The catalogue id of the checkpoint that serves, e.g. `glimpse-mini`. */
  readonly model: string;
  /**
   * Decodes and encodes one picture given as the bytes of a PNG, JPEG, WebP or GIF file, or only a region of it, or a box in
   * pixels of the upright picture. An animated GIF or WebP is seen by three of its frames: the first, the middle and the last.
   * Throws a UserError (`picture-type`, `picture-corrupt`, `picture-too-large`, `picture-too-many-pixels`,
   * `picture-refused`, `busy`, `timeout`, `model-unavailable`) that says what is wrong. What it gives is shared by all
   * who ask about the same file: read it, never write to it.
   */
  encodePicture(file: Uint8Array, region?: Region | Box): Promise<EncodedPicture>;
  /**
   * Decodes a picture once and encodes overlapping crops of it as one batch (`cropLayersFor` says which). Throws what
   * `encodePicture` throws, and shares what it gives likewise.
   */
  encodeCrops(file: Uint8Array): Promise<EncodedCrops>;
  /** Draws a picture with a heat map over it, as a PNG file. Throws what `encodePicture` throws. */
  drawHeatMap(file: Uint8Array, map: HeatMap): Promise<Uint8Array>;
  /**
   * Encodes prompts that will be needed, list by list, while there is nothing else to do, so that they are cached when
   * somebody asks. It ends when the Clip closes, and never rejects.
   */
  encodeBeforehand(lists: AsyncIterable<readonly string[]>): Promise<void>;
  /** Ends the vision process. Jobs still waiting fail with a UserError (`busy`). */
  close(): Promise<void>;
}
