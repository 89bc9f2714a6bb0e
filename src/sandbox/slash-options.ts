import type { APIUser } from 'discord.js';
import type { Upload } from './attachments.ts';
import { ClientRefusal } from './client-refusal.ts';
import { type CommandDefinition, OPTION, type OptionDefinition } from './command-form.ts';
import { fitsFileTypes } from './file-types.ts';
import { LIMITS } from './limits.ts';
import {
  type ChoosingIn,
  type Filling,
  nothingResolved,
  type Resolved,
  resolvedObject,
  resolveEntity,
} from './resolved.ts';
import { channelType } from './wire-objects.ts';
import type { GuildChannel, Role } from './world.ts';

/** What a person puts into one option of a slash command. */
export type SlashValue = string | number | boolean | Upload | APIUser | GuildChannel | Role;

/** A command's options as they travel in an interaction, and what they name by id. */
export interface FilledOptions {
  readonly options: object[];
  readonly resolved: object;
}

/**
 * Fills in a slash command as Discord's client does. `path` is the words after the command's name, for subcommands.
 * Throws a ClientRefusal for whatever that client would not let a person send.
 */
export function fillOptions(
  command: CommandDefinition,
  path: readonly string[],
  given: Readonly<Record<string, SlashValue>>,
  filling: Filling,
): FilledOptions {
  const resolved = nothingResolved();
  const level = descend(command, path);
  const known = (level.options ?? []) as OptionDefinition[];
  for (const name of Object.keys(given))
    if (!known.some((option) => option.name === name))
      throw new ClientRefusal(`/${[command.name, ...path].join(' ')} has no option ${name}`);
  const filled = known.flatMap((option) => {
    const value = given[option.name];
    if (value === undefined) {
      if (option.required) throw new ClientRefusal(`/${command.name} needs the option ${option.name}`);
      return [];
    }
    return [{ name: option.name, type: option.type, value: toWire(option, value, resolved, filling) }];
  });
  const options = level.types.reduceRight<object[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    filled,
  );
  return { options, resolved: resolvedObject(resolved, filling.place) };
}

/** The options while one of them is still being typed: nothing is required yet, and that one is `focused`. */
export function partOptions(
  command: CommandDefinition,
  path: readonly string[],
  given: Readonly<Record<string, SlashValue>>,
  focused: string,
): object[] {
  const level = descend(command, path);
  const known = (level.options ?? []) as OptionDefinition[];
  if (!known.some(({ name, autocomplete }) => name === focused && autocomplete))
    throw new ClientRefusal(`/${command.name} does not complete the option ${focused}`);
  const filled = known
    .filter(({ name }) => given[name] !== undefined)
    .map(({ name, type }) => ({ name, type, value: given[name], ...(name === focused && { focused: true }) }));
  return level.types.reduceRight<object[]>((inner, { name, type }) => [{ name, type, options: inner }], filled);
}

interface Level {
  readonly options?: readonly unknown[] | null | undefined;
  readonly types: readonly { readonly name: string; readonly type: number }[];
}

function descend(command: CommandDefinition, path: readonly string[]): Level {
  let options = (command.options ?? []) as OptionDefinition[];
  const types: { name: string; type: number }[] = [];
  for (const step of path) {
    const next = options.find(
      ({ name, type }) => name === step && (type === OPTION.subcommand || type === OPTION.group),
    );
    if (!next) throw new ClientRefusal(`/${command.name} has no subcommand ${path.join(' ')}`);
    types.push({ name: next.name, type: next.type });
    options = (next.options ?? []) as OptionDefinition[];
  }
  if (options.some(({ type }) => type === OPTION.subcommand || type === OPTION.group))
    throw new ClientRefusal(`/${[command.name, ...path].join(' ')} needs a subcommand`);
  return { options, types };
}

function toWire(
  option: OptionDefinition,
  value: SlashValue,
  resolved: Resolved,
  { place, upload }: Filling,
): string | number | boolean {
  const wrong = (wanted: string) => new ClientRefusal(`the option ${option.name} must be ${wanted}`);
  switch (option.type) {
    case OPTION.string: {
      if (typeof value !== 'string') throw wrong('text');
      const least = Math.max(option.min_length ?? 0, option.required ? 1 : 0);
      const most = option.max_length ?? LIMITS.optionText;
      if (value.length < least || value.length > most) throw wrong(`${least} to ${most} characters long`);
      return chosen(option, value);
    }
    case OPTION.integer:
    case OPTION.number: {
      if (typeof value !== 'number' || (option.type === OPTION.integer && !Number.isInteger(value)))
        throw wrong(option.type === OPTION.integer ? 'a whole number' : 'a number');
      const [least, most] = [option.min_value ?? -Infinity, option.max_value ?? Infinity];
      if (value < least || value > most) throw wrong(`from ${least} to ${most}`);
      return chosen(option, value);
    }
    case OPTION.boolean:
      if (typeof value !== 'boolean') throw wrong('true or false');
      return value;
    case OPTION.attachment: {
      if (typeof value !== 'object' || !('bytes' in value)) throw wrong('a file');
      if (!fitsFileTypes(value.name, option.file_types)) throw wrong('a file of its types');
      const attachment = upload(value);
      resolved.attachments[attachment.id] = attachment;
      return attachment.id;
    }
    default:
      return entity(option, value, place, resolved);
  }
}

/** Users, channels and roles go by their ids. A user may be anybody; the others belong to the server. */
function entity(option: OptionDefinition, value: SlashValue, place: ChoosingIn, resolved: Resolved): string {
  const wrong = (wanted: string) => new ClientRefusal(`the option ${option.name} must be ${wanted}`);
  if (typeof value !== 'object' || !('id' in value)) throw wrong('a user, a channel or a role');
  const { id } = value;
  const isUser = option.type === OPTION.user || option.type === OPTION.mentionable;
  if (isUser && 'username' in value) {
    resolved.users[id] = value;
    return id;
  }
  if (option.type === OPTION.user) throw wrong('a user');
  const kind = option.type === OPTION.channel ? 'channel' : 'role';
  if (!resolveEntity(id, [kind], place, resolved)) throw wrong(`a ${kind} of the server`);
  const channel = resolved.channels[id];
  if (channel && option.channel_types?.length && !option.channel_types.includes(channelType(channel)))
    throw wrong('a channel of its kinds');
  return id;
}

function chosen<T extends string | number>(option: OptionDefinition, value: T): T {
  const choices = option.choices ?? [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value))
    throw new ClientRefusal(`${value} is not among the choices of the option ${option.name}`);
  return value;
}
