import { describe, expect, it, test } from 'vitest';
import type { CaptionOptions } from '../../src/answer.ts';
import { captionPicture, MODEST_CAPTION } from '../../src/captions/caption-picture.ts';
import { bagOfWords } from '../vqa/bag-of-words.ts';

const encoder = bagOfWords(
  ...`dog cat apple car boat woman red blue two three beach kitchen surfing running night rain painting screenshot meme
    map gloomy wooden sepia giraffe umbrella chair`.split(/\s+/),
);
const caption = (picture: string, options?: CaptionOptions) =>
  captionPicture(encoder.picture(picture).embedding, encoder, options);
const captionOf = async (picture: string, options?: CaptionOptions) => (await caption(picture, options)).caption;

describe('a short caption', () => {
  test.each([
    ['dog', 'A dog.'],
    ['three apples', 'Three apples.'],
    ['three red apples', 'Three red apples.'],
    ['blue car', 'A blue car.'],
    ['dog beach', 'A dog on the beach.'],
    ['dog beach night', 'A dog on the beach at night.'],
    ['woman surfing', 'A person surfing.'],
    ['giraffe umbrella', 'A giraffe and an umbrella.'],
    ['painting dog', 'A painting of a dog.'],
    ['screenshot car', 'A screenshot of a car.'],
    ['meme cat', 'A meme with a cat.'],
  ])('of "%s" says: %s', async (picture, said) => {
    expect(await captionOf(picture)).toBe(said);
  });

  test.each(['dog', 'three red apples', 'dog cat', 'kitchen', ''])(
    'of "%s" is one sentence, and the first candidate',
    async (picture) => {
      const { caption: said, candidates } = await caption(picture);
      expect(said).toMatch(/^[A-Z][^,;]*(?:, something I can’t make out)?\.$/);
      expect(candidates[0]?.caption).toBe(said);
      expect(candidates.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 5);
      expect(candidates.map(({ score }) => score)).toEqual(
        candidates.map(({ score }) => score).toSorted((a, b) => b - a),
      );
      expect(new Set(candidates.map((candidate) => candidate.caption)).size).toBe(candidates.length);
    },
  );

  it('comes with the parts that it says, and no others', async () => {
    const { parts } = await caption('three red apples');
    expect(parts).toEqual({ things: [{ thing: 'apple', number: 3, colour: 'red' }] });
  });

  it('claims nothing where nothing is clear, and still shows its guesses', async () => {
    const { caption: said, parts, candidates } = await caption('');
    expect(said).toBe(MODEST_CAPTION);
    expect(parts).toEqual({ things: [] });
    expect(candidates.length).toBeGreaterThan(1);
  });

  it('is the same every time', async () => {
    const captions = await Promise.all(['dog beach night', 'dog beach night'].map((picture) => caption(picture)));
    expect(captions[0]).toEqual(captions[1]);
  });

  it('says the kind of picture alone where nothing else is clear', async () => {
    expect(await captionOf('map')).toBe('A map.');
  });

  it('leaves out the steps that are switched off', async () => {
    expect(await captionOf('three red apples', { captioning: { colour: false } })).toBe('Three apples.');
    expect(await captionOf('dog beach', { captioning: { place: false } })).toBe('A dog.');
  });

  it('is silent about what the encoder has no words for', async () => {
    const words = new Set('a photo of picture the dog cat car apple on beach red in kitchen'.split(' '));
    const few = { ...encoder, words };
    const { caption: said } = await captionPicture(encoder.picture('painting dog night').embedding, few);
    expect(said).toBe('A dog.');
  });

  it('needs no more than 64 new texts at a stage once the tables are encoded', async () => {
    const known = new Set<string>();
    const calls: number[] = [];
    const counting = {
      ...encoder,
      encodeTexts: async (prompts: readonly string[]) => {
        const fresh = new Set(prompts.filter((prompt) => !known.has(prompt)));
        for (const prompt of fresh) known.add(prompt);
        calls.push(fresh.size);
        return encoder.encodeTexts(prompts);
      },
    };
    await captionPicture(encoder.picture('dog').embedding, counting, { style: 'alt-text' });
    calls.length = 0;
    await captionPicture(encoder.picture('cat kitchen red').embedding, counting, { style: 'alt-text' });
    expect(Math.max(...calls)).toBeLessThanOrEqual(64);
  });
});

describe('alternative text', () => {
  test.each([
    ['gloomy painting dog', 'A gloomy painting of a dog.'],
    ['wooden chair', 'A wooden chair.'],
    ['dog sepia', 'A dog in sepia.'],
  ])('of "%s" says more than a caption: %s', async (picture, said) => {
    expect(await captionOf(picture, { style: 'alt-text' })).toBe(said);
    expect(await captionOf(picture)).not.toBe(said);
  });

  test.each(['dog', 'three red apples beach night', 'gloomy painting wooden red car beach night rain'])(
    'of "%s" is no longer than 125 characters, and names no photo or image',
    async (picture) => {
      const said = await captionOf(picture, { style: 'alt-text' });
      expect(said.length).toBeLessThanOrEqual(125);
      expect(said).not.toMatch(/\b(?:image|picture|photo)\b/);
    },
  );
});

describe('tags', () => {
  it('say nothing of a plain background, which only competes with places', async () => {
    const words = bagOfWords('apple', 'dog', 'white', 'red', 'background', 'beach');
    const { embedding } = words.picture('apple white background');
    const { tags = [] } = await captionPicture(embedding, words, { style: 'tags' });
    expect(tags.map(({ tag }) => tag)).toContain('apple');
    expect(tags.filter(({ tag }) => tag.includes('background'))).toEqual([]);
  });

  it('name what is in the picture, where and how, best first, with how well each fits', async () => {
    const { tags = [] } = await caption('red car beach', { style: 'tags' });
    expect(tags.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['car', 'red', 'beach']));
    expect(tags.map(({ score }) => score)).toEqual(tags.map(({ score }) => score).toSorted((a, b) => b - a));
    expect(tags.every(({ score }) => score > 0 && score <= 1)).toBe(true);
  });

  it('come only where they are asked for', async () => {
    expect((await caption('dog')).tags).toBeUndefined();
  });
});
