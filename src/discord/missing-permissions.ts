import type { GuildBasedChannel, PermissionsString } from 'discord.js';

/** What Glimpse needs where it answers, or captions by itself. */
export type NeededPermission = Extract<
  PermissionsString,
  'ViewChannel' | 'SendMessages' | 'SendMessagesInThreads' | 'ReadMessageHistory'
>;

/** What the bot lacks of that in a channel; in a forum it writes into threads alone. */
export function missingPermissions(channel: GuildBasedChannel): readonly NeededPermission[] {
  const write = channel.isThreadOnly() || channel.isThread() ? 'SendMessagesInThreads' : 'SendMessages';
  return (['ViewChannel', write, 'ReadMessageHistory'] as const).filter((name) => !has(channel, name));
}

/** Whether the bot may bring a picture in a reply there. */
export const mayAttach = (channel: GuildBasedChannel): boolean => has(channel, 'AttachFiles');

/** Where nothing is known, nothing is said to be missing. */
function has(channel: GuildBasedChannel, permission: PermissionsString): boolean {
  return channel.permissionsFor(channel.client.user)?.has(permission) ?? true;
}
