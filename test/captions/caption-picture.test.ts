import { describe, expect, it, test } from 'vitest';
import { captionPicture, MODEST_CAPTION } from '../../src/captions/caption-picture.ts';
import { bagOfWords } from '../vqa/bag-of-words.ts';

const encoder = bagOfWords(...'dog cat apple car woman red blue two three beach kitchen surfing running'.split(' '));
const captionOf = async (picture: string) =>
  (await captionPicture(encoder.picture(picture).embedding, encoder)).caption;

describe('a caption', () => {
  test.each([
    ['dog', 'A dog.'],
    ['three apples', 'Three apples.'],
    ['three red apples', 'Three red apples.'],
    ['blue car', 'A blue car.'],
    ['dog beach', 'A dog on the beach.'],
    ['woman surfing', 'A woman surfing.'],
  ])('of "%s" says: %s', async (picture, caption) => {
    expect(await captionOf(picture)).toBe(caption);
  });

  test.each(['dog', 'three red apples', 'dog cat', 'kitchen', ''])(
    'of "%s" is one sentence, and the first candidate',
    async (picture) => {
      const { caption, candidates } = await captionPicture(encoder.picture(picture).embedding, encoder);
      expect(caption).toMatch(/^[A-Z][^,;]*\.$/);
      expect(candidates[0]?.caption).toBe(caption);
      expect(candidates.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 5);
      expect(candidates.map(({ score }) => score)).toEqual(
        candidates.map(({ score }) => score).toSorted((a, b) => b - a),
      );
      expect(new Set(candidates.map((candidate) => candidate.caption)).size).toBe(candidates.length);
    },
  );

  it('claims nothing where nothing is clear, and still shows its guesses', async () => {
    const { caption, candidates } = await captionPicture(encoder.picture('').embedding, encoder);
    expect(caption).toBe(MODEST_CAPTION);
    expect(candidates.length).toBeGreaterThan(1);
  });
});
