import { SlashCommandBuilder } from 'discord.js';
import { chooseOption } from '../src/discord/choose-picture.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { CONTEXTS, INSTALLS, imageOption } from '../src/discord/definition-parts.ts';
import { renderCaption } from '../src/discord/render-caption.ts';

/** `/caption image`: an attached picture in a sentence. */
export const caption: SlashCommand = {
  kind: 'slash',
  definition: new SlashCommandBuilder()
    .setName('caption')
    .setDescription('Describe a picture in a sentence')
    .setIntegrationTypes(...INSTALLS)
    .setContexts(...CONTEXTS)
    .addAttachmentOption(imageOption),
  defer: 'public',
  async execute({ options }, { glimpse, load }) {
    const { picture, note } = chooseOption(options.getAttachment('image', true));
    return renderCaption(await glimpse.caption(await load(picture)), note);
  },
};
