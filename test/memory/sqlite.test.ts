import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemory } from '../../src/memory/memory.ts';
import { loadSqlite, SQLITE_PACKAGES, type Sqlite } from '../../src/memory/sqlite.ts';
import { UserError } from '../../src/user-error.ts';
import { answerTo } from './support/records.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glimpse-memory-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is found on this machine', () => {
  expect(new (loadSqlite())(':memory:').prepare('SELECT 1 AS one').get()).toEqual({ one: 1 });
});

it('is taken from the next package where one does not run', () => {
  expect(loadSqlite(['no-such-package', ...SQLITE_PACKAGES])).toBe(loadSqlite());
});

it('says what to do where none of the packages runs', () => {
  const load = () => loadSqlite(['no-such-package', 'ws']);
  expect(load).toThrow(UserError);
  expect(load).toThrow(
    `SQLite does not run on this machine (Node ${process.versions.node}, ${process.platform} ${process.arch}). Use Node 20`,
  );
});

describe.each(SQLITE_PACKAGES)('from %s', (name) => {
  const sqlite = load(name);

  it.skipIf(!sqlite)('keeps a memory in a file', () => {
    const file = join(folder, 'memory.db');
    const memory = openMemory(file, { sqlite: sqlite as Sqlite });
    const { id } = memory.answers.add(answerTo({ question: 'é \0 🦊' }));
    memory.settings.change('zoo', { threshold: 0.1 });
    memory.close();
    // With whichever the program takes.
    const again = openMemory(file);
    expect(again.answers.find(id)?.question).toBe('é \0 🦊');
    expect(again.settings.get('zoo').threshold).toBe(0.1);
    again.close();
  });

  it.skipIf(!sqlite)('undoes a transaction that fails', () => {
    const database = new (sqlite as Sqlite)(':memory:');
    database.exec('CREATE TABLE pets (name TEXT)');
    const work = database.transaction(() => {
      database.prepare('INSERT INTO pets VALUES (?)').run('Rex');
      throw new Error('on purpose');
    });
    expect(() => work.immediate()).toThrow('on purpose');
    expect(database.prepare('SELECT * FROM pets').all()).toEqual([]);
    database.close();
  });
});

/** Undefined where the package does not run here. */
function load(name: string): Sqlite | undefined {
  try {
    return loadSqlite([name]);
  } catch {
    return undefined;
  }
}
