import { softmax, type TextEncoder } from './embedding.ts';

/**
 * Cosines as scores from 0 to 1, in the same order. By `softmax` they are shares that add up to 1, of things of which
 * one is taken to be true: a single one has all. By `sigmoid` each stands for itself, whatever the others are: all may
 * be low.
 */
export function scoresOf(
  cosines: readonly number[],
  { scoring = 'softmax', logitScale, logitBias = 0 }: Pick<TextEncoder, 'scoring' | 'logitScale' | 'logitBias'>,
): readonly number[] {
  const logits = cosines.map((cosine) => cosine * logitScale + logitBias);
  return scoring === 'sigmoid' ? logits.map((logit) => 1 / (1 + Math.exp(-logit))) : softmax(logits);
}
