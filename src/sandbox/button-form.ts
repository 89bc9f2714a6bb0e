import { z } from 'zod';
import { COMPONENT, componentId, customId } from './component-types.ts';
import { LIMITS } from './limits.ts';

/** Discord's numbers for how a button looks and works ("Button Styles"). */
const STYLE = { link: 5, premium: 6 } as const;
/** Node.js knows this flag, the compiler's target does not. */
const SETS_OF_STRINGS = 'v';
const A_UNICODE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', SETS_OF_STRINGS);
/** Asks for the colourful form of a sign that has a plain one, too; Discord takes such an emoji without it. */
const COLOURFUL = '\uFE0F';

/** An emoji on a component: a server's own by its id, or one of Unicode's by itself. */
export const emojiForm = z
  .looseObject({
    id: z.string().regex(/^\d+$/).nullish(),
    name: z.string().max(LIMITS.emojiName).nullish(),
    animated: z.boolean().nullish(),
  })
  .superRefine(({ id, name }, context) => {
    const known = A_UNICODE_EMOJI.test(name ?? '') || A_UNICODE_EMOJI.test(`${name}${COLOURFUL}`);
    if (!id && !known)
      context.addIssue({
        code: 'custom',
        path: ['name'],
        params: { code: 'COMPONENT_INVALID_EMOJI' },
        message: 'Invalid emoji',
      });
  });

/** A button, with the rules for its style. */
export const buttonForm = z
  .looseObject({
    type: z.literal(COMPONENT.button),
    id: componentId,
    style: z.int().min(1).max(STYLE.premium),
    label: z.string().max(LIMITS.buttonLabel).nullish(),
    emoji: emojiForm.nullish(),
    custom_id: customId.nullish(),
    url: z.string().max(LIMITS.buttonUrl).nullish(),
    sku_id: z.string().nullish(),
    disabled: z.boolean().nullish(),
  })
  .superRefine((value, context) => {
    const refuse = (path: string, code: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], params: { code }, message });
    if (value.style === STYLE.premium) {
      if (!value.sku_id) refuse('sku_id', 'BASE_TYPE_REQUIRED', 'A sku id is required');
      for (const field of ['custom_id', 'url', 'label', 'emoji'] as const)
        if (value[field]) refuse(field, 'BUTTON_COMPONENT_FIELD_FORBIDDEN', `A premium button has no ${field}`);
      return;
    }
    if (value.style === STYLE.link) {
      if (!value.url) refuse('url', 'BASE_TYPE_REQUIRED', 'A url is required');
      else if (!/^(https?|discord):\/\/./.test(value.url))
        refuse('url', 'URL_TYPE_INVALID_SCHEME', 'Scheme must be one of (http, https, discord).');
      if (value.custom_id) refuse('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_FORBIDDEN', 'A link has no custom id');
    } else {
      if (!value.custom_id) refuse('custom_id', 'BASE_TYPE_REQUIRED', 'A custom id is required');
      if (value.url) refuse('url', 'BUTTON_COMPONENT_URL_FORBIDDEN', 'Only a link button has a url');
    }
    if (!value.label && !value.emoji)
      refuse('label', 'BUTTON_COMPONENT_INVALID_EMOJI_OR_LABEL', 'A button must have a label or an emoji');
  });
