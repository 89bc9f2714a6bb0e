import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APPLICATION_ID, MIGRATIONS, migrate, versionOf } from '../../src/memory/migrations.ts';
import { openDatabase } from '../../src/memory/open-database.ts';
import { type Database, loadSqlite } from '../../src/memory/sqlite.ts';
import { temporaryMemory } from './support/temporary-memory.ts';

const sqlite = loadSqlite();
const temporary = temporaryMemory();

/** What each step made possible, and a look at whether it is still there after all later steps. */
const KEPT_SINCE: readonly { readonly sql: string; readonly look: () => unknown; readonly seen: unknown }[] = [
  {
    sql: `INSERT INTO servers (guild_id, caption_channels, threshold, style) VALUES ('zoo', '["1"]', 0.5, 'short')`,
    look: () => temporary.open().settings.get('zoo'),
    seen: { captionChannels: ['1'], silentChannels: [], threshold: 0.5, style: 'short', allowedRoles: [] },
  },
  {
    sql: `INSERT INTO answers
            (id, message_id, channel_id, asker_id, question, kind, pictures, result, private, created_at)
          VALUES ('id', 'reply', 'channel', 'anna', 'How many?', 'ask', '[]', '{"answer":"two"}', 1, 7)`,
    look: () => temporary.open().answers.findByMessage('reply'),
    seen: { id: 'id', askerId: 'anna', question: 'How many?', result: { answer: 'two' }, private: true, createdAt: 7 },
  },
  {
    sql: `INSERT INTO corrections
            (answer_id, asker_id, guild_id, channel_id, question, given_answer, right_answer, by_user_id, created_at)
          VALUES ('id', 'anna', 'zoo', 'channel', 'How many?', 'two', 'three', 'ben', 8)`,
    look: () => temporary.open().corrections.list('zoo', 1)[0],
    seen: { answerId: 'id', given: 'two', right: 'three', byUserId: 'ben', createdAt: 8 },
  },
  {
    sql: `INSERT INTO recent_questions (user_id, question, asked_at) VALUES ('anna', 'How many?', 7)`,
    look: () => temporary.open().questions.recent('anna', '', 25),
    seen: ['How many?'],
  },
];

it('is tested from every version', () => {
  expect(KEPT_SINCE).toHaveLength(MIGRATIONS.length);
});

describe.each(Array.from({ length: MIGRATIONS.length + 1 }, (_, version) => version))('from version %d', (version) => {
  beforeEach(() => {
    mkdirSync(dirname(temporary.file));
    const old = new sqlite(temporary.file);
    MIGRATIONS.slice(0, version).forEach((step, i) => {
      old.exec(step);
      old.exec(KEPT_SINCE[i]?.sql ?? '');
    });
    if (version > 0) old.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version}`);
    old.close();
  });

  it('comes to the same tables as a new file', () => {
    const [migrated, fresh] = [openDatabase(temporary.file, sqlite), openDatabase(':memory:', sqlite)];
    expect(schemaOf(migrated)).toEqual(schemaOf(fresh));
    expect(versionOf(migrated)).toBe(MIGRATIONS.length);
    expect(migrated.pragma('foreign_keys', { simple: true })).toBe(1);
    migrated.close();
    fresh.close();
  });

  it('keeps all that was there', () => {
    temporary.open().close();
    for (const { look, seen } of KEPT_SINCE.slice(0, version)) expect(look()).toMatchObject(seen as object);
  });
});

describe('the steps', () => {
  let database: Database;
  beforeEach(() => {
    database = new sqlite(':memory:');
    database.pragma('foreign_keys = OFF', { simple: true });
    migrate(database);
  });
  afterEach(() => void database.close());

  it('are taken once', () => {
    migrate(database);
    expect(versionOf(database)).toBe(MIGRATIONS.length);
  });

  it('are taken all or none', () => {
    const before = schemaOf(database);
    const broken = [...MIGRATIONS, 'CREATE TABLE pets (name TEXT)', 'CREATE TABEL toys (name TEXT)'];
    expect(() => migrate(database, broken)).toThrow(/syntax error/);
    expect(schemaOf(database)).toEqual(before);
    expect(versionOf(database)).toBe(MIGRATIONS.length);
  });

  it('may not leave a row that refers to nothing', () => {
    database.exec(KEPT_SINCE[1]?.sql ?? '');
    database.exec(KEPT_SINCE[2]?.sql ?? '');
    expect(() => migrate(database, [...MIGRATIONS, 'DELETE FROM answers'])).toThrow(
      /left 1 rows that refer to nothing/,
    );
    expect(database.prepare('SELECT * FROM answers').all()).toHaveLength(1);
  });

  it('never go back', () => {
    migrate(database, MIGRATIONS.slice(0, 1));
    expect(versionOf(database)).toBe(MIGRATIONS.length);
  });
});

function schemaOf(database: Database): unknown[] {
  return database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
}
