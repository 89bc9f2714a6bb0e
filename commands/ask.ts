import { answerAbout } from '../src/discord/answering.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { named, slashCommand } from '../src/discord/definition-parts.ts';
import { GLIMPSE } from '../src/discord/limits.ts';
import { isPrivate, pictureOption, privately, repostUpTo } from '../src/discord/option-reading.ts';
import { splitTexts } from '../src/discord/split-texts.ts';
import { suggestQuestions } from '../src/discord/suggest-questions.ts';

/** `/ask question image choices private`: the answer to a question about an attached picture, or the newest one. */
export const ask: SlashCommand = {
  kind: 'slash',
  definition: slashCommand(({ commands }) => commands.ask)
    .addStringOption((option) =>
      named(option, ({ commands }) => commands.ask.options.question)
        .setMaxLength(GLIMPSE.question)
        .setAutocomplete(true)
        .setRequired(true),
    )
    .addAttachmentOption((option) => named(option, ({ commands }) => commands.ask.options.image).setFileTypes('image'))
    .addStringOption((option) =>
      named(option, ({ commands }) => commands.ask.options.choices).setMaxLength(GLIMPSE.texts),
    )
    .addBooleanOption((option) => named(option, ({ commands }) => commands.ask.options.private)),
  defer: privately,
  async execute(interaction, context) {
    const question = interaction.options.getString('question', true);
    const choices = interaction.options.getString('choices');
    return answerAbout(await pictureOption(interaction, context), question, context, {
      choices: choices === null ? undefined : splitTexts(choices),
      private: isPrivate(interaction),
      question: 'quoted',
      repostUpTo: repostUpTo(interaction),
    });
  },
  suggest: ({ options, user }, { memory }) => suggestQuestions(options.getFocused(), user.id, memory),
};
