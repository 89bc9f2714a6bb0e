import { describe, expect, it } from 'vitest';
import type { Embedding, SeenPicture, TextEncoder } from '../../src/clip/embedding.ts';
import { type Evidence, logitsOf, viewOf } from '../../src/vqa/evidence.ts';
import { type Scoring, scoringWith } from '../../src/vqa/scoring.ts';

const x = Float32Array.of(1, 0);
const y = Float32Array.of(0, 1);
const encoder: TextEncoder = {
  logitScale: 10,
  encodeTexts: async (prompts) => prompts.map((prompt): Embedding => (prompt === 'x' ? x : y)),
};
/** All of it shows x; its left half shows y. */
const picture: SeenPicture = { embedding: x, look: async (region) => (region === 'left' ? y : x) };
const evidence = (switched: Partial<Scoring> = {}, by: TextEncoder = encoder): Evidence => ({
  picture,
  encoder: by,
  scoring: scoringWith(switched),
});

describe('the logits of prompt ensembles', () => {
  it('average the prompts as unit embeddings, by the logit scale', async () => {
    const [mixed = 0] = await logitsOf([['x', 'y']], x, evidence());
    expect(mixed).toBeCloseTo(10 * Math.SQRT1_2, 5);
  });

  it('are of the first prompts alone where ensembles are switched off', async () => {
    expect(await logitsOf([['x', 'y'], ['y']], x, evidence({ ensembles: false }))).toEqual([10, 0]);
  });
});

describe('a view', () => {
  it('is the whole picture where no region is named', async () => {
    expect(await viewOf(undefined, evidence())).toEqual(x);
    expect(await viewOf({ phrase: 'on the table' }, evidence())).toEqual(x);
  });

  it('is the region that is named, less what is on the other side', async () => {
    const [first = 0, second = 0] = await viewOf({ phrase: 'on the left', region: 'left' }, evidence());
    expect(second).toBe(1);
    expect(first).toBeLessThan(0);
  });

  it('is the whole picture where crops are switched off', async () => {
    expect(await viewOf({ phrase: 'on the left', region: 'left' }, evidence({ crops: false }))).toEqual(x);
  });

  it('lacks a part of what reference pictures have in common, where they are known', async () => {
    const known = { ...encoder, reference: Float32Array.of(0.5, 0) };
    const [first = 0] = await viewOf(undefined, evidence({}, known));
    expect(first).toBeLessThan(1);
    expect(await viewOf(undefined, evidence({ bias: false }, known))).toEqual(x);
  });
});
