import { type AnswerRecord, findAnswer } from '../answer-record.ts';
import { type Context, stateOf } from '../command.ts';
import { ToldError } from '../told-error.ts';

/**
 * The record of the answer that a button stands under. Throws a UserError (`no-picture`) where it is no longer kept,
 * for an answer that stands in another channel, and for one that only somebody else sees: a custom id proves nothing
 * about who may see what.
 */
export function recorded(customId: string, { memory, place, askerId }: Context): AnswerRecord {
  const [id = ''] = stateOf(customId);
  const record = findAnswer(id, memory);
  if (!record || record.channelId !== place.channelId || (record.private && record.askerId !== askerId)) {
    throw new ToldError('no-picture', ({ refusals }) => refusals.answerGone);
  }
  return record;
}
