import { SlashCommandBuilder } from 'discord.js';
import { chooseOption } from '../src/discord/choose-picture.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { CONTEXTS, INSTALLS, imageOption } from '../src/discord/definition-parts.ts';
import { GLIMPSE } from '../src/discord/limits.ts';
import { renderRanking } from '../src/discord/render-ranking.ts';
import { splitTexts } from '../src/discord/split-texts.ts';

/** `/rank image texts`: which of a person's own texts fits an attached picture best. */
export const rank: SlashCommand = {
  kind: 'slash',
  definition: new SlashCommandBuilder()
    .setName('rank')
    .setDescription('Rank your own texts by how well they fit a picture')
    .setIntegrationTypes(...INSTALLS)
    .setContexts(...CONTEXTS)
    .addAttachmentOption(imageOption)
    .addStringOption((option) =>
      option
        .setName('texts')
        .setDescription(`2 to ${GLIMPSE.textsCount} texts with commas between them: a cat, a dog, a fox`)
        .setMaxLength(GLIMPSE.texts)
        .setRequired(true),
    ),
  defer: 'public',
  async execute({ options }, { glimpse, load }) {
    const texts = splitTexts(options.getString('texts', true));
    const { picture, note } = chooseOption(options.getAttachment('image', true));
    return renderRanking(await glimpse.rank(await load(picture), texts), note);
  },
};
