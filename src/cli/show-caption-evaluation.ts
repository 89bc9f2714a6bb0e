import { JUDGED_SLOTS } from '../evaluation/captions/judge-slots.ts';
import { ACCURACIES, type CaptionEvaluation } from '../evaluation/captions/summarise-captions.ts';
import { alignedColumns, figure } from './aligned-columns.ts';

/** A caption evaluation for a terminal: against the references, then, where it is known, against what the pictures show. */
export function showCaptionEvaluation(evaluation: CaptionEvaluation): string {
  const { model, n, bleu4, ciderD, unfamiliar, characters, accuracy, slots, nearest } = evaluation;
  const byReference = [
    [`${n} pictures`, 'BLEU-4', 'CIDEr-D'],
    ['captions', figure(bleu4), figure(ciderD)],
    ...(nearest ? [[`nearest of ${nearest.bank} sentences`, figure(nearest.bleu4), figure(nearest.ciderD)]] : []),
  ];
  const known = JUDGED_SLOTS.some((slot) => slots[slot].shown > 0 || slots[slot].said > 0);
  const times = nearest?.times ? [`CIDEr-D is ${figure(nearest.times)} times that of the nearest sentence.`] : [];
  return `${[
    ...alignedColumns(byReference),
    '',
    ...times,
    `${figure(characters)} characters on average. Unlike the pictures the model was trained on: ${figure(unfamiliar)} %.`,
    ...(known ? ['', ...knownScenes(accuracy, slots)] : []),
    '',
    model,
  ].join('\n')}\n`;
}

function knownScenes(accuracy: CaptionEvaluation['accuracy'], slots: CaptionEvaluation['slots']): readonly string[] {
  const ofCaptions = ACCURACIES.map((name) => {
    const { n, ofAll, nSaid, ofSaid } = accuracy[name];
    return [name, String(n), figure(ofAll), String(nSaid), figure(ofSaid)];
  });
  const ofSlots = JUDGED_SLOTS.map((slot) => {
    const { said, right, shown, precision, recall, f1 } = slots[slot];
    return [slot, ...[shown, said, right].map(String), ...[precision, recall, f1].map(figure)];
  });
  return [
    ...alignedColumns([
      ['captions that are right, in percent', 'show it', 'of these', 'say it', 'of these'],
      ...ofCaptions,
    ]),
    'several: the number, where there are two or more of a thing',
    '',
    ...alignedColumns([['slots', 'shown', 'said', 'right', 'precision', 'recall', 'F1'], ...ofSlots]),
  ];
}
