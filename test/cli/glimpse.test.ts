import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGlimpse } from './run-glimpse.ts';

let folder: string;
let redCircle: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-cli-'));
  redCircle = join(folder, 'red-circle.png');
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="3" fill="#d11"/></svg>';
  await writeFile(
    redCircle,
    await sharp(Buffer.from(drawing)).resize(300, 300).flatten({ background: '#fff' }).png().toBuffer(),
  );
  await writeFile(join(folder, 'notes.png'), 'These are only words.');
});

afterAll(() => rm(folder, { recursive: true }));

const glimpse = (args: readonly string[], stdin?: Uint8Array, settings: Record<string, string> = {}) =>
  runGlimpse(args, { folder, stdin, settings });

describe('glimpse ask', () => {
  it('prints the answer as the JSON that the contract names, and nothing else', async () => {
    const { status, stdout, stderr } = await glimpse(['ask', redCircle, 'what color is the circle?', '--json']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer).toSorted()).toEqual([
      'answer',
      'candidates',
      'caption',
      'confidence',
      'familiar',
      'family',
      'milliseconds',
      'model',
      'question',
      'sure',
    ]);
    expect(answer).toMatchObject({
      question: 'what color is the circle?',
      answer: 'red',
      family: 'colour',
      model: 'glimpse-mini',
    });
    expect(Object.keys(answer.candidates[0]).toSorted()).toEqual(['answer', 'prompt', 'score', 'weighing']);
  });

  it('shows a person the answer first, then the caption, the candidates as bars, and the model', async () => {
    const { stdout } = await glimpse(['ask', redCircle, 'what color is the circle?']);
    expect(stdout).toMatch(
      /^red · \d+ %\n.+\n\n(█+░* +\S+ % {2}[\w ]+\n|[█░]+ +\S+ % {2}[\w ]+\n){5}\nglimpse-mini · \d+ ms\n$/,
    );
  });

  it('weighs the choices that come with the question, and nothing else', async () => {
    const choices = 'blue square, red circle; "a dog"\ngreen star,';
    const { status, stdout } = await glimpse(['ask', redCircle, 'what is this?', '--choices', choices, '--json']);
    expect(status).toBe(0);
    const { answer, candidates } = JSON.parse(stdout);
    expect(answer).toBe('red circle');
    expect(candidates.map((candidate: { answer: string }) => candidate.answer).toSorted()).toEqual([
      '"a dog"',
      'blue square',
      'green star',
      'red circle',
    ]);
  });

  it('says so where the choices leave none', async () => {
    const { status, stderr } = await glimpse(['ask', redCircle, 'what is this?', '--choices', 'a cat']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^glimpse: Give 2 to 1000 choices, not 1\.\n$/);
  });

  it('takes the picture from standard input', async () => {
    const { status, stdout } = await glimpse(['ask', '-', 'is there a circle?', '--json'], await readFile(redCircle));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ family: 'yes-no', answer: 'yes' });
  });

  it('takes the picture from an address', async () => {
    const server = createServer(async (_, response) => response.end(await readFile(redCircle))).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    const { status, stdout } = await glimpse([
      'ask',
      `http://127.0.0.1:${port}/a.png`,
      'what color is the circle?',
      '--json',
    ]);
    server.close();
    expect(status).toBe(0);
    expect(JSON.parse(stdout).answer).toBe('red');
  });
});

describe('glimpse caption', () => {
  it('prints a sentence, and as JSON what it was chosen from', async () => {
    const { status, stdout } = await glimpse(['caption', redCircle, '--json']);
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(Object.keys(result).toSorted()).toEqual([
      'candidates',
      'caption',
      'familiar',
      'milliseconds',
      'model',
      'parts',
    ]);
    expect(result.caption).toMatch(/^[A-Z].*\.$/);
  });

  it('lists tags below the sentence where they are asked for', async () => {
    const { status, stdout } = await glimpse(['caption', redCircle, '--style', 'tags']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^A[^\n]* circle[^\n]*\.\n\n(?:[^\n]+ % {2}[^\n]+\n)*[^\n]+ % {2}circle\n/);
  });

  it('refuses a style that there is not', async () => {
    const { status, stderr } = await glimpse(['caption', redCircle, '--style', 'poem']);
    expect(status).toBe(2);
    expect(stderr).toContain('short, alt-text, tags');
  });
});

describe('glimpse rank', () => {
  it('prints every text, best first, with its share and its cosine', async () => {
    const texts = ['a blue square', 'a red circle', 'a dog'];
    const { status, stdout } = await glimpse(['rank', redCircle, ...texts, '--json']);
    expect(status).toBe(0);
    const { ranking, familiar, model } = JSON.parse(stdout);
    expect({ familiar, model }).toEqual({ familiar: true, model: 'glimpse-mini' });
    expect(ranking[0].text).toBe('a red circle');
    expect(ranking.map((entry: { text: string }) => entry.text).toSorted()).toEqual(texts.toSorted());
    const total = ranking.reduce((sum: number, entry: { score: number }) => sum + entry.score, 0);
    expect(total).toBeCloseTo(1, 5);
  });
});

describe('a failure', () => {
  it.each([
    ['a file that is not there', 'nowhere.png', /no such file.*nowhere\.png/i],
    ['a folder', '.', /is a folder/],
    ['a text with the name of a picture', 'notes.png', /PNG, JPEG, WebP or GIF/],
  ])('is one sentence on standard error and exit status 1: %s', async (_, image, sentence) => {
    const { status, stdout, stderr } = await glimpse(['caption', image]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says so when standard input is larger than a picture may be', async () => {
    const { status, stderr } = await glimpse(['caption', '-'], new Uint8Array(11 * 1024 * 1024));
    expect(status).toBe(1);
    expect(stderr).toMatch(/larger than 10 MB/);
  });

  it('names the setting that is wrong', async () => {
    const { status, stderr } = await glimpse(['caption', redCircle], undefined, { VISION_THREADS: 'many' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/VISION_THREADS/);
  });

  it('names the models it knows when asked for another', async () => {
    const { status, stderr } = await glimpse(['caption', redCircle, '--model', 'no-such-model']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/glimpse-mini/);
  });
});

describe('wrong usage', () => {
  it.each([
    [[]],
    [['paint']],
    [['ask', 'only-a-picture.png']],
    [['rank', 'only-a-picture.png']],
    [['match', 'only a text']],
    [['match', 'a text', '-', 'a.png', '-']],
    [['caption', 'a.png', '--jsn']],
    [['eval']],
    [['eval', 'a.jsonl', '--limit', '0']],
    [['eval', 'a.jsonl', '--limit', 'few']],
    [['eval', 'a.jsonl', '--report', 'a.jsonl']],
    [['propose']],
    [['propose', 'what is this?', '--jsonl']],
  ])('of %j exits 2 and says how it goes', async (args: string[]) => {
    const { status, stdout, stderr } = await glimpse(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/usage|--help/i);
  });

  it('is not what asking for help is: that exits 0, on standard output', async () => {
    const { status, stdout } = await glimpse(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}ask .*^ {2}caption .*^ {2}rank .*^ {2}match .*^ {2}propose .*^ {2}eval /ms);
  });
});
