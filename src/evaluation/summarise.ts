import { FAMILIES, type Family } from '../answer.ts';
import { type Calibration, type CalibrationBin, calibrationOf } from './calibration.ts';
import type { Accuracies, JudgedQuestion } from './judge.ts';

/** Mean VQA accuracies in percent, over `n` questions. */
export interface MeanAccuracies extends Accuracies {
  readonly n: number;
}

/** How a benchmark came out, in percent to two decimals. The JSON of `glimpse eval --json`, to the letter. */
export interface Evaluation extends MeanAccuracies {
  /** The catalogue id of the checkpoint that answered. */
  readonly model: string;
  /** The share of questions that are answered with "I can't tell" and a best guess, which `accuracy` counts. */
  readonly unsure: number;
  /** The share of questions about pictures that the checkpoint finds unfamiliar; to none of them is it sure. */
  readonly unfamiliar: number;
  /** The share of questions that ask for what ranking can't tell; `accuracy` counts them as wrong. */
  readonly declined: number;
  /** Of the families that occur. */
  readonly families: Readonly<Partial<Record<Family, MeanAccuracies>>>;
  /** Of the answers to questions that are not declined. */
  readonly calibration: Calibration;
}

/** Averages what the questions of a benchmark came to. There is at least one. */
export function summarise(model: string, judged: readonly JudgedQuestion[]): Evaluation {
  const share = (fits: (question: JudgedQuestion) => boolean) => percent(judged.filter(fits).length / judged.length);
  const families = FAMILIES.map((family) => [family, judged.filter(({ given }) => given.family === family)] as const);
  return {
    model,
    ...meanAccuracies(judged),
    unsure: share(({ given }) => !given.sure && !given.declined),
    unfamiliar: share(({ given }) => !given.familiar),
    declined: share(({ given }) => given.declined),
    families: Object.fromEntries(
      families.filter(([, among]) => among.length > 0).map(([family, among]) => [family, meanAccuracies(among)]),
    ),
    calibration: inPercent(calibrationOf(judged.map(({ given }) => given).filter(({ declined }) => !declined))),
  };
}

function meanAccuracies(judged: readonly JudgedQuestion[]): MeanAccuracies {
  const mean = (of: keyof Accuracies) =>
    percent(judged.reduce((sum, { accuracies }) => sum + accuracies[of], 0) / judged.length);
  return {
    n: judged.length,
    accuracy: mean('accuracy'),
    blind: mean('blind'),
    oracle: mean('oracle'),
    top5: mean('top5'),
  };
}

function inPercent({ ece, bins }: Calibration): Calibration {
  return {
    ece: percentOrNull(ece),
    bins: bins.map(
      ({ from, to, n, confidence, accuracy }): CalibrationBin => ({
        from: percent(from),
        to: percent(to),
        n,
        confidence: percentOrNull(confidence),
        accuracy: percentOrNull(accuracy),
      }),
    ),
  };
}

const percent = (share: number): number => Number((share * 100).toFixed(2));
const percentOrNull = (share: number | null): number | null => (share === null ? null : percent(share));
