import { z } from 'zod';
import { parseForm, refusals } from './api-error.ts';
import { LIMITS } from './limits.ts';
import { MESSAGE_FLAG, type MessagePayload, parseMessage } from './message-form.ts';
import { type ModalDefinition, modalForm } from './modal-form.ts';

/** Discord's numbers for the kinds of interaction. */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;
/** One of those numbers. */
export type InteractionType = (typeof INTERACTION)[keyof typeof INTERACTION];

/** Discord's numbers for the first answers to one. */
export const CALLBACK = { reply: 4, defer: 5, deferUpdate: 6, update: 7, autocomplete: 8, modal: 9 } as const;

/** A first answer to an interaction, once every rule about it alone has been checked. */
export type Callback =
  | { readonly type: typeof CALLBACK.reply; readonly payload: MessagePayload }
  | { readonly type: typeof CALLBACK.defer; readonly ephemeral: boolean }
  | { readonly type: typeof CALLBACK.deferUpdate }
  | { readonly type: typeof CALLBACK.update; readonly payload: MessagePayload }
  | { readonly type: typeof CALLBACK.autocomplete; readonly choices: readonly Choice[] }
  | { readonly type: typeof CALLBACK.modal; readonly modal: ModalDefinition };

/** One suggestion of an autocomplete answer. */
export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

const MESSAGE_FLAGS =
  MESSAGE_FLAG.ephemeral |
  MESSAGE_FLAG.suppressEmbeds |
  MESSAGE_FLAG.suppressNotifications |
  MESSAGE_FLAG.voiceMessage |
  MESSAGE_FLAG.componentsV2;

/** Which answers fit which interaction. A modal does not answer a modal, and only autocomplete answers autocomplete. */
const FITTING: Readonly<Record<InteractionType, readonly number[]>> = {
  [INTERACTION.command]: [CALLBACK.reply, CALLBACK.defer, CALLBACK.modal],
  [INTERACTION.component]: [CALLBACK.reply, CALLBACK.defer, CALLBACK.deferUpdate, CALLBACK.update, CALLBACK.modal],
  [INTERACTION.autocomplete]: [CALLBACK.autocomplete],
  [INTERACTION.modalSubmit]: [CALLBACK.reply, CALLBACK.defer, CALLBACK.deferUpdate, CALLBACK.update],
};
const NEEDS_A_MESSAGE: readonly number[] = [CALLBACK.deferUpdate, CALLBACK.update];

const outer = z.looseObject({ type: z.int(), data: z.unknown().optional() });
const deferData = z.looseObject({ flags: z.int().nullish() }).nullish();
const autocompleteData = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        name: z.string().min(1).max(LIMITS.choiceName),
        value: z.union([z.string().max(LIMITS.choiceText), z.number()]),
      }),
    )
    .max(LIMITS.choices),
});

/**
 * Parses the first answer to an interaction of type `interaction`; `source` is the message whose component was used, with
 * its flags, where there is one. Throws the refusal 50035, as Discord words it.
 */
export function parseCallback(
  body: unknown,
  interaction: InteractionType,
  source: { readonly flags: number } | undefined,
): Callback {
  const { type, data } = parseForm(outer, body);
  const fits = FITTING[interaction].includes(type) && (source !== undefined || !NEEDS_A_MESSAGE.includes(type));
  if (!fits)
    throw refusals.invalidForm([
      {
        path: ['type'],
        code: 'INTERACTION_APPLICATION_COMMAND_INVALID_RESPONSE_TYPE',
        message: `A response of type ${type} does not fit an interaction of type ${interaction}`,
      },
    ]);
  const form = <T extends z.ZodType>(schema: T) =>
    parseForm(z.looseObject({ data: schema }), { data }).data as z.output<T>;
  switch (type) {
    case CALLBACK.reply:
      return { type, payload: parseMessage(data, { allowedFlags: MESSAGE_FLAGS }) };
    case CALLBACK.defer:
      return { type, ephemeral: deferFlags(form(deferData)?.flags ?? 0) };
    case CALLBACK.deferUpdate:
      return { type };
    case CALLBACK.update: {
      const allowedFlags = MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.componentsV2;
      return { type, payload: parseMessage(data, { allowedFlags, presentFlags: source?.flags ?? 0 }) };
    }
    case CALLBACK.autocomplete:
      return { type, choices: form(autocompleteData).choices };
    default:
      return { type: CALLBACK.modal, modal: form(modalForm) };
  }
}

/** A defer takes the flag EPHEMERAL and no other (interactions/receiving-and-responding, "Interaction Callback Type"). */
function deferFlags(flags: number): boolean {
  if ((flags & ~MESSAGE_FLAG.ephemeral) !== 0)
    throw refusals.invalidForm([
      {
        path: ['data', 'flags'],
        code: 'MESSAGE_FLAGS_INVALID',
        message: 'A deferred response takes no flag but EPHEMERAL',
      },
    ]);
  return flags !== 0;
}
