import { rankingOf } from '../src/discord/answering.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { named, slashCommand } from '../src/discord/definition-parts.ts';
import { GLIMPSE } from '../src/discord/limits.ts';
import { isPrivate, pictureOption, privately, repostUpTo } from '../src/discord/option-reading.ts';
import { splitTexts } from '../src/discord/split-texts.ts';

/** `/rank texts image private`: which of a person's own texts fits an attached picture, or the newest one, best. */
export const rank: SlashCommand = {
  kind: 'slash',
  definition: slashCommand(({ commands }) => commands.rank)
    .addStringOption((option) =>
      named(option, ({ commands }) => commands.rank.options.texts)
        .setMaxLength(GLIMPSE.texts)
        .setRequired(true),
    )
    .addAttachmentOption((option) => named(option, ({ commands }) => commands.rank.options.image).setFileTypes('image'))
    .addBooleanOption((option) => named(option, ({ commands }) => commands.rank.options.private)),
  defer: privately,
  async execute(interaction, context) {
    const texts = splitTexts(interaction.options.getString('texts', true));
    const how = { private: isPrivate(interaction), repostUpTo: repostUpTo(interaction) };
    return rankingOf(await pictureOption(interaction, context), texts, context, how);
  },
};
