import type { Upload } from './attachments.ts';
import { ClientRefusal } from './client-refusal.ts';
import { COMPONENT } from './component-types.ts';
import { chooseValues, type Menu } from './component-use.ts';
import { fitsFileTypes } from './file-types.ts';
import { LIMITS } from './limits.ts';
import type { ModalDefinition, ModalField } from './modal-form.ts';
import { type Entity, type Filling, nothingResolved, type Resolved, resolvedObject } from './resolved.ts';

/** What a person puts into one field of a modal: text, chosen values, a tick, or files. */
export type ModalValue = string | boolean | readonly Entity[] | readonly Upload[];

/** A filled modal as it travels in an interaction. */
export interface FilledModal {
  readonly components: object[];
  readonly resolved: object;
}

/**
 * Fills in a modal as Discord's client does; a text field that is not given keeps the text that the bot put there.
 * Throws a ClientRefusal for whatever that client would not let a person send.
 */
export function fillModal(
  modal: ModalDefinition,
  given: Readonly<Record<string, ModalValue>>,
  filling: Filling,
): FilledModal {
  const resolved = nothingResolved();
  const used = new Set<string>();
  let number = 0;
  const nextNumber = () => {
    number += 1;
    return number;
  };
  const fill = (field: ModalField) => {
    used.add(field.custom_id);
    return {
      type: field.type,
      id: nextNumber(),
      custom_id: field.custom_id,
      ...fieldValue(field, given[field.custom_id], resolved, filling),
    };
  };
  const components = modal.components.map((component): object => {
    const id = nextNumber();
    if (component.type === COMPONENT.textDisplay) return { type: component.type, id };
    if (component.type === COMPONENT.label) return { type: component.type, id, component: fill(component.component) };
    return { type: component.type, id, components: component.components.map(fill) };
  });
  const unknown = Object.keys(given).find((customId) => !used.has(customId));
  if (unknown !== undefined) throw new ClientRefusal(`the modal "${modal.title}" has no field ${unknown}`);
  return { components, resolved: resolvedObject(resolved, filling.place) };
}

function fieldValue(
  field: ModalField,
  given: ModalValue | undefined,
  resolved: Resolved,
  { place, upload }: Filling,
): object {
  const wrong = (wanted: string) => new ClientRefusal(`the field ${field.custom_id} must be ${wanted}`);
  const required = !('required' in field) || field.required !== false;
  switch (field.type) {
    case COMPONENT.textInput: {
      const value = given ?? field.value ?? '';
      if (typeof value !== 'string') throw wrong('text');
      if (value === '' && !required) return { value };
      const [least, most] = [Math.max(field.min_length ?? 0, required ? 1 : 0), field.max_length ?? LIMITS.textInput];
      if (value.length < least || value.length > most) throw wrong(`${least} to ${most} characters long`);
      return { value };
    }
    case COMPONENT.checkbox:
      if (given !== undefined && typeof given !== 'boolean') throw wrong('true or false');
      return { value: given ?? false };
    case COMPONENT.radioGroup: {
      if (given === undefined && !required) return { value: null };
      if (typeof given !== 'string' || !field.options.some(({ value }) => value === given))
        throw wrong('one of its choices');
      return { value: given };
    }
    case COMPONENT.fileUpload: {
      const files = (given ?? []) as readonly Upload[];
      const [least, most] = [field.min_values ?? (required ? 1 : 0), field.max_values ?? 1];
      if (!Array.isArray(given ?? []) || files.length < least || files.length > most)
        throw wrong(`${least} to ${most} files`);
      if (!files.every(({ name }) => fitsFileTypes(name, field.file_types))) throw wrong('files of its types');
      const attachments = files.map(upload);
      for (const attachment of attachments) resolved.attachments[attachment.id] = attachment;
      return { values: attachments.map(({ id }) => id) };
    }
    default: {
      const chosen = (given ?? []) as readonly Entity[];
      if (!Array.isArray(chosen)) throw wrong('a list of choices');
      // A menu that nothing need be chosen from is left alone, whatever its least is.
      if (chosen.length === 0 && !required) return { values: [] };
      const menu = field as Menu;
      const least = menu.min_values ?? (required ? 1 : 0);
      return { values: chooseValues({ ...menu, min_values: least }, chosen, place, resolved) };
    }
  }
}
