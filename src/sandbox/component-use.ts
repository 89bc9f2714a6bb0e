import type { APIMessage } from 'discord.js';
import { ClientRefusal } from './client-refusal.ts';
import { COMPONENT, everyComponent } from './component-types.ts';
import {
  type ChoosingIn,
  type Entity,
  type EntityKind,
  idOf,
  nothingResolved,
  type Resolved,
  resolvedObject,
  resolveEntity,
} from './resolved.ts';
import { channelType } from './wire-objects.ts';

/** What each menu that Discord fills offers. */
const OFFERED: Readonly<Record<number, readonly EntityKind[]>> = {
  [COMPONENT.userSelect]: ['user'],
  [COMPONENT.roleSelect]: ['role'],
  [COMPONENT.mentionableSelect]: ['user', 'role'],
  [COMPONENT.channelSelect]: ['channel'],
};

/** A menu, in a message or in a modal, as far as choosing goes. */
export interface Menu {
  readonly type?: unknown;
  readonly custom_id?: unknown;
  readonly options?: readonly { readonly value: string }[];
  readonly min_values?: number | null | undefined;
  readonly max_values?: number | null | undefined;
  readonly channel_types?: readonly number[] | null | undefined;
}

/** The data of the interaction that a button under a message makes. Throws a ClientRefusal where there is none to click. */
export function pressButton(message: APIMessage, customId: string): object {
  const button = findComponent(message, customId, (type) => type === COMPONENT.button, 'button');
  return { custom_id: customId, component_type: COMPONENT.button, id: button.id };
}

/**
 * The data of the interaction that choosing from a menu under a message makes: from the bot's own options by their values,
 * from a menu of users, roles or channels by those themselves. Throws a ClientRefusal where these cannot be chosen.
 */
export function chooseFrom(
  message: APIMessage,
  customId: string,
  chosen: readonly Entity[],
  place: ChoosingIn,
): object {
  const isMenu = (type: unknown) => type === COMPONENT.stringSelect || OFFERED[type as number] !== undefined;
  const menu = findComponent(message, customId, isMenu, 'menu');
  const resolved = nothingResolved();
  const values = chooseValues(menu, chosen, place, resolved);
  return {
    custom_id: customId,
    component_type: menu.type,
    id: menu.id,
    values,
    ...(menu.type !== COMPONENT.stringSelect && { resolved: resolvedObject(resolved, place) }),
  };
}

/** The values that choosing from a menu makes; what they name goes into `resolved`. Throws a ClientRefusal. */
export function chooseValues(menu: Menu, chosen: readonly Entity[], place: ChoosingIn, resolved: Resolved): string[] {
  const values = chosen.map(idOf);
  const offered = menu.options?.map(({ value }) => value);
  for (const value of values)
    if (offered ? !offered.includes(value) : !isOffered(menu, value, place, resolved))
      throw new ClientRefusal(`${menu.custom_id} has no such choice`);
  const [least, most] = [Number(menu.min_values ?? 1), Number(menu.max_values ?? 1)];
  if (values.length < least || values.length > most || new Set(values).size < values.length)
    throw new ClientRefusal(`${menu.custom_id} takes ${least} to ${most} choices`);
  return values;
}

function isOffered({ type, channel_types }: Menu, id: string, place: ChoosingIn, resolved: Resolved): boolean {
  if (!resolveEntity(id, OFFERED[type as number] ?? [], place, resolved)) return false;
  const channel = resolved.channels[id];
  return !channel || !channel_types?.length || channel_types.includes(channelType(channel));
}

function findComponent(
  message: APIMessage,
  customId: string,
  isKind: (type: unknown) => boolean,
  kind: string,
): Menu & { readonly id?: unknown } {
  const component = [...everyComponent(message.components)].find(
    (candidate) => candidate.custom_id === customId && isKind(candidate.type),
  );
  if (!component) throw new ClientRefusal(`the message has no ${kind} ${customId}`);
  if (component.disabled === true) throw new ClientRefusal(`${customId} is disabled`);
  return component;
}
