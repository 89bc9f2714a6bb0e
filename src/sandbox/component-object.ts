import type { APIAttachment, APIMessageTopLevelComponent } from 'discord.js';
import { COMPONENT, everyComponent } from './component-types.ts';

/** Finds what a link in a payload means: the picture as Discord shows it, and the file where it is one of the message's. */
export type Unfurl = (
  url: string,
  path: (string | number)[],
) => { readonly media: object; readonly attachment: APIAttachment | undefined };

type Part = Record<string, unknown>;

/** What Discord fills in where a bot has said nothing, by the component's type. */
const DEFAULTS: Readonly<Record<number, Part>> = {
  [COMPONENT.stringSelect]: { min_values: 1, max_values: 1 },
  [COMPONENT.userSelect]: { min_values: 1, max_values: 1 },
  [COMPONENT.roleSelect]: { min_values: 1, max_values: 1 },
  [COMPONENT.mentionableSelect]: { min_values: 1, max_values: 1 },
  [COMPONENT.channelSelect]: { min_values: 1, max_values: 1 },
  [COMPONENT.thumbnail]: { description: null, spoiler: false },
  [COMPONENT.file]: { spoiler: false },
  [COMPONENT.separator]: { divider: true, spacing: 1 },
  [COMPONENT.container]: { accent_color: null, spoiler: false },
};

/** Components as Discord gives them back: numbered, with its defaults, and with the files and pictures that they show. */
export function fillComponents(components: readonly unknown[], unfurl: Unfurl): APIMessageTopLevelComponent[] {
  const copy: unknown = structuredClone(components);
  const all = [...everyComponent(copy)];
  const taken = new Set(all.map(({ id }) => id));
  let number = 0;
  const nextNumber = () => {
    do number += 1;
    while (taken.has(number));
    return number;
  };
  for (const component of all) {
    for (const field of Object.keys(component)) if (component[field] === null) delete component[field];
    // Zero is as good as none ("Component", `id`).
    component.id = component.id || nextNumber();
    for (const [field, value] of Object.entries(DEFAULTS[component.type as number] ?? {})) component[field] ??= value;
    showMedia(component, unfurl);
  }
  return copy as APIMessageTopLevelComponent[];
}

function showMedia(component: Part, unfurl: Unfurl): void {
  const show = (holder: Part, field: string) => {
    const { media, attachment } = unfurl((holder[field] as { url: string }).url, ['components']);
    holder[field] = { id: String(component.id), ...media, ...(attachment && { attachment_id: attachment.id }) };
    return attachment;
  };
  for (const item of (component.items as Part[] | undefined) ?? []) {
    show(item, 'media');
    item.spoiler ??= false;
    item.description ??= null;
  }
  if (component.media) show(component, 'media');
  if (component.file) {
    const attachment = show(component, 'file');
    component.name = attachment?.filename;
    component.size = attachment?.size;
  }
}
