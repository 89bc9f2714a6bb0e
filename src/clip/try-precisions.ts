import { type Embedding, similarity } from './embedding.ts';
import { loadPictureEncoder, loadPromptEncoder, type PictureEncoder } from './encoders.ts';
import { drawTrial } from './trial-pictures.ts';
import type { PrecisionReport, VisionCheckpoint } from './vision-protocol.ts';

/**
 * Runs a checkpoint's vision tower in its own precision and in int8 on the trial pictures, taking turns, so that whatever
 * else the machine does slows both alike. In the vision process only. Throws where one of the towers cannot be loaded.
 */
export async function tryPrecisions(checkpoint: VisionCheckpoint, threads: number): Promise<PrecisionReport> {
  const exact = await loadPictureEncoder(checkpoint, threads);
  const precision = { ...checkpoint.precision, vision: 'q8' as const };
  const int8 = await loadPictureEncoder({ ...checkpoint, precision }, threads);
  const { pictures, texts } = await drawTrial();
  const seen: { readonly exact: Embedding; readonly int8: Embedding }[] = [];
  const milliseconds = { exact: [] as number[], int8: [] as number[] };
  for (const picture of pictures) {
    const frames = await exact.decode(picture);
    const timed = async (encoder: PictureEncoder, times: number[]) => {
      const started = performance.now();
      const { embedding } = await encoder.encode(frames);
      times.push(performance.now() - started);
      return embedding;
    };
    // Both towers have run before, when they were loaded.
    seen.push({ exact: await timed(exact, milliseconds.exact), int8: await timed(int8, milliseconds.int8) });
  }
  const read = await (await loadPromptEncoder(checkpoint, threads, exact.dimension)).encode(texts);
  const cosines = seen.map((picture) => similarity(picture.exact, picture.int8));
  return {
    exactMs: median(milliseconds.exact),
    int8Ms: median(milliseconds.int8),
    cosine: cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length,
    pictures: seen.length,
    agreed: seen.filter((picture) => bestOf(picture.exact, read) === bestOf(picture.int8, read)).length,
  };
}

/** The place of the text that fits best. */
function bestOf(picture: Embedding, texts: readonly Embedding[]): number {
  const fits = texts.map((text) => similarity(picture, text));
  return fits.indexOf(Math.max(...fits));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
