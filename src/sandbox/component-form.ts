import { z } from 'zod';
import { buttonForm } from './button-form.ts';
import { COMPONENT, componentId, everyComponent } from './component-types.ts';
import { LIMITS } from './limits.ts';
import { entitySelectForm, stringSelectForm } from './select-form.ts';

const description = z.string().min(1).max(LIMITS.mediaDescription).nullish();
const spoiler = z.boolean().nullish();
const media = z.looseObject({
  url: z
    .string()
    .max(2048)
    .refine((url) => /^(https?|attachment):\/\/./.test(url), {
      error: 'Scheme must be one of (http, https, attachment).',
      params: { code: 'URL_TYPE_INVALID_SCHEME' },
    }),
});

const actionRow = z
  .looseObject({
    type: z.literal(COMPONENT.actionRow),
    id: componentId,
    components: z
      .array(z.discriminatedUnion('type', [buttonForm, stringSelectForm, entitySelectForm]))
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
  id: componentId,
  content: z.string().min(1).max(LIMITS.layoutCharacters),
});

const thumbnail = z.looseObject({
  type: z.literal(COMPONENT.thumbnail),
  id: componentId,
  media,
  description,
  spoiler,
});
const section = z.looseObject({
  type: z.literal(COMPONENT.section),
  id: componentId,
  components: z.array(textDisplayForm).min(1).max(LIMITS.sectionTexts),
  accessory: z.discriminatedUnion('type', [buttonForm, thumbnail]),
});
const mediaGallery = z.looseObject({
  type: z.literal(COMPONENT.mediaGallery),
  id: componentId,
  items: z.array(z.looseObject({ media, description, spoiler })).min(1).max(LIMITS.galleryItems),
});
const file = z.looseObject({
  type: z.literal(COMPONENT.file),
  id: componentId,
  file: media.refine(({ url }) => url.startsWith('attachment://'), { error: 'A file must be an attachment:// link' }),
  spoiler,
});
const separator = z.looseObject({
  type: z.literal(COMPONENT.separator),
  id: componentId,
  divider: z.boolean().nullish(),
  spacing: z.int().min(1).max(2).nullish(),
});
const inContainer = [actionRow, textDisplayForm, section, mediaGallery, file, separator] as const;
const container = z.looseObject({
  type: z.literal(COMPONENT.container),
  id: componentId,
  components: z.array(z.discriminatedUnion('type', [...inContainer])).min(1),
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler,
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

function refuseRepeatedIds(components: unknown, context: z.RefinementCtx): void {
  for (const [field, code] of [
    ['custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED'],
    ['id', 'COMPONENT_ID_DUPLICATED'],
  ] as const) {
    const ids = [...everyComponent(components)].map((component) => component[field]).filter(Boolean);
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) !== index)
        context.addIssue({ code: 'custom', params: { code }, message: `Component ${field} cannot be duplicated` });
  }
}
