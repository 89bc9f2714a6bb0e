import { describe, expect, it } from 'vitest';
import type { Clip } from '../src/clip/clip.ts';
import { createGlimpse } from '../src/glimpse.ts';

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
