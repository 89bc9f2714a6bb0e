import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import { oneLine } from './escape.ts';
import type { FoundPicture } from './find-picture.ts';
import { DISCORD, GLIMPSE } from './limits.ts';
import { withoutMark } from './reply-parts.ts';
import type { Words } from './words/en.ts';

/** The value of the choice "all pictures". */
export const ALL_PICTURES = 'all';

/**
 * A modal for a question: `fields.getTextInputValue('question')`. `question` is what it shows at first. Of several
 * `pictures` one, or all, can be chosen: `fields.getStringSelectValues('which')`.
 */
export function questionModal(
  customId: string,
  { asking }: Words,
  { question = '', pictures = [] }: { readonly question?: string; readonly pictures?: readonly FoundPicture[] } = {},
): ModalBuilder {
  const input = new TextInputBuilder()
    .setCustomId('question')
    .setStyle(TextInputStyle.Short)
    .setPlaceholder(asking.example)
    .setMaxLength(GLIMPSE.question);
  if (question !== '') input.setValue(oneLine(question, GLIMPSE.question));
  const modal = new ModalBuilder()
    .setCustomId(customId)
    .setTitle(asking.title)
    .addLabelComponents(new LabelBuilder().setLabel(asking.question).setTextInputComponent(input));
  if (pictures.length < 2) return modal;
  const offered = pictures.slice(0, DISCORD.selectOptionsCount - 1);
  const which = new StringSelectMenuBuilder().setCustomId('which').addOptions([
    { label: all(pictures.length, asking), value: ALL_PICTURES, default: true },
    ...offered.map(({ name, index }) => ({
      label: oneLine(`${index + 1}. ${withoutMark(name)}`, DISCORD.selectOption),
      value: String(index),
    })),
  ]);
  return modal.addLabelComponents(new LabelBuilder().setLabel(asking.which).setStringSelectMenuComponent(which));
}

const all = (count: number, asking: Words['asking']) =>
  count > GLIMPSE.picturesCount ? asking.first(GLIMPSE.picturesCount, count) : asking.all(count);
