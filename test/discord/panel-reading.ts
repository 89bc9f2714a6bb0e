import type { APIMessage } from 'discord.js';
import { everyComponent } from '../../src/sandbox/component-types.ts';
import type { Shown } from '../../src/sandbox/person-acts.ts';

/** The message of components that the bot answered with. Throws where it answered otherwise. */
export function panelOf({ message }: Shown): APIMessage {
  if (!message?.components?.length) throw new Error(`the bot showed no panel, but: ${message?.content}`);
  return message;
}

/** All words of a panel, as they are read. */
export function wordsOf(message: APIMessage): string {
  return [...everyComponent(message.components)].flatMap(({ content }) => content ?? []).join('\n');
}

/** The buttons of a panel, by what they say. */
export function buttonsOf(message: APIMessage): Record<string, { customId: string; disabled: boolean }> {
  const buttons = [...everyComponent(message.components)].filter(({ type }) => type === 2);
  return Object.fromEntries(
    buttons.map(({ label, custom_id, disabled }) => [label, { customId: custom_id, disabled: disabled === true }]),
  );
}

/** The id of the button that says this. */
export function buttonOf(message: APIMessage, label: string): string {
  const found = buttonsOf(message)[label];
  if (!found) throw new Error(`no button says ${label}, but: ${Object.keys(buttonsOf(message)).join(', ')}`);
  return found.customId;
}

/** What is chosen in a menu of a panel: values, or the ids of roles or channels. */
export function chosenIn(message: APIMessage, customId: string): string[] {
  const menu = [...everyComponent(message.components)].find(({ custom_id }) => custom_id === customId);
  if (!menu) throw new Error(`there is no menu ${customId}`);
  const options = (menu.options ?? []) as { readonly value: string; readonly default?: boolean }[];
  const defaults = (menu.default_values ?? []) as { readonly id: string }[];
  return [...options.filter((option) => option.default).map(({ value }) => value), ...defaults.map(({ id }) => id)];
}
