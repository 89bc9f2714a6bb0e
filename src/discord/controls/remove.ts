import { type Message, PermissionFlagsBits } from 'discord.js';
import { BUTTON } from '../answer-buttons.ts';
import { type Control, stateOf } from '../command.ts';
import { ToldError } from '../told-error.ts';

/** "Delete" under an answer: for the asker, and for moderators. It deletes what is kept of the answer, too. */
export const remove: Control = {
  id: BUTTON.remove,
  answers: 'in place',
  free: true,
  async execute({ customId, memberPermissions, message }, { memory, askerId }) {
    const [id = ''] = stateOf(customId);
    const record = memory.answers.find(id);
    // Whoever asked for some other answer may not delete this one by its id.
    const ofThisMessage = record && (record.messageId ?? message.id) === message.id;
    const isModerator = memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
    if (!isModerator && askerId !== (ofThisMessage ? record.askerId : await askerOf(message))) {
      throw new ToldError('not-allowed', ({ refusals }) => refusals.deleteNotYours);
    }
    if (ofThisMessage) memory.answers.delete(id);
    return undefined;
  },
};

/** Who asked for an answer of which nothing is kept any more: whoever used the command, or wrote what it replies to. */
async function askerOf(message: Message): Promise<string | undefined> {
  if (message.interactionMetadata) return message.interactionMetadata.user.id;
  const asked = message.reference ? await message.fetchReference().catch(() => undefined) : undefined;
  return asked?.author.id;
}
