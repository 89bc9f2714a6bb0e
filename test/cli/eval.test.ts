import { copyFile, mkdtemp, readFile, rm, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
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

/** The lines of a file of answers, parsed. */
const answersIn = async (name: string) =>
  (await readFile(join(folder, name), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('glimpse eval', () => {
  it('leaves out the steps of scoring that it is told to, and knows their names', async () => {
    await benchmark('side.jsonl', [
      { image: 'red-circle.jpg', question: 'What color is the circle?', answers: ten('red') },
    ]);
    await evaluate('side.jsonl', '--answers', 'whole.jsonl');
    await evaluate('side.jsonl', '--answers', 'bare.jsonl', '--without', 'prior,calibration');
    const [[whole], [bare]] = await Promise.all([answersIn('whole.jsonl'), answersIn('bare.jsonl')]);
    expect(bare.ranked[0].score).not.toBe(whole.ranked[0].score);
    expect((await evaluate('side.jsonl', '--answers', 'whole.jsonl', '--without', 'bias')).status).toBe(1);
    expect((await evaluate('side.jsonl', '--without', 'magic')).status).toBe(2);
  });

  it('prints the JSON that the contract names, and nothing else', async () => {
    const { status, stdout, stderr } = await evaluate('questions.jsonl', '--json');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const { calibration, interval, families, ...rest } = JSON.parse(stdout);
    const some = expect.any(Number);
    const means = {
      accuracy: some,
      blind: some,
      oracle: some,
      top5: some,
      sureRight: some,
      sureWrong: some,
      unsure: some,
    };
    expect(rest).toEqual({ ...means, model: 'glimpse-mini', n: 4, accuracy: 75, unfamiliar: 0, declined: 25 });
    const right = { ...means, n: 1, accuracy: 100, oracle: 100, top5: 100, sureWrong: 0 };
    const nothing = { accuracy: 0, blind: 0, oracle: 0, top5: 0, sureRight: 0, sureWrong: 0, unsure: 0 };
    expect(families).toEqual({ 'yes-no': right, kind: right, thing: right, 'reads-text': { n: 1, ...nothing } });
    expect(rest.sureRight + rest.sureWrong + rest.unsure + rest.declined).toBeCloseTo(100, 1);
    expect(interval[0]).toBeLessThan(75);
    expect(interval[1]).toBeGreaterThan(75);
    expect(calibration.bins).toHaveLength(10);
    expect(calibration.bins.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(3);
    expect(calibration.ece).toBeGreaterThan(0);
  });

  it('shows a person a line for each family, and how reliable the confidences are', async () => {
    const { status, stdout } = await evaluate('questions.jsonl', '--limit', '2');
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^VQA accuracy, in percent\n\n +n +accuracy +blind +top 5 +oracle +sure, right +sure, wrong +unsure\n/,
    );
    expect(stdout).toMatch(/^yes-no +1 +100\.00( +\d+\.\d\d){6}$/m);
    expect(stdout).toMatch(/^all +2 +100\.00/m);
    expect(stdout).toMatch(/^95 % confidence interval .*: 34\.24 to 100\.00 %$/m);
    expect(stdout).toMatch(/^confidence +n +mean +accuracy\n0 to 10 +0 +– +–\n/m);
    expect(stdout).toMatch(/^Expected calibration error .*: \d+\.\d\d %\n\nglimpse-mini\n$/m);
  });

  it('writes how each question was answered', async () => {
    const { status } = await evaluate('questions.jsonl', '--answers', 'answers.jsonl', '--json');
    expect(status).toBe(0);
    const given = await answersIn('answers.jsonl');
    expect(given.map(({ image, question }) => ({ image, question }))).toEqual(
      questions.map(({ image, question }) => ({ image, question })),
    );
    expect(given[2]).toEqual({
      ...questions[2],
      family: 'thing',
      answer: 'Circle',
      confidence: expect.any(Number),
      sure: expect.any(Boolean),
      familiar: true,
      declined: false,
      accuracy: 1,
      blind: expect.stringMatching(/axolotl|Circle|saxophone/),
      oracle: 1,
      ranked: expect.any(Array),
      by: expect.stringMatching(/^glimpse-mini [0-9a-f]{12}$/),
    });
    expect(given[2].ranked.map(({ answer }: { answer: string }) => answer).toSorted()).toEqual([
      'Circle',
      'axolotl',
      'saxophone',
    ]);
  });
});

describe('an evaluation that ended early', () => {
  it('goes on after the answers that it kept, and comes out the same', async () => {
    const whole = await evaluate('questions.jsonl', '--json');
    await evaluate('questions.jsonl', '--limit', '2', '--answers', 'early.jsonl');
    const { status, stdout, stderr } = await evaluate('questions.jsonl', '--answers', 'early.jsonl', '--json');
    expect({ status, stdout }).toEqual({ status: 0, stdout: whole.stdout });
    expect(stderr).toBe('Going on after the 2 of 4 questions that are answered in early.jsonl.\n');
    expect(await answersIn('early.jsonl')).toHaveLength(4);
  });

  it('by a signal has finished the question in hand, and says how to go on', async () => {
    await benchmark(
      'many.jsonl',
      Array.from({ length: 5000 }, () => questions[0] as object),
    );
    const watching = new AbortController();
    const changes = watch(folder, { signal: watching.signal });
    const { status, stdout, stderr } = await runGlimpse(['eval', 'many.jsonl', '--answers', 'stopped.jsonl'], {
      folder,
      onStart: async (child) => {
        for await (const { filename } of changes)
          if (filename === 'stopped.jsonl' && (await readFile(join(folder, filename))).length > 0) break;
        child.kill('SIGINT');
      },
    });
    watching.abort();
    expect(status).toBe(130);
    expect(stdout).toBe('');
    const kept = await answersIn('stopped.jsonl');
    expect(stderr).toBe(
      `glimpse: Stopped after ${kept.length} of 5000 questions. Their answers are in stopped.jsonl: the same command goes on from there.\n`,
    );
    expect(kept[0]).toMatchObject({ answer: 'guitar', accuracy: 1 });
  });

  it('for want of a picture has kept what was answered by then', async () => {
    await benchmark('bad.jsonl', [questions[0] as object, { ...questions[1], image: 'nowhere.png' }]);
    const { status, stderr } = await evaluate('bad.jsonl', '--answers', 'some.jsonl');
    expect(status).toBe(1);
    expect(stderr).toMatch(/bad\.jsonl, line 2/);
    expect(await answersIn('some.jsonl')).toHaveLength(1);
  });
});

describe('glimpse eval --report', () => {
  it('writes a web page with the misses and their pictures, large ones shrunk, and says where one is not to be had', async () => {
    const large = await sharp(await readFile(join(pictures, 'guitar.jpg')))
      .resize(1500, 1000, { fit: 'fill' })
      .png({ compressionLevel: 0 })
      .toBuffer();
    await writeFile(join(folder, 'large.png'), large);
    const wrong = { question: 'Is this a piano?', answers: ['yes'] };
    await benchmark('wrong.jsonl', [
      { ...wrong, image: 'guitar.jpg' },
      { ...wrong, image: 'large.png' },
      { ...wrong, image: 'gone.png' },
    ]);
    await copyFile(join(pictures, 'guitar.jpg'), join(folder, 'gone.png'));
    expect((await evaluate('wrong.jsonl', '--answers', 'wrong-answers.jsonl')).status).toBe(0);
    await rm(join(folder, 'gone.png'));
    const { status } = await evaluate('wrong.jsonl', '--answers', 'wrong-answers.jsonl', '--report', 'report.html');
    expect(status).toBe(0);
    const page = await readFile(join(folder, 'report.html'), 'utf8');
    const original = (await readFile(join(pictures, 'guitar.jpg'))).toString('base64');
    expect(page).toContain(`<img src="data:image/jpeg;base64,${original}"`);
    const [, shrunk = ''] = page.match(/<img src="data:image\/webp;base64,([^"]*)"/) ?? [];
    expect(await sharp(Buffer.from(shrunk, 'base64')).metadata()).toMatchObject({ width: 256, height: 256 });
    expect(page).toContain("gone.png can't be shown");
    expect(page).toContain('wrong.jsonl · 3 questions · glimpse-mini');
  });
});

describe('a benchmark that cannot be asked', () => {
  it.each([
    ['for want of a picture', 'nowhere.png', /^glimpse: bad\.jsonl, line 2: There is no such file: .*nowhere\.png/],
    ['about what is no picture', 'notes.png', /^glimpse: bad\.jsonl, line 2: .*PNG, JPEG, WebP or GIF/],
  ])('%s stops at its line', async (_, image, sentence) => {
    await benchmark('bad.jsonl', [questions[0] as object, { ...questions[1], image }]);
    const { status, stdout, stderr } = await evaluate('bad.jsonl');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    ['a file that is not there', ['nowhere.jsonl'], /no such file: nowhere\.jsonl/],
    ['a line of another form', ['notes.png'], /notes\.png, line 1 is not JSON/],
    ['answers for a folder that is not there', ['questions.jsonl', '--answers', 'no/a.jsonl'], /no\/a\.jsonl can't/],
    ['answers for a folder', ['questions.jsonl', '--answers', '.'], /is a folder/],
    ['a report for a folder that is not there', ['questions.jsonl', '--report', 'no/a.html'], /no\/a\.html can't/],
    ['answers in a file of something else', ['questions.jsonl', '--answers', 'notes.png'], /is no answer/],
    ['a model that is not known', ['questions.jsonl', '--model', 'no-such-model'], /glimpse-mini/],
  ])('is one sentence on standard error and exit status 1: %s', async (_, args, sentence) => {
    const { status, stdout, stderr } = await evaluate(...args);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
