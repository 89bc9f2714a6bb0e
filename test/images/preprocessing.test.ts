import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/images/decode-picture.ts';
import { CASES, differenceOf, inputOf, type PreprocessingCase, referenceOf } from '../fixtures/preprocessing/cases.ts';

/** One level of 255, on average. */
const LIMIT = 1;

const differences = async (each: PreprocessingCase) =>
  differenceOf(await decodePicture(await inputOf(each), each.size, undefined, each), await referenceOf(each));

/** A screenful of small words shrunk six times by the bicubic is the hardest: hard edges everywhere, and two rounds of shrinking. */
const LIMIT_OF_TEXT = 1.1;

const compared = CASES.filter(({ note }) => note === undefined);

describe("is within a level of CLIP's own preprocessing, on average", () => {
  it.each(compared.map((each) => [each.name, each] as const))('%s', async (name, each) => {
    const limit = name === 'PNG of text, 800x600' ? LIMIT_OF_TEXT : LIMIT;
    expect((await differences(each)).mean).toBeLessThanOrEqual(limit);
  });
});

describe('is the very same, where the picture has less than one and a half times the pixels that are wanted', () => {
  // Losslessly stored, or a JPEG, which both decode alike; transparency is mixed with white by another rounding.
  const names = ['PNG 225x231, just over', 'JPEG 223x219, just under', 'PNG 3x2', 'PNG 17x40', 'PNG 30x900'];
  const bilinear = [
    'PNG 3x2, bilinear, squashed as for SigLIP2',
    'lossless WebP 200x170, bilinear, squashed as for SigLIP2',
    'PNG 31x507, bilinear, as for MobileCLIP',
  ];
  const rest = ['PNG 1000x1', 'PNG of 1 bit', '16-bit PNG', ...bilinear];
  const same = CASES.filter(({ name }) => [...names, ...rest].includes(name));
  it.each(same.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    expect((await differences(each)).max).toBe(0);
  });
});

it('is nearer to the bilinear of a checkpoint that asks for it than the bicubic is', async () => {
  const asked = CASES.filter(({ input, filter }) => filter === 'bilinear' && !input.startsWith('pattern'));
  expect(asked.length).toBeGreaterThan(0);
  for (const each of asked) {
    const cubic = differenceOf(
      await decodePicture(await inputOf(each), each.size, undefined, { ...each, filter: 'bicubic' }),
      await referenceOf(each),
    );
    expect((await differences(each)).mean, each.name).toBeLessThan(cubic.mean);
  }
});

it('differs on purpose only where that is noted, and by how colours are managed', async () => {
  const noted = CASES.filter(({ note }) => note !== undefined);
  expect(noted.map(({ name }) => name)).toEqual(['CMYK JPEG', 'JPEG in Display P3, profile ignored']);
  for (const each of noted) expect((await differences(each)).mean).toBeGreaterThan(LIMIT);
});
