import { SingleBar } from 'cli-progress';
import type { DownloadProgress } from './clip/download-checkpoint.ts';

/** Megabytes as people count them, to one decimal. */
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/**
 * Draws what `open` downloads as a bar on standard error, on a terminal redrawn in place, elsewhere a line now and then.
 * The bar is gone when `open` is done, however it ended.
 */
export async function withDownloadBar<T>(
  open: (onProgress: (progress: DownloadProgress) => void) => Promise<T>,
): Promise<T> {
  const bar = new SingleBar({
    format: 'Downloading {id} {bar} {percentage} % of {megabytes} MB, {eta_formatted} left',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    etaBuffer: 50,
  });
  try {
    return await open(({ id, receivedBytes, totalBytes }) => {
      if (!bar.isActive) bar.start(totalBytes, receivedBytes, { id, megabytes: megabytes(totalBytes) });
      bar.setTotal(totalBytes);
      bar.update(receivedBytes);
    });
  } finally {
    if (bar.isActive) bar.stop();
  }
}
