import { z } from 'zod';
import { textDisplayForm } from './component-form.ts';
import { COMPONENT, customId, everyComponent } from './component-types.ts';
import { FILE_TYPE } from './file-types.ts';
import { LIMITS } from './limits.ts';
import { entitySelectForm, stringSelectForm } from './select-form.ts';

const textInput = z.looseObject({
  type: z.literal(COMPONENT.textInput),
  custom_id: customId,
  style: z.int().min(1).max(2),
  label: z.string().min(1).max(LIMITS.label).nullish(),
  min_length: z.int().min(0).max(LIMITS.textInput).nullish(),
  max_length: z.int().min(1).max(LIMITS.textInput).nullish(),
  required: z.boolean().nullish(),
  value: z.string().max(LIMITS.textInput).nullish(),
  placeholder: z.string().max(LIMITS.textInputPlaceholder).nullish(),
});

const fileUpload = z.looseObject({
  type: z.literal(COMPONENT.fileUpload),
  custom_id: customId,
  min_values: z.int().min(0).max(LIMITS.uploadedFiles).nullish(),
  max_values: z.int().min(1).max(LIMITS.uploadedFiles).nullish(),
  file_types: z.array(z.string().regex(FILE_TYPE)).nullish(),
  required: z.boolean().nullish(),
});

const choices = z.array(z.looseObject({ value: z.string().max(100), label: z.string().max(100) }));
const radioGroup = z.looseObject({
  type: z.literal(COMPONENT.radioGroup),
  custom_id: customId,
  options: choices.min(2).max(10),
  required: z.boolean().nullish(),
});
const checkboxGroup = z.looseObject({
  type: z.literal(COMPONENT.checkboxGroup),
  custom_id: customId,
  options: choices.min(1).max(10),
  min_values: z.int().min(0).max(10).nullish(),
  max_values: z.int().min(1).max(10).nullish(),
  required: z.boolean().nullish(),
});
const checkbox = z.looseObject({ type: z.literal(COMPONENT.checkbox), custom_id: customId });

const labelled = z.discriminatedUnion('type', [
  textInput,
  stringSelectForm,
  entitySelectForm,
  fileUpload,
  radioGroup,
  checkboxGroup,
  checkbox,
]);
const label = z.looseObject({
  type: z.literal(COMPONENT.label),
  label: z.string().min(1).max(LIMITS.label),
  description: z.string().max(LIMITS.labelDescription).nullish(),
  component: labelled,
});
/** The old way, without Label: the input carries its own. */
const oldRow = z.looseObject({
  type: z.literal(COMPONENT.actionRow),
  components: z.array(textInput.extend({ label: z.string().min(1).max(LIMITS.label) })).length(1),
});

/** A modal as a bot may open it. */
export const modalForm = z.looseObject({
  custom_id: customId,
  title: z.string().min(1).max(LIMITS.modalTitle),
  components: z
    .array(z.discriminatedUnion('type', [label, oldRow, textDisplayForm]))
    .min(1)
    .max(LIMITS.modalComponents)
    .superRefine((components, context) => {
      const ids = [...everyComponent(components)]
        .map((component) => component.custom_id)
        .filter((id) => id !== undefined);
      if (new Set(ids).size < ids.length)
        context.addIssue({
          code: 'custom',
          params: { code: 'COMPONENT_CUSTOM_ID_DUPLICATED' },
          message: 'Component custom id cannot be duplicated',
        });
    }),
});

/** A modal that keeps every rule above. */
export type ModalDefinition = z.output<typeof modalForm>;
/** Something in a modal that a person fills in. */
export type ModalField = z.output<typeof labelled>;
