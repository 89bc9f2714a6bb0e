import type { Embedding, TextEncoder } from '../clip/embedding.ts';
import { ensembleProducts } from '../clip/ensemble-means.ts';
import { unbiased } from '../vqa/evidence.ts';
import { fillFrames } from '../vqa/prompts.ts';
import type { Contrast } from '../vqa/question.ts';
import { average } from '../vqa/yes-no.ts';

/** How much better what is looked for fits each crop than its rivals do, in nats. */
export interface Margins {
  /** Than they do on average: what tells one part of a picture from another. */
  readonly overMean: readonly number[];
  /** Than the average likelihood of theirs, as a yes-no question weighs it: what tells whether it is there at all. */
  readonly overLikelihood: readonly number[];
}

/** Holds a thing and its rivals against crops' unit embeddings. Encodes their prompts, each once. */
export async function marginsOf(
  { frames, asked, rivals }: Contrast,
  crops: readonly Embedding[],
  encoder: TextEncoder,
): Promise<Margins> {
  const ensembles = [asked, ...rivals].map(({ phrase }) => fillFrames(frames, phrase));
  const overMean: number[] = [];
  const overLikelihood: number[] = [];
  for (const crop of crops) {
    const products = await ensembleProducts(ensembles, unbiased(crop, encoder), encoder);
    const [own = 0, ...others] = products.map((product) => encoder.logitScale * product);
    overMean.push(own - others.reduce((sum, other) => sum + other, 0) / Math.max(1, others.length));
    overLikelihood.push(own - average(others));
  }
  return { overMean, overLikelihood };
}
