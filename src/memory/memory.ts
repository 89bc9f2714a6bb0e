import { type Answers, createAnswers } from './answers.ts';
import { type Corrections, createCorrections } from './corrections.ts';
import { emptyLog, openDatabase } from './open-database.ts';
import { createPeople, type People } from './people.ts';
import { createQuestions, type Questions } from './questions.ts';
import { createSettings, type Settings } from './settings.ts';
import { loadSqlite, type Sqlite } from './sqlite.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days that answers and recent questions are kept. */
export const WORDS_KEPT_DAYS = 30;
/** Days that what belongs to a server is kept after the bot was removed from it. */
export const LEFT_SERVERS_KEPT_DAYS = 7;

/** What the bot remembers between messages. Every call reads or writes the file at once. */
export interface Memory {
  readonly settings: Settings;
  readonly answers: Answers;
  readonly corrections: Corrections;
  readonly questions: Questions;
  readonly people: People;
  /** Deletes what is past its time, and overwrites it in the file. To be called once a day or more often. */
  tidy(): Tidied;
  /** Nothing can be read or written any more. Closing twice does no harm. */
  close(): void;
}

/** How much `tidy` has deleted. */
export interface Tidied {
  readonly answers: number;
  readonly recentQuestions: number;
  readonly corrections: number;
  /** Servers with all that belonged to them. */
  readonly servers: number;
}

/** What a memory is made of, apart from its file. */
export interface MemoryParts {
  /** A clock in milliseconds since 1970. */
  readonly now?: () => number;
  /** Found by itself. */
  readonly sqlite?: Sqlite;
}

/**
 * Opens the memory in `file`, or begins it there, with the folder; `:memory:` is forgotten with the program. Two programs
 * may share one file. Throws a UserError (`config`) where the file is damaged, another program's, written by a newer
 * Glimpse, in use or can't be written, and leaves it as it is then; and where SQLite doesn't run on this machine.
 */
export function openMemory(file: string, { now = Date.now, sqlite = loadSqlite() }: MemoryParts = {}): Memory {
  const database = openDatabase(file, sqlite);
  const settings = createSettings(database, now);
  const answers = createAnswers(database, now);
  const corrections = createCorrections(database, now);
  const questions = createQuestions(database, now);
  return Object.freeze<Memory>({
    settings,
    answers,
    corrections,
    questions,
    people: createPeople(database),
    tidy() {
      const oldest = now() - WORDS_KEPT_DAYS * DAY_MS;
      const tidied = {
        servers: settings.deleteLeftBefore(now() - LEFT_SERVERS_KEPT_DAYS * DAY_MS),
        answers: answers.deleteOlderThan(oldest) + answers.deleteSurplus(),
        recentQuestions: questions.deleteOlderThan(oldest),
        corrections: corrections.deleteSurplus(),
      };
      emptyLog(database);
      return Object.freeze(tidied);
    },
    close: () => void database.close(),
  });
}
