import { ApplicationCommandType, ContextMenuCommandBuilder, messageLink } from 'discord.js';
import { chooseFirst, NO_PICTURE_IN_MESSAGE } from '../src/discord/choose-picture.ts';
import type { MenuCommand } from '../src/discord/command.ts';
import { CONTEXTS, INSTALLS } from '../src/discord/definition-parts.ts';
import { findPictures } from '../src/discord/find-picture.ts';
import { renderCaption } from '../src/discord/render-caption.ts';

/** A message's menu > Apps > "Caption this picture": its first picture in a sentence. */
export const captionThisPicture: MenuCommand = {
  kind: 'menu',
  definition: new ContextMenuCommandBuilder()
    .setName('Caption this picture')
    .setType(ApplicationCommandType.Message)
    .setIntegrationTypes(...INSTALLS)
    .setContexts(...CONTEXTS),
  defer: 'public',
  async execute({ targetMessage, guildId }, { glimpse, load }) {
    const link = messageLink(targetMessage.channelId, targetMessage.id, guildId ?? '@me');
    const { picture, note } = chooseFirst(findPictures(targetMessage), NO_PICTURE_IN_MESSAGE, link);
    return renderCaption(await glimpse.caption(await load(picture)), note);
  },
};
