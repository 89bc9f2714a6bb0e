import { type Embedding, meanEmbedding, similarity, softmax, type TextEncoder } from '../clip/embedding.ts';
import type { Candidate } from './candidates.ts';

/** A candidate as the picture ranked it. */
export interface RankedCandidate {
  readonly answer: string;
  /** The first of its prompts. */
  readonly prompt: string;
  /** Share of the probability, 0 to 1; all of them add up to 1. */
  readonly score: number;
}

/**
 * Ranks candidates by how well their prompt ensembles fit the picture, best first: a softmax over logit scale times
 * cosine, plus what was known before. Candidates with the same answer count once, by the better one.
 */
export async function rankCandidates(
  candidates: readonly Candidate[],
  picture: Embedding,
  encoder: TextEncoder,
): Promise<readonly RankedCandidate[]> {
  const cosines = await ensembleSimilarities(
    candidates.map(({ prompts }) => prompts),
    picture,
    encoder,
  );
  const logits = candidates.map(({ logPrior }, at) => encoder.logitScale * (cosines[at] as number) + logPrior);
  const best = new Map<string, { readonly candidate: Candidate; readonly logit: number }>();
  candidates.forEach((candidate, at) => {
    const logit = logits[at] as number;
    const rival = best.get(candidate.answer);
    if (!rival || rival.logit < logit) best.set(candidate.answer, { candidate, logit });
  });
  const kept = [...best.values()];
  const scores = softmax(kept.map(({ logit }) => logit));
  return kept
    .map(({ candidate }, at) => ({
      answer: candidate.answer,
      prompt: candidate.prompts[0] ?? candidate.answer,
      score: scores[at] as number,
    }))
    .sort((a, b) => b.score - a.score);
}

/** So many candidates get the question's own sentences; of longer lists, those whose gists fit best. */
const SHORT_LIST = 24;

/**
 * Cuts a long list of candidates by their gists, so that an unheard question costs tens of prompts rather than hundreds
 * (the full CLIP takes about 10 ms for each on one core). A list of candidates without gists stays whole.
 */
export async function shortList(
  candidates: readonly Candidate[],
  picture: Embedding,
  encoder: TextEncoder,
): Promise<readonly Candidate[]> {
  const gists = candidates.map(({ gist }) => gist);
  if (candidates.length <= SHORT_LIST || gists.some((gist) => gist === undefined)) return candidates;
  const fits = await ensembleSimilarities(
    gists.map((gist) => [gist as string]),
    picture,
    encoder,
  );
  const logits = candidates.map(({ logPrior }, at) => encoder.logitScale * (fits[at] as number) + logPrior);
  const order = candidates.map((_, at) => at).sort((a, b) => (logits[b] as number) - (logits[a] as number));
  return order.slice(0, SHORT_LIST).map((at) => candidates[at] as Candidate);
}

/** The cosine of the picture with the mean unit embedding of each list of prompts. Encodes every prompt once, in one call. */
export async function ensembleSimilarities(
  ensembles: readonly (readonly string[])[],
  picture: Embedding,
  encoder: TextEncoder,
): Promise<readonly number[]> {
  const prompts = [...new Set(ensembles.flat())];
  const embeddings = await encoder.encodeTexts(prompts);
  const byPrompt = new Map(prompts.map((prompt, at) => [prompt, embeddings[at] as Embedding]));
  return ensembles.map((ensemble) =>
    similarity(picture, meanEmbedding(ensemble.map((prompt) => byPrompt.get(prompt) as Embedding))),
  );
}
