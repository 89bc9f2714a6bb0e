import { expect, it } from 'vitest';
import { createCollector, inPieces } from '../../src/clip/picture-pieces.ts';
import type { PictureMessage, ToVision } from '../../src/clip/vision-protocol.ts';

const MEGABYTE = 1024 * 1024;

/** Bytes that say where they stand. */
const picture = (id: number, bytes: number): PictureMessage => ({
  type: 'picture',
  id,
  file: Uint8Array.from({ length: bytes }, (_, at) => (at * 7 + id + (at >> 12)) % 251),
  region: 'left',
});

const collected = (messages: Iterable<ToVision>) => {
  const collect = createCollector();
  return [...messages].flatMap((message) => collect(message) ?? []);
};

it.each([0, 1, MEGABYTE, MEGABYTE + 1, 3 * MEGABYTE, 3.5 * MEGABYTE])(
  'carries a file of %d bytes over whole',
  (bytes) => {
    const sent = picture(1, bytes);
    const [arrived, ...more] = collected(inPieces(sent));
    expect(more).toEqual([]);
    expect(arrived).toMatchObject({ type: 'picture', id: 1, region: 'left' });
    expect(Buffer.compare((arrived as PictureMessage).file, sent.file)).toBe(0);
  },
);

it('sends no more than a megabyte at once', () => {
  const pieces = [...inPieces(picture(1, 3.5 * MEGABYTE))];
  expect(pieces.map(({ type }) => type)).toEqual(['piece', 'piece', 'piece', 'picture']);
  const sizes = pieces.map((piece) => (piece.type === 'piece' ? piece.bytes : (piece as PictureMessage).file).length);
  expect(Math.max(...sizes)).toBe(MEGABYTE);
});

it('keeps two pictures apart whose pieces come mixed', () => {
  const [one, other] = [picture(1, 2.5 * MEGABYTE), picture(2, 2.2 * MEGABYTE)];
  const [a, b] = [[...inPieces(one)], [...inPieces(other)]];
  const arrived = collected(a.flatMap((piece, at) => [piece, b[at] as ToVision]));
  expect(arrived.map((message) => (message as PictureMessage).id)).toEqual([1, 2]);
  expect(Buffer.compare((arrived[0] as PictureMessage).file, one.file)).toBe(0);
  expect(Buffer.compare((arrived[1] as PictureMessage).file, other.file)).toBe(0);
});

it('lets everything else pass as it is', () => {
  const texts: ToVision = { type: 'texts', id: 1, prompts: ['a cat'] };
  expect(collected(inPieces(texts))).toEqual([texts]);
});
