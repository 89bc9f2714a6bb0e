import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openMemory } from '../../src/memory/memory.ts';
import { answerTo, correctionOf } from './support/records.ts';
import { DAY, NOON, temporaryMemory } from './support/temporary-memory.ts';

const temporary = temporaryMemory();
const WRITER = ['../../src/run.js', './support/writer.ts'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

it('deletes what is past its time, and only that', () => {
  const { answers, questions, corrections, settings, tidy } = temporary.open();
  const { id } = answers.add(answerTo());
  corrections.add(correctionOf(id));
  questions.remember('anna', 'How many?');
  settings.change('farm', { style: 'short' });
  settings.leave('farm');
  temporary.now = NOON + 7 * DAY;
  expect(tidy()).toEqual({ answers: 0, recentQuestions: 0, corrections: 0, servers: 0 });
  temporary.now += 1;
  expect(tidy()).toEqual({ answers: 0, recentQuestions: 0, corrections: 0, servers: 1 });
  temporary.now = NOON + 30 * DAY;
  expect(tidy()).toEqual({ answers: 0, recentQuestions: 0, corrections: 0, servers: 0 });
  temporary.now += 1;
  expect(tidy()).toEqual({ answers: 1, recentQuestions: 1, corrections: 0, servers: 0 });
  expect(corrections.count('zoo')).toBe(1);
});

it('can do without a file', () => {
  const memory = openMemory(':memory:');
  const { id } = memory.answers.add(answerTo());
  expect(memory.answers.find(id)?.createdAt).toBeCloseTo(Date.now(), -4);
  memory.tidy();
  memory.people.forget('anna');
  memory.close();
});

it('can be closed twice, and is not read after that', () => {
  const memory = temporary.open();
  memory.close();
  memory.close();
  expect(() => memory.settings.get('zoo')).toThrow();
});

it('shows one opening what another has written', () => {
  const [one, other] = [temporary.open(), temporary.open()];
  const { id } = one.answers.add(answerTo());
  other.answers.attach(id, 'channel', 'reply');
  one.settings.change('zoo', { style: 'short' });
  other.settings.change('zoo', { threshold: 0.5 });
  expect(one.answers.find(id)?.messageId).toBe('reply');
  expect(one.settings.get('zoo')).toMatchObject({ style: 'short', threshold: 0.5 });
});

it('is begun and written by several programs at once', async () => {
  const run = promisify(execFile);
  const written = await Promise.all([1, 2, 3].map(() => run(process.execPath, [...WRITER, temporary.file, '200'])));
  const ids = written.flatMap(({ stdout }) => stdout.trim().split('\n'));
  expect(new Set(ids).size).toBe(600);
  const { answers, people } = temporary.open();
  expect(ids.every((id) => answers.find(id))).toBe(true);
  expect(people.whatIsKeptAbout('anna').answers).toBe(600);
});

it('holds all that was kept when the program is killed while it writes', async () => {
  const writer = spawn(process.execPath, [...WRITER, temporary.file, '1000000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ids: string[] = [];
  for await (const id of createInterface(writer.stdout)) {
    ids.push(id);
    if (ids.length === 300) writer.kill('SIGKILL');
  }
  const { answers, people } = temporary.open();
  expect(ids.length).toBeGreaterThanOrEqual(300);
  // The last line may have been cut off in the middle.
  const lost = ids.filter((id) => id.length === 12 && !answers.find(id));
  expect(lost).toEqual([]);
  expect(people.whatIsKeptAbout('anna').answers).toBeGreaterThanOrEqual(300);
});
