import type { Database } from './sqlite.ts';

/** Corrections kept at most, of all servers together; the oldest go first. */
export const CORRECTIONS_KEPT = 50_000;

/** What somebody said to an answer that was wrong. */
export interface Correction {
  /** Undefined once the answer is not kept any more. */
  readonly answerId: string | undefined;
  /** Undefined in a direct message. */
  readonly guildId: string | undefined;
  readonly channelId: string;
  readonly question: string;
  /** The answer that was given. */
  readonly given: string;
  /** The answer that would have been right. */
  readonly right: string;
  readonly byUserId: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** A correction that has not been kept yet. */
export type NewCorrection = Omit<Correction, 'answerId' | 'createdAt'> & { readonly answerId: string };

/** What people said to wrong answers, for the moderators of their server. */
export interface Corrections {
  /** Keeps a correction; one that the same person made of the same answer before is replaced. */
  add(correction: NewCorrection): Correction;
  /** The newest corrections of a server, newest first. */
  list(guildId: string, limit: number): readonly Correction[];
  /** How many corrections of a server are kept. */
  count(guildId: string): number;
  /** All corrections of a server, oldest first. */
  export(guildId: string): readonly Correction[];
  /** Deletes what a person said. Returns how many corrections that were. */
  deleteOf(userId: string): number;
  /** Deletes all but the newest. Returns how many that were. */
  deleteSurplus(): number;
}

/** `now`: a clock in milliseconds since 1970. `kept`: how many corrections are kept at most. */
export function createCorrections(database: Database, now: () => number, kept = CORRECTIONS_KEPT): Corrections {
  const removeFormer = database.prepare('DELETE FROM corrections WHERE answer_id = ? AND by_user_id = ?');
  const insert = database.prepare(
    `INSERT INTO corrections
       (answer_id, asker_id, guild_id, channel_id, question, given_answer, right_answer, by_user_id, created_at)
     VALUES ((SELECT id FROM answers WHERE id = @answerId), (SELECT asker_id FROM answers WHERE id = @answerId),
       @guildId, @channelId, @question, @given, @right, @byUserId, @createdAt)`,
  );
  const selectNewest = database.prepare('SELECT * FROM corrections ORDER BY seq DESC LIMIT 1');
  const select = database.prepare('SELECT * FROM corrections WHERE guild_id = ? ORDER BY seq DESC LIMIT ?');
  const selectAll = database.prepare('SELECT * FROM corrections WHERE guild_id = ? ORDER BY seq');
  const count = database.prepare('SELECT count(*) AS count FROM corrections WHERE guild_id = ?');
  const removeOf = database.prepare('DELETE FROM corrections WHERE by_user_id = ?');
  const removeSurplus = database.prepare(
    `DELETE FROM corrections WHERE seq IN (SELECT seq FROM corrections ORDER BY seq DESC LIMIT -1 OFFSET ${kept})`,
  );

  return Object.freeze<Corrections>({
    add: ({ answerId, guildId, channelId, question, given, right, byUserId }) =>
      database
        .transaction(() => {
          removeFormer.run(answerId, byUserId);
          insert.run({
            answerId,
            guildId: guildId ?? null,
            channelId,
            question,
            given,
            right,
            byUserId,
            createdAt: now(),
          });
          return toCorrection(selectNewest.get());
        })
        .immediate(),
    list: (guildId, limit) => select.all(guildId, limit).map(toCorrection),
    count: (guildId) => (count.get(guildId) as { readonly count: number }).count,
    export: (guildId) => selectAll.all(guildId).map(toCorrection),
    deleteOf: (userId) => removeOf.run(userId).changes,
    deleteSurplus: () => removeSurplus.run().changes,
  });
}

interface Row {
  readonly answer_id: string | null;
  readonly guild_id: string | null;
  readonly channel_id: string;
  readonly question: string;
  readonly given_answer: string;
  readonly right_answer: string;
  readonly by_user_id: string;
  readonly created_at: number;
}

function toCorrection(row: unknown): Correction {
  const kept = row as Row;
  return Object.freeze({
    answerId: kept.answer_id ?? undefined,
    guildId: kept.guild_id ?? undefined,
    channelId: kept.channel_id,
    question: kept.question,
    given: kept.given_answer,
    right: kept.right_answer,
    byUserId: kept.by_user_id,
    createdAt: kept.created_at,
  });
}
