import { emptyLog } from './open-database.ts';
import type { Database } from './sqlite.ts';

/** How much is kept about a person. */
export interface KeptAbout {
  readonly recentQuestions: number;
  /** Answers to what they asked. */
  readonly answers: number;
  /** Corrections that they made, and those that others made of answers to them, which hold their question. */
  readonly corrections: number;
}

/** What a person may ask about themselves. */
export interface People {
  whatIsKeptAbout(userId: string): KeptAbout;
  /** Deletes all of it at once, and overwrites it in the file. Returns what that was. */
  forget(userId: string): KeptAbout;
}

const TABLES = {
  recentQuestions: 'recent_questions WHERE user_id = @userId',
  answers: 'answers WHERE asker_id = @userId',
  corrections: 'corrections WHERE by_user_id = @userId OR asker_id = @userId',
} as const satisfies Record<keyof KeptAbout, string>;

/** Counts and deletes over all parts of the memory. */
export function createPeople(database: Database): People {
  const count = (rows: string) => {
    const statement = database.prepare(`SELECT count(*) AS count FROM ${rows}`);
    return (userId: string) => (statement.get({ userId }) as { readonly count: number }).count;
  };
  const remove = (rows: string) => {
    const statement = database.prepare(`DELETE FROM ${rows}`);
    return (userId: string) => statement.run({ userId }).changes;
  };
  const counts = forEachTable(count);
  const removals = forEachTable(remove);
  const all = (userId: string, of: typeof counts): KeptAbout =>
    Object.freeze({
      recentQuestions: of.recentQuestions(userId),
      corrections: of.corrections(userId),
      answers: of.answers(userId),
    });

  return Object.freeze<People>({
    whatIsKeptAbout: (userId) => all(userId, counts),
    forget(userId) {
      const forgotten = database.transaction(() => all(userId, removals)).immediate();
      emptyLog(database);
      return forgotten;
    },
  });
}

function forEachTable<T>(make: (rows: string) => T): Readonly<Record<keyof KeptAbout, T>> {
  return {
    recentQuestions: make(TABLES.recentQuestions),
    answers: make(TABLES.answers),
    corrections: make(TABLES.corrections),
  };
}
