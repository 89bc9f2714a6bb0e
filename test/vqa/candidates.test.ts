import { describe, expect, it, test } from 'vitest';
import { proposedFor } from '../../src/vqa/candidates.ts';
import { canonicalAnswer, synonymOf } from '../../src/vqa/words/synonyms.ts';
import { writePrompts } from '../../src/vqa/write-prompts.ts';
import { rankedQuestion } from './ranked-question.ts';

function candidatesOf(question: string) {
  const understood = rankedQuestion(question);
  return proposedFor(understood, question).map((one) => writePrompts(one, understood));
}
const promptsOf = (question: string, answer: string) =>
  candidatesOf(question).find((candidate) => canonicalAnswer(candidate.answer) === canonicalAnswer(answer))?.prompts;

describe('the prompts of a candidate', () => {
  test.each<[string, string, readonly string[]]>([
    ['what is this', 'elephant', ['an elephant', 'a photo of an elephant', 'a picture of an elephant']],
    ['what is this', 'scissors', ['scissors', 'a photo of scissors', 'a picture of scissors']],
    ['what is the man holding', 'umbrella', ['the man is holding an umbrella', 'an umbrella']],
    ['what is the man playing', 'tennis', ['the man is playing tennis', 'playing tennis']],
    ['what colour is the car', 'orange', ['the car is orange', 'an orange car', 'orange']],
    ['what color are the bananas', 'gray', ['the bananas are gray', 'gray bananas', 'gray']],
    ['how many dogs are there', '2', ['two dogs', '2 dogs', 'a photo of two dogs']],
    ['how many dogs are there', '1', ['a dog', 'one dog', 'a photo of a dog']],
    [
      'how many people are on the beach',
      '3',
      ['three people on the beach', '3 people on the beach', 'a photo of three people on the beach'],
    ],
    ['how many sheep', '4', ['four sheep', '4 sheep', 'a photo of four sheep']],
    ['what animal is on the beach', 'dog', ['a dog is on the beach', 'a dog']],
    ['what animals are on the beach', 'dogs', ['dogs are on the beach', 'dogs']],
    ['what sport are they playing', 'soccer', ['they are playing soccer', 'a person playing soccer']],
    ['where is the cat', 'kitchen', ['the cat is in a kitchen', 'a photo taken in a kitchen']],
    ['where is this', 'beach', ['a photo taken on the beach', 'on the beach']],
    ['is it an owl or an eagle', 'owl', ['an owl', 'a photo of an owl', 'a picture of an owl']],
  ])('%s %s', (question, answer, prompts) => {
    expect(promptsOf(question, answer)).toEqual(prompts);
  });

  it('are sentences without gaps, doubled articles or doubled words, whatever is asked', () => {
    const questions = [
      'what is this',
      'what is the man holding',
      'how many red apples are there',
      'what colour is the car',
      'where is the cat',
      'what are they doing',
      'what animals are these',
      'what kind of food is on the plate',
      'who is riding the horse',
      'what is the weather like',
      'what room is this',
      'what is the floor made of',
    ];
    const odd = questions
      .flatMap(candidatesOf)
      .flatMap(({ prompts }) => prompts)
      .filter((prompt) =>
        /[{}]|\b(?:a|an|the) (?:a|an|the)\b|\b(\w+) \1\b|\ba [aeio](?!ne)|\ban [bcdfgjklmnpqrtvwz]| {2}/.test(prompt),
      );
    expect(odd).toEqual([]);
  });
});

it('offers an answer once, under one of its names', () => {
  const answers = candidatesOf('what is on the desk').map(({ answer }) => synonymOf(answer));
  expect(new Set(answers).size).toBe(answers.length);
});

it('knows what people answer, most likely first, and beyond that what its tables name', () => {
  const proposed = candidatesOf('what is the man throwing?');
  expect(proposed.slice(0, 3).map(({ answer }) => answer)).toContain('frisbee');
  expect(proposed.map(({ logPrior }) => logPrior)).toEqual(
    proposed.map(({ logPrior }) => logPrior).toSorted((a, b) => b - a),
  );
  expect(candidatesOf('what kind of cheese is this?').map(({ answer }) => answer)).toContain('gouda');
});

it('shares out a probability of at most 1', () => {
  const sum = candidatesOf('what animal is this').reduce((all, { logPrior }) => all + Math.exp(logPrior), 0);
  expect(sum).toBeGreaterThan(0.8);
  expect(sum).toBeLessThan(1.001);
});

it('says where a candidate comes from', () => {
  const [cat, dog, other] = candidatesOf('is it a cat or a dog').map(({ origin }) => origin);
  expect([cat, dog, other]).toEqual(['question', 'question', 'prior']);
  expect(new Set(candidatesOf('what animal is this').map(({ origin }) => origin))).toEqual(new Set(['prior', 'table']));
});

it('answers with grey or gray as the asker spells, and prompts with gray', () => {
  expect(candidatesOf('what colour is it').find(({ answer }) => answer === 'grey')?.prompts[0]).toBe('gray');
  expect(candidatesOf('what color is it').find(({ answer }) => answer === 'gray')?.prompts[0]).toBe('gray');
});
