import { matchOf } from '../src/discord/answering.ts';
import { chooseOptions } from '../src/discord/choose-picture.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { named, slashCommand } from '../src/discord/definition-parts.ts';
import { GLIMPSE } from '../src/discord/limits.ts';
import { isPrivate, privately, repostUpTo } from '../src/discord/option-reading.ts';

const NUMBERS = Array.from({ length: GLIMPSE.matchedCount }, (_, at) => at + 1);
const optionName = (number: number) => `picture${number}`;

/** `/match text picture1 ... picture10 private`: which of a person's pictures fits a text best. */
export const match: SlashCommand = {
  kind: 'slash',
  definition: NUMBERS.reduce(
    (definition, number) =>
      definition.addAttachmentOption((option) =>
        named(option, ({ commands }) => commands.match.options.picture(number))
          .setName(optionName(number))
          .setFileTypes('image')
          .setRequired(number <= 2),
      ),
    slashCommand(({ commands }) => commands.match).addStringOption((option) =>
      named(option, ({ commands }) => commands.match.options.text)
        .setMaxLength(GLIMPSE.question)
        .setRequired(true),
    ),
  ).addBooleanOption((option) => named(option, ({ commands }) => commands.match.options.private)),
  defer: privately,
  async execute(interaction, context) {
    const { options } = interaction;
    const text = options.getString('text', true);
    const pictures = NUMBERS.flatMap((number) => options.getAttachment(optionName(number)) ?? []);
    const how = { private: isPrivate(interaction), repostUpTo: repostUpTo(interaction) };
    return matchOf(chooseOptions(pictures), text, context, how);
  },
};
