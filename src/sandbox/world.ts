import type { APIAttachment, APIMessage, APIUser } from 'discord.js';
import type { Emoji, Sticker } from './expressions.ts';
import { DEFAULT_LOCALE, type LocaleCode } from './locale.ts';
import { BOT_PERMISSIONS } from './permissions.ts';
import { Signal } from './signal.ts';
import { snowflakes } from './snowflake.ts';

/** A number, since the types of discord.js have no name for no flags at all. */
const NO_FLAGS: number = 0;

/** A server of the loopback Discord. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  /** The language that a community's server sets for itself. */
  readonly locale: LocaleCode;
  readonly owner: APIUser;
  readonly members: Map<string, Member>;
  readonly roles: Map<string, Role>;
  readonly emojis: Map<string, Emoji>;
  readonly stickers: Map<string, Sticker>;
  /** Its text channels and the threads in them. */
  readonly channels: Map<string, GuildChannel>;
  readonly createdAt: string;
  /** False for a server without the bot, where its commands come along with people who have installed it. */
  hasBot: boolean;
  /** False while Discord has trouble with this server. */
  available: boolean;
}

/** Somebody's membership of a server. */
export interface Member {
  readonly user: APIUser;
  readonly joinedAt: string;
  /** What this member may do beside what their roles let them do. */
  readonly permissions: bigint;
  readonly roles: Set<Role>;
}

/** A role that members of a server can have. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly mentionable: boolean;
  readonly position: number;
}

/** A text channel of a server, or a thread in one. */
export interface GuildChannel {
  readonly kind: 'guild';
  readonly id: string;
  readonly guild: Guild;
  /** What makes it a thread; undefined for a text channel. */
  readonly thread: Thread | undefined;
  name: string;
  /** Age-restricted, as a thread is whose channel is. */
  nsfw: boolean;
  /** What the bot may do there; in a thread, what it may do in the channel. */
  botPermissions: bigint;
}

/** What a public thread has that a text channel has not. */
export interface Thread {
  readonly parent: GuildChannel;
  readonly owner: APIUser;
  readonly createdAt: string;
}

/** The direct messages between one person and the bot. */
export interface DirectChannel {
  readonly kind: 'dm';
  readonly id: string;
  readonly recipient: APIUser;
  readonly botPermissions: bigint;
}

/** A conversation between people, without the bot. */
export interface GroupChannel {
  readonly kind: 'group';
  readonly id: string;
  readonly members: readonly APIUser[];
  /** What an answer to an interaction may do there. */
  readonly botPermissions: bigint;
}

/** Anywhere that messages are written. */
export type Channel = GuildChannel | DirectChannel | GroupChannel;

/** A message as the loopback keeps it. */
export interface StoredMessage {
  /** As the author sees it; replaced, never changed, when the message is edited. */
  message: APIMessage;
  readonly channel: Channel;
  /** For an ephemeral message, the id of the one person who sees it. */
  readonly onlyFor: string | undefined;
  /** Every file of the message, with those that `attachments` leaves out since an embed or a component shows them. */
  files: readonly APIAttachment[];
  /** The ids of the files that an embed shows. */
  embedded: readonly string[];
  deleted: boolean;
}

/** Something that happened, for the gateway to tell the bot and for people to see. */
export type WorldEvent =
  | { readonly type: 'GUILD_CREATE' | 'GUILD_EMOJIS_UPDATE' | 'GUILD_STICKERS_UPDATE'; readonly guild: Guild }
  | { readonly type: 'GUILD_DELETE'; readonly guild: Guild; readonly unavailable: boolean }
  | { readonly type: 'GUILD_ROLE_CREATE'; readonly guild: Guild; readonly role: Role }
  | { readonly type: ChannelEventType; readonly channel: GuildChannel }
  | { readonly type: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE'; readonly stored: StoredMessage }
  | { readonly type: 'MESSAGE_DELETE_BULK'; readonly channel: Channel; readonly ids: readonly string[] }
  | { readonly type: 'TYPING_START'; readonly channel: Channel; readonly user: APIUser };

/** What can happen to a channel or a thread. */
export type ChannelEventType =
  | 'CHANNEL_CREATE'
  | 'CHANNEL_UPDATE'
  | 'CHANNEL_DELETE'
  | 'THREAD_CREATE'
  | 'THREAD_UPDATE'
  | 'THREAD_DELETE';

/** Everything there is in the loopback Discord: people, servers, channels and messages. Holds no sockets. */
export class World {
  readonly events = new Signal<WorldEvent>();
  readonly nextId: () => string;
  readonly now: () => number;
  readonly bot: APIUser;
  readonly users = new Map<string, APIUser>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, StoredMessage>();
  /** The stickers of all servers, and the standard ones. */
  readonly stickers = new Map<string, Sticker>();
  /** The people who have installed the application for themselves. */
  readonly installedBy = new Set<string>();
  readonly #locales = new Map<string, LocaleCode>();

  constructor(now: () => number, botName: string) {
    this.now = now;
    this.nextId = snowflakes(now);
    this.bot = this.addUser(botName, true);
  }

  addUser(name: string, bot = false): APIUser {
    const user: APIUser & { primary_guild: null } = {
      id: this.nextId(),
      username: name,
      discriminator: bot ? '0001' : '0',
      global_name: bot ? null : name,
      avatar: null,
      public_flags: NO_FLAGS,
      flags: NO_FLAGS,
      primary_guild: null,
      ...(bot && { bot: true }),
    };
    this.users.set(user.id, user);
    return user;
  }

  /** The language that somebody has set in their client. */
  localeOf(userId: string): LocaleCode {
    return this.#locales.get(userId) ?? DEFAULT_LOCALE;
  }

  setLocale(userId: string, locale: LocaleCode): void {
    this.#locales.set(userId, locale);
  }

  addGroup(members: readonly APIUser[]): GroupChannel {
    const channel: GroupChannel = { kind: 'group', id: this.nextId(), members, botPermissions: BOT_PERMISSIONS };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct messages of `recipient` with the bot; made when they are first needed. */
  directChannel(recipient: APIUser): DirectChannel {
    for (const channel of this.channels.values())
      if (channel.kind === 'dm' && channel.recipient.id === recipient.id) return channel;
    const channel: DirectChannel = { kind: 'dm', id: this.nextId(), recipient, botPermissions: BOT_PERMISSIONS };
    this.channels.set(channel.id, channel);
    return channel;
  }

  addMessage(
    channel: Channel,
    message: APIMessage,
    { onlyFor, files = message.attachments, embedded = [] }: Partial<StoredMessage> = {},
  ): StoredMessage {
    const stored: StoredMessage = { message, channel, onlyFor, files, embedded, deleted: false };
    this.messages.set(message.id, stored);
    this.events.emit({ type: 'MESSAGE_CREATE', stored });
    return stored;
  }

  editMessage(stored: StoredMessage, changes: Partial<APIMessage>): void {
    stored.message = { ...stored.message, ...changes };
    this.events.emit({ type: 'MESSAGE_UPDATE', stored });
  }

  deleteMessage(stored: StoredMessage): void {
    this.forget(stored);
    this.events.emit({ type: 'MESSAGE_DELETE', stored });
  }

  /** Deletes many messages of one channel at once, as moderators do through their bots. */
  deleteMessages(channel: Channel, deleted: readonly StoredMessage[]): void {
    for (const stored of deleted) this.forget(stored);
    this.events.emit({ type: 'MESSAGE_DELETE_BULK', channel, ids: deleted.map(({ message }) => message.id) });
  }

  /** Takes a message away without a word, as happens to those of a deleted channel. */
  forget(stored: StoredMessage): void {
    stored.deleted = true;
    this.messages.delete(stored.message.id);
  }

  /** What `userId` sees in a channel, oldest first: everything but other people's ephemeral messages. */
  messagesIn(channel: Channel, userId: string): StoredMessage[] {
    return [...this.messages.values()].filter(
      (stored) => stored.channel === channel && (stored.onlyFor === undefined || stored.onlyFor === userId),
    );
  }
}

/** The channel in which something happened; undefined for what happened to a server. */
export function channelOf(event: WorldEvent): Channel | undefined {
  if ('stored' in event) return event.stored.channel;
  return 'channel' in event ? event.channel : undefined;
}

/** The server of a channel; undefined for conversations outside of servers. */
export function guildOf(channel: Channel): Guild | undefined {
  return channel.kind === 'guild' ? channel.guild : undefined;
}

/** Whether the bot is where this channel is, and so may hear of it and write to it without being asked. */
export function hasBot(channel: Channel): boolean {
  return channel.kind === 'dm' || (channel.kind === 'guild' && channel.guild.hasBot);
}

/** Whether somebody takes part in a channel. */
export function isIn(channel: Channel, userId: string): boolean {
  if (channel.kind === 'guild') return channel.guild.members.has(userId);
  return channel.kind === 'dm' ? channel.recipient.id === userId : channel.members.some(({ id }) => id === userId);
}

/** What a member may do on a server, with what their roles let them do; nothing for somebody who is no member. */
export function permissionsOf(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  return [...(member?.roles ?? [])].reduce((held, role) => held | role.permissions, member?.permissions ?? 0n);
}
