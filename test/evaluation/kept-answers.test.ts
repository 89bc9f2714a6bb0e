import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BenchmarkQuestion } from '../../src/evaluation/benchmark.ts';
import type { JudgedAnswer } from '../../src/evaluation/judge.ts';
import { openKeptAnswers } from '../../src/evaluation/kept-answers.ts';

const questions = ['one.png', 'two.png', 'three.png'].map(
  (image, at): BenchmarkQuestion => ({
    place: `questions.jsonl, line ${at + 1}`,
    image,
    picture: `/${image}`,
    question: 'what is this?',
    answers: ['dog'],
    choices: ['dog', 'cat'],
  }),
);
const answers = questions.map(
  ({ image, question, answers, choices }): JudgedAnswer => ({
    image,
    question,
    answers,
    choices,
    family: 'thing',
    answer: 'dög',
    confidence: 0.5,
    sure: true,
    familiar: true,
    declined: false,
    accuracy: 0,
    blind: 'cat',
    oracle: 1,
    ranked: [{ answer: 'dog', prompt: 'a dog', score: 1 }],
  }),
);
const by = 'glimpse-mini 0123456789ab';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-kept-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A file that holds the answers to the first two questions. */
beforeEach(async () => {
  file = join(folder, 'answers.jsonl');
  await rm(file, { force: true });
  const kept = await openKeptAnswers(file, questions, by);
  for (const answer of answers.slice(0, 2)) await kept.add(answer);
  await kept.close();
});

const heldIn = async (asked = questions, answeredBy = by) => {
  const kept = await openKeptAnswers(file, asked, answeredBy);
  await kept.close();
  return kept.held;
};

describe('a file of answers', () => {
  it('holds what was added, for the same questions and for more after them', async () => {
    expect(await heldIn(questions.slice(0, 2))).toEqual(answers.slice(0, 2));
    expect(await heldIn()).toEqual(answers.slice(0, 2));
  });

  it('that holds more than is asked gives as many as are', async () => {
    expect(await heldIn(questions.slice(0, 1))).toEqual(answers.slice(0, 1));
  });

  it('grows at its end, and nothing that it held changes', async () => {
    const before = await readFile(file, 'utf8');
    const kept = await openKeptAnswers(file, questions, by);
    await kept.add(answers[2] as JudgedAnswer);
    await kept.close();
    expect((await readFile(file, 'utf8')).startsWith(before)).toBe(true);
    expect(await heldIn()).toEqual(answers);
  });

  it.each([
    ['in the middle', 20],
    ['in the middle of a letter', JSON.stringify(answers[0]).indexOf('ö') + 1],
    ['before its end of line alone', -1],
    ['after a character', 1],
  ])('whose last line was cut off %s loses that line alone', async (_, length) => {
    const whole = await readFile(file);
    const line = whole.subarray(0, whole.indexOf('\n'));
    await appendFile(file, line.subarray(0, length === -1 ? line.length : length));
    expect(await heldIn()).toEqual(answers.slice(0, 2));
    expect(await readFile(file)).toEqual(whole);
  });
});

describe('a file that is not of this run is refused, and stays as it is', () => {
  const refusal = async (asked = questions, answeredBy = by) => {
    const before = await readFile(file);
    const error = await openKeptAnswers(file, asked, answeredBy).catch((reason: unknown) => reason);
    expect(await readFile(file)).toEqual(before);
    return error;
  };
  const sentence = (message: RegExp) => ({ name: 'UserError', message: expect.stringMatching(message) });

  it('with answers to another question', async () => {
    const others = questions.map((question) => ({ ...question, question: 'what else is this?' }));
    expect(await refusal(others)).toMatchObject(
      sentence(/answers\.jsonl, line 1 answers another question than questions\.jsonl, line 1\. Name another file/),
    );
  });

  it('with answers among other choices', async () => {
    const others = questions.map((question) => ({ ...question, choices: ['dog', 'emu'] }));
    expect(await refusal(others)).toMatchObject(sentence(/line 1 answers another question/));
  });

  it('with answers by another model or version', async () => {
    expect(await refusal(questions, 'glimpse-mini ba9876543210')).toMatchObject(
      sentence(/was answered by glimpse-mini 0123456789ab, and this is glimpse-mini ba9876543210/),
    );
  });

  it.each([
    ['with lines of something else', 'To do:\nbuy milk\n', /line 1 is no answer that glimpse eval wrote/],
    ['with one line that has no end', 'buy milk', /ends in what is no answer of glimpse eval/],
    [
      'that is a benchmark',
      '{"image":"one.png","question":"what is this?","answers":["dog"]}\n',
      /line 1 is no answer/,
    ],
  ])('%s', async (_, content, message) => {
    await writeFile(file, content);
    expect(await refusal()).toMatchObject(sentence(message));
  });
});
