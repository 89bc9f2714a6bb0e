import { randomId } from './random-id.ts';
import type { Database } from './sqlite.ts';

/** Answers kept at most; the oldest go first. About 1 KB each. */
export const ANSWERS_KEPT = 50_000;
/** How many answers come between two looks at how many there are. */
const TRIM_EVERY = 500;

/** Where a picture that was asked about is to be found again. The picture itself is never kept. */
export interface AnsweredPicture {
  /** In a message of somebody's, or in the bot's own reply. */
  readonly source: 'message' | 'reply';
  readonly channelId?: string | undefined;
  readonly messageId?: string | undefined;
  /** Its number among the pictures of its message, from 0. */
  readonly index: number;
  readonly url: string;
  readonly name: string;
  readonly spoiler: boolean;
  /** Bytes, where Discord says. */
  readonly size?: number | undefined;
}

/** What a reply of the bot's was about, so that its buttons and the replies to it work after a restart. */
export interface Answer {
  /** Short enough to stand in a button's custom id. */
  readonly id: string;
  /** The bot's reply; undefined until `attach`. */
  readonly messageId: string | undefined;
  readonly channelId: string;
  /** Undefined in a direct message. */
  readonly guildId: string | undefined;
  readonly askerId: string;
  readonly question: string;
  readonly kind: 'ask' | 'caption' | 'rank' | 'match' | 'where';
  readonly pictures: readonly AnsweredPicture[];
  /** What came out, such as the candidates with their prompts and scores: anything that JSON can hold. */
  readonly result: unknown;
  /** Only the asker could see the reply. */
  readonly private: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** An answer that has not been kept yet. */
export type NewAnswer = Omit<Answer, 'id' | 'messageId' | 'createdAt'>;

/** What the bot answered lately. */
export interface Answers {
  /** Keeps an answer under a new id. */
  add(answer: NewAnswer): Answer;
  /**
   * Says which message holds the answer. A message holds one: an earlier answer loses it. False where the answer is not kept
   * any more.
   */
  attach(id: string, channelId: string, messageId: string): boolean;
  find(id: string): Answer | undefined;
  /** The answer that a message of the bot's holds. */
  findByMessage(messageId: string): Answer | undefined;
  /** False where there was none. */
  delete(id: string): boolean;
  /** Deletes what was answered before `time`, in milliseconds since 1970. Returns how many that were. */
  deleteOlderThan(time: number): number;
  /** Deletes all but the newest. Returns how many that were. `add` does the same from time to time. */
  deleteSurplus(): number;
}

/** `now`: a clock in milliseconds since 1970. `kept`: how many answers are kept at most. */
export function createAnswers(database: Database, now: () => number, kept = ANSWERS_KEPT): Answers {
  const insert = database.prepare(
    `INSERT INTO answers (id, channel_id, guild_id, asker_id, question, kind, pictures, result, private, created_at)
     VALUES (@id, @channelId, @guildId, @askerId, @question, @kind, @pictures, @result, @private, @createdAt)`,
  );
  const detach = database.prepare('UPDATE answers SET message_id = NULL WHERE message_id = ?');
  const attach = database.prepare('UPDATE answers SET channel_id = ?, message_id = ? WHERE id = ?');
  const select = database.prepare('SELECT * FROM answers WHERE id = ?');
  const selectByMessage = database.prepare('SELECT * FROM answers WHERE message_id = ?');
  const remove = database.prepare('DELETE FROM answers WHERE id = ?');
  const removeOlder = database.prepare('DELETE FROM answers WHERE created_at < ?');
  const removeSurplus = database.prepare(
    `DELETE FROM answers WHERE seq IN (SELECT seq FROM answers ORDER BY created_at DESC, seq DESC LIMIT -1 OFFSET ${kept})`,
  );

  let added = 0;
  const deleteSurplus = () => removeSurplus.run().changes;
  return Object.freeze<Answers>({
    add(answer) {
      const id = randomId();
      insert.run({
        id,
        channelId: answer.channelId,
        guildId: answer.guildId ?? null,
        askerId: answer.askerId,
        question: answer.question,
        kind: answer.kind,
        pictures: JSON.stringify(answer.pictures),
        result: JSON.stringify(answer.result ?? null),
        private: answer.private ? 1 : 0,
        createdAt: now(),
      });
      added += 1;
      if (added % TRIM_EVERY === 0) deleteSurplus();
      return toAnswer(select.get(id) as Row);
    },
    attach: (id, channelId, messageId) =>
      database
        .transaction(() => {
          detach.run(messageId);
          return attach.run(channelId, messageId, id).changes > 0;
        })
        .immediate(),
    find: (id) => toAnswerIfAny(select.get(id) as Row | undefined),
    findByMessage: (messageId) => toAnswerIfAny(selectByMessage.get(messageId) as Row | undefined),
    delete: (id) => remove.run(id).changes > 0,
    deleteOlderThan: (time) => removeOlder.run(time).changes,
    deleteSurplus,
  });
}

interface Row {
  readonly id: string;
  readonly message_id: string | null;
  readonly channel_id: string;
  readonly guild_id: string | null;
  readonly asker_id: string;
  readonly question: string;
  readonly kind: Answer['kind'];
  readonly pictures: string;
  readonly result: string;
  readonly private: number;
  readonly created_at: number;
}

function toAnswerIfAny(row: Row | undefined): Answer | undefined {
  return row && toAnswer(row);
}

function toAnswer(row: Row): Answer {
  return Object.freeze({
    id: row.id,
    messageId: row.message_id ?? undefined,
    channelId: row.channel_id,
    guildId: row.guild_id ?? undefined,
    askerId: row.asker_id,
    question: row.question,
    kind: row.kind,
    pictures: JSON.parse(row.pictures),
    result: JSON.parse(row.result),
    private: row.private === 1,
    createdAt: row.created_at,
  });
}
