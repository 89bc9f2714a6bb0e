import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';

/** The least that can be done with a picture: sharp decodes and shrinks it, onnxruntime runs the vision tower, nothing else. */
export interface RawRun {
  /** `Float32Array[3 * size * size]`. */
  decode(file: Uint8Array): Promise<Float32Array>;
  encode(pixels: Float32Array): Promise<void>;
}

/** What a raw run is of. */
export interface RawSettings {
  /** In the transformers.js layout. */
  readonly folder: string;
  /** Of the vision tower's file: `onnx/vision_model.onnx`. */
  readonly file: string;
  readonly threads: number;
  /** Whether onnxruntime's threads spin while they wait, as they do unless they are told not to. */
  readonly spins: boolean;
}

interface Preprocessor {
  readonly crop_size: number | { readonly height: number };
  readonly image_mean: readonly number[];
  readonly image_std: readonly number[];
}

/**
 * Loads it. Of onnxruntime's settings only those of its threads are set: the rest is as it comes. It shares no code with
 * Glimpse's own way of decoding and encoding, so that it stays what it is when that changes.
 */
export async function loadRawRun({ folder, file, threads, spins }: RawSettings): Promise<RawRun> {
  sharp.cache(false);
  sharp.concurrency(threads);
  const { crop_size, image_mean, image_std } = JSON.parse(
    await readFile(join(folder, 'preprocessor_config.json'), 'utf8'),
  ) as Preprocessor;
  const size = typeof crop_size === 'number' ? crop_size : crop_size.height;
  const session = await InferenceSession.create(join(folder, file), {
    intraOpNumThreads: threads,
    extra: { session: { intra_op: { allow_spinning: spins ? '1' : '0' } } },
  });
  return {
    decode: async (picture) => {
      const rgb = await sharp(picture).resize(size, size, { kernel: 'cubic' }).removeAlpha().raw().toBuffer();
      const plane = size * size;
      const pixels = new Float32Array(3 * plane);
      for (let channel = 0; channel < 3; channel++) {
        const scale = 1 / (255 * (image_std[channel] as number));
        const shift = (image_mean[channel] as number) / (image_std[channel] as number);
        for (let i = 0; i < plane; i++) pixels[channel * plane + i] = (rgb[i * 3 + channel] as number) * scale - shift;
      }
      return pixels;
    },
    encode: async (pixels) => {
      await session.run({ pixel_values: new Tensor('float32', pixels, [1, 3, size, size]) });
    },
  };
}
