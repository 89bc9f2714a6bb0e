import { describe, expect, it, test } from 'vitest';
import { answerQuestion } from '../../src/vqa/answer-question.ts';
import { proposedFor } from '../../src/vqa/candidates.ts';
import { writePrompts } from '../../src/vqa/write-prompts.ts';
import { bagOfWords } from './bag-of-words.ts';
import { rankedQuestion } from './ranked-question.ts';

const encoder = bagOfWords(...'dog cat zebra axolotl cello tennis red blue two three seven beach cafeteria'.split(' '));
const ask = (question: string, picture: string, choices: readonly string[]) =>
  answerQuestion(question, encoder.picture(picture), encoder, { choices });

describe('with choices', () => {
  test.each<[string, string, readonly string[], string]>([
    ['what is in the picture?', 'axolotl', ['dog', 'axolotl', 'cat'], 'axolotl'],
    ['what animal is this?', 'axolotl', ['dog', 'axolotl', 'cat'], 'axolotl'],
    ['what is the man playing?', 'cello', ['tennis', 'cello'], 'cello'],
    ['what color is the car?', 'red', ['blue', 'red'], 'red'],
    ['where is this?', 'cafeteria', ['beach', 'cafeteria'], 'cafeteria'],
    ['is it a cat or a dog?', 'zebra', ['cat', 'dog', 'zebra'], 'zebra'],
    ['how many dogs are there?', 'seven dogs', ['2', '7'], '7'],
    ['how many dogs are there?', 'two dogs', ['none', 'two', 'three'], 'two'],
    ['how many dogs are there?', 'beach', ['none', 'two', 'three'], 'none'],
  ])('%s of "%s", %j: %s', async (question, picture, choices, answer) => {
    const answered = await ask(question, picture, choices);
    expect(answered.answer).toBe(answer);
    expect(answered.candidates.map((candidate) => candidate.answer).toSorted()).toEqual(choices.toSorted());
    expect(answered.candidates.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 5);
  });

  it('weighs every one of a hundred, and answers letter for letter', async () => {
    const choices = ['Axolotl', ...Array.from({ length: 99 }, (_, at) => `Thing ${at}`)];
    const { answer, candidates } = await ask('what is the man holding?', 'axolotl', choices);
    expect(answer).toBe('Axolotl');
    expect(candidates).toHaveLength(100);
  });

  it('is not kept from being sure by a word that no table knows', async () => {
    const question = 'what kind of gizmo is this?';
    expect((await answerQuestion(question, encoder.picture('zebra'), encoder)).sure).toBe(false);
    expect((await ask(question, 'zebra', ['dog', 'zebra', 'cello'])).sure).toBe(true);
  });

  it('still declines to read what is written somewhere', async () => {
    expect((await ask('what does the sign say?', 'zebra', ['dog', 'zebra'])).declined).toMatch(/read/);
  });
});

describe('the prompts of a choice', () => {
  test.each<[string, string, readonly string[]]>([
    ['what is this?', 'Axolotl', ['an axolotl', 'a photo of an axolotl', 'a picture of an axolotl']],
    ['what is the man holding?', 'cello', ['the man is holding a cello', 'a cello']],
    ['what animals are on the beach?', 'axolotl', ['axolotls are on the beach', 'axolotls']],
    ['what sport are they playing?', 'lacrosse', ['they are playing lacrosse', 'a person playing lacrosse']],
    ['what sport are they playing?', 'surfing', ['they are surfing', 'a person surfing']],
    ['what colour is the car?', 'grey', ['the car is gray', 'a gray car', 'gray']],
    ['what is the weather like?', 'hazy', ['it is hazy', 'a hazy day', 'the weather is hazy']],
    ['where is the cat?', 'cafeteria', ['the cat is in a cafeteria', 'a photo taken in a cafeteria']],
    ['where is this?', 'beside a barn', ['a photo taken beside a barn', 'beside a barn']],
    ['how many dogs are there?', '12', ['12 dogs', 'a photo of 12 dogs']],
    ['how many dogs are there?', 'several', ['several dogs', 'a photo of several dogs', 'a picture of several dogs']],
    ['is the window open or closed?', 'broken', ['the window is broken', 'broken']],
  ])('are those of its family: %s %s', (question, choice, prompts) => {
    const understood = rankedQuestion(question);
    const [proposed] = proposedFor(understood, question, [choice, 'other']);
    expect(proposed && writePrompts(proposed, understood)).toMatchObject({
      answer: choice,
      prompts,
      origin: 'choices',
    });
  });
});

describe('choices that are refused', () => {
  test.each<[string, string, readonly string[], RegExp]>([
    ['a single one', 'what is this?', ['dog'], /2 to 1000/],
    ['an empty one', 'what is this?', ['dog', ' '], /Choice 2 has no words/],
    ['the same one twice', 'what is this?', ['dog', 'cat', 'DOG '], /Choice 3 is there already/],
    ['an overlong one', 'what is this?', ['dog', 'x'.repeat(201)], /Choice 2 has 201 characters/],
    ['any for a question for yes or no', 'is this a dog?', ['yes', 'no'], /yes or no/],
  ])('%s', async (_, question, choices, message) => {
    await expect(ask(question, 'dog', choices)).rejects.toMatchObject({
      name: 'UserError',
      code: 'choices-invalid',
      message: expect.stringMatching(message),
    });
  });
});
