import type { APIMessage } from 'discord.js';
import { ClientRefusal } from './client-refusal.ts';
import { COMPONENT, everyComponent } from './component-form.ts';

/**
 * The data of the interaction that a button or a menu under a message makes; `values` are what was chosen from a menu.
 * Throws a ClientRefusal where the message has no such component, or not these choices.
 */
export function useComponent(message: APIMessage, customId: string, values?: readonly string[]): object {
  const type = values === undefined ? COMPONENT.button : COMPONENT.stringSelect;
  const component = [...everyComponent(message.components)].find(
    (candidate) => candidate.custom_id === customId && candidate.type === type,
  );
  if (!component) throw new ClientRefusal(`the message has no ${values ? 'menu' : 'button'} ${customId}`);
  if (component.disabled === true) throw new ClientRefusal(`${customId} is disabled`);
  const data = { custom_id: customId, component_type: type, id: component.id };
  if (values === undefined) return data;
  const offered = (component.options as readonly { readonly value: string }[]).map(({ value }) => value);
  if (values.some((value) => !offered.includes(value))) throw new ClientRefusal(`${customId} has no such choice`);
  const [least, most] = [Number(component.min_values ?? 1), Number(component.max_values ?? 1)];
  if (values.length < least || values.length > most)
    throw new ClientRefusal(`${customId} takes ${least} to ${most} choices`);
  return { ...data, values };
}
