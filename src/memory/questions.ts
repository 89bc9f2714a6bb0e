import type { Database } from './sqlite.ts';

/** Recent questions kept of one person: as many as Discord shows while somebody types. */
export const QUESTIONS_KEPT = 25;

/** What each person asked lately, to be offered while they type. */
export interface Questions {
  /** Puts a question first; the same question, in capitals or not, is kept once. */
  remember(userId: string, question: string): void;
  /**
   * At most `limit` of a person's questions that contain what was typed, in capitals or not: those that begin with it
   * first, and each newest first.
   */
  recent(userId: string, typed: string, limit: number): readonly string[];
  /** Deletes what was last asked before `time`, in milliseconds since 1970. Returns how many questions that were. */
  deleteOlderThan(time: number): number;
}

/** `now`: a clock in milliseconds since 1970. */
export function createQuestions(database: Database, now: () => number): Questions {
  const insert = database.prepare(
    'INSERT OR REPLACE INTO recent_questions (user_id, question, asked_at) VALUES (?, ?, ?)',
  );
  const removeSurplus = database.prepare(
    `DELETE FROM recent_questions WHERE seq IN
       (SELECT seq FROM recent_questions WHERE user_id = ? ORDER BY seq DESC LIMIT -1 OFFSET ${QUESTIONS_KEPT})`,
  );
  const select = database.prepare('SELECT question FROM recent_questions WHERE user_id = ? ORDER BY seq DESC');
  const removeOlder = database.prepare('DELETE FROM recent_questions WHERE asked_at < ?');

  return Object.freeze<Questions>({
    remember: (userId, question) =>
      database
        .transaction(() => {
          insert.run(userId, question, now());
          removeSurplus.run(userId);
        })
        .immediate(),
    recent(userId, typed, limit) {
      const sought = typed.trim().toLowerCase();
      const rows = select.all(userId) as { readonly question: string }[];
      const placed = rows.map(({ question }) => ({ question, at: question.toLowerCase().indexOf(sought) }));
      return [...placed.filter(({ at }) => at === 0), ...placed.filter(({ at }) => at > 0)]
        .slice(0, limit)
        .map(({ question }) => question);
    },
    deleteOlderThan: (time) => removeOlder.run(time).changes,
  });
}
