import type { APIUser } from 'discord.js';
import { ClientRefusal } from './client-refusal.ts';
import type { CommandRegistry, RegisteredCommand } from './command-registry.ts';
import { CONTEXT } from './interaction-payload.ts';
import { localized } from './locale.ts';
import { mayDo } from './permissions.ts';
import { type Channel, guildOf, hasBot, permissionsOf, type World } from './world.ts';

/** A command as a person's client shows it, in that person's language. */
export interface ShownCommand {
  readonly name: string;
  readonly description: string;
  /** Discord's number for the kind of command. */
  readonly type: number;
}

/** Who is looking at commands, and where. */
export interface Place {
  readonly world: World;
  readonly registry: CommandRegistry;
  readonly user: APIUser;
  readonly channel: Channel;
}

/** Who a command can be installed by ("Application Integration Types"). */
const INSTALL = { guild: 0, user: 1 } as const;
/** Nobody but administrators passes "0" (interactions/application-commands, "Permissions"). */
const ADMINISTRATORS_ALONE = 1n << 3n;

/** The commands that a person is offered in a channel; what they may not use is not among them. */
export function shownCommands(place: Place): ShownCommand[] {
  return commandsAt(place)
    .filter((command) => whyHidden(command, place) === undefined)
    .map((command) => ({
      name: nameFor(command, place),
      description: localized(
        command.definition.description ?? '',
        command.definition.description_localizations,
        place.world.localeOf(place.user.id),
      ),
      type: command.definition.type,
    }));
}

/**
 * The command that a person has under this name in a channel: its own name or the one in the person's language. Throws a
 * ClientRefusal where the client shows none.
 */
export function commandFor(place: Place, type: number, name: string): RegisteredCommand {
  const refuse = (why: string) => new ClientRefusal(`the command "${name}" ${why}`);
  const ofType = commandsAt(place).filter(({ definition }) => definition.type === type);
  const command =
    ofType.find(({ definition }) => definition.name === name) ??
    ofType.find((candidate) => nameFor(candidate, place) === name);
  if (!command) throw refuse('is not registered');
  const hidden = whyHidden(command, place);
  if (hidden !== undefined) throw refuse(hidden);
  return command;
}

/** All commands of a place, hidden or not: a server's own one in place of one of the same name that is everywhere. */
function commandsAt({ registry, channel }: Place): RegisteredCommand[] {
  const guild = guildOf(channel);
  const own = guild ? registry.of(guild.id) : [];
  const isOwn = ({ definition }: RegisteredCommand) =>
    own.some((other) => other.definition.type === definition.type && other.definition.name === definition.name);
  return [...own, ...registry.of(undefined).filter((command) => !isOwn(command))];
}

function nameFor({ definition }: RegisteredCommand, { world, user }: Place): string {
  return localized(definition.name, definition.name_localizations, world.localeOf(user.id));
}

/** Why a client does not show a command; undefined where it does. */
function whyHidden({ definition }: RegisteredCommand, { world, user, channel }: Place): string | undefined {
  const { contexts, integration_types, dm_permission, default_member_permissions: needed, nsfw } = definition;
  const guild = guildOf(channel);
  const installs = integration_types ?? [INSTALL.guild];
  const hereByBot = hasBot(channel) && installs.includes(INSTALL.guild);
  const byPerson = world.installedBy.has(user.id) && installs.includes(INSTALL.user);
  if (!hereByBot && !byPerson) return 'is not installed here';
  if (contexts ? !contexts.includes(CONTEXT[channel.kind]) : !guild && dm_permission === false)
    return 'is not shown in this kind of channel';
  if (nsfw && channel.kind === 'guild' && !channel.nsfw) return 'is shown in age-restricted channels only';
  if (guild && hereByBot && needed !== undefined && needed !== null) {
    const wanted = BigInt(needed) === 0n ? ADMINISTRATORS_ALONE : BigInt(needed);
    if (!mayDo(permissionsOf(guild, user.id), wanted)) return `is not shown to members like ${user.username}`;
  }
  return undefined;
}
