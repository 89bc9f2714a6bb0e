/** One tenth of the confidences, those in (from, to]. Shares are 0 to 1; null where no answer fell into it. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** The mean confidence. */
  readonly confidence: number | null;
  /** The mean accuracy. */
  readonly accuracy: number | null;
}

/** How far confidence can be taken at its word. */
export interface Calibration {
  /** The expected calibration error, 0 to 1; null where there are no answers. */
  readonly ece: number | null;
  /** Ten, from the lowest confidences to the highest: the rows of a reliability diagram. */
  readonly bins: readonly CalibrationBin[];
}

const BINS = 10;

/**
 * The reliability of confidences, and the expected calibration error: the mean distance between the confidence and the
 * accuracy of a bin, weighted by how many answers are in it (Guo et al. 2017, "On Calibration of Modern Neural Networks",
 * section 2). An accuracy may be any share from 0 to 1, as VQA accuracies are.
 */
export function calibrationOf(
  answers: readonly { readonly confidence: number; readonly accuracy: number }[],
): Calibration {
  const bins = Array.from({ length: BINS }, (_, at): CalibrationBin => {
    const within = answers.filter(({ confidence }) => binOf(confidence) === at);
    return {
      from: at / BINS,
      to: (at + 1) / BINS,
      n: within.length,
      confidence: mean(within.map(({ confidence }) => confidence)),
      accuracy: mean(within.map(({ accuracy }) => accuracy)),
    };
  });
  const gaps = bins.map(({ n, confidence, accuracy }) => n * Math.abs((confidence ?? 0) - (accuracy ?? 0)));
  return { ece: answers.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / answers.length, bins };
}

/** Bins are open below and closed above; a confidence of 0 belongs to the first. */
const binOf = (confidence: number): number => Math.max(0, Math.ceil(confidence * BINS) - 1);

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
