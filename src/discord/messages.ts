import { type Message, RESTJSONErrorCodes } from 'discord.js';
import { chooseFirst } from './choose-picture.ts';
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
    const payload = await answer(message, question, pictures).catch((error: unknown) => ({
      content: explainFailure(error, facts, log),
    }));
    try {
      await message.reply(payload);
    } catch (error) {
      if (!isForbidden(error)) throw error;
      log.warn({ channel: message.channelId }, 'may not write in this channel');
    }
  };

  async function answer(message: Message, question: string, pictures: readonly FoundPicture[]) {
    const leave = admission.enter(message.author.id);
    try {
      const { picture, note } = chooseFirst(pictures, NO_PICTURE);
      await type(message);
      return renderAnswer(await services.glimpse.ask(await services.load(picture), question), note, 'above');
    } finally {
      leave();
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

function isForbidden(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === RESTJSONErrorCodes.MissingPermissions || code === RESTJSONErrorCodes.MissingAccess;
}
