import type { Database } from './sqlite.ts';

/** How an answer shows what was weighed: not at all, with bars beside the candidates, or in a picture of a chart. */
export type AnswerStyle = 'short' | 'bars' | 'chart';

/** What the moderators of a server have chosen. */
export interface ServerSettings {
  readonly guildId: string;
  /** Ids of the channels where every picture is captioned. */
  readonly captionChannels: readonly string[];
  /** Ids of the channels where Glimpse keeps quiet. */
  readonly silentChannels: readonly string[];
  /** The confidence, 0 to 1, under which Glimpse says that it can't tell; undefined: Glimpse's own. */
  readonly threshold: number | undefined;
  readonly style: AnswerStyle;
  /** Ids of the roles that may ask; empty: everybody may. */
  readonly allowedRoles: readonly string[];
}

/** The settings that are to change; `threshold: undefined` goes back to Glimpse's own. */
export type SettingsChange = Partial<Omit<ServerSettings, 'guildId'>>;

/** The settings of every server. */
export interface Settings {
  /** The defaults where nothing was chosen. */
  get(guildId: string): ServerSettings;
  /** Returns the settings as they are then. */
  change(guildId: string, change: SettingsChange): ServerSettings;
  /** Back to the defaults. */
  reset(guildId: string): void;
  /** Marks that the bot was removed now; a mark from before stays. */
  leave(guildId: string): void;
  /** Takes that mark away: the bot was added again in time. */
  join(guildId: string): void;
  /** The servers, not marked as left, of which something is kept: those that are gone were left while the bot was off. */
  known(): readonly string[];
  /**
   * Deletes the settings, answers and corrections of the servers that were left before `time`, in milliseconds since 1970.
   * Returns how many servers that were.
   */
  deleteLeftBefore(time: number): number;
}

const DEFAULTS = {
  captionChannels: [],
  silentChannels: [],
  threshold: undefined,
  style: 'bars',
  allowedRoles: [],
} as const satisfies SettingsChange;

/** `now`: a clock in milliseconds since 1970. */
export function createSettings(database: Database, now: () => number): Settings {
  const select = database.prepare('SELECT * FROM servers WHERE guild_id = ?');
  const upsert = database.prepare(
    `INSERT INTO servers (guild_id, caption_channels, silent_channels, threshold, style, allowed_roles)
     VALUES (@guildId, @captionChannels, @silentChannels, @threshold, @style, @allowedRoles)
     ON CONFLICT (guild_id) DO UPDATE SET caption_channels = @captionChannels, silent_channels = @silentChannels,
       threshold = @threshold, style = @style, allowed_roles = @allowedRoles`,
  );
  const remove = database.prepare('DELETE FROM servers WHERE guild_id = ?');
  const markLeft = database.prepare(
    `INSERT INTO servers (guild_id, left_at) VALUES (?, ?)
     ON CONFLICT (guild_id) DO UPDATE SET left_at = coalesce(left_at, excluded.left_at)`,
  );
  const markJoined = database.prepare('UPDATE servers SET left_at = NULL WHERE guild_id = ?');
  const selectKnown = database.prepare(
    `SELECT guild_id FROM servers
     UNION SELECT guild_id FROM answers WHERE guild_id IS NOT NULL
     UNION SELECT guild_id FROM corrections WHERE guild_id IS NOT NULL
     EXCEPT SELECT guild_id FROM servers WHERE left_at IS NOT NULL`,
  );
  const ofLeft = (table: string) =>
    database.prepare(`DELETE FROM ${table} WHERE guild_id IN (SELECT guild_id FROM servers WHERE left_at < ?)`);
  const [correctionsOfLeft, answersOfLeft, left] = [ofLeft('corrections'), ofLeft('answers'), ofLeft('servers')];

  const get = (guildId: string) => toSettings(guildId, select.get(guildId) as Row | undefined);
  return Object.freeze<Settings>({
    get,
    change: (guildId, change) =>
      database
        .transaction(() => {
          const changed = { ...get(guildId), ...change };
          upsert.run({
            guildId,
            captionChannels: JSON.stringify(changed.captionChannels),
            silentChannels: JSON.stringify(changed.silentChannels),
            threshold: changed.threshold ?? null,
            style: changed.style,
            allowedRoles: JSON.stringify(changed.allowedRoles),
          });
          return get(guildId);
        })
        .immediate(),
    reset: (guildId) => void remove.run(guildId),
    leave: (guildId) => void markLeft.run(guildId, now()),
    join: (guildId) => void markJoined.run(guildId),
    known: () => (selectKnown.all() as Pick<Row, 'guild_id'>[]).map((row) => row.guild_id),
    deleteLeftBefore: (time) =>
      database
        .transaction(() => {
          correctionsOfLeft.run(time);
          answersOfLeft.run(time);
          return left.run(time).changes;
        })
        .immediate(),
  });
}

interface Row {
  readonly guild_id: string;
  readonly caption_channels: string;
  readonly silent_channels: string;
  readonly threshold: number | null;
  readonly style: AnswerStyle;
  readonly allowed_roles: string;
}

function toSettings(guildId: string, row: Row | undefined): ServerSettings {
  if (!row) return Object.freeze({ guildId, ...DEFAULTS });
  return Object.freeze({
    guildId,
    captionChannels: JSON.parse(row.caption_channels),
    silentChannels: JSON.parse(row.silent_channels),
    threshold: row.threshold ?? undefined,
    style: row.style,
    allowedRoles: JSON.parse(row.allowed_roles),
  });
}
