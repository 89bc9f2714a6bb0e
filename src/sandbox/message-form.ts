import { z } from 'zod';
import { type FormProblem, parseForm, refusals } from './api-error.ts';
import { layoutForm, rowsForm } from './component-form.ts';
import { embedsForm } from './embed-form.ts';
import { LIMITS } from './limits.ts';

/** Discord's message flags (resources/message, "Message Flags"). */
export const MESSAGE_FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  voiceMessage: 1 << 13,
  hasSnapshot: 1 << 14,
  componentsV2: 1 << 15,
} as const;

const snowflake = z.union([z.string().regex(/^(0|[1-9][0-9]*)$/, 'not snowflake.'), z.int().min(0)]).transform(String);
const ids = z.array(snowflake).max(100);

const allowedMentions = z
  .looseObject({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).nullish(),
    users: ids.nullish(),
    roles: ids.nullish(),
    replied_user: z.boolean().nullish(),
  })
  .superRefine((value, context) => {
    for (const kind of ['users', 'roles'] as const)
      if (value.parse?.includes(kind) && (value[kind]?.length ?? 0) > 0)
        context.addIssue({
          code: 'custom',
          params: { code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE' },
          message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
        });
  });

const messageForm = z.looseObject({
  content: z.string().max(LIMITS.content).nullish(),
  embeds: embedsForm.nullish(),
  components: z.array(z.looseObject({ type: z.int() })).nullish(),
  flags: z.int().nullish(),
  allowed_mentions: allowedMentions.nullish(),
  attachments: z
    .array(
      z.looseObject({
        id: snowflake,
        filename: z.string().min(1).max(1024).nullish(),
        description: z.string().max(LIMITS.attachmentDescription).nullish(),
        is_spoiler: z.boolean().nullish(),
      }),
    )
    .max(LIMITS.attachments)
    .nullish(),
  nonce: z.union([z.string().max(LIMITS.nonce), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  tts: z.boolean().nullish(),
  message_reference: z
    .looseObject({
      message_id: snowflake,
      channel_id: snowflake.nullish(),
      type: z.int().min(0).max(1).nullish(),
      fail_if_not_exists: z.boolean().nullish(),
    })
    .nullish(),
});

/** A message's payload, once every rule that the payload alone can break has been checked. */
export type MessagePayload = z.output<typeof messageForm>;

/** Where a payload is used: which flags a bot may set there, and the flags that the message already has. */
export interface MessageRules {
  readonly allowedFlags: number;
  readonly presentFlags?: number;
}

/** Parses the payload of a new or edited message. Throws the refusal 50035, as Discord words it. */
export function parseMessage(body: unknown, rules: MessageRules): MessagePayload {
  const payload = parseForm(messageForm, body ?? {});
  const flags = (payload.flags ?? 0) & ~(rules.presentFlags ?? 0);
  if ((flags & ~rules.allowedFlags) !== 0)
    throw refusals.invalidForm([
      {
        path: ['flags'],
        code: 'MESSAGE_FLAGS_INVALID',
        message: 'The flags contain a value that is not allowed here.',
      },
    ]);
  if (((flags | (rules.presentFlags ?? 0)) & MESSAGE_FLAG.componentsV2) !== 0) {
    const problems = forbiddenBesideLayout(payload);
    if (problems.length > 0) throw refusals.invalidForm(problems);
    if (payload.components) parseForm(z.looseObject({ components: layoutForm }), payload);
  } else if (payload.components) {
    parseForm(z.looseObject({ components: rowsForm }), payload);
  }
  return payload;
}

/** With IS_COMPONENTS_V2, a message says everything in components (components/reference, "Legacy Message Component Behavior"). */
function forbiddenBesideLayout(payload: MessagePayload): FormProblem[] {
  const used = [
    ...(payload.content ? ['content'] : []),
    ...(payload.embeds && payload.embeds.length > 0 ? ['embeds'] : []),
    ...(payload.poll ? ['poll'] : []),
    ...(Array.isArray(payload.sticker_ids) && payload.sticker_ids.length > 0 ? ['sticker_ids'] : []),
  ];
  return used.map((field) => ({
    path: [field],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  }));
}
