import { FAMILIES, type Family } from '../answer.ts';
import { type Calibration, type CalibrationBin, calibrationOf } from './calibration.ts';
import { type Accuracies, accuraciesOf, type JudgedAnswer } from './judge.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Of `n` questions, in percent: mean VQA accuracies, and how often Glimpse was sure. */
export interface Means extends Accuracies {
  readonly n: number;
  /** Answered as sure, and rightly. An answer that is right in part counts here in that part, and else to `sureWrong`. */
  readonly sureRight: number;
  /** Answered as sure, and wrongly. */
  readonly sureWrong: number;
  /** Answered with "I can't tell" and a best guess, which `accuracy` counts. These three and what is declined are all. */
  readonly unsure: number;
}

/** How a benchmark came out, in percent to two decimals. The JSON of `glimpse eval --json`, to the letter. */
export interface Evaluation extends Means {
  /** The catalogue id of the checkpoint that answered. */
  readonly model: string;
  /** The 95 % confidence interval of `accuracy` (`wilsonInterval`): its lower and its upper end. */
  readonly interval: readonly [number, number];
  /** The share of questions about pictures that the checkpoint finds unfamiliar; to none of them is it sure. */
  readonly unfamiliar: number;
  /** The share of questions that ask for what ranking can't tell; `accuracy` counts them as wrong. */
  readonly declined: number;
  /** Of the families that occur. */
  readonly families: Readonly<Partial<Record<Family, Means>>>;
  /** Of the answers to questions that are not declined. */
  readonly calibration: Calibration;
}

/** Averages what the questions of a benchmark came to. There is at least one. */
export function summarise(model: string, judged: readonly JudgedAnswer[]): Evaluation {
  const families = FAMILIES.map((family) => [family, judged.filter((given) => given.family === family)] as const);
  const accuracy = mean(judged, (given) => accuraciesOf(given).accuracy);
  const [low, high] = wilsonInterval(accuracy, judged.length);
  return {
    model,
    ...means(judged),
    interval: [percent(low), percent(high)],
    unfamiliar: percent(mean(judged, ({ familiar }) => Number(!familiar))),
    declined: percent(mean(judged, ({ declined }) => Number(declined))),
    families: Object.fromEntries(
      families.filter(([, among]) => among.length > 0).map(([family, among]) => [family, means(among)]),
    ),
    calibration: inPercent(calibrationOf(judged.filter(({ declined }) => !declined))),
  };
}

function means(judged: readonly JudgedAnswer[]): Means {
  const accuracies = judged.map(accuraciesOf);
  const of = (kind: keyof Accuracies) => percent(mean(accuracies, (given) => given[kind]));
  const share = (of: (given: JudgedAnswer) => number) => percent(mean(judged, of));
  return {
    n: judged.length,
    accuracy: of('accuracy'),
    blind: of('blind'),
    oracle: of('oracle'),
    top5: of('top5'),
    sureRight: share(({ sure, accuracy }) => (sure ? accuracy : 0)),
    sureWrong: share(({ sure, accuracy }) => (sure ? 1 - accuracy : 0)),
    unsure: share(({ sure, declined }) => Number(!sure && !declined)),
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

function mean<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0) / items.length;
}

const percent = (share: number): number => Number((share * 100).toFixed(2));
const percentOrNull = (share: number | null): number | null => (share === null ? null : percent(share));
