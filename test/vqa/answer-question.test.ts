import { describe, expect, it, test } from 'vitest';
import { UserError } from '../../src/user-error.ts';
import { answerQuestion, LONGEST_QUESTION } from '../../src/vqa/answer-question.ts';
import { bagOfWords } from './bag-of-words.ts';

const encoder = bagOfWords(
  ...'dog cat horse apple banana car red blue green gray two three beach kitchen surfing sleeping sunny rainy guitar tennis umbrella open closed hat'.split(
    ' ',
  ),
);
const ask = (question: string, picture: string) => answerQuestion(question, encoder.picture(picture), encoder);

describe('a question is answered from the picture', () => {
  test.each([
    ['what is this?', 'dog', 'dog'],
    ['what animal is this', 'horse', 'horse'],
    ['what kind of fruit is this?', 'banana', 'banana'],
    ['what musical instrument is it', 'guitar', 'guitar'],
    ['what sport are they playing?', 'tennis', 'tennis'],
    ['how is the weather?', 'rainy', 'rainy'],
    ['is it a cat or a dog?', 'cat', 'cat'],
    ['is the window open or closed', 'closed', 'closed'],
    ['red, green or blue?', 'green', 'green'],
    ['what color is the car?', 'blue car', 'blue'],
    ['what colour is the car?', 'gray car', 'grey'],
    ['what color is the car?', 'gray car', 'gray'],
    ['how many dogs are there?', 'two dogs', '2'],
    ['how many dogs are there?', 'three dogs', '3'],
    ['how many dogs are there?', 'banana', '0'],
    ['is there a dog?', 'dog', 'yes'],
    ['is there a dog?', 'cat', 'no'],
    ["isn't it a dog?", 'dog', 'yes'],
    ["isn't it a dog?", 'cat', 'no'],
    ['is the car red?', 'red car', 'yes'],
    ['is the car red?', 'blue car', 'no'],
    ['is he without a hat?', 'hat', 'no'],
    ['is he without a hat?', 'dog', 'yes'],
    ['where is this?', 'beach', 'beach'],
    ['where is the dog?', 'dog kitchen', 'kitchen'],
    ['what is the man doing?', 'surfing', 'surfing'],
    ['what is the man holding?', 'umbrella', 'umbrella'],
  ])('%s of "%s": %s', async (question, picture, answer) => {
    expect((await ask(question, picture)).answer).toBe(answer);
  });
});

describe('an answer', () => {
  const questions: readonly string[] = [
    'what is this',
    'is there a dog',
    'how many dogs',
    'what colour is it',
    'cat or dog',
    'what animal is this',
    'what is he doing',
    'where is this',
    'is the dog on the left or on the right',
  ];

  it('comes with its family', async () => {
    const families = await Promise.all(questions.map(async (question) => (await ask(question, 'dog')).family));
    expect(families).toEqual(['thing', 'yes-no', 'count', 'colour', 'choice', 'kind', 'activity', 'place', 'position']);
  });

  it('is left out where the question is declined, with what to do instead', async () => {
    expect(await ask('what does the sign say?', 'dog')).toMatchObject({
      answer: '',
      sure: false,
      family: 'reads-text',
      candidates: [],
      declined: expect.stringMatching(/read/),
    });
  });

  it('is found on the side that the question names', async () => {
    const picture = encoder.picture('dog cat', { left: 'dog', right: 'cat' });
    const about = async (question: string) => (await answerQuestion(question, picture, encoder)).answer;
    expect(await about('what animal is on the left?')).toBe('dog');
    expect(await about('which is on the right, the dog or the cat?')).toBe('cat');
    expect(await about('is the cat on the left or on the right?')).toBe('right');
    expect(await about('is the dog to the left of the cat?')).toBe('yes');
    expect(await about('is the dog to the right of the cat?')).toBe('no');
  });

  test.each(questions)('to "%s" leads its candidates, whose scores add up to 1', async (question) => {
    const { answer, candidates, confidence } = await ask(question, 'dog');
    expect(candidates[0]?.answer).toBe(answer);
    expect(candidates.length).toBeGreaterThan(1);
    expect(candidates.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 5);
    expect(candidates.map(({ score }) => score)).toEqual(
      candidates.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  it('is unsure where nothing in the picture speaks for any candidate', async () => {
    expect((await ask('what animal is this?', 'sunny')).sure).toBe(false);
    expect((await ask('what animal is this?', 'horse')).sure).toBe(true);
  });

  it('is never sure where ranking cannot tell', async () => {
    expect((await ask('how old is the dog?', 'dog')).sure).toBe(false);
    expect((await ask('is the dog friendly?', 'dog')).sure).toBe(false);
  });

  it('prompts with the words of the question', async () => {
    expect((await ask('What is the man holding?', 'umbrella')).candidates[0]?.prompt).toBe(
      'the man is holding an umbrella',
    );
    expect((await ask('how many apples are there', 'apple three')).candidates[0]?.prompt).toBe('three apples');
    expect((await ask('what colour is the car', 'red car')).candidates[0]?.prompt).toBe('the car is red');
  });
});

describe('what is no question', () => {
  test.each(['', '   ', '???', '🐶', '...'])('%j is refused as empty', async (question) => {
    await expect(ask(question, 'dog')).rejects.toMatchObject({ name: 'UserError', code: 'question-empty' });
  });

  it('is refused where it is too long, but not one character before', async () => {
    await expect(ask('a'.repeat(LONGEST_QUESTION + 1), 'dog')).rejects.toMatchObject({ code: 'question-too-long' });
    await expect(ask('a'.repeat(LONGEST_QUESTION + 1), 'dog')).rejects.toBeInstanceOf(UserError);
    expect((await ask(`what is this ${'a'.repeat(LONGEST_QUESTION - 13)}`, 'dog')).candidates.length).toBeGreaterThan(
      1,
    );
  });
});
