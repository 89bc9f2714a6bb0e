import type { APIAttachment, APIEmbed, APIMessage } from 'discord.js';
import { refusals } from './api-error.ts';
import type { Upload } from './attachments.ts';
import { fillComponents, type Unfurl } from './component-object.ts';
import { everyComponent } from './component-types.ts';
import { LIMITS } from './limits.ts';
import { MESSAGE_FLAG, type MessagePayload } from './message-form.ts';
import type { Media } from './web.ts';
import type { StoredMessage } from './world.ts';

/** The parts of a message that a payload sets. */
export type MessageParts = Required<Pick<APIMessage, 'content' | 'embeds' | 'components'>> &
  Pick<StoredMessage, 'files' | 'embedded'> & { readonly flags: number };

/** The files that came with a request, by the number in their field's name, `files[0]` and so on. */
export type Files = ReadonlyMap<string, Upload>;

/** A message with nothing in it, which a payload adds to. */
export const EMPTY_PARTS: MessageParts = {
  content: '',
  embeds: [],
  components: [],
  files: [],
  embedded: [],
  flags: 0,
};

/** How a message's files are kept, and other sites' pictures found. */
export interface Keeping {
  /** Keeps a file and gives its attachment. */
  readonly store: (upload: Upload) => APIAttachment;
  /** A picture by its address, with the proxy's. */
  readonly media: (address: string) => Media;
}

/**
 * What a message holds after `payload` is laid over `before`, as Discord does for both new messages and edits: what the
 * payload does not name stays. Throws 50006 if nothing is left.
 */
export function layOver(before: MessageParts, payload: MessagePayload, came: Files, keeping: Keeping): MessageParts {
  const files = combineFiles(before.files, payload, came, keeping.store);
  const embeds = payload.embeds === undefined ? undefined : resolveEmbeds(payload.embeds ?? [], files, keeping);
  const parts: MessageParts = {
    content: payload.content === undefined ? before.content : (payload.content ?? ''),
    embeds: embeds?.embeds ?? before.embeds,
    components: payload.components
      ? fillComponents(payload.components, unfurler(files, keeping))
      : payload.components === null
        ? []
        : before.components,
    files,
    embedded: embeds?.embedded ?? before.embedded,
    flags: combineFlags(before.flags, payload.flags),
  };
  refuseImpossible(parts, payload);
  return parts;
}

/** A message's `attachments`: its files but those that its embeds or components show ("Message Structure"). */
export function looseFiles({ files, embedded, components }: MessageParts): APIAttachment[] {
  const shown = new Set<unknown>(embedded);
  for (const component of everyComponent(components))
    for (const media of mediaOf(component)) shown.add(media.attachment_id);
  return files.filter(({ id }) => !shown.has(id));
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
    ? parts.components.length > 0
    : parts.content.trim() !== '' || parts.embeds.length > 0 || parts.files.length > 0;
  const carries = payload.poll || (Array.isArray(payload.sticker_ids) && payload.sticker_ids.length > 0);
  if (!says && !carries) throw refusals.emptyMessage();
}

function combineFiles(
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

/** Embeds with the files that their `attachment://` links mean, and those files' ids. */
function resolveEmbeds(
  embeds: NonNullable<MessagePayload['embeds']>,
  files: readonly APIAttachment[],
  keeping: Keeping,
): { embeds: APIEmbed[]; embedded: string[] } {
  const embedded: string[] = [];
  const unfurl = unfurler(files, keeping);
  const resolved = embeds.map((embed, index) => {
    const copy: Record<string, unknown> = { type: 'rich' };
    for (const [field, value] of Object.entries(embed)) if (value !== null) copy[field] = value;
    for (const field of ['image', 'thumbnail'] as const) {
      const url = embed[field]?.url;
      if (!url) continue;
      const { media, attachment } = unfurl(url, ['embeds', index, field, 'url']);
      if (attachment) embedded.push(attachment.id);
      copy[field] = { ...embed[field], ...media };
    }
    return copy as APIEmbed;
  });
  return { embeds: resolved, embedded };
}

/** Finds the file or the picture that a link in an embed or a component means. */
function unfurler(files: readonly APIAttachment[], { media }: Keeping): Unfurl {
  return (url, path) => {
    const [, name] = /^attachment:\/\/(.+)$/.exec(url) ?? [];
    if (name === undefined) return { media: media(url), attachment: undefined };
    const attachment = files.find(({ filename }) => filename === name);
    if (!attachment)
      throw refusals.invalidForm([
        {
          path,
          code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
          message: `The attachment ${name} is not among the files of this message`,
        },
      ]);
    const { proxy_url, width, height, content_type } = attachment;
    const known = Object.entries({ width, height, content_type }).filter(([, value]) => value ?? undefined);
    return { media: { url: attachment.url, proxy_url, ...Object.fromEntries(known) }, attachment };
  };
}

/** The pictures and files that one component shows, without those of the components in it. */
function mediaOf(component: Record<string, unknown>): { readonly attachment_id?: unknown }[] {
  const items = Array.isArray(component.items) ? (component.items as Record<string, unknown>[]) : [];
  return [component, ...items].flatMap(({ media, file }) => [media ?? [], file ?? []].flat());
}
