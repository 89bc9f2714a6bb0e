import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGlimpse } from './run-glimpse.ts';

const pictures = fileURLToPath(new URL('../../src/demo/pictures', import.meta.url));

const drawings = new URL('../evaluation/captions/', import.meta.url);

const examples = [
  {
    image: 'guitar.jpg',
    captions: ['a guitar', 'a photo of a guitar'],
    scene: { things: [{ names: ['guitar'], number: 1 }] },
  },
  {
    image: 'red-circle.jpg',
    captions: ['a red circle', 'a circle'],
    scene: { things: [{ names: ['circle'], number: 1, colours: ['red'] }], places: [], activities: [] },
  },
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-eval-captions-'));
  for (const { image } of examples) await copyFile(join(pictures, image), join(folder, image));
  await benchmark('captions.jsonl', examples);
  await writeFile(join(folder, 'bank.txt'), 'a guitar\na blue square\n\na guitar\n');
  await writeFile(join(folder, 'empty.txt'), '\n');
});
afterAll(() => rm(folder, { recursive: true }));

const benchmark = (name: string, lines: readonly object[]) =>
  writeFile(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
const evaluate = (...args: readonly string[]) => runGlimpse(['eval', ...args], { folder });
const jsonOf = async (...args: readonly string[]) => JSON.parse((await evaluate(...args, '--json')).stdout);

describe('glimpse eval --captions', () => {
  it('prints the JSON that its help names, and nothing else', async () => {
    const { status, stdout, stderr } = await evaluate('--captions', 'captions.jsonl', '--bank', 'bank.txt', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { accuracy, slots, nearest, ...rest } = JSON.parse(stdout);
    const some = expect.any(Number);
    expect(rest).toEqual({ model: 'glimpse-mini', n: 2, bleu4: some, ciderD: some, unfamiliar: 0, characters: some });
    expect(Object.keys(accuracy)).toEqual(['subject', 'number', 'colour', 'place', 'activity', 'several']);
    expect(accuracy.subject).toEqual({ n: 2, ofAll: 100, nSaid: 2, ofSaid: 100 });
    expect(Object.keys(slots)).toEqual(['subject', 'number', 'colour', 'place', 'activity']);
    expect(slots.subject).toEqual({ said: 2, right: 2, shown: 2, precision: 100, recall: 100, f1: 100 });
    expect(slots.place).toMatchObject({ shown: 0, recall: null });
    expect(nearest).toEqual({ bank: 2, bleu4: some, ciderD: some, times: some });
  });

  it('shows a person how the captions did, beside those of the bank, and against what is known of the scenes', async () => {
    const { status, stdout } = await evaluate('--captions', 'captions.jsonl', '--bank', 'bank.txt');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^2 pictures +BLEU-4 +CIDEr-D\ncaptions +\d+\.\d\d +\d+\.\d\d\nnearest of 2 sentences +\d/);
    expect(stdout).toMatch(/^subject +2 +100\.00 +2 +100\.00$/m);
    expect(stdout).toMatch(/^activity +0 +– +0 +–$/m);
    expect(stdout).toMatch(/^slots +shown +said +right +precision +recall +F1$/m);
    expect(stdout).toMatch(/\n\nglimpse-mini\n$/);
  });

  it('says nothing of scenes that nobody told it of', async () => {
    await benchmark(
      'bare.jsonl',
      examples.map(({ image, captions }) => ({ image, captions })),
    );
    const { stdout } = await evaluate('--captions', 'bare.jsonl', '--limit', '1');
    expect(stdout).toMatch(/^1 pictures/);
    expect(stdout).not.toMatch(/slots|subject/);
  });

  it('leaves out the steps of captioning that it is told to', async () => {
    const lines = (await readFile(new URL('captions.jsonl', drawings), 'utf8')).trim().split('\n');
    const somewhere = lines.map((line) => JSON.parse(line)).filter(({ scene }) => scene.places.length > 0);
    await benchmark(
      'somewhere.jsonl',
      somewhere.slice(0, 10).map((line) => ({ ...line, image: fileURLToPath(new URL(line.image, drawings)) })),
    );
    const whole = await jsonOf('--captions', 'somewhere.jsonl');
    const bare = await jsonOf('--captions', 'somewhere.jsonl', '--without', 'place,time,weather');
    expect(whole.slots.place.said).toBeGreaterThan(0);
    expect(bare.slots.place.said).toBe(0);
  });

  it('lists each caption with what is right about it', async () => {
    const { status } = await evaluate('--captions', 'captions.jsonl', '--list', 'list.jsonl', '--style', 'alt-text');
    expect(status).toBe(0);
    const lines = (await readFile(join(folder, 'list.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      examples.map(({ image, captions }) =>
        expect.objectContaining({
          image,
          captions,
          caption: expect.stringMatching(/\S\.$/),
          parts: expect.objectContaining({ things: expect.any(Array) }),
          slots: expect.objectContaining({ subjectRight: true }),
        }),
      ),
    );
  });

  it('stops at a picture that is not there, and names its line', async () => {
    await benchmark('gone.jsonl', [...examples, { image: 'gone.jpg', captions: ['x'] }]);
    const { status, stdout, stderr } = await evaluate('--captions', 'gone.jsonl');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^glimpse: gone\.jsonl, line 3: There is no such file: .*gone\.jpg/);
  });

  it.each([
    ['a bank that is not there', ['--bank', 'nowhere.txt'], /no such file: nowhere\.txt\. Name a file of captions/],
    ['a bank without a sentence', ['--bank', 'empty.txt'], /empty\.txt is empty/],
    ['a list for a folder that is not there', ['--list', 'no/list.jsonl'], /no\/list\.jsonl can't be written/],
  ])('is one sentence on standard error and exit status 1: %s', async (_, args, sentence) => {
    const { status, stdout, stderr } = await evaluate('--captions', 'captions.jsonl', ...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each([
    ['neither questions nor captions', [], /either a file of questions or --captions/],
    ['both', ['questions.jsonl', '--captions', 'captions.jsonl'], /either a file of questions or --captions/],
    ['a report on captions', ['--captions', 'captions.jsonl', '--report', 'a.html'], /--report is for questions/],
    ['a bank for questions', ['questions.jsonl', '--bank', 'bank.txt'], /--bank is for captions/],
    ['a step of scoring', ['--captions', 'captions.jsonl', '--without', 'prior'], /"prior" is none of .*colour/],
    ['a style that there is not', ['--captions', 'captions.jsonl', '--style', 'poem'], /short, alt-text/],
  ])('is wrong usage, exit status 2: %s', async (_, args, sentence) => {
    const { status, stdout, stderr } = await evaluate(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  });
});
