import type { APIAttachment, APIUser } from 'discord.js';
import type { Upload } from './attachments.ts';
import { channelObject, everyRole, memberObject, roleObject } from './wire-objects.ts';
import { type Channel, type GuildChannel, guildOf, isIn, permissionsOf, type Role, type World } from './world.ts';

/** What an interaction names by id alone, and brings along in full in `resolved`. */
export interface Resolved {
  readonly attachments: Record<string, APIAttachment>;
  readonly users: Record<string, APIUser>;
  readonly roles: Record<string, Role>;
  readonly channels: Record<string, GuildChannel>;
}

/** What a person can choose by its id. */
export type EntityKind = 'user' | 'role' | 'channel';

/** Something that a person chooses: itself, or its id. A person is chosen as an `Actor` or by their user. */
export type Entity = string | { readonly id: string } | { readonly user: APIUser };

/** Where somebody chooses. */
export interface ChoosingIn {
  readonly world: World;
  readonly channel: Channel;
  readonly user: APIUser;
}

/** Where a command or a modal is filled in, and how a file in it is posted. */
export interface Filling {
  readonly place: ChoosingIn;
  readonly upload: (file: Upload) => APIAttachment;
}

/** A `resolved` with nothing in it yet. */
export function nothingResolved(): Resolved {
  return { attachments: {}, users: {}, roles: {}, channels: {} };
}

/** The id of what somebody chooses. */
export function idOf(entity: Entity): string {
  if (typeof entity === 'string') return entity;
  return 'user' in entity ? entity.user.id : entity.id;
}

/** Finds one of these kinds by its id and puts it into `resolved`; false where a person in this place is offered no such thing. */
export function resolveEntity(
  id: string,
  kinds: readonly EntityKind[],
  { world, channel }: ChoosingIn,
  resolved: Resolved,
): boolean {
  const guild = guildOf(channel);
  const user = world.users.get(id);
  const isHere = isIn(channel, id) || (channel.kind === 'dm' && id === world.bot.id);
  if (kinds.includes('user') && user && isHere) resolved.users[id] = user;
  else if (kinds.includes('role') && guild && (guild.roles.has(id) || id === guild.id))
    for (const role of everyRole(guild, world.bot.id).filter((each) => each.id === id)) resolved.roles[id] = role;
  else if (kinds.includes('channel') && guild?.channels.has(id)) {
    const found = guild.channels.get(id);
    if (found) resolved.channels[id] = found;
  } else return false;
  return true;
}

/** What was named, as it travels in an interaction: users are members of the channel's server, too. Without what is empty. */
export function resolvedObject(
  { attachments, users, roles, channels }: Resolved,
  { world, channel, user }: ChoosingIn,
): object {
  const guild = guildOf(channel);
  const members = Object.keys(users).flatMap((id) => {
    const member = guild?.members.get(id);
    return guild && member ? [[id, { ...memberObject(member), permissions: permissionsOf(guild, id).toString() }]] : [];
  });
  const all = {
    attachments,
    users,
    members: Object.fromEntries(members),
    roles: mapValues(roles, roleObject),
    channels: mapValues(channels, (named) => {
      const { permission_overwrites: _, ...partial } = channelObject(named, world);
      return { ...partial, permissions: permissionsOf(named.guild, user.id).toString() };
    }),
  };
  return Object.fromEntries(Object.entries(all).filter(([, named]) => Object.keys(named).length > 0));
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
