import type { Evaluation, Means } from '../evaluation/summarise.ts';
import { alignedColumns, figure } from './aligned-columns.ts';

/** An evaluation for a terminal: accuracies by family, then how far confidence can be trusted. Ends with a newline. */
export function showEvaluation(evaluation: Evaluation): string {
  const { model, families, interval, unsure, unfamiliar, declined, calibration } = evaluation;
  const byFamily = [
    ['', 'n', 'accuracy', 'blind', 'top 5', 'oracle', 'sure, right', 'sure, wrong', 'unsure'],
    ...Object.entries(families).map(([family, means]) => familyRow(family, means)),
    familyRow('all', evaluation),
  ];
  const byConfidence = [
    ['confidence', 'n', 'mean', 'accuracy'],
    ...calibration.bins.map(({ from, to, n, confidence, accuracy }) => [
      `${from} to ${to}`,
      String(n),
      figure(confidence),
      figure(accuracy),
    ]),
  ];
  return `${[
    'VQA accuracy, in percent',
    '',
    ...alignedColumns(byFamily),
    '',
    `95 % confidence interval of the accuracy in all (Wilson 1927): ${figure(interval[0])} to ${figure(interval[1])} %`,
    `Unsure: ${figure(unsure)} %, counted by the best guess. Declined: ${figure(declined)} %, counted as wrong.`,
    `About pictures unlike those the model was trained on: ${figure(unfamiliar)} %, never sure.`,
    '',
    ...alignedColumns(byConfidence),
    '',
    `Expected calibration error (Guo et al. 2017): ${figure(calibration.ece)} %`,
    '',
    model,
  ].join('\n')}\n`;
}

const familyRow = (name: string, { n, accuracy, blind, top5, oracle, sureRight, sureWrong, unsure }: Means) => [
  name,
  String(n),
  ...[accuracy, blind, top5, oracle, sureRight, sureWrong, unsure].map(figure),
];
