import { messageLink } from 'discord.js';
import { answerAbout } from '../src/discord/answering.ts';
import { ALL_PICTURES, questionModal } from '../src/discord/ask-modal.ts';
import { type Chosen, chooseOf } from '../src/discord/choose-picture.ts';
import { type ModalMenuCommand, type Place, stateOf } from '../src/discord/command.ts';
import { messageMenu } from '../src/discord/definition-parts.ts';
import { type FoundPicture, findPictures } from '../src/discord/find-picture.ts';
import { GLIMPSE } from '../src/discord/limits.ts';
import { rereadPictures } from '../src/discord/recall-pictures.ts';
import { ToldError } from '../src/discord/told-error.ts';
import { isHidden } from './caption-this-picture.ts';

const MODAL = 'ask-about';
/** The last part of the custom id for a message that only the asker sees. */
const HIDDEN = 'hidden';

/** A message's menu > Apps > "Ask about this picture": opens a modal for the question about its pictures. */
export const askAboutThisPicture: ModalMenuCommand = {
  kind: 'modal menu',
  definition: messageMenu(({ menus }) => menus.ask),
  id: MODAL,
  modal({ targetMessage }, { menuPictures, words }) {
    chooseOf(targetMessage, ({ refusals }) => refusals.noPictureInMessage);
    const pictures = findPictures(targetMessage);
    const hidden = isHidden(targetMessage) ? `:${HIDDEN}` : '';
    const customId = `${MODAL}:${targetMessage.channelId}:${targetMessage.id}${hidden}`;
    menuPictures.remember(customId, pictures);
    return questionModal(customId, words, { pictures });
  },
  deferSubmit: ({ customId }) => (stateOf(customId)[2] === HIDDEN ? 'ephemeral' : 'public'),
  async submit({ customId, fields, client }, context) {
    const [channelId = '', id = '', hidden] = stateOf(customId);
    if (channelId !== context.place.channelId) throw gone();
    const which = fields.fields.has('which') ? fields.getStringSelectValues('which')[0] : undefined;
    const index = which === undefined || which === ALL_PICTURES ? undefined : Number(which);
    const remembered = context.menuPictures.recall(customId);
    const question = fields.getTextInputValue('question');
    if (hidden === HIDDEN) {
      // What only the asker sees can't be fetched again.
      const chosen = pick(remembered ?? [], index);
      return answerAbout(chosen, question, context, { private: true, question: 'quoted' });
    }
    const chosen = remembered
      ? { ...pick(remembered, index), message: { channelId, id } }
      : await rereadPictures({ channelId, id }, client, index);
    const link = linkTo(id, context.place);
    return answerAbout({ ...chosen, link }, question, context, { private: false, question: 'quoted' });
  },
};

/** The picture with this number, or the first four. Throws a UserError (`no-picture`) where there is none. */
function pick(pictures: readonly FoundPicture[], index: number | undefined): Chosen {
  const [from, to] = index === undefined ? [0, GLIMPSE.picturesCount] : [index, index + 1];
  const picked = pictures.slice(from, to);
  if (picked.length === 0) throw gone();
  return { pictures: picked, of: pictures.length };
}

const linkTo = (messageId: string, { channelId, guildId }: Place): string =>
  messageLink(channelId, messageId, guildId ?? '@me');

const gone = () => new ToldError('no-picture', ({ refusals }) => refusals.pictureGone);
