import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Memory } from '../../src/memory/memory.ts';
import { answerTo, correctionOf } from './support/records.ts';
import { temporaryMemory } from './support/temporary-memory.ts';

const temporary = temporaryMemory();
let memory: Memory;
beforeEach(() => {
  memory = temporary.open();
  for (const askerId of ['anna', 'ben']) {
    const { id } = memory.answers.add(answerTo({ askerId, question: `Where does ${askerId} live?` }));
    memory.answers.attach(id, 'channel', `reply to ${askerId}`);
    memory.questions.remember(askerId, `Where does ${askerId} live?`);
    for (const byUserId of ['anna', 'eve'])
      memory.corrections.add(correctionOf(id, { byUserId, question: `Where does ${askerId} live?` }));
  }
});

it('says how much is kept about a person', () => {
  expect(memory.people.whatIsKeptAbout('anna')).toEqual({ recentQuestions: 1, answers: 1, corrections: 3 });
  expect(memory.people.whatIsKeptAbout('ben')).toEqual({ recentQuestions: 1, answers: 1, corrections: 2 });
  expect(memory.people.whatIsKeptAbout('nobody')).toEqual({ recentQuestions: 0, answers: 0, corrections: 0 });
});

it('forgets a person, and says what that was', () => {
  const kept = memory.people.whatIsKeptAbout('anna');
  expect(memory.people.forget('anna')).toEqual(kept);
  expect(memory.people.whatIsKeptAbout('anna')).toEqual({ recentQuestions: 0, answers: 0, corrections: 0 });
  expect(memory.answers.findByMessage('reply to anna')).toBeUndefined();
  expect(memory.questions.recent('anna', '', 25)).toEqual([]);
});

it('keeps the others when it forgets one', () => {
  memory.people.forget('anna');
  expect(memory.people.whatIsKeptAbout('ben')).toEqual({ recentQuestions: 1, answers: 1, corrections: 1 });
  expect(memory.answers.findByMessage('reply to ben')?.askerId).toBe('ben');
  expect(memory.corrections.export('zoo').map(({ byUserId }) => byUserId)).toEqual(['eve']);
});

it('forgets a correction that holds their question after the answer itself is gone', () => {
  const answer = memory.answers.findByMessage('reply to ben');
  memory.answers.delete(answer?.id ?? '');
  expect(memory.people.forget('ben')).toEqual({ recentQuestions: 1, answers: 0, corrections: 2 });
});

it('leaves none of their words in the files', () => {
  expect(wordsInFiles()).toContain('Where does anna live?');
  memory.people.forget('anna');
  expect(wordsInFiles()).not.toContain('Where does anna live?');
  expect(wordsInFiles()).toContain('Where does ben live?');
});

function wordsInFiles(): string {
  const folder = dirname(temporary.file);
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join();
}
