import { type Embedding, softmax, type TextEncoder } from '../clip/embedding.ts';
import { logitsOf, viewOf } from '../vqa/evidence.ts';
import { scoringWith } from '../vqa/scoring.ts';
import type { Captioning } from './captioning.ts';
import type { PhraseSet } from './phrase-set.ts';

/** A phrase and its share of the probability among all of its set, 0 to 1. */
export interface RankedPhrase {
  readonly phrase: string;
  readonly share: number;
}

/** A picture as captions look at it. */
export interface Look {
  readonly encoder: TextEncoder;
  readonly captioning: Captioning;
  /** The phrases of a set, best first. The same set is weighed once. */
  rank(set: PhraseSet, logPrior?: (phrase: string) => number): Promise<readonly RankedPhrase[]>;
  /** How well sentences fit, in nats. */
  fit(sentences: readonly string[]): Promise<readonly number[]>;
}

/** Looks at a picture's embedding. */
export function lookAt(picture: Embedding, encoder: TextEncoder, captioning: Captioning): Look {
  const evidence = { encoder, scoring: scoringWith({ ensembles: captioning.ensembles, bias: captioning.bias }) };
  // Sentences are held against the picture as it is: what they gain by a part is a difference, in which a bias hardly shows.
  const whole = { embedding: picture, look: async () => picture, lookOn: async () => undefined };
  const unbiased = viewOf(undefined, { ...evidence, picture: whole });
  const ranked = new Map<PhraseSet, Promise<readonly RankedPhrase[]>>();
  return {
    encoder,
    captioning,
    rank: (set, logPrior) => {
      const found = ranked.get(set) ?? weigh(set, logPrior);
      ranked.set(set, found);
      return found;
    },
    fit: (sentences) =>
      logitsOf(
        sentences.map((sentence) => [sentence]),
        picture,
        evidence,
      ),
  };

  async function weigh(
    { phrases, prompts }: PhraseSet,
    logPrior: (phrase: string) => number = () => 0,
  ): Promise<readonly RankedPhrase[]> {
    if (phrases.length === 0) return [];
    const logits = await logitsOf(prompts, (await unbiased).direction, evidence);
    const shares = softmax(phrases.map((phrase, at) => (logits[at] as number) + logPrior(phrase)));
    return phrases.map((phrase, at) => ({ phrase, share: shares[at] as number })).sort((a, b) => b.share - a.share);
  }
}
