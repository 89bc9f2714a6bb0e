import type { APIMessage, APIUser } from 'discord.js';
import { ADMINISTRATOR_PERMISSIONS, BOT_PERMISSIONS, MEMBER_PERMISSIONS } from './permissions.ts';
import { Signal } from './signal.ts';
import { snowflakes } from './snowflake.ts';

/** A number, since the types of discord.js have no name for no flags at all. */
const NO_FLAGS: number = 0;

/** A server of the loopback Discord. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly owner: APIUser;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, GuildChannel>;
  readonly createdAt: string;
  /** False for a server that never added the bot, where its commands come along with people who have installed it. */
  readonly hasBot: boolean;
}

/** Somebody's membership of a server. */
export interface Member {
  readonly user: APIUser;
  readonly joinedAt: string;
  readonly permissions: bigint;
}

/** A text channel of a server. */
export interface GuildChannel {
  readonly kind: 'guild';
  readonly id: string;
  readonly name: string;
  readonly guild: Guild;
  /** Age-restricted. */
  readonly nsfw: boolean;
  readonly botPermissions: bigint;
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
  deleted: boolean;
}

/** Something that happened, for the gateway to tell the bot and for people to see. */
export type WorldEvent =
  | { readonly type: 'GUILD_CREATE'; readonly guild: Guild }
  | { readonly type: 'CHANNEL_CREATE'; readonly channel: GuildChannel }
  | { readonly type: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE'; readonly stored: StoredMessage }
  | { readonly type: 'TYPING_START'; readonly channel: Channel; readonly user: APIUser };

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
  /** The people who have installed the application for themselves. */
  readonly installedBy = new Set<string>();

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

  /** A server, owned by somebody who is not otherwise seen. */
  addGuild(name: string, hasBot: boolean): Guild {
    const owner = this.addUser(`owner of ${name}`);
    const guild: Guild = {
      id: this.nextId(),
      name,
      owner,
      members: new Map(),
      channels: new Map(),
      createdAt: new Date(this.now()).toISOString(),
      hasBot,
    };
    this.addMember(guild, owner, ADMINISTRATOR_PERMISSIONS);
    if (hasBot) this.addMember(guild, this.bot, BOT_PERMISSIONS);
    this.guilds.set(guild.id, guild);
    this.events.emit({ type: 'GUILD_CREATE', guild });
    return guild;
  }

  addMember(guild: Guild, user: APIUser, permissions: bigint = MEMBER_PERMISSIONS): void {
    guild.members.set(user.id, { user, permissions, joinedAt: new Date(this.now()).toISOString() });
  }

  addChannel(guild: Guild, name: string, nsfw: boolean, botPermissions: bigint): GuildChannel {
    const channel: GuildChannel = { kind: 'guild', id: this.nextId(), name, guild, nsfw, botPermissions };
    guild.channels.set(channel.id, channel);
    this.channels.set(channel.id, channel);
    this.events.emit({ type: 'CHANNEL_CREATE', channel });
    return channel;
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

  addMessage(channel: Channel, message: APIMessage, seen: Pick<StoredMessage, 'onlyFor'>): StoredMessage {
    const stored: StoredMessage = { message, channel, ...seen, deleted: false };
    this.messages.set(message.id, stored);
    this.events.emit({ type: 'MESSAGE_CREATE', stored });
    return stored;
  }

  editMessage(stored: StoredMessage, changes: Partial<APIMessage>): void {
    stored.message = { ...stored.message, ...changes };
    this.events.emit({ type: 'MESSAGE_UPDATE', stored });
  }

  deleteMessage(stored: StoredMessage): void {
    stored.deleted = true;
    this.messages.delete(stored.message.id);
    this.events.emit({ type: 'MESSAGE_DELETE', stored });
  }

  /** What `userId` sees in a channel, oldest first: everything but other people's ephemeral messages. */
  messagesIn(channel: Channel, userId: string): StoredMessage[] {
    return [...this.messages.values()].filter(
      (stored) => stored.channel === channel && (stored.onlyFor === undefined || stored.onlyFor === userId),
    );
  }
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
