import type { Database } from './sqlite.ts';

/**
 * The steps from an empty file to today's. A file's `user_version` says how many of them it has seen. A step that was ever
 * released is not changed any more: what comes later is a further step at the end.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE servers (
     guild_id TEXT PRIMARY KEY,
     caption_channels TEXT NOT NULL DEFAULT '[]',
     silent_channels TEXT NOT NULL DEFAULT '[]',
     threshold REAL CHECK (threshold BETWEEN 0 AND 1),
     style TEXT NOT NULL DEFAULT 'bars',
     allowed_roles TEXT NOT NULL DEFAULT '[]',
     left_at INTEGER
   ) STRICT, WITHOUT ROWID;`,

  `CREATE TABLE answers (
     seq INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     message_id TEXT UNIQUE,
     channel_id TEXT NOT NULL,
     guild_id TEXT,
     asker_id TEXT NOT NULL,
     question TEXT NOT NULL,
     kind TEXT NOT NULL,
     pictures TEXT NOT NULL,
     result TEXT NOT NULL,
     private INTEGER NOT NULL,
     created_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX answers_by_asker ON answers (asker_id);
   CREATE INDEX answers_by_server ON answers (guild_id);
   CREATE INDEX answers_by_time ON answers (created_at);`,

  // asker_id: whose question it was, which outlives the answer, so that a person's words are found when they are to go.
  `CREATE TABLE corrections (
     seq INTEGER PRIMARY KEY,
     answer_id TEXT REFERENCES answers (id) ON DELETE SET NULL,
     asker_id TEXT,
     guild_id TEXT,
     channel_id TEXT NOT NULL,
     question TEXT NOT NULL,
     given_answer TEXT NOT NULL,
     right_answer TEXT NOT NULL,
     by_user_id TEXT NOT NULL,
     created_at INTEGER NOT NULL,
     UNIQUE (answer_id, by_user_id)
   ) STRICT;
   CREATE INDEX corrections_by_asker ON corrections (asker_id);
   CREATE INDEX corrections_by_server ON corrections (guild_id);
   CREATE INDEX corrections_by_user ON corrections (by_user_id);`,

  `CREATE TABLE recent_questions (
     seq INTEGER PRIMARY KEY,
     user_id TEXT NOT NULL,
     question TEXT NOT NULL COLLATE NOCASE,
     asked_at INTEGER NOT NULL,
     UNIQUE (user_id, question)
   ) STRICT;
   CREATE INDEX recent_questions_by_time ON recent_questions (asked_at);`,
];

/** "Glim": tells a Glimpse memory from the database of any other program (SQLite's `application_id`). */
export const APPLICATION_ID = 0x476c696d;

/**
 * Takes a database forward to the last of the steps, all of them or, where one fails, none. Does nothing to one that is
 * there already or beyond it. Foreign keys must be off: a step may build a table anew.
 */
export function migrate(database: Database, steps: readonly string[] = MIGRATIONS): void {
  database
    .transaction(() => {
      // Read inside the transaction: another program may have done it just now.
      const version = versionOf(database);
      if (version >= steps.length) return;
      for (const step of steps.slice(version)) database.exec(step);
      const broken = database.prepare('PRAGMA foreign_key_check').all().length;
      if (broken > 0) throw new Error(`A migration from version ${version} left ${broken} rows that refer to nothing.`);
      database.pragma(`application_id = ${APPLICATION_ID}`, { simple: true });
      database.pragma(`user_version = ${steps.length}`, { simple: true });
    })
    .immediate();
}

/** How many of the steps a database has seen. */
export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}
