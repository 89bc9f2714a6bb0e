import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGlimpse } from './run-glimpse.ts';

const pictures = fileURLToPath(new URL('../../src/demo/pictures', import.meta.url));
const ten = (answer: string) => Array.from({ length: 10 }, () => answer);

/** What glimpse-mini says to each is told by test/vqa/shipped-pictures.test.ts. */
const questions = [
  { image: 'guitar.jpg', question: 'What musical instrument is this?', answers: ten('guitar') },
  { image: 'guitar.jpg', question: 'Is this a piano?', answers: ten('no') },
  {
    image: 'red-circle.jpg',
    question: 'What is in the picture?',
    answers: ['circle'],
    choices: ['axolotl', 'Circle', 'saxophone'],
  },
  { image: 'guitar.jpg', question: 'What does the sign say?', answers: ten('stop') },
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-eval-'));
  for (const picture of ['guitar.jpg', 'red-circle.jpg'])
    await copyFile(join(pictures, picture), join(folder, picture));
  await writeFile(join(folder, 'notes.png'), 'These are only words.');
  await benchmark('questions.jsonl', questions);
});

afterAll(() => rm(folder, { recursive: true }));

const benchmark = (name: string, lines: readonly object[]) =>
  writeFile(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
const evaluate = (...args: readonly string[]) => runGlimpse(['eval', ...args], { folder });

describe('glimpse eval', () => {
  it('prints the JSON that the contract names, and nothing else', async () => {
    const { status, stdout, stderr } = await evaluate('questions.jsonl', '--json');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { calibration, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      model: 'glimpse-mini',
      n: 4,
      accuracy: 75,
      blind: 25,
      oracle: 75,
      top5: 75,
      unsure: 0,
      unfamiliar: 0,
      declined: 25,
      families: {
        'yes-no': { n: 1, accuracy: 100, blind: 0, oracle: 100, top5: 100 },
        kind: { n: 1, accuracy: 100, blind: 100, oracle: 100, top5: 100 },
        thing: { n: 2, accuracy: 50, blind: 0, oracle: 50, top5: 50 },
      },
    });
    expect(calibration.bins).toHaveLength(10);
    expect(calibration.bins.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(3);
    expect(calibration.ece).toBeGreaterThan(0);
  });

  it('shows a person a line for each family, and how reliable the confidences are', async () => {
    const { status, stdout } = await evaluate('questions.jsonl', '--limit', '2');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^VQA accuracy, in percent\n\n +n +accuracy +blind +top 5 +oracle\n/);
    expect(stdout).toMatch(/^yes-no +1 +100\.00 +0\.00 +100\.00 +100\.00$/m);
    expect(stdout).toMatch(/^all +2 +100\.00/m);
    expect(stdout).toMatch(/^confidence +n +mean +accuracy\n0 to 10 +0 +– +–\n/m);
    expect(stdout).toMatch(/^Expected calibration error .*: \d+\.\d\d %\n\nglimpse-mini\n$/m);
  });

  it('writes how each question was answered', async () => {
    const { status } = await evaluate('questions.jsonl', '--answers', 'answers.jsonl', '--json');
    expect(status).toBe(0);
    const lines = (await readFile(join(folder, 'answers.jsonl'), 'utf8')).trimEnd().split('\n');
    const given = lines.map((line) => JSON.parse(line));
    expect(given.map(({ image, question }) => ({ image, question }))).toEqual(
      questions.map(({ image, question }) => ({ image, question })),
    );
    expect(given[2]).toEqual({
      image: 'red-circle.jpg',
      question: 'What is in the picture?',
      answers: ['circle'],
      family: 'thing',
      answer: 'Circle',
      confidence: expect.any(Number),
      sure: true,
      familiar: true,
      declined: false,
      accuracy: 1,
      blind: 'axolotl',
      ranked: expect.any(Array),
    });
    expect(given[2].ranked.map(({ answer }: { answer: string }) => answer).toSorted()).toEqual([
      'Circle',
      'axolotl',
      'saxophone',
    ]);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a benchmark that cannot be asked', () => {
  it.each([
    ['for want of a picture', 'nowhere.png', /^glimpse: bad\.jsonl, line 2: There is no such file: .*nowhere\.png/],
    ['about what is no picture', 'notes.png', /^glimpse: bad\.jsonl, line 2: .*PNG, JPEG, WebP or GIF/],
  ])('%s stops at its line', async (_, image, sentence) => {
    await benchmark('bad.jsonl', [questions[0] as object, { ...questions[1], image }]);
    const { status, stdout, stderr } = await evaluate('bad.jsonl', '--answers', 'none.jsonl');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(await readdir(folder)).not.toContain('none.jsonl');
  });

  it.each([
    ['a file that is not there', ['nowhere.jsonl'], /no such file: nowhere\.jsonl/],
    ['a line of another form', ['notes.png'], /notes\.png, line 1 is not JSON/],
    ['answers for a folder that is not there', ['questions.jsonl', '--answers', 'no/a.jsonl'], /no\/a\.jsonl can't/],
    ['answers for a folder', ['questions.jsonl', '--answers', '.'], /is a folder/],
    ['a model that is not known', ['questions.jsonl', '--model', 'no-such-model'], /glimpse-mini/],
  ])('is one sentence on standard error and exit status 1: %s', async (_, args, sentence) => {
    const { status, stdout, stderr } = await evaluate(...args);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
