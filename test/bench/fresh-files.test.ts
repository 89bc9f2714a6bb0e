import { describe, expect, it } from 'vitest';
import { anotherFile, freshFiles } from '../../bench/fresh-files.ts';
import { photo } from '../../bench/photos.ts';
import { decodePicture } from '../../src/images/decode-picture.ts';

describe('anotherFile', () => {
  it('shows the same picture in other bytes', async () => {
    const file = await photo(0.3, 1);
    const [one, other] = [anotherFile(file, 1), anotherFile(file, 2)];
    expect(one.equals(other)).toBe(false);
    expect(await decodePicture(one, 32)).toEqual(await decodePicture(file, 32));
    expect(await decodePicture(other, 32)).toEqual(await decodePicture(file, 32));
  });
});

describe('freshFiles', () => {
  it('never gives a file twice, not even to two who ask for the same photo', async () => {
    const file = await photo(0.3, 1);
    const [one, other] = [freshFiles(file), freshFiles(file)];
    const hexes = [one(), other(), one(), other()].map((bytes) => bytes.toString('hex'));
    expect(new Set(hexes).size).toBe(4);
  });
});
