import { emojiObject, stickerObject } from './expressions.ts';
import { MEMBER_PERMISSIONS, mayDo } from './permissions.ts';
import type { Channel, Guild, GuildChannel, Member, Role, Thread, World } from './world.ts';

/** Discord's numbers for the kinds of channel that the loopback has. */
export const CHANNEL_TYPE = { text: 0, direct: 1, group: 3, thread: 11 } as const;

/** After this many minutes without a message, Discord archives a thread. */
const ARCHIVED_AFTER_MINUTES = 1440;
const MEMBER_OVERWRITE = 1;
/** Discord counts permissions in 53 bits or fewer; all that this loopback knows of. */
const EVERY_PERMISSION = (1n << 53n) - 1n;

/** Discord's number for the kind of a channel. */
export function channelType(channel: Channel): number {
  if (channel.kind !== 'guild') return channel.kind === 'dm' ? CHANNEL_TYPE.direct : CHANNEL_TYPE.group;
  return channel.thread ? CHANNEL_TYPE.thread : CHANNEL_TYPE.text;
}

/** A channel as Discord's API describes it. */
export function channelObject(channel: Channel, world: World): Record<string, unknown> {
  if (channel.kind === 'dm')
    return {
      id: channel.id,
      type: CHANNEL_TYPE.direct,
      last_message_id: lastMessageId(channel, world),
      flags: 0,
      recipients: [channel.recipient],
    };
  if (channel.kind === 'group')
    return {
      id: channel.id,
      type: CHANNEL_TYPE.group,
      last_message_id: lastMessageId(channel, world),
      flags: 0,
      recipients: channel.members,
      name: null,
      icon: null,
      owner_id: channel.members[0]?.id,
    };
  if (channel.thread) return threadObject(channel, channel.thread, world);
  return {
    id: channel.id,
    type: CHANNEL_TYPE.text,
    guild_id: channel.guild.id,
    name: channel.name,
    position: 0,
    flags: 0,
    parent_id: null,
    topic: null,
    nsfw: channel.nsfw,
    rate_limit_per_user: 0,
    last_message_id: lastMessageId(channel, world),
    permission_overwrites: [
      {
        id: world.bot.id,
        type: MEMBER_OVERWRITE,
        allow: channel.botPermissions.toString(),
        deny: (EVERY_PERMISSION & ~channel.botPermissions).toString(),
      },
      ...deniedMembers(channel.guild),
    ],
  };
}

/** The members who may do less than what everybody may. */
function deniedMembers({ members }: Guild) {
  return [...members.values()].flatMap(({ user, permissions }) => {
    const denied = mayDo(permissions, MEMBER_PERMISSIONS) ? 0n : MEMBER_PERMISSIONS & ~permissions;
    return user.bot || denied === 0n ? [] : [{ id: user.id, type: MEMBER_OVERWRITE, allow: '0', deny: String(denied) }];
  });
}

/** A thread has no word of its age restriction: that is its channel's. */
function threadObject(channel: GuildChannel, { parent, owner, createdAt }: Thread, world: World) {
  const count = [...world.messages.values()].filter((stored) => stored.channel === channel).length;
  return {
    id: channel.id,
    type: CHANNEL_TYPE.thread,
    guild_id: channel.guild.id,
    parent_id: parent.id,
    owner_id: owner.id,
    name: channel.name,
    flags: 0,
    rate_limit_per_user: 0,
    last_message_id: lastMessageId(channel, world),
    message_count: count,
    member_count: 1,
    total_message_sent: count,
    thread_metadata: {
      archived: false,
      archive_timestamp: createdAt,
      auto_archive_duration: ARCHIVED_AFTER_MINUTES,
      locked: false,
      create_timestamp: createdAt,
    },
  };
}

/** A member as Discord's API describes it, without its user, as in a message. */
export function memberObject(member: Member) {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    deaf: false,
    flags: 0,
    joined_at: member.joinedAt,
    mute: false,
    nick: null,
    pending: false,
    premium_since: null,
    roles: [...member.roles].map(({ id }) => id),
  };
}

/** A server as it comes in GUILD_CREATE. */
export function guildObject(guild: Guild, world: World): Record<string, unknown> {
  const bot = guild.members.get(world.bot.id);
  const channels = [...guild.channels.values()];
  const objects = (list: readonly GuildChannel[]) => list.map((channel) => channelObject(channel, world));
  return {
    ...partialGuild(guild),
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.owner.id,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    roles: everyRole(guild, world.bot.id).map(roleObject),
    emojis: [...guild.emojis.values()].map(emojiObject),
    stickers: [...guild.stickers.values()].map(stickerObject),
    joined_at: bot?.joinedAt ?? guild.createdAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: bot ? [{ user: world.bot, ...memberObject(bot) }] : [],
    channels: objects(channels.filter(({ thread }) => !thread)),
    threads: objects(channels.filter(({ thread }) => thread)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The little of a server that comes with an interaction. */
export function partialGuild(guild: Guild) {
  return { id: guild.id, locale: guild.locale, features: [] };
}

/** The roles of a server, with the one that everybody has; it has the server's id. */
export function everyRole(guild: Guild, botId: string): Role[] {
  const permissions = guild.members.get(botId)?.permissions ?? 0n;
  const everyone: Role = { id: guild.id, name: '@everyone', permissions, mentionable: false, position: 0 };
  return [everyone, ...guild.roles.values()];
}

/** A role as Discord's API describes it. */
export function roleObject({ id, name, permissions, mentionable, position }: Role) {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: permissions.toString(),
    managed: false,
    mentionable,
    flags: 0,
  };
}

function lastMessageId(channel: Channel, world: World): string | null {
  const ids = [...world.messages.values()]
    .filter((stored) => stored.channel === channel)
    .map(({ message }) => message.id);
  return ids.at(-1) ?? null;
}
