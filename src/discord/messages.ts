import { type Message, RESTJSONErrorCodes } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { REFILL_MS } from './admission.ts';
import { chooseFirst } from './choose-picture.ts';
import type { ReplyPayload } from './command.ts';
import { explainFailure } from './failure.ts';
import { type FoundPicture, findPictures } from './find-picture.ts';
import type { Desk } from './interactions.ts';
import { readMention } from './read-mention.ts';
import { renderAnswer } from './render-answer.ts';

/**
 * The listener for messages: answers "@Glimpse what animal is this?" with an attached picture. Nothing here can be
 * seen by the asker alone, so what goes wrong is said in a short reply.
 */
export function createMessageHandler({ services, admission, log }: Desk): (message: Message) => Promise<void> {
  /** People who were told to wait a moment ago. To tell them again at each message would flood the channel. */
  const told = new LRUCache<string, true>({ max: 10_000, ttl: REFILL_MS });

  return async (message) => {
    if (message.author.bot || message.webhookId || message.system) return;
    const botId = message.client.user.id;
    const pictures = findPictures(message);
    const question = readMention(
      {
        content: message.content,
        direct: message.channel.isDMBased(),
        pinged: message.mentions.users.has(botId),
        hasPicture: pictures.length > 0,
      },
      botId,
    );
    if (question === undefined) return;

    const facts = { request: 'mention', message: message.id, user: message.author.id };
    let leave: () => void;
    try {
      leave = admission.enter(message.author.id);
    } catch (error) {
      const sentence = explainFailure(error, facts, log);
      if (told.has(message.author.id)) return;
      told.set(message.author.id, true);
      return reply(message, { content: sentence });
    }
    const payload = await answer(message, question, pictures)
      .catch((error: unknown) => ({ content: explainFailure(error, facts, log) }))
      .finally(leave);
    await reply(message, payload);
  };

  async function answer(message: Message, question: string, pictures: readonly FoundPicture[]): Promise<ReplyPayload> {
    const { picture, note } = chooseFirst(pictures, NO_PICTURE);
    await type(message);
    return renderAnswer(await services.glimpse.ask(await services.load(picture), question), note, 'above');
  }

  async function reply(message: Message, payload: ReplyPayload): Promise<void> {
    try {
      await message.reply(payload);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (
        code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory &&
        message.channel.isSendable()
      ) {
        await message.channel.send(payload);
      } else if (code === RESTJSONErrorCodes.MissingPermissions || code === RESTJSONErrorCodes.MissingAccess) {
        log.warn({ channel: message.channelId }, 'may not write in this channel');
      } else throw error;
    }
  }
}

const NO_PICTURE =
  'I see no picture in your message. Attach one and mention me, use /ask, or, for a picture that is already there, ' +
  'open the menu of its message: Apps > Ask about this picture.';

/** Shows "Glimpse is typing ..."; an answer without it is better than none. */
async function type(message: Message): Promise<void> {
  if (message.channel.isSendable()) await message.channel.sendTyping().catch(() => undefined);
}
