import {
  DiscordAPIError,
  type Message,
  MessageReferenceType,
  messageLink,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import { answerIn } from './answer-record.ts';
import { type Chosen, chooseOf } from './choose-picture.ts';
import type { Services } from './command.ts';
import { findPictures, hasLottieSticker } from './find-picture.ts';
import { withPreviews } from './late-previews.ts';
import { isHidden, newestPictures } from './look-around.ts';
import { wordsOf } from './read-mention.ts';
import { recallPictures } from './recall-pictures.ts';
import { ToldError } from './told-error.ts';
import type { Words } from './words/en.ts';

/** How far a chain of replies is followed up to a picture. */
const REPLIES_FOLLOWED = 5;

/**
 * The pictures that a message to the bot means: its own; else those of what it replies to, or of what that replied to;
 * of no reply its stickers, else the newest in the channel, else its emoji; of an emoji alone, that. Throws a UserError
 * (`no-picture`) where there is none, with a way that works.
 */
export async function picturesMeant(
  message: Message,
  { memory, readsMessages }: Pick<Services, 'memory' | 'readsMessages'>,
): Promise<Chosen> {
  const otherwise = ({ refusals }: Words) => refusals.noPictureInMessage;
  if (findPictures(message, 'shown').length > 0) return chooseOf(message, otherwise, { sought: 'shown' });
  if (isReply(message)) return picturesRepliedTo(message, { memory, readsMessages });
  const { channel, channelId, guildId } = message;
  // Before anything is waited for: a member may be forgotten meanwhile.
  const askerReadsHistory = readsHistory(message);
  const previewed = await withPreviews(message);
  if (previewed) return chooseOf(previewed, otherwise, { sought: 'shown' });
  const newest = () =>
    newestPictures({
      channel,
      channelId,
      guildId: guildId ?? undefined,
      askerReadsHistory,
      botReadsMessages: readsMessages,
    });
  const decoration = findPictures(message).length > 0 || hasLottieSticker(message);
  if (!decoration) return newest();
  // An emoji beside words is seldom what they are about; a sticker is.
  if (message.stickers.size > 0 || wordsOf(message.content) === '') return chooseOf(message, otherwise);
  return newest().catch((error: unknown) => {
    if (error instanceof ToldError) return chooseOf(message, otherwise);
    throw error;
  });
}

/** Whether a message replies to another, and not merely forwards it. */
export function isReply({ reference }: Message): boolean {
  return reference?.messageId !== undefined && reference.type === MessageReferenceType.Default;
}

async function picturesRepliedTo(
  message: Message,
  { memory, readsMessages }: Pick<Services, 'memory' | 'readsMessages'>,
): Promise<Chosen> {
  const sees = readsMessages || message.channel.isDMBased();
  let first: Message | undefined;
  let reply = message;
  for (let followed = 0; followed < REPLIES_FOLLOWED && isReply(reply); followed += 1) {
    const record = answerIn(reply.reference?.messageId ?? '', memory);
    if (record) return recallPictures(record, message.channelId, message.client);
    const replied = await fetchReplied(reply);
    if (replied === undefined) {
      if (first === undefined) throw new ToldError('no-picture', ({ refusals }) => refusals.messageGone);
      break;
    }
    first ??= replied;
    if (findPictures(replied, 'shown').length > 0) {
      const link = messageLink(replied.channelId, replied.id, replied.guildId ?? '@me');
      return chooseOf(replied, nothingIn(first, sees), { sought: 'shown', ...(replied !== first && { link }) });
    }
    reply = replied;
  }
  if (first === undefined) throw new ToldError('no-picture', ({ refusals }) => refusals.messageGone);
  return chooseOf(first, nothingIn(first, sees));
}

/** Why there is no picture in a message that somebody replied to. */
function nothingIn(message: Message, sees: boolean): (words: Words) => string {
  if (message.author.id === message.client.user.id) return ({ refusals }) => refusals.pictureGone;
  const isSeen = sees || !isHidden(message);
  return ({ refusals }) => (isSeen ? refusals.noPictureInMessage : refusals.cantSeeReplied);
}

/** The message that a reply is to; undefined where it was deleted. Throws a UserError where the bot may not look. */
async function fetchReplied(reply: Message): Promise<Message | undefined> {
  try {
    return await reply.fetchReference();
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.code === RESTJSONErrorCodes.UnknownMessage) return undefined;
    throw new ToldError('no-picture', ({ refusals }) => refusals.cantReadChannel);
  }
}

/** Whether whoever wrote a message may read what was written before it. */
function readsHistory({ channel, member }: Message): boolean {
  if (channel.isDMBased()) return true;
  return member !== null && channel.permissionsFor(member).has(PermissionFlagsBits.ReadMessageHistory);
}
