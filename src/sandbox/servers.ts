import type { APIUser } from 'discord.js';
import type { LocaleCode } from './locale.ts';
import { ADMINISTRATOR_PERMISSIONS, BOT_PERMISSIONS } from './permissions.ts';
import type { Guild, GuildChannel, Role, StoredMessage, World } from './world.ts';

/** Discord's message flag for a message that a thread was started from ("Message Flags"). */
const HAS_THREAD = 1 << 5;

/** A server, owned by somebody who is not otherwise seen. */
export function addGuild(world: World, name: string, settings: { hasBot: boolean; locale: LocaleCode }): Guild {
  const owner = world.addUser(`owner of ${name}`);
  const guild: Guild = {
    id: world.nextId(),
    name,
    owner,
    locale: settings.locale,
    members: new Map(),
    roles: new Map(),
    emojis: new Map(),
    stickers: new Map(),
    channels: new Map(),
    createdAt: timestamp(world),
    hasBot: false,
    available: true,
  };
  addMember(world, guild, owner, ADMINISTRATOR_PERMISSIONS);
  world.guilds.set(guild.id, guild);
  if (settings.hasBot) addBot(world, guild);
  return guild;
}

/** Makes somebody a member, or a member with other permissions. */
export function addMember(world: World, guild: Guild, user: APIUser, permissions: bigint): void {
  guild.members.set(user.id, { user, permissions, joinedAt: timestamp(world), roles: new Set() });
}

/** Adds the bot to a server. */
export function addBot(world: World, guild: Guild): void {
  addMember(world, guild, world.bot, BOT_PERMISSIONS);
  guild.hasBot = true;
  world.events.emit({ type: 'GUILD_CREATE', guild });
}

/** Takes the bot out of a server: somebody has removed it, or it has left. */
export function removeBot(world: World, guild: Guild): void {
  guild.members.delete(world.bot.id);
  guild.hasBot = false;
  world.events.emit({ type: 'GUILD_DELETE', guild, unavailable: false });
}

/** Begins or ends an outage of a server. */
export function setAvailable(world: World, guild: Guild, available: boolean): void {
  guild.available = available;
  world.events.emit(available ? { type: 'GUILD_CREATE', guild } : { type: 'GUILD_DELETE', guild, unavailable: true });
}

/** Adds a role above all others. */
export function addRole(world: World, guild: Guild, part: Pick<Role, 'name' | 'permissions' | 'mentionable'>): Role {
  const role: Role = { ...part, id: world.nextId(), position: guild.roles.size + 1 };
  guild.roles.set(role.id, role);
  world.events.emit({ type: 'GUILD_ROLE_CREATE', guild, role });
  return role;
}

/** What can be set of a text channel, then or later. */
export type ChannelSettings = Pick<GuildChannel, 'name' | 'nsfw' | 'botPermissions'>;

/** Adds a text channel. */
export function addChannel(world: World, guild: Guild, settings: ChannelSettings): GuildChannel {
  const channel: GuildChannel = { kind: 'guild', id: world.nextId(), guild, thread: undefined, ...settings };
  keep(world, channel);
  world.events.emit({ type: 'CHANNEL_CREATE', channel });
  return channel;
}

/** Starts a public thread in a channel, from one of its messages where `from` is given: that message's id is then its own. */
export function addThread(
  world: World,
  parent: GuildChannel,
  { name, owner, from }: { name: string; owner: APIUser; from: StoredMessage | undefined },
): GuildChannel {
  if (parent.thread) throw new TypeError('a thread has no threads of its own');
  const channel: GuildChannel = {
    kind: 'guild',
    id: from?.message.id ?? world.nextId(),
    name,
    guild: parent.guild,
    thread: { parent, owner, createdAt: timestamp(world) },
    get nsfw() {
      return parent.nsfw;
    },
    get botPermissions() {
      return parent.botPermissions;
    },
  };
  keep(world, channel);
  world.events.emit({ type: 'THREAD_CREATE', channel });
  if (from) world.editMessage(from, { flags: (from.message.flags ?? 0) | HAS_THREAD });
  return channel;
}

/** Changes a channel, or the name of a thread. */
export function changeChannel(world: World, channel: GuildChannel, changes: Partial<ChannelSettings>): void {
  if (channel.thread && (changes.nsfw !== undefined || changes.botPermissions !== undefined))
    throw new TypeError('a thread is as its channel is');
  Object.assign(channel, changes);
  world.events.emit({ type: channel.thread ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE', channel });
}

/** Deletes a channel or a thread with all that is in it. */
export function deleteChannel(world: World, channel: GuildChannel): void {
  for (const thread of [...channel.guild.channels.values()])
    if (thread.thread?.parent === channel) deleteChannel(world, thread);
  for (const stored of [...world.messages.values()]) if (stored.channel === channel) world.forget(stored);
  channel.guild.channels.delete(channel.id);
  world.channels.delete(channel.id);
  world.events.emit({ type: channel.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE', channel });
}

function keep(world: World, channel: GuildChannel): void {
  channel.guild.channels.set(channel.id, channel);
  world.channels.set(channel.id, channel);
}

function timestamp(world: World): string {
  return new Date(world.now()).toISOString();
}
