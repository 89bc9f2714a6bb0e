import { CAPTION_STYLES } from '../src/answer.ts';
import { captionOf } from '../src/discord/answering.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { named, slashCommand } from '../src/discord/definition-parts.ts';
import { isPrivate, OPTION, pictureOption, privately, repostUpTo } from '../src/discord/option-reading.ts';
import { EN } from '../src/discord/words/en.ts';
import { localised } from '../src/discord/words/locales.ts';

/** `/caption image style private`: an attached picture, or the newest one, in a sentence. */
export const caption: SlashCommand = {
  kind: 'slash',
  definition: slashCommand(({ commands }) => commands.caption)
    .addAttachmentOption((option) =>
      named(option, ({ commands }) => commands.caption.options.image).setFileTypes('image'),
    )
    .addStringOption((option) =>
      named(option, ({ commands }) => commands.caption.options.style).addChoices(
        CAPTION_STYLES.map((style) => ({
          name: EN.commands.caption.options.style.choices[style],
          name_localizations: localised(({ commands }) => commands.caption.options.style.choices[style]),
          value: style,
        })),
      ),
    )
    .addBooleanOption((option) => named(option, ({ commands }) => commands.caption.options.private)),
  defer: privately,
  async execute(interaction, context) {
    const chosen = interaction.options.getString(OPTION.style);
    const style = CAPTION_STYLES.find((known) => known === chosen) ?? 'short';
    const how = { private: isPrivate(interaction), repostUpTo: repostUpTo(interaction), style };
    return captionOf(await pictureOption(interaction, context), context, how);
  },
};
