import { describe, expect, it } from 'vitest';
import { type Embedding, meanEmbedding, similarity, toUnitLength } from '../../src/clip/embedding.ts';
import { ensembleProducts } from '../../src/clip/ensemble-means.ts';

/** Embeds a prompt by its letters, in as many dimensions, and writes down what it is given. */
function createEncoder(dimension = 7) {
  const asked: (readonly string[])[] = [];
  const embed = (prompt: string): Embedding =>
    toUnitLength(
      Float32Array.from({ length: dimension }, (_, i) => Math.sin(prompt.charCodeAt(i % prompt.length) + i)),
    );
  const encoder = {
    logitScale: 10,
    encodeTexts: async (prompts: readonly string[]) => {
      asked.push(prompts);
      return prompts.map(embed);
    },
  };
  return { encoder, embed, asked };
}

const VIEW = toUnitLength(Float32Array.from([3, -1, 4, 1, -5, 9, 2]));

describe('ensembleProducts', () => {
  it('are the products with the mean of each ensemble, in the order given', async () => {
    const { encoder, embed } = createEncoder();
    const ensembles = [['a cat', 'a photo of a cat'], ['a dog'], ['a cat']];
    const products = await ensembleProducts(ensembles, VIEW, encoder);
    ensembles.forEach((ensemble, at) => {
      expect(products[at]).toBeCloseTo(similarity(meanEmbedding(ensemble.map(embed)), VIEW), 6);
    });
  });

  it('ask for each prompt once, and for nothing again', async () => {
    const { encoder, asked } = createEncoder();
    const first = await ensembleProducts([['a cat', 'the cat'], ['the cat']], VIEW, encoder);
    expect(asked).toEqual([['a cat', 'the cat']]);
    expect(await ensembleProducts([['the cat'], ['a cat', 'the cat']], VIEW, encoder)).toEqual(first.toReversed());
    expect(asked).toHaveLength(1);
  });

  it('tell ensembles apart that begin alike', async () => {
    const { encoder } = createEncoder();
    const ensembles = [['a cat'], ['a cat', 'the dog'], ['a cat', 'the bus'], ['a cat', 'the dog', 'the bus']];
    expect(new Set(await ensembleProducts(ensembles, VIEW, encoder)).size).toBe(ensembles.length);
  });

  it('give the same to those who ask at the same time', async () => {
    const { encoder } = createEncoder();
    const ask = () => ensembleProducts([['a cat'], ['a dog']], VIEW, encoder);
    const [one, other] = await Promise.all([ask(), ask()]);
    expect(one).toEqual(other);
  });

  it('keep encoders apart', async () => {
    const [one, other] = [createEncoder(), createEncoder()];
    await ensembleProducts([['a cat']], VIEW, one.encoder);
    await ensembleProducts([['a cat']], VIEW, other.encoder);
    expect(other.asked).toHaveLength(1);
  });

  it('throw where the dimensions differ', async () => {
    const { encoder } = createEncoder(5);
    await expect(ensembleProducts([['a cat']], VIEW, encoder)).rejects.toThrow(RangeError);
  });
});
