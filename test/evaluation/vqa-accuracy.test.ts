import { describe, expect, it, test } from 'vitest';
import { normaliseAnswer, vqaAccuracy } from '../../src/evaluation/vqa-accuracy.ts';

/** So many people who say one thing, and others who each say something else, ten in all. */
const tenOf = (answer: string, people: number) => [
  ...Array.from({ length: people }, () => answer),
  ...Array.from({ length: 10 - people }, (_, at) => `other ${at}`),
];

describe('an answer that some of ten people gave', () => {
  test.each([
    [0, 0],
    [1, 0.3],
    [2, 0.6],
    [3, 0.9],
    [4, 1],
    [9, 1],
    [10, 1],
  ])('%i of them: %d', (people, accuracy) => {
    expect(vqaAccuracy(tenOf('red', people))('red')).toBeCloseTo(accuracy, 10);
  });

  it('is worth the mean over the ten sets of nine people, as the official evaluation computes it', () => {
    for (let people = 0; people <= 10; people++) {
      const answers = tenOf('red', people);
      const leftOut = answers.map(
        (_, at) => answers.filter((answer, other) => other !== at && answer === 'red').length,
      );
      const mean = leftOut.reduce((sum, others) => sum + Math.min(1, others / 3), 0) / 10;
      expect(vqaAccuracy(answers)('red')).toBeCloseTo(mean, 10);
    }
  });

  it('is counted under all its spellings', () => {
    const answers = ['2', 'two', 'Two.', ...tenOf('x', 0).slice(0, 7)];
    expect(vqaAccuracy(answers)('the two')).toBeCloseTo(0.9, 10);
  });
});

describe('ten people who say the same', () => {
  it('are taken letter for letter, but for white space at the ends', () => {
    const accuracy = vqaAccuracy(Array.from({ length: 10 }, () => 'Two dogs '));
    expect(accuracy('Two dogs')).toBe(1);
    expect(accuracy('two dogs')).toBe(0);
    expect(accuracy('2 dogs')).toBe(0);
  });

  it('but nine who do, and one who does not, are normalised', () => {
    expect(vqaAccuracy([...Array.from({ length: 9 }, () => 'Two dogs'), 'two cats'])('2 dogs')).toBe(1);
  });
});

describe('fewer than ten people', () => {
  test.each<[readonly string[], string, number]>([
    [['dog'], 'dog', 1],
    [['A dog.'], 'dog', 1],
    [['dog', 'puppy'], 'puppy', 1],
    [['dog', 'puppy', 'hound'], 'hound', 1],
    [['dog', 'puppy', 'hound', 'pet'], 'pet', 0.75],
    [['dog', 'puppy', 'hound', 'pet', 'mutt'], 'mutt', 0.6],
    [['dog', 'dog', 'hound', 'pet', 'mutt'], 'dog', 1],
    [['dog', 'puppy'], 'cat', 0],
  ])('%j stand for ten in the same shares: %s is worth %d', (answers, answer, accuracy) => {
    expect(vqaAccuracy(answers)(answer)).toBeCloseTo(accuracy, 10);
  });

  test.each([0, 11])('are not %i', (people) => {
    expect(() => vqaAccuracy(Array.from({ length: people }, () => 'a'))).toThrow(RangeError);
  });
});

/** What the official evaluation makes of these (GT-Vision-Lab/VQA, vqaEval.py, run on them). */
describe('an answer as it is compared', () => {
  test.each([
    ['No.', 'no'],
    ['two dogs', '2 dogs'],
    ['Two dogs', '2 dogs'],
    ['TEN', '10'],
    ['none', '0'],
    ['zero', '0'],
    ['ten', '10'],
    ['eleven', 'eleven'],
    ['a red bus', 'red bus'],
    ['An apple', 'apple'],
    ['the', ''],
    ['t-shirt', 't shirt'],
    ['t -shirt', 't shirt'],
    ['yes/no', 'yes no'],
    ['1/2', '1 2'],
    ['1,000', '1000'],
    ['1,000 t-shirts', '1000 tshirts'],
    ['red,white', 'red white'],
    ['red, white', 'red white'],
    ['10:30', '10:30'],
    ['$5.00', '$5.00'],
    ['3.5', '3.5'],
    ['3.', '3'],
    ['u.s.a.', 'usa'],
    ['dont know', "don't know"],
    ["don't know", "don't know"],
    ['oclock', "o'clock"],
    ['twas', "'twas"],
    ["shouldn'tve", "shouldn't've"],
    ["shouldnt've", "shouldn't've"],
    ['shouldntve', 'shouldntve'],
    ['shell', 'shell'],
    ["somebody'd", 'somebodyd'],
    ['Im', 'im'],
    ['"stop"', 'stop'],
    ["'stop'", "'stop'"],
    ['black & white', 'black & white'],
    ['  a\tdog\n', 'dog'],
    ['what?!', 'what'],
    ['.', ''],
    ['a.b', 'ab'],
    ['no. 5', 'no 5'],
    ['no.5', 'no.5'],
    ['3.5.', '3.5'],
    ['1,000,000', '1000000'],
    ['1, 000', '1 000'],
    ['5-10', '5 10'],
    ['5 - 10', '5 10'],
    ['red;blue', 'red blue'],
    ['[red] {blue} (green)', 'red blue green'],
    ['a_b=c+d\\e', 'b c d e'],
    ['<b>bold</b>', 'b bold b'],
    ['me@home', 'me home'],
    ['`quoted`', 'quoted'],
    ['50%', '50%'],
    ['#1', '#1'],
    ['5*5', '5*5'],
    ['it: here', 'it: here'],
    ["it's", "it's"],
    ['isnt', "isn't"],
    ['the the a an', ''],
    ['none of the above', '0 of above'],
    ['ANSWER', 'answer'],
  ])('%j is %j', (answer, normalised) => {
    expect(normaliseAnswer(answer)).toBe(normalised);
  });
});
