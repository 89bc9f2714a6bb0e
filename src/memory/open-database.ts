import { chmodSync, closeSync, fstatSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../user-error.ts';
import { APPLICATION_ID, MIGRATIONS, migrate, versionOf } from './migrations.ts';
import type { Database, Sqlite } from './sqlite.ts';

/** The name of a database that is in no file. */
const IN_MEMORY = ':memory:';

/**
 * Milliseconds to wait for another program's lock. The bot stands still meanwhile, and Discord waits three seconds for a
 * first answer.
 */
const BUSY_MS = 2000;

/** A database file has at least one page, and no page is smaller. */
const SMALLEST_BYTES = 512;

/**
 * Opens Glimpse's database, or begins it: only its owner may read it, its log is written ahead, foreign keys hold, and what
 * is deleted is overwritten. A commit outlives the program being killed; a power cut may cost the last of them.
 * Throws a UserError (`config`) where the file is damaged, another program's, newer than this program, in use or can't be
 * written; it is left as it is then.
 */
export function openDatabase(file: string, sqlite: Sqlite): Database {
  let database: Database | undefined;
  try {
    if (file !== IN_MEMORY) createFile(file);
    database = new sqlite(file, { timeout: BUSY_MS });
    check(file, database);
    set(database, 'journal_mode = WAL');
    set(database, 'synchronous = NORMAL');
    set(database, 'secure_delete = ON');
    set(database, 'foreign_keys = OFF');
    migrate(database);
    set(database, 'foreign_keys = ON');
    if (file !== IN_MEMORY) restrict(file);
    return database;
  } catch (error) {
    database?.close();
    throw explain(file, error);
  }
}

/** Overwrites the log that is written ahead, in which deleted words may still stand. */
export function emptyLog(database: Database): void {
  set(database, 'wal_checkpoint(TRUNCATE)');
}

function set(database: Database, pragma: string): void {
  database.pragma(pragma, { simple: true });
}

function createFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Without a word, SQLite itself would open a file that can't be written for reading, and take a tiny file for a new one.
  const descriptor = openSync(file, 'a', 0o600);
  const { size } = fstatSync(descriptor);
  closeSync(descriptor);
  if (size > 0 && size < SMALLEST_BYTES) throw damaged(file);
}

/** SQLite gives the files of the log the same mode. */
function restrict(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch {
    // Another user's file that this one may write, as in a mounted volume: its mode is that user's to choose.
  }
}

function check(file: string, database: Database): void {
  const isEmpty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
  if (!isEmpty && database.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    throw new UserError('config', `${file} is the database of another program. Name another file.`);
  const version = versionOf(database);
  if (version > MIGRATIONS.length)
    throw new UserError(
      'config',
      `${file} was written by a newer Glimpse (it has version ${version}, and this Glimpse knows ${MIGRATIONS.length}). ` +
        'Update Glimpse, or name another file.',
    );
  if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(file);
}

function explain(file: string, error: unknown): unknown {
  if (error instanceof UserError || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'EISDIR') return new UserError('config', `${file} is a folder. Name a file in it.`, { cause: error });
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return damaged(file, error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return new UserError('config', `${file} is in use by another program. Stop that one, or name another file.`, {
      cause: error,
    });
  if (/^(E[A-Z]+$|SQLITE_(AUTH|CANTOPEN|FULL|IOERR|PERM|READONLY))/.test(code))
    return new UserError('config', `${file} can't be written (${code}). Name a file in a folder of yours.`, {
      cause: error,
    });
  return error;
}

function damaged(file: string, cause?: unknown): UserError {
  return new UserError(
    'config',
    `${file} is damaged, or is no memory of Glimpse's. It was left as it is: put a backup in its place, or move it away ` +
      'to begin a new one.',
    { cause },
  );
}
