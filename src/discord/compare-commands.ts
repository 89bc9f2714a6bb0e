import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';

/** A command as it should be registered. */
export type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** A registered command as Discord describes it, with all its translations. */
export type Registered = Omit<APIApplicationCommand, 'version' | 'application_id'>;

/** What has to be done about one command. */
export type CommandChange =
  | { readonly kind: 'create'; readonly command: Definition }
  /** Only what differs is to be sent. */
  | {
      readonly kind: 'change';
      readonly command: Definition;
      readonly id: string;
      readonly differing: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'delete'; readonly command: Registered; readonly id: string };

/** What has to be done so that the registered commands are those that should be. */
export interface Comparison {
  readonly changes: readonly CommandChange[];
  /** How many commands are as they should be. */
  readonly unchanged: number;
}

/**
 * What is compared of a command, with what Discord takes it to be where nothing is said ("Application Command
 * Structure"). `dm_permission` and `default_permission` are deprecated, and nothing here sets them.
 */
const DEFAULTS = {
  name_localizations: null,
  description: '',
  description_localizations: null,
  options: [],
  default_member_permissions: null,
  nsfw: false,
} as const;

/** Compared only where a definition says them: what they are otherwise is up to the application's own settings. */
const LEFT_TO_DISCORD = ['contexts', 'integration_types'] as const;

/**
 * Compares the commands of one place, a server's or those that are everywhere, with those that should be there. First
 * comes what is new, then what has changed, then what is to go.
 */
export function compareCommands(registered: readonly Registered[], wanted: readonly Definition[]): Comparison {
  const before = new Map(registered.map((command) => [keyOf(command), command]));
  const stays = new Set(wanted.map(keyOf));
  const created = wanted.filter((command) => !before.has(keyOf(command)));
  const changed = wanted.flatMap((command) => {
    const known = before.get(keyOf(command));
    const differing = known ? differences(known, command) : {};
    return known && Object.keys(differing).length > 0 ? [{ command, id: known.id, differing }] : [];
  });
  return {
    changes: [
      ...created.map((command) => ({ kind: 'create' as const, command })),
      ...changed.map((change) => ({ kind: 'change' as const, ...change })),
      ...registered
        .filter((command) => isOurs(command) && !stays.has(keyOf(command)))
        .map((command) => ({ kind: 'delete' as const, command, id: command.id })),
    ],
    unchanged: wanted.length - created.length - changed.length,
  };
}

/** Those of the commands whose names are among the others too, each under its own type. */
export function namedAlike<T extends Named>(commands: readonly T[], others: readonly Named[]): readonly T[] {
  const names = new Set(others.map(keyOf));
  return commands.filter((command) => names.has(keyOf(command)));
}

/** A command as people know it: `/ask`, or the words of a menu in quotation marks. */
export function shownName({ type = ApplicationCommandType.ChatInput, name }: Named): string {
  return type === ApplicationCommandType.ChatInput ? `/${name}` : `“${name}”`;
}

interface Named {
  readonly type?: ApplicationCommandType | undefined;
  readonly name: string;
}

/** Names are unique for each type of command, and a slash command need not say its type. */
const keyOf = ({ type = ApplicationCommandType.ChatInput, name }: Named): string => `${type}:${name}`;

/** Discord itself gives an application with an Activity a command to launch it, which is not for us to delete. */
const isOurs = ({ type }: Named): boolean => type !== ApplicationCommandType.PrimaryEntryPoint;

/** The fields of a definition that differ from what is registered, with the values that they should have. */
function differences(registered: Registered, wanted: Definition): Readonly<Record<string, unknown>> {
  const said: Readonly<Record<string, unknown>> = { ...wanted };
  const [before, after] = [plainFields(registered), plainFields(wanted)];
  const fields = [
    ...Object.keys(DEFAULTS),
    ...LEFT_TO_DISCORD.filter((field) => said[field] !== undefined && said[field] !== null),
  ];
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, said[field] ?? DEFAULTS[field as keyof typeof DEFAULTS]]),
  );
}

/** The fields of a command, or of a part of one, in the one form that all values with their meaning share. */
function plainFields(part: object): Readonly<Record<string, unknown>> {
  const fields: Readonly<Record<string, unknown>> = { ...part };
  return Object.fromEntries(
    Object.entries(fields)
      .map(([field, value]) => [field, plain(withoutRepeated(field, value, fields))] as const)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Translations without those that say what the original does: Discord does not keep them ("Localization"). */
function withoutRepeated(field: string, value: unknown, fields: Readonly<Record<string, unknown>>): unknown {
  if (!field.endsWith('_localizations') || typeof value !== 'object' || value === null) return value;
  const original = fields[field.replace('_localizations', '')];
  return Object.fromEntries(Object.entries(value).filter(([, text]) => text !== original));
}

/**
 * A value in that form; undefined for a default: null, false, or nothing in it. A list of numbers or words, such as
 * contexts, is a set; a list of options or choices is in the order in which people see it.
 */
function plain(value: unknown): unknown {
  if (value === null || value === false || value === '') return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    return value.every((item) => typeof item !== 'object') ? value.map(String).sort() : value.map(plain);
  }
  const fields = plainFields(value);
  return Object.keys(fields).length === 0 ? undefined : fields;
}
