import type { Interaction } from './interaction.ts';
import { LIMITS } from './limits.ts';
import { withoutReferenced } from './message-view.ts';
import { MEMBER_PERMISSIONS } from './permissions.ts';
import { channelObject, memberObject, partialGuild } from './wire-objects.ts';
import { type Channel, hasBot, permissionsOf, type World } from './world.ts';

/** Where an interaction happened ("Interaction Context Types"), by the kind of channel. */
export const CONTEXT = { guild: 0, dm: 1, group: 2 } as const satisfies Record<Channel['kind'], number>;

/**
 * Who let the application in where an interaction happened ("Authorizing Integration Owners"): under 0 the server that
 * added it, or `0` in direct messages with the bot; under 1 the person, if they have installed it for themselves.
 */
export function integrationOwners(channel: Channel, userId: string, world: World): Record<string, string> {
  return {
    ...(hasBot(channel) && { '0': channel.kind === 'guild' ? channel.guild.id : '0' }),
    ...(world.installedBy.has(userId) && { '1': userId }),
  };
}

/** An interaction as the gateway sends it, with `data` of its own kind ("Interaction Structure"). */
export function interactionPayload(interaction: Interaction, data: object, world: World): object {
  const { id, token, type, user, channel, source } = interaction;
  const common = {
    id,
    application_id: world.bot.id,
    type,
    data,
    token,
    version: 1,
    channel_id: channel.id,
    locale: world.localeOf(user.id),
    entitlements: [],
    authorizing_integration_owners: integrationOwners(channel, user.id, world),
    attachment_size_limit: LIMITS.fileBytes,
    app_permissions: channel.botPermissions.toString(),
    ...(source && { message: withoutReferenced(source.message) }),
  };
  if (channel.kind !== 'guild')
    return { ...common, user, channel: channelObject(channel, world), context: CONTEXT[channel.kind] };
  const { guild } = channel;
  const member = guild.members.get(user.id);
  const permissions = (member ? permissionsOf(guild, user.id) : MEMBER_PERMISSIONS).toString();
  return {
    ...common,
    guild_id: guild.id,
    guild: partialGuild(guild),
    guild_locale: guild.locale,
    channel: { ...channelObject(channel, world), permissions },
    member: { user, permissions, ...(member && memberObject(member)) },
    context: CONTEXT.guild,
  };
}
