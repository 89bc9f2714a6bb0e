import { SingleBar } from 'cli-progress';

/**
 * Draws how many of `total` questions are answered as a bar on standard error, if that is a terminal. `work` calls what it
 * is given after each question. The bar is cleared when `work` is done, however it ended.
 */
export async function withQuestionBar<T>(total: number, work: (onAnswered: () => void) => Promise<T>): Promise<T> {
  const bar = new SingleBar({
    format: 'Asking {bar} {value} of {total} questions, {eta_formatted} left',
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
