import { SingleBar } from 'cli-progress';

/** What the bar needs to know of an answered question. */
interface Counted {
  /** Its VQA accuracy, 0 to 1. */
  readonly accuracy: number;
}

/**
 * Draws how many of `total` questions are answered, `held` of them before, and how well, as a bar on standard error,
 * if that is a terminal. `work` tells what it is given of each further question. The bar is cleared when `work` is
 * done, however it ended.
 */
export async function withQuestionBar<T>(
  total: number,
  held: readonly Counted[],
  work: (onAnswered: (answered: Counted) => void) => Promise<T>,
): Promise<T> {
  const bar = new SingleBar({
    format: 'Asking {bar} {value} of {total} questions, accuracy so far {accuracy}, {eta_formatted} left',
    stream: process.stderr,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  let answered = held.length;
  let right = held.reduce((sum, { accuracy }) => sum + accuracy, 0);
  const accuracy = () => ({ accuracy: answered === 0 ? '–' : `${((100 * right) / answered).toFixed(1)} %` });
  bar.start(total, answered, accuracy());
  try {
    return await work((question) => {
      answered += 1;
      right += question.accuracy;
      bar.update(answered, accuracy());
    });
  } finally {
    bar.stop();
  }
}
