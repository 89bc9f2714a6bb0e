import { beforeEach, expect, it } from 'vitest';
import { createCorrections } from '../../src/memory/corrections.ts';
import type { Memory } from '../../src/memory/memory.ts';
import { openDatabase } from '../../src/memory/open-database.ts';
import { loadSqlite } from '../../src/memory/sqlite.ts';
import { answerTo, correctionOf } from './support/records.ts';
import { NOON, temporaryMemory } from './support/temporary-memory.ts';

const temporary = temporaryMemory();
let memory: Memory;
beforeEach(() => {
  memory = temporary.open();
});

it('gives back after a restart what was said', () => {
  const { id } = memory.answers.add(answerTo());
  const kept = memory.corrections.add(correctionOf(id));
  expect(kept).toEqual({ ...correctionOf(id), createdAt: NOON });
  memory.close();
  expect(temporary.open().corrections.list('zoo', 10)).toEqual([kept]);
});

it('lists the newest of one server first, and exports all of it in order', () => {
  const ids = ['1', '2', '3'].map((question) => memory.answers.add(answerTo({ question })).id);
  for (const id of ids) memory.corrections.add(correctionOf(id));
  memory.corrections.add(correctionOf(ids[0] ?? '', { guildId: 'park', byUserId: 'eve' }));
  expect(memory.corrections.list('zoo', 2).map(({ answerId }) => answerId)).toEqual([ids[2], ids[1]]);
  expect(memory.corrections.export('zoo').map(({ answerId }) => answerId)).toEqual(ids);
  expect([memory.corrections.count('zoo'), memory.corrections.count('park'), memory.corrections.count('farm')]).toEqual(
    [3, 1, 0],
  );
});

it('replaces what the same person said of the same answer', () => {
  const { id } = memory.answers.add(answerTo());
  memory.corrections.add(correctionOf(id, { right: 'wolf' }));
  memory.corrections.add(correctionOf(id, { right: 'bear', byUserId: 'eve' }));
  memory.corrections.add(correctionOf(id, { right: 'fox' }));
  expect(memory.corrections.export('zoo').map(({ right }) => right)).toEqual(['bear', 'fox']);
});

it('outlives the answer', () => {
  const { id } = memory.answers.add(answerTo());
  memory.corrections.add(correctionOf(id));
  memory.answers.delete(id);
  expect(memory.corrections.list('zoo', 10)).toMatchObject([{ answerId: undefined, right: 'fox' }]);
});

it('keeps a correction of an answer that is gone, and of one in a direct message', () => {
  expect(memory.corrections.add(correctionOf('gone'))).toMatchObject({ answerId: undefined, right: 'fox' });
  expect(memory.corrections.add(correctionOf('gone', { guildId: undefined })).guildId).toBeUndefined();
  expect(memory.corrections.count('zoo')).toBe(1);
});

it('deletes what one person said', () => {
  const { id } = memory.answers.add(answerTo());
  memory.corrections.add(correctionOf(id));
  memory.corrections.add(correctionOf(id, { byUserId: 'eve' }));
  expect(memory.corrections.deleteOf('ben')).toBe(1);
  expect(memory.corrections.export('zoo').map(({ byUserId }) => byUserId)).toEqual(['eve']);
});

it('keeps only so many of the newest', () => {
  const database = openDatabase(':memory:', loadSqlite());
  const corrections = createCorrections(database, () => NOON, 2);
  for (const right of ['1', '2', '3']) corrections.add(correctionOf('gone', { right }));
  expect(corrections.deleteSurplus()).toBe(1);
  expect(corrections.export('zoo').map(({ right }) => right)).toEqual(['2', '3']);
  database.close();
});
