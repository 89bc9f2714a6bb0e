import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** Discord's numbers for its components (components/reference, "Component Types"). */
export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;

/** The id by which a bot knows a component again. */
export const customId = z.string().min(1).max(LIMITS.customId);
const media = z.looseObject({ url: z.string().max(2048) });
const description = z.string().max(LIMITS.mediaDescription).nullish();

const button = z
  .looseObject({
    type: z.literal(COMPONENT.button),
    style: z.int().min(1).max(6),
    label: z.string().max(LIMITS.buttonLabel).nullish(),
    emoji: z.looseObject({}).nullish(),
    custom_id: customId.nullish(),
    url: z.string().max(LIMITS.buttonUrl).nullish(),
    disabled: z.boolean().nullish(),
  })
  .superRefine((value, context) => {
    const refuse = (path: string, code: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], params: { code }, message });
    if (value.style === LINK_STYLE) {
      if (!value.url) refuse('url', 'BASE_TYPE_REQUIRED', 'A url is required');
      if (value.custom_id) refuse('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_FORBIDDEN', 'A link has no custom id');
    } else if (value.style !== PREMIUM_STYLE) {
      if (!value.custom_id) refuse('custom_id', 'BASE_TYPE_REQUIRED', 'A custom id is required');
      if (value.url) refuse('url', 'BUTTON_COMPONENT_URL_FORBIDDEN', 'Only a link button has a url');
    }
    if (value.style !== PREMIUM_STYLE && !value.label && !value.emoji)
      refuse('label', 'BUTTON_COMPONENT_INVALID_EMOJI_OR_LABEL', 'A button must have a label or an emoji');
  });

const selectOption = z.looseObject({
  label: z.string().min(1).max(LIMITS.selectOptionText),
  value: z.string().min(1).max(LIMITS.selectOptionText),
  description: z.string().max(LIMITS.selectOptionText).nullish(),
  default: z.boolean().nullish(),
});

const selectParts = {
  custom_id: customId,
  placeholder: z.string().max(LIMITS.selectPlaceholder).nullish(),
  min_values: z.int().min(0).max(LIMITS.selectOptions).nullish(),
  max_values: z.int().min(1).max(LIMITS.selectOptions).nullish(),
  disabled: z.boolean().nullish(),
};

/** A menu of the bot's own options. */
export const stringSelectForm = z.looseObject({
  type: z.literal(COMPONENT.stringSelect),
  options: z.array(selectOption).min(1).max(LIMITS.selectOptions),
  ...selectParts,
});

/** A menu of users, roles, mentionables or channels. */
export const entitySelectForm = z.looseObject({
  type: z.literal([COMPONENT.userSelect, COMPONENT.roleSelect, COMPONENT.mentionableSelect, COMPONENT.channelSelect]),
  ...selectParts,
});

const actionRow = z
  .looseObject({
    type: z.literal(COMPONENT.actionRow),
    components: z
      .array(z.discriminatedUnion('type', [button, stringSelectForm, entitySelectForm]))
      .min(1)
      .max(LIMITS.buttonsInRow),
  })
  .superRefine((row, context) => {
    if (row.components.length > 1 && row.components.some((component) => component.type !== COMPONENT.button))
      context.addIssue({
        code: 'custom',
        path: ['components'],
        params: { code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED' },
        message: 'A menu takes a row of its own',
      });
  });

/** Words that stand on their own, in Markdown. */
export const textDisplayForm = z.looseObject({
  type: z.literal(COMPONENT.textDisplay),
  content: z.string().min(1).max(LIMITS.layoutCharacters),
});

const thumbnail = z.looseObject({ type: z.literal(COMPONENT.thumbnail), media, description });
const section = z.looseObject({
  type: z.literal(COMPONENT.section),
  components: z.array(textDisplayForm).min(1).max(LIMITS.sectionTexts),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const mediaGallery = z.looseObject({
  type: z.literal(COMPONENT.mediaGallery),
  items: z.array(z.looseObject({ media, description })).min(1).max(LIMITS.galleryItems),
});
const file = z.looseObject({
  type: z.literal(COMPONENT.file),
  file: media.refine(({ url }) => url.startsWith('attachment://'), { error: 'A file must be an attachment:// link' }),
});
const separator = z.looseObject({ type: z.literal(COMPONENT.separator) });
const inContainer = [actionRow, textDisplayForm, section, mediaGallery, file, separator] as const;
const container = z.looseObject({
  type: z.literal(COMPONENT.container),
  components: z.array(z.discriminatedUnion('type', [...inContainer])).min(1),
});

/** What may stand at the top of a message without the flag IS_COMPONENTS_V2. */
export const rowsForm = z.array(actionRow).max(LIMITS.actionRows).superRefine(refuseRepeatedIds);

/** What may stand at the top of a message with the flag IS_COMPONENTS_V2. */
export const layoutForm = z
  .array(z.discriminatedUnion('type', [...inContainer, container]))
  .min(1)
  .max(LIMITS.layoutComponents)
  .superRefine(refuseRepeatedIds)
  .superRefine((components, context) => {
    const all = [...everyComponent(components)];
    const refuse = (code: string, message: string) => context.addIssue({ code: 'custom', params: { code }, message });
    if (all.length > LIMITS.layoutComponents)
      refuse('COMPONENT_MAX_TOTAL_COMPONENTS', `A message holds ${LIMITS.layoutComponents} components at most`);
    const characters = all.reduce((sum, { content }) => sum + (typeof content === 'string' ? content.length : 0), 0);
    if (characters > LIMITS.layoutCharacters)
      refuse('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `Must be ${LIMITS.layoutCharacters} or fewer in length`);
  });

/** Every component in a tree, in reading order, however deep. */
export function* everyComponent(components: unknown): Generator<Record<string, unknown>> {
  if (!Array.isArray(components)) return;
  for (const component of components as Record<string, unknown>[]) {
    yield component;
    yield* everyComponent(component.components);
    yield* everyComponent([component.accessory, component.component].filter((inner) => inner !== undefined));
  }
}

function refuseRepeatedIds(components: unknown, context: z.RefinementCtx): void {
  const seen = new Set<unknown>();
  for (const component of everyComponent(components)) {
    if (component.custom_id === undefined || component.custom_id === null) continue;
    if (seen.has(component.custom_id))
      context.addIssue({
        code: 'custom',
        params: { code: 'COMPONENT_CUSTOM_ID_DUPLICATED' },
        message: 'Component custom id cannot be duplicated',
      });
    seen.add(component.custom_id);
  }
}
