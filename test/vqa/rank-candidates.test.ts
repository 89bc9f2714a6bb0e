import { expect, it } from 'vitest';
import type { Embedding } from '../../src/clip/embedding.ts';
import type { Candidate } from '../../src/vqa/candidates.ts';
import { ensembleSimilarities, rankCandidates, shortList } from '../../src/vqa/rank-candidates.ts';
import { bagOfWords } from './bag-of-words.ts';

const candidate = (answer: string, prompts: readonly string[], logPrior = 0): Candidate => ({
  answer,
  prompts,
  logPrior,
  origin: 'table',
});
const encoder = bagOfWords('dog', 'cat', 'horse');

it('puts the best-fitting candidate first and shares out all of the probability', async () => {
  const ranked = await rankCandidates(
    [candidate('cat', ['a cat']), candidate('dog', ['a dog']), candidate('horse', ['a horse'])],
    encoder.picture('dog'),
    encoder,
  );
  expect(ranked[0]).toMatchObject({ answer: 'dog', prompt: 'a dog' });
  expect(ranked.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 6);
});

it('lets a prior decide between candidates that fit alike, and only between those', async () => {
  const [dog, cat] = [candidate('dog', ['a dog']), candidate('cat', ['a cat'], 1)];
  const blind = await rankCandidates([dog, cat], encoder.picture('horse'), encoder);
  const seen = await rankCandidates([dog, cat], encoder.picture('dog'), encoder);
  expect(blind[0]?.answer).toBe('cat');
  expect(seen[0]?.answer).toBe('dog');
});

it('counts an answer that comes from two places once', async () => {
  const ranked = await rankCandidates(
    [candidate('dog', ['a cat']), candidate('dog', ['a dog']), candidate('cat', ['a cat'])],
    encoder.picture('dog'),
    encoder,
  );
  expect(ranked.map(({ answer }) => answer)).toEqual(['dog', 'cat']);
  expect(ranked[0]?.prompt).toBe('a dog');
});

it('averages the prompts of an ensemble as unit embeddings', async () => {
  const two = {
    logitScale: 1,
    encodeTexts: async (prompts: readonly string[]): Promise<Embedding[]> =>
      prompts.map((p) => Float32Array.from(p === 'x' ? [1, 0] : [0, 1])),
  };
  const [mixed] = await ensembleSimilarities([['x', 'y']], Float32Array.from([1, 0]), two);
  expect(mixed).toBeCloseTo(Math.SQRT1_2, 6);
});

it('asks the encoder for each prompt once, in one call', async () => {
  const calls: (readonly string[])[] = [];
  const listening = {
    ...encoder,
    encodeTexts: (prompts: readonly string[]) => {
      calls.push(prompts);
      return encoder.encodeTexts(prompts);
    },
  };
  await rankCandidates(
    [candidate('dog', ['a dog', 'a photo']), candidate('cat', ['a cat', 'a photo'])],
    encoder.picture('dog'),
    listening,
  );
  expect(calls).toEqual([['a dog', 'a photo', 'a cat']]);
});

it('cuts a long list by what its candidates are about, and leaves a short one alone', async () => {
  const filler = Array.from(
    { length: 40 },
    (_, at): Candidate => ({ ...candidate(`thing ${at}`, ['the man holds a thing']), gist: 'a thing' }),
  );
  const dog: Candidate = { ...candidate('dog', ['the man holds a dog']), gist: 'a dog' };
  const short = await shortList([...filler, dog], encoder.picture('dog'), encoder);
  expect(short.length).toBeLessThan(30);
  expect(short[0]?.answer).toBe('dog');
  expect(await shortList([...filler.slice(0, 3), dog], encoder.picture('dog'), encoder)).toHaveLength(4);
});
