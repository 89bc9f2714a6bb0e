import type { Interaction } from './interactions.ts';
import { LIMITS } from './limits.ts';
import { MEMBER_PERMISSIONS } from './permissions.ts';
import { channelObject, memberObject, partialGuild } from './wire-objects.ts';
import type { World } from './world.ts';

/** Where an interaction happened ("Interaction Context Types"). */
export const CONTEXT = { guild: 0, botDirect: 1 } as const;

/** Who let the application in where an interaction happened: the server, or nobody in direct messages with the bot. */
export function integrationOwners(channel: Interaction['channel']): Record<string, string> {
  return { '0': channel.kind === 'guild' ? channel.guild.id : '0' };
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
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: integrationOwners(channel),
    attachment_size_limit: LIMITS.fileBytes,
    app_permissions: channel.botPermissions.toString(),
    ...(source && { message: source.message }),
  };
  if (channel.kind === 'dm')
    return { ...common, user, channel: channelObject(channel, world), context: CONTEXT.botDirect };
  const { guild } = channel;
  const member = guild.members.get(user.id);
  const permissions = (member?.permissions ?? MEMBER_PERMISSIONS).toString();
  return {
    ...common,
    guild_id: guild.id,
    guild: partialGuild(guild),
    guild_locale: 'en-US',
    channel: { ...channelObject(channel, world), permissions },
    member: { user, permissions, ...(member && memberObject(member)) },
    context: CONTEXT.guild,
  };
}
