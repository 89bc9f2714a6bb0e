import { LONGEST_N_GRAM, nGramsOf } from './n-grams.ts';

/** A caption and its references, as tokens. */
export interface TokenisedCaption {
  readonly caption: readonly string[];
  /** One or more. */
  readonly references: readonly (readonly string[])[];
}

/**
 * BLEU-1 to BLEU-4 of a corpus, 0 to 1 (Papineni et al. 2002): the geometric mean of the clipped n-gram precisions over all
 * captions together, times the penalty for brevity against the references of the closest length, of two the shorter. As the
 * COCO caption evaluation (tylin/coco-caption, bleu_scorer.py) has it, tiny constants against division by zero included.
 */
export function corpusBleu(captions: readonly TokenisedCaption[]): readonly number[] {
  const matched = zeros();
  const guessed = zeros();
  let length = 0;
  let referenceLength = 0;
  for (const { caption, references } of captions) {
    length += caption.length;
    referenceLength += closestLength(caption.length, references);
    const counted = references.map(nGramsOf);
    nGramsOf(caption).forEach((counts, at) => {
      for (const [nGram, count] of counts) {
        const most = Math.max(...counted.map((reference) => reference[at]?.get(nGram) ?? 0));
        matched[at] = (matched[at] ?? 0) + Math.min(count, most);
        guessed[at] = (guessed[at] ?? 0) + count;
      }
    });
  }
  const ratio = (length + TINY) / (referenceLength + SMALL);
  const brevity = ratio < 1 ? Math.exp(1 - 1 / ratio) : 1;
  let product = 1;
  return matched.map((right, at) => {
    product *= (right + TINY) / ((guessed[at] ?? 0) + SMALL);
    return product ** (1 / (at + 1)) * brevity;
  });
}

const SMALL = 1e-9;
const TINY = 1e-15;

const zeros = () => Array.from({ length: LONGEST_N_GRAM }, () => 0);

function closestLength(length: number, references: TokenisedCaption['references']): number {
  return references
    .map((reference) => reference.length)
    .reduce((best, next) => {
      const [far, near] = [Math.abs(best - length), Math.abs(next - length)];
      return near < far || (near === far && next < best) ? next : best;
    });
}
