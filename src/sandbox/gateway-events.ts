import { GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import type { Cdn } from './cdn.ts';
import { asBotSees } from './content-visibility.ts';
import { mayDo } from './permissions.ts';
import { shardOf } from './snowflake.ts';
import { CHANNEL_TYPE, channelObject, guildObject, memberObject } from './wire-objects.ts';
import { type Channel, hasBot, type StoredMessage, type World, type WorldEvent } from './world.ts';

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
  const asked = (intent: number) => (subscription.intents & intent) !== 0;
  switch (event.type) {
    case 'GUILD_CREATE':
      if (!event.guild.hasBot || !asked(GatewayIntentBits.Guilds) || !onShard(event.guild.id, subscription))
        return undefined;
      return { t: event.type, d: guildObject(event.guild, world) };
    case 'CHANNEL_CREATE':
      if (!asked(GatewayIntentBits.Guilds) || !hears(event.channel, subscription)) return undefined;
      return { t: event.type, d: channelObject(event.channel, world) };
    case 'TYPING_START': {
      const direct = event.channel.kind === 'dm';
      if (!asked(direct ? GatewayIntentBits.DirectMessageTyping : GatewayIntentBits.GuildMessageTyping))
        return undefined;
      if (!hears(event.channel, subscription)) return undefined;
      return {
        t: event.type,
        d: {
          channel_id: event.channel.id,
          ...(event.channel.kind === 'guild' && { guild_id: event.channel.guild.id }),
          user_id: event.user.id,
          timestamp: Math.floor(world.now() / 1000),
        },
      };
    }
    default: {
      if (!asked(intentFor(event.stored)) || !hears(event.stored.channel, subscription)) return undefined;
      const { stored } = event;
      const place = placeOf(stored);
      if (event.type === 'MESSAGE_DELETE')
        return {
          t: event.type,
          d: { id: stored.message.id, channel_id: stored.channel.id, ...(place && { guild_id: place.guild_id }) },
        };
      const channel_type = stored.channel.kind === 'dm' ? CHANNEL_TYPE.direct : CHANNEL_TYPE.text;
      const messageContent = asked(GatewayIntentBits.MessageContent);
      return {
        t: event.type,
        d: cdn.renew({ ...asBotSees(stored, { botId: world.bot.id, messageContent }), ...place, channel_type }),
      };
    }
  }
}

/** Ephemeral messages come as direct messages do (Discord's gateway documentation, "Message Create"). */
function intentFor(stored: StoredMessage): number {
  return stored.channel.kind === 'dm' || stored.onlyFor !== undefined
    ? GatewayIntentBits.DirectMessages
    : GatewayIntentBits.GuildMessages;
}

/** The server and the member that a message event names; an ephemeral message's names neither. */
function placeOf({ channel, onlyFor, message }: StoredMessage) {
  if (channel.kind !== 'guild' || onlyFor !== undefined) return undefined;
  const author = channel.guild.members.get(message.author.id);
  return { guild_id: channel.guild.id, ...(author && { member: memberObject(author) }) };
}

function hears(channel: Channel, subscription: Subscription): boolean {
  if (!hasBot(channel)) return false;
  if (channel.kind !== 'guild') return subscription.shard === 0;
  return onShard(channel.guild.id, subscription) && mayDo(channel.botPermissions, PermissionFlagsBits.ViewChannel);
}

function onShard(guildId: string, { shard, shardCount }: Subscription): boolean {
  return shardOf(guildId, shardCount) === shard;
}
