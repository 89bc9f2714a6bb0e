import { expect, it } from 'vitest';
import { softmax, type TextEncoder } from '../../src/clip/embedding.ts';
import { type View, viewOf } from '../../src/vqa/evidence.ts';
import { PRIOR_WEIGHT, rankCandidates, shortList } from '../../src/vqa/rank-candidates.ts';
import { scoringWith } from '../../src/vqa/scoring.ts';
import type { Candidate } from '../../src/vqa/write-prompts.ts';
import { bagOfWords } from './bag-of-words.ts';

const candidate = (answer: string, prompts: readonly string[], logPrior = 0): Candidate => ({
  answer,
  prompts,
  logPrior,
  origin: 'table',
});
const encoder = bagOfWords('dog', 'cat', 'horse');
const view = (words: string): View => {
  const { embedding } = encoder.picture(words);
  return { seen: embedding, direction: embedding };
};
const evidence = (by: TextEncoder = encoder) => ({ picture: encoder.picture(''), encoder: by, scoring: scoringWith() });

it('puts the best-fitting candidate first and shares out all of the probability', async () => {
  const ranked = await rankCandidates(
    [candidate('cat', ['a cat']), candidate('dog', ['a dog']), candidate('horse', ['a horse'])],
    view('dog'),
    evidence(),
  );
  expect(ranked[0]).toMatchObject({ answer: 'dog', prompt: 'a dog' });
  expect(ranked.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 6);
});

it('lets a prior decide between candidates that fit alike, and only between those', async () => {
  const [dog, cat] = [candidate('dog', ['a dog']), candidate('cat', ['a cat'], 1)];
  const blind = await rankCandidates([dog, cat], view('horse'), evidence());
  const seen = await rankCandidates([dog, cat], view('dog'), evidence());
  expect(blind[0]?.answer).toBe('cat');
  expect(seen[0]?.answer).toBe('dog');
});

it('counts an answer that comes from two places once', async () => {
  const ranked = await rankCandidates(
    [candidate('dog', ['a cat']), candidate('dog', ['a dog']), candidate('cat', ['a cat'])],
    view('dog'),
    evidence(),
  );
  expect(ranked.map(({ answer }) => answer)).toEqual(['dog', 'cat']);
  expect(ranked[0]?.prompt).toBe('a dog');
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
    view('dog'),
    evidence(listening),
  );
  expect(calls).toEqual([['a dog', 'a photo', 'a cat']]);
});

it('cuts a long list by what its candidates are about, and leaves a short one alone', async () => {
  const filler = Array.from(
    { length: 40 },
    (_, at): Candidate => ({ ...candidate(`thing ${at}`, ['the man holds a thing']), gist: 'a thing' }),
  );
  const dog: Candidate = { ...candidate('dog', ['the man holds a dog']), gist: 'a dog' };
  const short = await shortList([...filler, dog], view('dog'), evidence());
  expect(short.length).toBeLessThan(30);
  expect(short[0]?.answer).toBe('dog');
  expect(await shortList([...filler.slice(0, 3), dog], view('dog'), evidence())).toHaveLength(4);
});

it('says what each share is made of', async () => {
  const reference = encoder.picture('dog cat').embedding.map((value) => value / 2);
  const known = { ...evidence({ ...encoder, reference }), picture: encoder.picture('dog') };
  const ranked = await rankCandidates(
    [candidate('cat', ['a cat'], -1), candidate('dog', ['a dog', 'a photo of a dog'], -2)],
    await viewOf(undefined, known),
    known,
  );
  const told = ranked.flatMap(({ weighing }) => weighing ?? []);
  const logits = told.map(({ similarity, bias, prior }) => encoder.logitScale * (similarity - bias) + prior);
  expect(told.map(({ prior }) => prior)).toEqual([PRIOR_WEIGHT * -2, PRIOR_WEIGHT * -1]);
  expect(told.every(({ bias }) => bias > 0)).toBe(true);
  softmax(logits).forEach((share, at) => {
    expect(share).toBeCloseTo(ranked[at]?.score ?? 0, 5);
  });
});
