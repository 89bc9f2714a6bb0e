import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** Discord's numbers for its components (components/reference, "Component Types"). */
export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

/** The id by which a bot knows a component again. */
export const customId = z.string().min(1).max(LIMITS.customId);

/** The number that a component has within its message; Discord gives it where the bot does not. */
export const componentId = z.int().min(0).nullish();

/** Every component in a tree, in reading order, however deep. */
export function* everyComponent(components: unknown): Generator<Record<string, unknown>> {
  if (!Array.isArray(components)) return;
  for (const component of components as Record<string, unknown>[]) {
    yield component;
    yield* everyComponent(component.components);
    yield* everyComponent([component.accessory, component.component].filter((inner) => inner !== undefined));
  }
}
