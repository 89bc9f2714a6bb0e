import { beforeAll, describe, expect, it } from 'vitest';
import type { EncodedPicture } from '../../src/clip/embedding.ts';
import { createWaitingRoom } from '../../src/clip/encode-waiting.ts';
import { loadPictureEncoder, type PictureEncoder } from '../../src/clip/encoders.ts';
import { MINI } from './support/mini.ts';
import { laboriousPicture, smallPicture } from './support/pictures.ts';

/** A picture of so many frames, which its number tells apart. */
const framesOf = (number: number, count = 1) => Array.from({ length: count }, () => Float32Array.of(number));
const encodedAs = (number: number): EncodedPicture => ({ embedding: Float32Array.of(number), familiar: true });

/** A waiting room whose encoder tells which pictures came together. */
function room(precision: 'fp32' | 'q8' = 'fp32', failure?: Error) {
  const batches: number[][] = [];
  const enter = createWaitingRoom(async (pictures) => {
    const numbers = pictures.map(([frame]) => frame?.[0] as number);
    batches.push(numbers);
    if (failure) throw failure;
    return numbers.map(encodedAs);
  }, precision);
  return { enter, batches };
}

it('encodes those that wait together, each for whom it belongs to', async () => {
  const { enter, batches } = room();
  const turns = [1, 2, 3].map((number) => enter(framesOf(number)));
  for (const [at, turn] of turns.entries()) expect(await turn()).toEqual(encodedAs(at + 1));
  expect(batches).toEqual([[1, 2, 3]]);
});

it('has no more than four frames in a batch, and always the picture whose turn it is', async () => {
  const { enter, batches } = room();
  const turns = [framesOf(1, 3), framesOf(2, 3), framesOf(3), framesOf(4), framesOf(5, 6)].map(enter);
  for (const turn of turns) await turn();
  expect(batches).toEqual([[1, 3], [2, 4], [5]]);
});

it('encodes each by itself in int8', async () => {
  const { enter, batches } = room('q8');
  const turns = [1, 2].map((number) => enter(framesOf(number)));
  for (const turn of turns) await turn();
  expect(batches).toEqual([[1], [2]]);
});

it('tells each of a failure', async () => {
  const { enter } = room('fp32', new Error('out of memory'));
  const turns = [1, 2].map((number) => enter(framesOf(number)));
  for (const turn of turns) await expect(turn()).rejects.toThrow('out of memory');
});

describe("glimpse-mini's encoder", () => {
  let encoder: PictureEncoder;
  beforeAll(async () => {
    encoder = await loadPictureEncoder(MINI, 2);
  });

  it('sees a picture in a batch as it sees it alone', async () => {
    const files = await Promise.all([smallPicture(), laboriousPicture()]);
    const pictures = await Promise.all(files.map((file) => encoder.decode(file)));
    const together = await encoder.encodeAll([...pictures, ...pictures.toReversed()]);
    for (const [at, picture] of [...pictures, ...pictures.toReversed()].entries()) {
      const alone = await encoder.encode(picture);
      expect(together[at]?.familiar).toBe(alone.familiar);
      for (const [i, value] of alone.embedding.entries()) expect(together[at]?.embedding[i]).toBeCloseTo(value, 5);
    }
  });
});
