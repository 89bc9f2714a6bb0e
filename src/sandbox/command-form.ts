import { z } from 'zod';
import { LIMITS } from './limits.ts';

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
const translations = z.record(z.string(), z.string()).nullish();

const choice = z.looseObject({
  name: z.string().min(1).max(LIMITS.choiceName),
  name_localizations: translations,
  value: z.union([z.string().max(LIMITS.choiceText), z.number()]),
});

const named = {
  name: slashName,
  name_localizations: translations,
  description,
  description_localizations: translations,
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
    /** Groups of file types, e.g. `image` (Discord, 2026-08-05). */
    file_types: z.array(z.string()).nullish(),
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
const group = z.looseObject({
  ...named,
  type: z.literal(OPTION.group),
  options: z.array(subcommand).max(LIMITS.options).nullish(),
});

const scope = {
  name_localizations: translations,
  default_member_permissions: z.union([z.string(), z.int()]).nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.int().min(0).max(2)).min(1).nullish(),
  integration_types: z.array(z.int().min(0).max(1)).min(1).nullish(),
  nsfw: z.boolean().nullish(),
};

const slashCommand = z
  .looseObject({
    ...scope,
    name: slashName,
    type: z.literal(COMMAND.chatInput),
    description,
    description_localizations: translations,
    options: z.union([valueOptions, z.array(z.union([subcommand, group])).max(LIMITS.options)]).nullish(),
  })
  .superRefine((command, context) => {
    if (characters(command) > LIMITS.commandCharacters)
      context.addIssue({
        code: 'custom',
        params: { code: 'APPLICATION_COMMAND_TOO_LARGE' },
        message: `Command exceeds maximum size (${LIMITS.commandCharacters})`,
      });
  });

const menuCommand = z.looseObject({
  ...scope,
  name: z.string().min(1).max(LIMITS.commandName),
  type: z.literal([COMMAND.user, COMMAND.message]),
  description: z.literal('').nullish(),
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

/** Discord counts names, descriptions and choices, in all options together ("Command size"). */
function characters(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  const { name, description: words, value, options, choices } = part as Record<string, unknown>;
  const own = [name, words, value].reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0);
  const inner = [options, choices].flatMap((list) => (Array.isArray(list) ? list : []));
  return inner.reduce<number>((sum, each) => sum + characters(each), own);
}

function refuseRepeatedNames(list: readonly { name: string }[], code: string, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const { name } of list) {
    if (seen.has(name))
      context.addIssue({ code: 'custom', params: { code }, message: `The name ${name} is used twice` });
    seen.add(name);
  }
}
