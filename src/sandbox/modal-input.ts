import type { APIAttachment } from 'discord.js';
import type { Upload } from './attachments.ts';
import { ClientRefusal } from './client-refusal.ts';
import { COMPONENT } from './component-form.ts';
import { LIMITS } from './limits.ts';
import type { ModalDefinition, ModalField } from './modal-form.ts';

/** What a person puts into one field of a modal: text, chosen values, a tick, or files. */
export type ModalValue = string | boolean | readonly string[] | readonly Upload[];

/** A filled modal as it travels in an interaction. */
export interface FilledModal {
  readonly components: object[];
  readonly resolved: { readonly attachments: Record<string, APIAttachment> };
}

/**
 * Fills in a modal as Discord's client does; a text field that is not given keeps the text that the bot put there.
 * Throws a ClientRefusal for whatever that client would not let a person send.
 */
export function fillModal(
  modal: ModalDefinition,
  given: Readonly<Record<string, ModalValue>>,
  upload: (file: Upload) => APIAttachment,
): FilledModal {
  const resolved: FilledModal['resolved'] = { attachments: {} };
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
      ...fieldValue(field, given[field.custom_id], resolved, upload),
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
  return { components, resolved };
}

function fieldValue(
  field: ModalField,
  given: ModalValue | undefined,
  resolved: FilledModal['resolved'],
  upload: (file: Upload) => APIAttachment,
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
      const attachments = files.map(upload);
      for (const attachment of attachments) resolved.attachments[attachment.id] = attachment;
      return { values: attachments.map(({ id }) => id) };
    }
    default: {
      const values = (given ?? []) as readonly string[];
      const [least, most] = [Number(field.min_values ?? (required ? 1 : 0)), Number(field.max_values ?? 1)];
      const choices =
        field.type === COMPONENT.stringSelect || field.type === COMPONENT.checkboxGroup
          ? field.options.map(({ value }) => value)
          : undefined;
      if (!Array.isArray(given ?? []) || values.length < least || values.length > most)
        throw wrong(`${least} to ${most} choices`);
      if (choices && values.some((value) => !choices.includes(value))) throw wrong('among its choices');
      return { values };
    }
  }
}
