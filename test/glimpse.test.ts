import { describe, expect, it } from 'vitest';
import type { Clip } from '../src/clip/clip.ts';
import { createGlimpse } from '../src/glimpse.ts';
import { UNFAMILIAR } from '../src/unfamiliar.ts';
import { UserError } from '../src/user-error.ts';
import { bagOfWords } from './vqa/bag-of-words.ts';

/** A CLIP that must not be troubled. */
const untouchable: Clip = {
  model: 'untouchable',
  logitScale: 1,
  encodePicture: () => Promise.reject(new Error('a picture was encoded')),
  encodeCrops: () => Promise.reject(new Error('crops were encoded')),
  drawHeatMap: () => Promise.reject(new Error('a picture was drawn')),
  encodeTexts: () => Promise.reject(new Error('a text was encoded')),
  encodeBeforehand: () => Promise.reject(new Error('texts were encoded')),
  close: async () => {},
};

describe('what can be refused without looking at the picture', () => {
  const glimpse = createGlimpse(untouchable);

  it.each([
    ['no words', '?!', 'question-empty'],
    ['too many words', 'is it a dog? '.repeat(40), 'question-too-long'],
  ])('is a question of %s', async (_, question, code) => {
    await expect(glimpse.ask(new Uint8Array(), question)).rejects.toMatchObject({ code });
  });

  it('is a question with a single choice', async () => {
    await expect(glimpse.ask(new Uint8Array(), 'what is this?', { choices: ['dog'] })).rejects.toMatchObject({
      code: 'choices-invalid',
    });
  });

  it('is a ranking of no texts', async () => {
    await expect(glimpse.rank(new Uint8Array(), [])).rejects.toMatchObject({ code: 'texts-invalid' });
  });

  it('is a match of no text, no picture or too many', async () => {
    const picture = new Uint8Array();
    await expect(glimpse.match(' ', [picture])).rejects.toMatchObject({ code: 'texts-invalid' });
    await expect(glimpse.match('a cat', [])).rejects.toMatchObject({ code: 'no-picture' });
    await expect(glimpse.match('a cat', Array(11).fill(picture))).rejects.toMatchObject({ code: 'texts-invalid' });
  });
});

describe('a match of a text with pictures', () => {
  const words = bagOfWords('dog', 'cat', 'beach');
  /** Pictures whose bytes name what they show: photographs are unfamiliar. */
  const picture = (shown: string) => new Uint8Array(Buffer.from(shown));
  let inFlight = 0;
  let mostInFlight = 0;
  const glimpse = createGlimpse({
    ...untouchable,
    ...words,
    encodePicture: async (file) => {
      mostInFlight = Math.max(mostInFlight, ++inFlight);
      await Promise.resolve();
      inFlight -= 1;
      const shown = Buffer.from(file).toString();
      if (shown === 'damaged') throw new UserError('picture-corrupt', 'It is damaged.');
      if (shown === 'queue') throw new UserError('busy', 'Try again.');
      return { embedding: words.picture(shown).embedding, familiar: !shown.includes('photograph') };
    },
  });

  it('ranks the pictures by their places, best first', async () => {
    const match = await glimpse.match('  a dog on a beach ', ['cat', 'dog', 'dog beach'].map(picture));
    expect(match).toMatchObject({ text: 'a dog on a beach', familiar: true, model: 'untouchable' });
    expect(match.ranking.map(({ index }) => index)).toEqual([2, 1, 0]);
    expect(match.ranking[0]?.similarity).toBeCloseTo(1, 5);
    expect(match.ranking.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 10);
    expect(match.milliseconds).toBeGreaterThanOrEqual(0);
  });

  it('finds the picture that rank finds the text to fit as well, with the same cosine', async () => {
    const [dog, cat] = ['dog', 'cat'].map(picture) as [Uint8Array, Uint8Array];
    const match = await glimpse.match('a dog', [cat, dog]);
    const ranked = await Promise.all([cat, dog].map((file) => glimpse.rank(file, ['a dog'])));
    for (const { index, similarity } of match.ranking)
      expect(similarity).toBeCloseTo(ranked[index]?.ranking[0]?.similarity ?? Number.NaN, 6);
  });

  it('is not familiar where one of the pictures is not', async () => {
    expect((await glimpse.match('a dog', ['dog', 'cat photograph'].map(picture))).familiar).toBe(false);
  });

  it('says which picture is bad, and blames none for what is not its fault', async () => {
    await expect(glimpse.match('a dog', ['dog', 'damaged', 'cat'].map(picture))).rejects.toMatchObject({
      code: 'picture-corrupt',
      index: 1,
      message: 'Picture 2: It is damaged.',
    });
    await expect(glimpse.match('a dog', ['dog', 'queue'].map(picture))).rejects.toMatchObject({
      code: 'busy',
      message: 'Try again.',
    });
  });

  it('takes no more room in the queue than one picture', async () => {
    mostInFlight = 0;
    await glimpse.match('a dog', Array(10).fill(picture('dog')));
    expect(mostInFlight).toBe(1);
  });
});

describe('two questions in one text', () => {
  const words = bagOfWords('dog', 'cat', 'beach', 'kitchen');
  const glimpse = createGlimpse({
    ...untouchable,
    ...words,
    encodePicture: async () => ({ embedding: words.picture('dog beach').embedding, familiar: true }),
  });

  it('are answered each by itself, with one caption', async () => {
    const { question, answer, second } = await glimpse.ask(
      new Uint8Array(),
      'Is it a dog or a cat? Is it a beach or a kitchen?',
    );
    expect([question, answer]).toEqual(['Is it a dog or a cat?', 'dog']);
    expect(second).toMatchObject({ question: 'Is it a beach or a kitchen?', answer: 'beach' });
    expect(second).not.toHaveProperty('caption');
  });

  it('are one where there is one', async () => {
    expect(await glimpse.ask(new Uint8Array(), 'is it a dog or a cat?')).not.toHaveProperty('second');
  });
});

describe('an unfamiliar picture', () => {
  const picture = new Uint8Array();
  const words = bagOfWords('dog', 'cat');
  const seeing = (familiar: boolean) =>
    createGlimpse({
      ...untouchable,
      ...words,
      encodePicture: async () => ({ embedding: words.picture('dog').embedding, familiar }),
    });
  const [known, unknown] = [seeing(true), seeing(false)];

  it('is answered with what a familiar one would be, for tools, but without being sure', async () => {
    const question = 'is it a dog or a cat?';
    const [sure, unsure] = await Promise.all([known.ask(picture, question), unknown.ask(picture, question)]);
    const { answer, confidence, candidates } = sure;
    expect(sure).toMatchObject({ answer: 'dog', sure: true, familiar: true });
    expect(unsure).toMatchObject({ answer, confidence, candidates, sure: false, familiar: false });
  });

  it('has no caption that claims to know it, and the guesses beside it', async () => {
    const [caption, guess] = await Promise.all([unknown.caption(picture), known.caption(picture)]);
    expect(guess).toMatchObject({ caption: 'A dog.', familiar: true });
    expect(caption).toMatchObject({ caption: UNFAMILIAR, candidates: guess.candidates, familiar: false });
    expect(await unknown.ask(picture, 'is it a dog?')).toMatchObject({ caption: UNFAMILIAR });
  });

  it('ranks texts as a familiar one does, and says that it is unfamiliar', async () => {
    const texts = ['a cat', 'a dog'];
    const [ranked, anyway] = await Promise.all([known.rank(picture, texts), unknown.rank(picture, texts)]);
    expect(anyway).toEqual({ ...ranked, familiar: false });
  });
});

describe('a question after what is on top of a thing', () => {
  const words = bagOfWords('cat', 'dog', 'house', 'tree');

  it('is answered by what is above the thing, wherever in the picture that is', async () => {
    // A cat on a house at the lower right of a picture of 400x400, and a dog elsewhere.
    const boxes = [0, 100, 200, 300].flatMap((top) =>
      [0, 100, 200, 300].map((left) => ({ left, top, width: 100, height: 100 })),
    );
    const shown = boxes.map(({ left, top }) => (left === 300 && top === 300 ? 'house' : 'tree'));
    const [embeddings] = [await words.encodeTexts(shown)];
    const looked: unknown[] = [];
    const glimpse = createGlimpse({
      ...untouchable,
      ...words,
      encodePicture: async (_, region) => {
        looked.push(region);
        const [embedding] = await words.encodeTexts([region ? 'cat' : 'dog house tree']);
        return { embedding: embedding as Float32Array, familiar: true };
      },
      encodeCrops: async () => ({
        picture: { width: 400, height: 400 },
        boxes,
        embeddings: Float32Array.from(embeddings.flatMap((embedding) => [...embedding])),
      }),
    });
    const choices = ['cat', 'dog'];
    const { answer } = await glimpse.ask(new Uint8Array(), 'What is on top of the house?', { choices });
    expect(answer).toBe('cat');
    const [, box] = looked as { left: number; top: number; width: number; height: number }[];
    expect(box?.left).toBeGreaterThan(150);
    expect((box?.top ?? 0) + (box?.height ?? 0)).toBeGreaterThan(200);
    expect((await glimpse.ask(new Uint8Array(), 'What is this?', { choices })).answer).toBe('dog');
  });
});
