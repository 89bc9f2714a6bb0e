import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/answer.ts';
import { propose } from '../../src/cli/propose.ts';
import { runGlimpse } from './run-glimpse.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-propose-'));
});
afterAll(() => rm(folder, { recursive: true }));

const proposeFrom = (stdin: string, args: readonly string[] = ['--jsonl']) =>
  runGlimpse(['propose', ...args], { folder, stdin: Buffer.from(stdin) });
const parsed = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('glimpse propose --jsonl', () => {
  it('answers each line with a line, whatever its end, and leaves out blank ones', async () => {
    const { status, stdout, stderr } = await proposeFrom(
      '{"question": "is there a dog?"}\n\n  \r\n{"question": "what is this?", "choices": ["gnu", "emu"], "id": 7}\r\n{"question": "what color is the café?"}',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = parsed(stdout);
    expect(lines.map(({ question, family }) => [question, family])).toEqual([
      ['is there a dog?', 'yes-no'],
      ['what is this?', 'thing'],
      ['what color is the café?', 'colour'],
    ]);
    for (const line of lines) expect(Object.keys(line)).toEqual(['question', 'family', 'candidates']);
    expect(lines[0].candidates.map(({ answer }: { answer: string }) => answer)).toEqual(
      expect.arrayContaining(['no', 'yes']),
    );
    expect(lines[1].candidates.map(({ answer }: { answer: string }) => answer).toSorted()).toEqual(['emu', 'gnu']);
    expect(Object.keys(lines[2].candidates[0])).toEqual(['answer', 'prior']);
  });

  it('stops at a line that is no question, and has answered those before it', async () => {
    const { status, stdout, stderr } = await proposeFrom(
      '{"question": "is there a dog?"}\n\n{"question": 7}\n{"question": "is there a cat?"}\n',
    );
    expect(status).toBe(1);
    expect(parsed(stdout)).toHaveLength(1);
    expect(stderr).toBe(
      'glimpse: standard input, line 3: question must be a question. Write it like {"question": "What animal is this?"}.\n',
    );
  });

  it.each([
    ['no JSON', 'what is this?', /line 1 is not JSON/],
    ['no object', '"what is this?"', /line 1: the line must be an object/],
    ['a question without words', '{"question": "?"}', /line 1: Ask a question/],
    ['choices that are none', '{"question": "what is this?", "choices": ["dog"]}', /line 1: Give 2 to 1000 choices/],
    ['a line without an end', 'x'.repeat(1_500_000), /line 1 has more than 1000000 characters/],
  ])('names the line that is %s', async (_, line, message) => {
    const { status, stdout, stderr } = await proposeFrom(line);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('answers a line before the next one comes', async () => {
    let child: ChildProcess | undefined;
    const run = runGlimpse(['propose', '--jsonl'], {
      folder,
      stdin: 'open',
      onStart: (started) => {
        child = started;
      },
    });
    child?.stdin?.write('{"question": "is there a dog?"}\n');
    if (child?.stdout) await once(child.stdout, 'data');
    child?.stdin?.end('{"question": "is there a cat?"}\n');
    const { status, stdout } = await run;
    expect(status).toBe(0);
    expect(parsed(stdout)).toHaveLength(2);
  });

  it('ends quietly where nobody reads on, as after head', async () => {
    const bin = join(import.meta.dirname, '..', '..', 'src', 'cli', 'bin.js');
    const script = `yes '{"question": "is there a dog?"}' | "$0" "$1" propose --jsonl | head -n 2; echo "\${PIPESTATUS[1]}"`;
    const shell = spawn('bash', ['-c', script, process.execPath, bin], { cwd: folder });
    let said = '';
    shell.stdout.setEncoding('utf8').on('data', (text) => (said += text));
    shell.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    await once(shell, 'close');
    expect(said.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^\{"question":"is there a dog\?"/),
      expect.stringMatching(/^\{"question":"is there a dog\?"/),
      '0',
    ]);
  });

  it('starts no vision process and writes no file', async () => {
    const { status } = await runGlimpse(['propose', '--jsonl'], {
      folder,
      stdin: Buffer.from('{"question": "is there a dog?"}\n'),
      settings: { CLIP_MODEL: 'no-such-model' },
    });
    expect(status).toBe(0);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('glimpse propose QUESTION', () => {
  it('shows a person the family and the likeliest candidates', async () => {
    const { status, stdout } = await proposeFrom('', ['what color is the car?']);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^colour: \d+ candidates, and their chances before looking\n\n([█░]{10} +<?\d+ % {2}\S.*\n){2,10}/,
    );
  });

  it('takes choices, and prints the same JSON as a line', async () => {
    const { stdout } = await proposeFrom('', ['what is this?', '--choices', 'a gnu, an emu', '--json']);
    const { question, family, candidates } = JSON.parse(stdout);
    expect([question, family]).toEqual(['what is this?', 'thing']);
    expect(candidates).toHaveLength(2);
  });

  it('says so where Glimpse declines', async () => {
    const { status, stdout } = await proposeFrom('', ['what does the sign say?']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^reads-text: Glimpse declines such questions/);
  });
});

describe('what a question leads to', () => {
  it.each([
    'is there a dog?',
    'how many dogs are there?',
    'what color is the car?',
    'is it a cat or a dog?',
    'what is on the table?',
    'what is the man doing?',
    'where is this?',
    'what sport is this?',
  ])('is candidates, each once and the likeliest first, whose chances add up to 1: %s', (question) => {
    const { family, candidates } = propose(question);
    expect(FAMILIES).toContain(family);
    expect(candidates.length).toBeGreaterThan(1);
    expect(new Set(candidates.map(({ answer }) => answer)).size).toBe(candidates.length);
    const priors = candidates.map(({ prior }) => prior);
    expect(priors).toEqual(priors.toSorted((a, b) => b - a));
    expect(priors.reduce((sum, prior) => sum + prior, 0)).toBeCloseTo(1, 4);
  });

  it('is no candidate where the question is not about a picture', () => {
    expect(propose('tell me a joke')).toEqual({
      question: 'tell me a joke',
      family: 'not-about-the-picture',
      candidates: [],
    });
  });
});
