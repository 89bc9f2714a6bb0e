import {
  ApplicationCommandType,
  ContextMenuCommandBuilder,
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  messageLink,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { chooseFirst, NO_PICTURE_IN_MESSAGE } from '../src/discord/choose-picture.ts';
import type { ModalMenuCommand } from '../src/discord/command.ts';
import { CONTEXTS, INSTALLS } from '../src/discord/definition-parts.ts';
import { type FoundPicture, findPictures } from '../src/discord/find-picture.ts';
import { GLIMPSE } from '../src/discord/limits.ts';
import { renderAnswer } from '../src/discord/render-answer.ts';

const MODAL = 'ask-about';

/** A message's menu > Apps > "Ask about this picture": opens a modal for the question about its first picture. */
export const askAboutThisPicture: ModalMenuCommand = {
  kind: 'menu',
  definition: new ContextMenuCommandBuilder()
    .setName('Ask about this picture')
    .setType(ApplicationCommandType.Message)
    .setIntegrationTypes(...INSTALLS)
    .setContexts(...CONTEXTS),
  defer: 'modal',
  modalId: MODAL,
  deferSubmit: 'public',
  modal({ targetMessage }, { menuPictures }) {
    const pictures = findPictures(targetMessage);
    chooseFirst(pictures, NO_PICTURE_IN_MESSAGE);
    const customId = `${MODAL}:${targetMessage.channelId}:${targetMessage.id}`;
    menuPictures.remember(customId, pictures);
    const question = new TextInputBuilder()
      .setCustomId('question')
      .setStyle(TextInputStyle.Short)
      .setPlaceholder('What animal is this?')
      .setMaxLength(GLIMPSE.question);
    return new ModalBuilder()
      .setCustomId(customId)
      .setTitle('Ask about this picture')
      .addLabelComponents(new LabelBuilder().setLabel('Your question').setTextInputComponent(question));
  },
  async execute(interaction, { glimpse, load, menuPictures }) {
    const question = interaction.fields.getTextInputValue('question');
    const [, channelId = '', messageId = ''] = interaction.customId.split(':');
    const { picture, note } = chooseFirst(
      menuPictures.recall(interaction.customId) ?? (await findAgain(interaction, channelId, messageId)),
      'I no longer have that picture at hand. Please open the menu of its message and ask again.',
      messageLink(channelId, messageId, interaction.guildId ?? '@me'),
    );
    return renderAnswer(await glimpse.ask(await load(picture), question), note, 'quoted');
  },
};

/**
 * The pictures of a message whose menu was used before a restart. Only of the channel that the modal was sent from,
 * so that nobody is shown what they could not see.
 */
async function findAgain(
  { channelId, client }: ModalSubmitInteraction,
  of: string,
  messageId: string,
): Promise<readonly FoundPicture[]> {
  if (channelId !== of) return [];
  try {
    const channel = await client.channels.fetch(of);
    return channel?.isTextBased() ? findPictures(await channel.messages.fetch(messageId)) : [];
  } catch {
    return [];
  }
}
