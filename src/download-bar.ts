import { SingleBar } from 'cli-progress';
import type { DownloadProgress } from './checkpoints/download-checkpoint.ts';
import { formatBytes } from './format-bytes.ts';
import { createTransferRate } from './transfer-rate.ts';

/**
 * Draws what `open` downloads as a bar on standard error, with its size, its speed and the time left: on a terminal redrawn
 * in place, elsewhere a line now and then. The bar is gone when `open` is done, however it ended.
 */
export async function withDownloadBar<T>(
  open: (onProgress: (progress: DownloadProgress) => void) => Promise<T>,
): Promise<T> {
  const bar = new SingleBar({
    format: 'Downloading {id} {bar} {percentage} % of {size}, {speed}, {eta_formatted} left',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    etaBuffer: 50,
  });
  const rate = createTransferRate();
  try {
    return await open(({ id, receivedBytes, totalBytes }) => {
      const perSecond = rate.note(receivedBytes);
      const speed = perSecond === undefined ? 'starting' : `${formatBytes(perSecond)}/s`;
      const shown = { id, size: formatBytes(totalBytes), speed };
      if (!bar.isActive) bar.start(totalBytes, receivedBytes, shown);
      bar.setTotal(totalBytes);
      bar.update(receivedBytes, shown);
    });
  } finally {
    if (bar.isActive) bar.stop();
  }
}
