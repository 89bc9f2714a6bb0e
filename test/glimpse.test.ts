import { describe, expect, it } from 'vitest';
import type { Clip } from '../src/clip/clip.ts';
import { createGlimpse } from '../src/glimpse.ts';
import { UNFAMILIAR } from '../src/unfamiliar.ts';
import { bagOfWords } from './vqa/bag-of-words.ts';

/** A CLIP that must not be troubled. */
const untouchable: Clip = {
  model: 'untouchable',
  logitScale: 1,
  encodePicture: () => Promise.reject(new Error('a picture was encoded')),
  encodeTexts: () => Promise.reject(new Error('a text was encoded')),
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
