import type { Channel, Guild, Member, World } from './world.ts';

/** Discord's numbers for the kinds of channel that the loopback has. */
export const CHANNEL_TYPE = { text: 0, direct: 1, group: 3 } as const;

const MEMBER_OVERWRITE = 1;
/** Discord counts permissions in 53 bits or fewer; all that this loopback knows of. */
const EVERY_PERMISSION = (1n << 53n) - 1n;

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
    ],
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
    roles: [] as string[],
  };
}

/** A server as it comes in GUILD_CREATE. */
export function guildObject(guild: Guild, world: World): Record<string, unknown> {
  const bot = guild.members.get(world.bot.id);
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
    preferred_locale: 'en-US',
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    roles: [
      {
        id: guild.id,
        name: '@everyone',
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        icon: null,
        unicode_emoji: null,
        position: 0,
        permissions: (bot?.permissions ?? 0n).toString(),
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    emojis: [],
    stickers: [],
    joined_at: bot?.joinedAt ?? guild.createdAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: bot ? [{ user: world.bot, ...memberObject(bot) }] : [],
    channels: [...guild.channels.values()].map((channel) => channelObject(channel, world)),
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The little of a server that comes with an interaction. */
export function partialGuild(guild: Guild) {
  return { id: guild.id, locale: 'en-US' as const, features: [] };
}

function lastMessageId(channel: Channel, world: World): string | null {
  const ids = [...world.messages.values()]
    .filter((stored) => stored.channel === channel)
    .map(({ message }) => message.id);
  return ids.at(-1) ?? null;
}
