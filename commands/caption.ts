import { captionOf } from '../src/discord/answering.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { named, slashCommand } from '../src/discord/definition-parts.ts';
import { isPrivate, pictureOption, privately, repostUpTo } from '../src/discord/option-reading.ts';

/** `/caption image private`: an attached picture, or the newest one, in a sentence. */
export const caption: SlashCommand = {
  kind: 'slash',
  definition: slashCommand(({ commands }) => commands.caption)
    .addAttachmentOption((option) =>
      named(option, ({ commands }) => commands.caption.options.image).setFileTypes('image'),
    )
    .addBooleanOption((option) => named(option, ({ commands }) => commands.caption.options.private)),
  defer: privately,
  async execute(interaction, context) {
    const how = { private: isPrivate(interaction), repostUpTo: repostUpTo(interaction) };
    return captionOf(await pictureOption(interaction, context), context, how);
  },
};
