import { type Message, MessageFlags } from 'discord.js';
import { BUTTON } from '../answer-buttons.ts';
import { answerAbout } from '../answering.ts';
import { questionModal } from '../ask-modal.ts';
import type { Control } from '../command.ts';
import { recallPictures } from '../recall-pictures.ts';
import { recorded } from './recorded.ts';

/** "Ask again" under an answer: another question about the same pictures, without a new upload. */
export const askAgain: Control = {
  id: BUTTON.again,
  answers: 'with a modal',
  modal({ customId }, context) {
    const { question } = recorded(customId, context);
    return questionModal(customId, context.words, { question });
  },
  deferSubmit: ({ message }) => (isHidden(message) ? 'ephemeral' : 'public'),
  async submit({ customId, fields, client, message }, context) {
    const record = recorded(customId, context);
    const reply = message ?? undefined;
    const chosen = await recallPictures(record, context.place.channelId, client, { reply });
    const question = fields.getTextInputValue('question');
    return answerAbout(chosen, question, context, { private: isHidden(message), question: 'quoted' });
  },
};

/** Under an answer that only its asker sees, further ones are for the asker alone, too. */
const isHidden = (message: Message | null): boolean => message?.flags.has(MessageFlags.Ephemeral) ?? false;
