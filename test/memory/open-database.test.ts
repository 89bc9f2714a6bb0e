import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Memory, openMemory } from '../../src/memory/memory.ts';
import { APPLICATION_ID, MIGRATIONS } from '../../src/memory/migrations.ts';
import { openDatabase } from '../../src/memory/open-database.ts';
import { loadSqlite } from '../../src/memory/sqlite.ts';
import { UserError } from '../../src/user-error.ts';
import { answerTo } from './support/records.ts';

const sqlite = loadSqlite();
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glimpse-memory-'));
  file = join(folder, 'kept', 'memory.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Begins a memory with an answer in it. */
function begin(): string {
  const memory = openMemory(file);
  const { id } = memory.answers.add(answerTo());
  memory.close();
  return id;
}

/** What is said when the file can't be opened. */
function refusal(path = file): string {
  let memory: Memory | undefined;
  try {
    memory = openMemory(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.code).toBe('config');
    return error.message;
  } finally {
    memory?.close();
  }
  throw new Error('It was opened.');
}

describe('a memory that is open', () => {
  it.each([
    ['writes its log ahead', 'journal_mode', 'wal'],
    ['writes to the disk when the log is emptied', 'synchronous', 1],
    ['holds to foreign keys', 'foreign_keys', 1],
    ['overwrites what is deleted', 'secure_delete', 1],
    ['waits two seconds for a lock', 'busy_timeout', 2000],
    ["is marked as Glimpse's", 'application_id', APPLICATION_ID],
  ])('%s', (_, pragma, value) => {
    const database = openDatabase(file, sqlite);
    expect(database.pragma(pragma, { simple: true })).toBe(value);
    database.close();
  });

  it('is for its owner alone, with its folder and its log', () => {
    const memory = openMemory(file);
    memory.answers.add(answerTo());
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    const names = readdirSync(dirname(file)).sort();
    expect(names).toEqual(['memory.db', 'memory.db-shm', 'memory.db-wal']);
    for (const name of names) expect(statSync(join(dirname(file), name)).mode & 0o777).toBe(0o600);
    memory.close();
    expect(readdirSync(dirname(file))).toEqual(['memory.db']);
  });

  it('takes from others the right to read a file that had it', () => {
    begin();
    chmodSync(file, 0o644);
    begin();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('a file that is not to be used', () => {
  it.each([
    ['text', 'these are words\n'.repeat(1000)],
    ['a single letter', 'x'],
    ['nothing but zeros', '\0'.repeat(8192)],
  ])('is left as it is when it holds %s', (_, content) => {
    mkdirSync(dirname(file));
    writeFileSync(file, content);
    expect(refusal()).toMatch(
      /^\/.*memory\.db is damaged, or is no memory of Glimpse's\. It was left as it is: .*backup/,
    );
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('is left as it is when it was damaged later', () => {
    begin();
    const whole = readFileSync(file);
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 4096);
    writeFileSync(file, damaged);
    expect(refusal()).toContain('is damaged');
    expect(readFileSync(file).equals(damaged)).toBe(true);
  });

  it('is left as it is when its second half is missing', () => {
    begin();
    const half = readFileSync(file).subarray(0, 5 * 4096);
    writeFileSync(file, half);
    expect(refusal()).toContain('is damaged');
    expect(readFileSync(file).equals(half)).toBe(true);
  });

  it('is left as it is when it is the database of another program', () => {
    mkdirSync(dirname(file));
    const other = new sqlite(file);
    other.exec('CREATE TABLE recipes (name TEXT); PRAGMA user_version = 2');
    other.close();
    const before = readFileSync(file);
    expect(refusal()).toMatch(/is the database of another program\. Name another file\.$/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is left as it is when a newer Glimpse has written it', () => {
    begin();
    const newer = new sqlite(file);
    newer.exec(`CREATE TABLE dreams (words TEXT); PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    newer.close();
    const before = readFileSync(file);
    expect(refusal()).toMatch(
      new RegExp(
        `newer Glimpse \\(it has version ${MIGRATIONS.length + 1}, .* knows ${MIGRATIONS.length}\\)\\. Update`,
      ),
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is a folder', () => {
    expect(refusal(folder)).toBe(`${folder} is a folder. Name a file in it.`);
  });

  it('is in a folder that is none', () => {
    writeFileSync(join(folder, 'kept'), '');
    expect(refusal()).toMatch(/memory\.db can't be written \(E[A-Z]+\)\. Name a file in a folder of yours\.$/);
  });

  it('is locked by another program', () => {
    begin();
    const other = new sqlite(file);
    other.exec('BEGIN EXCLUSIVE');
    expect(refusal()).toMatch(/is in use by another program\. Stop that one, or name another file\.$/);
    other.close();
    expect(openMemoryAndCount()).toBe(1);
  });
});

describe('without the right to write', () => {
  it("can't begin a file in the folder", () => {
    const readOnly = join(folder, 'read-only');
    mkdirSync(readOnly);
    chmodSync(readOnly, 0o555);
    asSomebody(() => {
      expect(refusal(join(readOnly, 'memory.db'))).toContain("can't be written (EACCES)");
      expect(refusal(join(readOnly, 'kept', 'memory.db'))).toContain("can't be written (EACCES)");
    });
    expect(readdirSync(readOnly)).toEqual([]);
  });

  it("can't use a file that is there", () => {
    begin();
    chmodSync(dirname(file), 0o755);
    chmodSync(file, 0o444);
    asSomebody(() => expect(refusal()).toContain("can't be written (EACCES)"));
    expect(openMemoryAndCount()).toBe(1);
  });

  it("can't use a file that may be written in a folder that may not", () => {
    begin();
    chmodSync(file, 0o666);
    chmodSync(dirname(file), 0o555);
    asSomebody(() => expect(refusal()).toMatch(/can't be written \(SQLITE_(CANTOPEN|READONLY)\w*\)/));
    chmodSync(dirname(file), 0o755);
    expect(openMemoryAndCount()).toBe(1);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });
});

function openMemoryAndCount(): number {
  const memory = openMemory(file);
  const { answers } = memory.people.whatIsKeptAbout('anna');
  memory.close();
  return answers;
}

/** Runs as a user whom modes bind: where the tests run as root, as nobody. */
function asSomebody(work: () => void): void {
  const isRoot = process.geteuid?.() === 0;
  chmodSync(folder, 0o755);
  if (isRoot) process.seteuid?.(65534);
  try {
    work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
