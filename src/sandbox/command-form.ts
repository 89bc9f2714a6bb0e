import { z } from 'zod';
import { commandCharacters } from './command-size.ts';
import { FILE_TYPE } from './file-types.ts';
import { LIMITS } from './limits.ts';
import { LOCALES, type LocaleCode } from './locale.ts';

/** Discord's numbers for the kinds of command. */
export const COMMAND = { chatInput: 1, user: 2, message: 3 } as const;

/** Discord's numbers for the kinds of option. */
export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** Discord's rule for the names of slash commands and options ("Application Command Naming"), with no capitals. */
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const slashName = z.string().refine((name) => SLASH_NAME.test(name) && name === name.toLowerCase(), {
  error: 'Command name is invalid',
  params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
});
const description = z.string().min(1).max(LIMITS.commandDescription);
const choiceName = z.string().min(1).max(LIMITS.choiceName);
const menuName = z.string().min(1).max(LIMITS.commandName);
/** Translations keep the rules of what they translate ("Localization"). */
const translated = (text: z.ZodString) => z.partialRecord(z.enum(LOCALES), text).nullish();

const choice = z.looseObject({
  name: choiceName,
  name_localizations: translated(choiceName),
  value: z.union([z.string().max(LIMITS.choiceText), z.number()]),
});

const named = {
  name: slashName,
  name_localizations: translated(slashName),
  description,
  description_localizations: translated(description),
};

const valueOption = z
  .looseObject({
    ...named,
    type: z.int().min(OPTION.string).max(OPTION.attachment),
    required: z.boolean().nullish(),
    choices: z.array(choice).max(LIMITS.choices).nullish(),
    autocomplete: z.boolean().nullish(),
    min_length: z.int().min(0).max(LIMITS.optionText).nullish(),
    max_length: z.int().min(1).max(LIMITS.optionText).nullish(),
    min_value: z.number().nullish(),
    max_value: z.number().nullish(),
    channel_types: z.array(z.int().min(0)).nullish(),
    /** Groups of file types, or endings, e.g. `image` and `.pdf` (Discord, 2026-08-05). */
    file_types: z.array(z.string().regex(FILE_TYPE)).nullish(),
  })
  .superRefine((option, context) => {
    const hasChoices = (option.choices?.length ?? 0) > 0;
    const mayChoose = [OPTION.string, OPTION.integer, OPTION.number].includes(option.type as 3 | 4 | 10);
    const refuse = (path: string, message: string) =>
      context.addIssue({
        code: 'custom',
        path: [path],
        params: { code: 'APPLICATION_COMMAND_OPTION_INVALID' },
        message,
      });
    if (hasChoices && option.autocomplete) refuse('autocomplete', 'An option has either choices or autocomplete');
    if (hasChoices && !mayChoose) refuse('choices', 'Only text and numbers have choices');
    if (option.autocomplete && !mayChoose) refuse('autocomplete', 'Only text and numbers have autocomplete');
    if (option.file_types && option.type !== OPTION.attachment) refuse('file_types', 'Only files have file types');
    if (option.channel_types && option.type !== OPTION.channel) refuse('channel_types', 'Only channels have types');
  });

const valueOptions = z
  .array(valueOption)
  .max(LIMITS.options)
  .superRefine((options, context) => {
    refuseRepeatedNames(options, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', context);
    const firstOptional = options.findIndex(({ required }) => !required);
    const late = firstOptional < 0 ? -1 : options.findIndex(({ required }, at) => required && at > firstOptional);
    if (late >= 0)
      context.addIssue({
        code: 'custom',
        path: [late],
        params: { code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID' },
        message: 'Required options must be placed before non-required options',
      });
  });

const subcommand = z.looseObject({ ...named, type: z.literal(OPTION.subcommand), options: valueOptions.nullish() });
const subcommands = <T extends z.ZodType<Named>>(each: T) =>
  z
    .array(each)
    .max(LIMITS.options)
    .superRefine((options, context) =>
      refuseRepeatedNames(options, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', context),
    );
const group = z.looseObject({
  ...named,
  type: z.literal(OPTION.group),
  options: subcommands(subcommand).nullish(),
});

const scope = {
  default_member_permissions: z.union([z.string().regex(/^\d+$/), z.int().min(0)]).nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
  nsfw: z.boolean().nullish(),
};

const slashCommand = z
  .looseObject({
    ...scope,
    ...named,
    type: z.literal(COMMAND.chatInput),
    options: z.union([valueOptions, subcommands(z.union([subcommand, group]))]).nullish(),
  })
  .superRefine((command, context) => {
    if (commandCharacters(command) > LIMITS.commandCharacters)
      context.addIssue({
        code: 'custom',
        params: { code: 'APPLICATION_COMMAND_TOO_LARGE' },
        message: `Command exceeds maximum size (${LIMITS.commandCharacters})`,
      });
  });

const menuCommand = z.looseObject({
  ...scope,
  name: menuName,
  name_localizations: translated(menuName),
  type: z.literal([COMMAND.user, COMMAND.message]),
  description: z.literal('').nullish(),
  description_localizations: z.partialRecord(z.enum(LOCALES), z.literal('')).nullish(),
  options: z.array(z.unknown()).max(0).nullish(),
});

/** A command as a bot registers it. */
export const commandForm = z.preprocess(
  (value) => (typeof value === 'object' && value !== null && !('type' in value) ? { ...value, type: 1 } : value),
  z.discriminatedUnion('type', [slashCommand, menuCommand]),
);

/** All the commands of one place, as a bot registers them at once. */
export const commandsForm = z.array(commandForm).superRefine((commands, context) => {
  for (const type of Object.values(COMMAND))
    refuseRepeatedNames(
      commands.filter((command) => command.type === type),
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      context,
    );
});

/** A command whose definition keeps every rule above. */
export type CommandDefinition = z.output<typeof commandForm>;
/** An option that takes a value, so no subcommand. */
export type OptionDefinition = z.output<typeof valueOption>;

/** Something that is called by its name, in other languages by another. */
interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Partial<Record<LocaleCode, string>>> | null | undefined;
}

/** No two have the same name; and in no language may one be called as another is there, or as another is without it. */
function refuseRepeatedNames(list: readonly Named[], code: string, context: z.RefinementCtx): void {
  const refuse = (name: string) =>
    context.addIssue({ code: 'custom', params: { code }, message: `The name ${name} is used twice` });
  for (const [index, { name, name_localizations }] of list.entries()) {
    const others = list.filter((_, other) => other !== index);
    if (list.findIndex((other) => other.name === name) < index) refuse(name);
    for (const [locale, translation] of Object.entries(name_localizations ?? {}) as [LocaleCode, string][])
      if (others.some((other) => [other.name, other.name_localizations?.[locale]].includes(translation)))
        refuse(translation);
  }
}
