import { SingleBar } from 'cli-progress';

/**
 * Draws how many of `total` pictures are captioned, as a bar on standard error, if that is a terminal. `work` tells of each.
 * The bar is cleared when `work` is done, however it ended.
 */
export async function withCaptionBar<T>(total: number, work: (onCaptioned: () => void) => Promise<T>): Promise<T> {
  const bar = new SingleBar({
    format: 'Captioning {bar} {value} of {total} pictures, {eta_formatted} left',
    stream: process.stderr,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  bar.start(total, 0);
  try {
    return await work(() => bar.increment());
  } finally {
    bar.stop();
  }
}
