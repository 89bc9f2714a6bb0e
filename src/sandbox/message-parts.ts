import type { APIAttachment, APIEmbed, APIMessage, APIMessageTopLevelComponent } from 'discord.js';
import { refusals } from './api-error.ts';
import type { Upload } from './attachments.ts';
import { everyComponent } from './component-form.ts';
import { LIMITS } from './limits.ts';
import { MESSAGE_FLAG, type MessagePayload } from './message-form.ts';

/** The parts of a message that a payload sets. */
export type MessageParts = Required<Pick<APIMessage, 'content' | 'embeds' | 'components' | 'attachments'>> & {
  flags: number;
};

/** The files that came with a request, by the number in their field's name, `files[0]` and so on. */
export type Files = ReadonlyMap<string, Upload>;

/** A message with nothing in it, which a payload adds to. */
export const EMPTY_PARTS: MessageParts = { content: '', embeds: [], components: [], attachments: [], flags: 0 };

/**
 * What a message holds after `payload` is laid over `before`, as Discord does for both new messages and edits: what the
 * payload does not name stays. `store` keeps a file and gives its attachment. Throws 50006 if nothing is left.
 */
export function layOver(
  before: MessageParts,
  payload: MessagePayload,
  files: Files,
  store: (upload: Upload) => APIAttachment,
): MessageParts {
  const attachments = combineAttachments(before.attachments, payload, files, store);
  const flags = combineFlags(before.flags, payload.flags);
  const parts: MessageParts = {
    content: payload.content === undefined ? before.content : (payload.content ?? ''),
    embeds: payload.embeds === undefined ? before.embeds : resolveEmbeds(payload.embeds ?? [], attachments),
    components: payload.components
      ? resolveComponents(payload.components, attachments)
      : payload.components === null
        ? []
        : before.components,
    attachments,
    flags,
  };
  refuseImpossible(parts, payload);
  return parts;
}

/** Of a message's flags, only SUPPRESS_EMBEDS can be taken back; an answer ends the loading. */
function combineFlags(before: number, given: number | null | undefined): number {
  const lasting = before & ~MESSAGE_FLAG.loading & ~MESSAGE_FLAG.suppressEmbeds;
  return lasting | (given ?? before & MESSAGE_FLAG.suppressEmbeds);
}

function refuseImpossible(parts: MessageParts, payload: MessagePayload): void {
  const layout = (parts.flags & MESSAGE_FLAG.componentsV2) !== 0;
  if (layout && (parts.content !== '' || parts.embeds.length > 0))
    throw refusals.invalidForm([
      {
        path: [parts.content === '' ? 'embeds' : 'content'],
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message: 'What the message already said must be emptied when IS_COMPONENTS_V2 is set',
      },
    ]);
  const says = layout
    ? (parts.components?.length ?? 0) > 0
    : parts.content.trim() !== '' || parts.embeds.length > 0 || parts.attachments.length > 0;
  const carries = payload.poll || (Array.isArray(payload.sticker_ids) && payload.sticker_ids.length > 0);
  if (!says && !carries) throw refusals.emptyMessage();
}

function combineAttachments(
  before: readonly APIAttachment[],
  payload: MessagePayload,
  files: Files,
  store: (upload: Upload) => APIAttachment,
): APIAttachment[] {
  const described = new Map((payload.attachments ?? []).map((entry) => [entry.id, entry]));
  const kept = payload.attachments ? before.filter(({ id }) => described.has(id)) : [...before];
  const known = new Set([...files.keys(), ...before.map(({ id }) => id)]);
  const lost = (payload.attachments ?? []).findIndex(({ id }) => !known.has(id));
  if (lost >= 0)
    throw refusals.invalidForm([
      { path: ['attachments', lost, 'id'], code: 'ATTACHMENT_NOT_FOUND', message: 'The attachment could not be found' },
    ]);
  if (kept.length + files.size > LIMITS.attachments)
    throw refusals.invalidForm([
      {
        path: ['attachments'],
        code: 'BASE_TYPE_MAX_LENGTH',
        message: `Must be ${LIMITS.attachments} or fewer in length.`,
      },
    ]);
  const added = [...files].map(([number, file]) => {
    const entry = described.get(number);
    return store({
      ...file,
      name: entry?.filename ?? file.name,
      ...(entry?.description && { description: entry.description }),
      ...(entry?.is_spoiler && { spoiler: true }),
    });
  });
  return [
    ...kept.map((attachment) => {
      const description = described.get(attachment.id)?.description;
      return description ? { ...attachment, description } : attachment;
    }),
    ...added,
  ];
}

function resolveEmbeds(embeds: NonNullable<MessagePayload['embeds']>, attachments: APIAttachment[]): APIEmbed[] {
  return embeds.map((embed, index) => {
    const resolved: Record<string, unknown> = { type: 'rich' };
    for (const [field, value] of Object.entries(embed)) if (value !== null) resolved[field] = value;
    for (const field of ['image', 'thumbnail'] as const) {
      const url = embed[field]?.url;
      if (url) resolved[field] = { ...embed[field], ...unfurl(url, attachments, ['embeds', index, field, 'url']) };
    }
    return resolved as APIEmbed;
  });
}

/** Gives each component its number and each `attachment://` link the file that it means. */
function resolveComponents(
  components: readonly unknown[],
  attachments: APIAttachment[],
): APIMessageTopLevelComponent[] {
  const copy: unknown = structuredClone(components);
  let number = 0;
  for (const component of everyComponent(copy)) {
    number += 1;
    component.id ??= number;
    for (const field of Object.keys(component)) if (component[field] === null) delete component[field];
    for (const [holder, field] of mediaOf(component)) {
      const { url } = holder[field] as { url: string };
      holder[field] = { id: String(number), ...unfurl(url, attachments, ['components']) };
      if (component.type !== 2) holder.spoiler ??= false;
      if (component.type === 11 || component.type === 12) holder.description ??= null;
    }
  }
  return copy as APIMessageTopLevelComponent[];
}

function mediaOf(component: Record<string, unknown>): [holder: Record<string, unknown>, field: string][] {
  const items = Array.isArray(component.items) ? (component.items as Record<string, unknown>[]) : [];
  return [
    ...items.map((item): [Record<string, unknown>, string] => [item, 'media']),
    ...(component.media ? [[component, 'media'] satisfies [Record<string, unknown>, string]] : []),
    ...(component.file ? [[component, 'file'] satisfies [Record<string, unknown>, string]] : []),
  ];
}

function unfurl(url: string, attachments: readonly APIAttachment[], path: (string | number)[]): object {
  const [, name] = /^attachment:\/\/(.+)$/.exec(url) ?? [];
  if (name === undefined) return { url, proxy_url: url };
  const attachment = attachments.find(({ filename }) => filename === name);
  if (!attachment)
    throw refusals.invalidForm([
      {
        path,
        code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        message: `The attachment ${name} is not among the files of this message`,
      },
    ]);
  const { proxy_url, width, height, content_type, id } = attachment;
  return { url: attachment.url, proxy_url, width, height, content_type, attachment_id: id };
}
