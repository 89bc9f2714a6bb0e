import type { TokenisedCaption } from './bleu.ts';
import { LONGEST_N_GRAM, type NGramCounts, nGramsOf } from './n-grams.ts';

/** The penalty for another length than the reference's is a Gaussian of this standard deviation, in words. */
const SIGMA = 6;
/** What the cosines are multiplied by. */
const SCALE = 10;

/**
 * CIDEr-D of each caption (Vedantam et al. 2015, "CIDEr: Consensus-based Image Description Evaluation", sections 4 and 8): the
 * clipped TF-IDF cosine with each reference over n-grams of 1 to 4 words, less for another length, averaged. Document
 * frequencies are those of the references given, one document for each picture, so that one picture alone scores 0.
 * 0 to 10, as in the official evaluation (tylin/coco-caption, cider_scorer.py), whose length is a count of word pairs.
 * Papers print the mean a hundredfold.
 */
export function ciderD(captions: readonly TokenisedCaption[]): readonly number[] {
  const documents = captions.map(({ references }) => references.map(nGramsOf));
  const frequencies = documentFrequencies(documents);
  const logDocuments = Math.log(captions.length);
  const weigh = (counts: readonly NGramCounts[]) => weighted(counts, frequencies, logDocuments);
  return captions.map(({ caption }, at) => {
    const candidate = weigh(nGramsOf(caption));
    const references = (documents[at] ?? []).map(weigh);
    const sum = references.reduce((total, reference) => total + resemblance(candidate, reference), 0);
    return (SCALE * sum) / references.length;
  });
}

/** In how many pictures' references each n-gram occurs. */
function documentFrequencies(documents: readonly (readonly (readonly NGramCounts[])[])[]): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  for (const references of documents) {
    const nGrams = new Set(references.flatMap((counts) => counts.flatMap((some) => [...some.keys()])));
    for (const nGram of nGrams) frequencies.set(nGram, (frequencies.get(nGram) ?? 0) + 1);
  }
  return frequencies;
}

/** A text as TF-IDF vectors, one for each n. */
interface Weighted {
  readonly vectors: readonly { readonly weights: ReadonlyMap<string, number>; readonly norm: number }[];
  /** In word pairs. */
  readonly length: number;
}

function weighted(
  counts: readonly NGramCounts[],
  frequencies: ReadonlyMap<string, number>,
  logDocuments: number,
): Weighted {
  const vectors = counts.map((some) => {
    const weights = new Map(
      [...some].map(([nGram, count]) => [
        nGram,
        count * (logDocuments - Math.log(Math.max(1, frequencies.get(nGram) ?? 0))),
      ]),
    );
    return { weights, norm: Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight ** 2, 0)) };
  });
  return { vectors, length: [...(counts[1]?.values() ?? [])].reduce((sum, count) => sum + count, 0) };
}

/** The mean over n of the clipped cosines, 0 to 1. */
function resemblance(candidate: Weighted, reference: Weighted): number {
  const apart = candidate.length - reference.length;
  const penalty = Math.exp(-(apart ** 2) / (2 * SIGMA ** 2));
  const cosines = candidate.vectors.map(({ weights, norm }, at) => {
    const other = reference.vectors[at];
    if (!other || norm === 0 || other.norm === 0) return 0;
    let dot = 0;
    for (const [nGram, weight] of weights) {
      const theirs = other.weights.get(nGram) ?? 0;
      dot += Math.min(weight, theirs) * theirs;
    }
    return dot / (norm * other.norm);
  });
  return (penalty * cosines.reduce((sum, cosine) => sum + cosine, 0)) / LONGEST_N_GRAM;
}
