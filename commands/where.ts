import type { SlashCommand } from '../src/discord/command.ts';
import { named, slashCommand } from '../src/discord/definition-parts.ts';
import { whereOf } from '../src/discord/finding.ts';
import { isPrivate, pictureOption, privately, repostUpTo } from '../src/discord/option-reading.ts';
import { LONGEST_THING } from '../src/where/thing-to-find.ts';

/** `/where thing image private`: where something is in an attached picture, or in the newest one, with a heat map. */
export const where: SlashCommand = {
  kind: 'slash',
  definition: slashCommand(({ commands }) => commands.where)
    .addStringOption((option) =>
      named(option, ({ commands }) => commands.where.options.thing)
        .setMaxLength(LONGEST_THING)
        .setRequired(true),
    )
    .addAttachmentOption((option) =>
      named(option, ({ commands }) => commands.where.options.image).setFileTypes('image'),
    )
    .addBooleanOption((option) => named(option, ({ commands }) => commands.where.options.private)),
  defer: privately,
  async execute(interaction, context) {
    const thing = interaction.options.getString('thing', true);
    const how = { private: isPrivate(interaction), repostUpTo: repostUpTo(interaction) };
    return whereOf(await pictureOption(interaction, context), thing, context, how);
  },
};
