import { describe, expect, it } from 'vitest';
import type { Embedding, SeenPicture, TextEncoder } from '../../src/clip/embedding.ts';
import { type Evidence, heldOf, logitsOf, viewOf } from '../../src/vqa/evidence.ts';
import { type Scoring, scoringWith } from '../../src/vqa/scoring.ts';

const x = Float32Array.of(1, 0);
const y = Float32Array.of(0, 1);
const encoder: TextEncoder = {
  logitScale: 10,
  encodeTexts: async (prompts) => prompts.map((prompt): Embedding => (prompt === 'x' ? x : y)),
};
/** All of it shows x; its left half shows y. */
const picture: SeenPicture = {
  embedding: x,
  look: async (region) => (region === 'left' ? y : x),
  lookOn: async () => undefined,
};
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

describe('what a logit is made of', () => {
  const known = { ...encoder, reference: Float32Array.of(0.5, 0) };
  const part = { phrase: 'on the left', region: 'left' } as const;

  it.each([
    ['the whole picture', undefined, 1],
    ['a region', part, 0],
  ])('is the cosine with %s and what was subtracted', async (_, looked, cosine) => {
    const view = await viewOf(looked, evidence({}, known));
    const logits = await logitsOf([['x']], view.direction, evidence({}, known));
    const [held = { similarity: 0, bias: 0 }] = await heldOf([['x']], logits, view, evidence({}, known));
    expect(held.similarity).toBeCloseTo(cosine, 6);
    expect(held.bias).toBeGreaterThan(0.1);
    expect(10 * (held.similarity - held.bias)).toBeCloseTo(logits[0] ?? 0, 5);
  });

  it('subtracts nothing where no reference pictures are known', async () => {
    const view = await viewOf(undefined, evidence());
    expect(await heldOf([['x']], [10], view, evidence())).toEqual([{ similarity: 1, bias: 0 }]);
  });
});

describe('a view', () => {
  it('is the whole picture where no region is named', async () => {
    expect(await viewOf(undefined, evidence())).toEqual({ seen: x, direction: x });
    expect(await viewOf({ phrase: 'on the table' }, evidence())).toEqual({ seen: x, direction: x });
  });

  it('is the region that is named, less what is on the other side', async () => {
    const { seen, direction } = await viewOf({ phrase: 'on the left', region: 'left' }, evidence());
    const [first = 0, second = 0] = direction;
    expect(seen).toEqual(y);
    expect(second).toBe(1);
    expect(first).toBeLessThan(0);
  });

  it('is what is on top of a thing; of a surface, that and all of the picture; all of it where the thing is not found', async () => {
    const upon = (found: Embedding | undefined, surface: boolean) =>
      viewOf(
        { phrase: 'on the table', on: { thing: 'table', surface } },
        { ...evidence(), picture: { ...picture, lookOn: async () => found } },
      );
    expect(await upon(y, false)).toEqual({ seen: y, direction: y });
    expect((await upon(y, true)).seen.every((value) => Math.abs(value - Math.SQRT1_2) < 1e-6)).toBe(true);
    expect(await upon(undefined, true)).toEqual({ seen: x, direction: x });
  });

  it('is the whole picture where crops are switched off', async () => {
    expect(await viewOf({ phrase: 'on the left', region: 'left' }, evidence({ crops: false }))).toEqual({
      seen: x,
      direction: x,
    });
  });

  it('lacks a part of what reference pictures have in common, where they are known', async () => {
    const known = { ...encoder, reference: Float32Array.of(0.5, 0) };
    const { seen, direction } = await viewOf(undefined, evidence({}, known));
    expect(seen).toEqual(x);
    expect(direction[0]).toBeLessThan(1);
    expect(await viewOf(undefined, evidence({ bias: false }, known))).toEqual({ seen: x, direction: x });
  });
});
