import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import type { Cdn } from './cdn.ts';
import { asBotSees } from './content-visibility.ts';
import { emojiObject, stickerObject } from './expressions.ts';
import { mayDo } from './permissions.ts';
import { shardOf } from './snowflake.ts';
import { channelObject, channelType, guildObject, memberObject, roleObject } from './wire-objects.ts';
import { type Channel, type Guild, hasBot, type StoredMessage, type World, type WorldEvent } from './world.ts';

/** What one shard of a bot asked for when it identified. */
export interface Subscription {
  readonly intents: number;
  readonly shard: number;
  readonly shardCount: number;
}

/** One event as it goes over the wire: its name and its payload. */
export interface Dispatch {
  readonly t: string;
  readonly d: unknown;
}

/** What a shard with this subscription hears of an event: nothing at all, or the event as its intents let it be seen. */
export function dispatchFor(
  event: WorldEvent,
  subscription: Subscription,
  world: World,
  cdn: Cdn,
): Dispatch | undefined {
  if ((subscription.intents & intentFor(event)) === 0 || !reaches(event, subscription)) return undefined;
  const messageContent = (subscription.intents & GatewayIntentBits.MessageContent) !== 0;
  return { t: event.type, d: cdn.renew(payloadOf(event, world, messageContent)) };
}

function payloadOf(event: WorldEvent, world: World, messageContent: boolean): object {
  switch (event.type) {
    case 'GUILD_CREATE':
      return guildObject(event.guild, world);
    case 'GUILD_DELETE':
      // Being removed is told by the absence of `unavailable` ("Guild Delete").
      return { id: event.guild.id, ...(event.unavailable && { unavailable: true }) };
    case 'GUILD_ROLE_CREATE':
      return { guild_id: event.guild.id, role: roleObject(event.role) };
    case 'GUILD_EMOJIS_UPDATE':
      return { guild_id: event.guild.id, emojis: [...event.guild.emojis.values()].map(emojiObject) };
    case 'GUILD_STICKERS_UPDATE':
      return { guild_id: event.guild.id, stickers: [...event.guild.stickers.values()].map(stickerObject) };
    case 'CHANNEL_CREATE':
    case 'CHANNEL_UPDATE':
    case 'CHANNEL_DELETE':
    case 'THREAD_UPDATE':
      return channelObject(event.channel, world);
    case 'THREAD_CREATE':
      return { ...channelObject(event.channel, world), newly_created: true };
    case 'THREAD_DELETE': {
      const { id, guild, thread } = event.channel;
      return { id, guild_id: guild.id, parent_id: thread?.parent.id, type: channelType(event.channel) };
    }
    case 'TYPING_START':
      return {
        channel_id: event.channel.id,
        ...guildIdOf(event.channel),
        user_id: event.user.id,
        timestamp: Math.floor(world.now() / 1000),
      };
    case 'MESSAGE_DELETE_BULK':
      return { ids: event.ids, channel_id: event.channel.id, ...guildIdOf(event.channel) };
    case 'MESSAGE_DELETE': {
      const { message, channel, onlyFor } = event.stored;
      return { id: message.id, channel_id: channel.id, ...(onlyFor === undefined && guildIdOf(channel)) };
    }
    default: {
      const { stored } = event;
      const seen = asBotSees(stored, { botId: world.bot.id, messageContent, messages: world.messages });
      return { ...seen, ...placeOf(stored), channel_type: channelType(stored.channel) };
    }
  }
}

/** The intent that an event belongs to ("List of Intents"). */
function intentFor(event: WorldEvent): number {
  switch (event.type) {
    case 'MESSAGE_CREATE':
    case 'MESSAGE_UPDATE':
    case 'MESSAGE_DELETE':
      // Ephemeral messages come as direct messages do ("Message Create").
      return event.stored.channel.kind === 'dm' || event.stored.onlyFor !== undefined
        ? GatewayIntentBits.DirectMessages
        : GatewayIntentBits.GuildMessages;
    case 'MESSAGE_DELETE_BULK':
      return GatewayIntentBits.GuildMessages;
    case 'TYPING_START':
      return event.channel.kind === 'dm' ? GatewayIntentBits.DirectMessageTyping : GatewayIntentBits.GuildMessageTyping;
    case 'GUILD_EMOJIS_UPDATE':
    case 'GUILD_STICKERS_UPDATE':
      return GatewayIntentBits.GuildExpressions;
    default:
      return GatewayIntentBits.Guilds;
  }
}

function reaches(event: WorldEvent, subscription: Subscription): boolean {
  if ('stored' in event) return hears(event.stored.channel, subscription);
  // A change of what the bot may do there is told even where it ends the bot's seeing the channel.
  if (event.type === 'CHANNEL_UPDATE')
    return isThere(event.channel.guild) && onShard(event.channel.guild.id, subscription);
  if ('channel' in event) return hears(event.channel, subscription);
  // Of being removed, or of an outage, the bot hears although the server is no longer there for it.
  if (event.type === 'GUILD_DELETE') return onShard(event.guild.id, subscription);
  return isThere(event.guild) && onShard(event.guild.id, subscription);
}

/** The server and the member that a message event names; an ephemeral message's names neither. */
function placeOf({ channel, onlyFor, message }: StoredMessage) {
  if (channel.kind !== 'guild' || onlyFor !== undefined) return undefined;
  const author = channel.guild.members.get(message.author.id);
  return { guild_id: channel.guild.id, ...(author && { member: memberObject(author) }) };
}

function guildIdOf(channel: Channel) {
  return channel.kind === 'guild' ? { guild_id: channel.guild.id } : undefined;
}

function hears(channel: Channel, subscription: Subscription): boolean {
  if (!hasBot(channel)) return false;
  if (channel.kind !== 'guild') return subscription.shard === 0;
  const { guild, botPermissions } = channel;
  return guild.available && onShard(guild.id, subscription) && mayDo(botPermissions, PermissionFlagsBits.ViewChannel);
}

/** Whether a server is there for the bot now. */
export function isThere({ hasBot: isMember, available }: Guild): boolean {
  return isMember && available;
}

function onShard(guildId: string, { shard, shardCount }: Subscription): boolean {
  return shardOf(guildId, shardCount) === shard;
}
