import { BUTTON, thingIn } from '../answer-buttons.ts';
import type { Control } from '../command.ts';
import { whereBelow } from '../finding.ts';
import { recallPictures } from '../recall-pictures.ts';
import { ToldError } from '../told-error.ts';
import { recorded } from './recorded.ts';

/** "Where?" under an answer about a thing: where it is in the picture, to whoever asks. */
export const where: Control = {
  id: BUTTON.where,
  answers: 'with a reply',
  defer: 'ephemeral',
  async execute({ customId, client, message }, context) {
    const record = recorded(customId, context);
    const thing = thingIn(record);
    if (thing === undefined) throw new ToldError('no-picture', ({ refusals }) => refusals.answerGone);
    const chosen = await recallPictures(record, context.place.channelId, client, { reply: message });
    return whereBelow(chosen, thing, context);
  },
};
