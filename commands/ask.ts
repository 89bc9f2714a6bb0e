import { SlashCommandBuilder } from 'discord.js';
import { chooseOption } from '../src/discord/choose-picture.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { CONTEXTS, INSTALLS, imageOption } from '../src/discord/definition-parts.ts';
import { GLIMPSE } from '../src/discord/limits.ts';
import { renderAnswer } from '../src/discord/render-answer.ts';

/** `/ask question image`: the answer to a question about an attached picture. */
export const ask: SlashCommand = {
  kind: 'slash',
  definition: new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Ask a question about a picture')
    .setIntegrationTypes(...INSTALLS)
    .setContexts(...CONTEXTS)
    .addStringOption((option) =>
      option
        .setName('question')
        .setDescription('For example: what animal is this?')
        .setMaxLength(GLIMPSE.question)
        .setRequired(true),
    )
    .addAttachmentOption(imageOption),
  defer: 'public',
  async execute({ options }, { glimpse, load }) {
    const question = options.getString('question', true);
    const { picture, note } = chooseOption(options.getAttachment('image', true));
    return renderAnswer(await glimpse.ask(await load(picture), question), note, 'quoted');
  },
};
