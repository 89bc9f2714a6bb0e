import { beforeAll, expect, it } from 'vitest';
import { type AnsweredQuestion, answerQuestion } from '../../src/vqa/answer-question.ts';
import { likelyQuestionPrompts, promptsOf } from '../../src/vqa/likely-prompts.ts';
import { bagOfWords } from './bag-of-words.ts';

const encoder = bagOfWords('dog', 'cat');

const prompts = new Set<string>();
beforeAll(async () => {
  for await (const list of likelyQuestionPrompts(encoder)) for (const prompt of list) prompts.add(prompt);
});

it('holds the colours, the numbers, the kinds and the places that common questions are answered with', () => {
  for (const prompt of [
    'something red',
    'two people',
    'a photo of a dog',
    'a person running',
    'a photo taken on the beach',
  ])
    expect(prompts).toContain(prompt);
});

it('holds all that a common question needs, whatever the picture shows', async () => {
  const asked: string[] = [];
  const picture = encoder.picture('cat');
  const answer = (question: string): Promise<AnsweredQuestion> =>
    answerQuestion(question, picture, {
      ...encoder,
      encodeTexts: (texts) => {
        asked.push(...texts);
        return encoder.encodeTexts(texts);
      },
    });
  for (const question of ['How many people are there?', 'what color is it', 'Is there a person?'])
    await answer(question);
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((prompt) => !prompts.has(prompt))).toEqual([]);
});

it('leaves room for what people really ask among the 20,000 embeddings that are kept', () => {
  expect(prompts.size).toBeLessThan(8000);
});

it('leaves out what the encoder cannot read', async () => {
  const words = new Set('a photo of picture dog there is'.split(' '));
  const lists: string[] = [];
  for await (const list of likelyQuestionPrompts({ ...encoder, words })) {
    lists.push(...list);
    break;
  }
  expect(lists).toContain('a photo of a dog');
  expect(lists.filter((prompt) => /giraffe/.test(prompt))).toEqual([]);
});

it('encodes nothing', async () => {
  const untouchable = { ...encoder, encodeTexts: () => Promise.reject(new Error('a text was encoded')) };
  for await (const list of likelyQuestionPrompts(untouchable)) expect(list.length).toBeGreaterThan(0);
});

it('names each prompt of some work once', async () => {
  const given = await promptsOf(async (recorder) => {
    await recorder.encodeTexts(['a dog', 'a cat']);
    await recorder.encodeTexts(['a dog']);
  }, encoder);
  expect(given).toEqual(['a dog', 'a cat']);
});
