import { z } from 'zod';
import { emojiForm } from './button-form.ts';
import { COMPONENT, componentId, customId } from './component-types.ts';
import { LIMITS } from './limits.ts';

/** The kinds of thing that each menu of users, roles or channels may have as a default value. */
const DEFAULT_KINDS: Readonly<Record<number, readonly string[]>> = {
  [COMPONENT.userSelect]: ['user'],
  [COMPONENT.roleSelect]: ['role'],
  [COMPONENT.mentionableSelect]: ['user', 'role'],
  [COMPONENT.channelSelect]: ['channel'],
};

const selectParts = {
  id: componentId,
  custom_id: customId,
  placeholder: z.string().max(LIMITS.selectPlaceholder).nullish(),
  min_values: z.int().min(0).max(LIMITS.selectOptions).nullish(),
  max_values: z.int().min(1).max(LIMITS.selectOptions).nullish(),
  disabled: z.boolean().nullish(),
};

const selectOption = z.looseObject({
  label: z.string().min(1).max(LIMITS.selectOptionText),
  value: z.string().min(1).max(LIMITS.selectOptionText),
  description: z.string().max(LIMITS.selectOptionText).nullish(),
  emoji: emojiForm.nullish(),
  default: z.boolean().nullish(),
});

/** A menu of the bot's own options. */
export const stringSelectForm = z
  .looseObject({
    type: z.literal(COMPONENT.stringSelect),
    options: z.array(selectOption).min(1).max(LIMITS.selectOptions),
    ...selectParts,
  })
  .superRefine((menu, context) => {
    const { options } = menu;
    const most = refuseImpossibleCounts(menu, context);
    const values = options.map(({ value }) => value);
    const again = values.findIndex((value, index) => values.indexOf(value) !== index);
    if (again >= 0)
      refuse(
        context,
        ['options', again, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The value is used twice',
      );
    if (options.length < Math.max(menu.min_values ?? 1, menu.max_values ?? 1))
      refuse(context, ['options'], 'BASE_TYPE_BAD_LENGTH', 'There are fewer options than must or may be chosen');
    if (options.filter((option) => option.default).length > most)
      refuse(context, ['options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'More defaults than can be chosen');
  });

/** A menu of users, roles, mentionables or channels. */
export const entitySelectForm = z
  .looseObject({
    type: z.literal([COMPONENT.userSelect, COMPONENT.roleSelect, COMPONENT.mentionableSelect, COMPONENT.channelSelect]),
    ...selectParts,
    channel_types: z.array(z.int().min(0)).nullish(),
    default_values: z
      .array(z.looseObject({ id: z.string().regex(/^\d+$/), type: z.enum(['user', 'role', 'channel']) }))
      .max(LIMITS.selectOptions)
      .nullish(),
  })
  .superRefine((menu, context) => {
    const most = refuseImpossibleCounts(menu, context);
    const defaults = menu.default_values ?? [];
    const wrong = defaults.findIndex(({ type }) => !DEFAULT_KINDS[menu.type]?.includes(type));
    if (wrong >= 0)
      refuse(context, ['default_values', wrong, 'type'], 'BASE_TYPE_CHOICES', 'A default value of another kind');
    // "The number of default values must be in the range defined by min_values and max_values."
    if (defaults.length > 0 && (defaults.length < (menu.min_values ?? 1) || defaults.length > most))
      refuse(context, ['default_values'], 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'Not as many as can be chosen');
  });

function refuseImpossibleCounts(
  { min_values, max_values }: { min_values?: number | null | undefined; max_values?: number | null | undefined },
  context: z.RefinementCtx,
): number {
  const most = max_values ?? 1;
  if ((min_values ?? 1) > most)
    refuse(context, ['max_values'], 'SELECT_COMPONENT_MAX_VALUES_TOO_SMALL', 'Fewer than must be chosen');
  return most;
}

function refuse(context: z.RefinementCtx, path: (string | number)[], code: string, message: string): void {
  context.addIssue({ code: 'custom', path, params: { code }, message });
}
