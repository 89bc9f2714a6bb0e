import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/vqa/answer-question.ts';
import { isReadable } from '../../src/vqa/readable.ts';
import { bagOfWords } from './bag-of-words.ts';

const hearing = bagOfWords('dog', 'cat', 'horse', 'pizza', 'food', 'beach', 'outside');
const reading = (...words: readonly string[]) => ({ ...hearing, words: new Set(words) });

describe('a phrase', () => {
  it('is readable where every word of it was read, and always where that is not known', () => {
    expect(isReadable('hot dog', new Set(['hot', 'dog']))).toBe(true);
    expect(isReadable('hot dog', new Set(['dog']))).toBe(false);
    expect(isReadable('anything', undefined)).toBe(true);
  });
});

describe('words that the encoder never read', () => {
  it('are not weighed', async () => {
    const { candidates } = await answerQuestion('what animal is this?', hearing.picture('dog'), reading('dog', 'cat'));
    expect(candidates.map(({ answer }) => answer).toSorted()).toEqual(['cat', 'dog']);
  });

  it('are weighed where they come with the question, in it or as choices', async () => {
    const encoder = reading('dog');
    const choices = ['cat', 'horse'];
    expect((await answerQuestion('what is this?', hearing.picture('cat'), encoder, { choices })).answer).toBe('cat');
    expect((await answerQuestion('is it a cat or a horse?', hearing.picture('cat'), encoder)).answer).toBe('cat');
  });

  it('leave the answer unsure where they are what is asked about, or all kinds of it', async () => {
    const picture = hearing.picture('dog');
    expect((await answerQuestion('is there a dog?', picture, reading('dog', 'a'))).sure).toBe(true);
    expect((await answerQuestion('is there a dog?', picture, reading('cat', 'a'))).sure).toBe(false);
    expect((await answerQuestion('what kind of cheese is this?', picture, reading('dog'))).sure).toBe(false);
  });
});

it('says what a thing is rather than of which category, and where it is rather than that it is outside', async () => {
  const answers = async (question: string) =>
    (await answerQuestion(question, hearing.picture('pizza beach'), hearing)).candidates.map(({ answer }) => answer);
  expect(await answers('what is this?')).not.toContain('food');
  expect(await answers('where is this?')).not.toContain('outside');
});
