import type { Message } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { LimitError } from './admission.ts';
import { answerAbout } from './answering.ts';
import { createUnaskedCaptions } from './caption-unasked.ts';
import type { Context, ReplyPayload } from './command.ts';
import { type Applicant, admit, type Desk, isSilenced, serve } from './desk.ts';
import { explainFailure } from './failure.ts';
import { findPictures } from './find-picture.ts';
import { mayAttach } from './missing-permissions.ts';
import { isReply, picturesMeant } from './pictures-meant.ts';
import { readMention } from './read-mention.ts';
import { replyToMessage } from './surface.ts';
import { ToldError } from './told-error.ts';
import type { Words } from './words/en.ts';
import { wordsFor } from './words/locales.ts';

/** What is told once is not told again for so long, in milliseconds: at each message it would flood the channel. */
const TOLD_FOR_MS = { limit: 60_000, rule: 60 * 60_000 } as const;
/** Notices that are remembered. */
const NOTICES = 10_000;

/**
 * The listener for messages: answers "@Glimpse what animal is this?", with a picture, as a reply to one, or about the
 * newest; answers a question that replies to an answer; and captions pictures in the channels that a server chose.
 */
export function createMessageHandler(desk: Desk): (message: Message) => Promise<void> {
  const { services, log } = desk;
  const captionUnasked = createUnaskedCaptions(desk);
  const told = new LRUCache<string, true>({ max: NOTICES });

  return async (message) => {
    if (message.author.bot || message.webhookId || message.system) return;
    const { mentions, content, client } = message;
    const botId = client.user.id;
    const applicant = applicantOf(message);
    const pinged = mentions.users.has(botId);
    const repliesToBot = mentions.repliedUser?.id === botId;
    const direct = message.channel.isDMBased();
    const hasPicture = findPictures(message, 'shown').length > 0;
    const question = readMention({ content, direct, pinged, repliesToBot, hasPicture }, botId);
    if (question !== undefined) return answer(message, question, applicant);
    if (repliesToBot && content === '' && !hasPicture) {
      const isNew = !told.has(noticeKey(HIDDEN_WORDS, applicant));
      if (!isNew || !(await hidesWords(message))) return;
      return tellOnce({ about: HIDDEN_WORDS }, ({ refusals }) => refusals.cantSeeWords, message, applicant);
    }
    return captionUnasked(message, applicant);
  };

  async function answer(message: Message, question: string, applicant: Applicant): Promise<void> {
    const facts = { request: 'mention', message: message.id, user: applicant.askerId };
    let admitted: ReturnType<typeof admit>;
    try {
      admitted = admit(applicant, desk);
    } catch (error) {
      const sentence = explainFailure(error, facts, applicant.words, log);
      return tellOnce(noticeOf(error), () => sentence, message, applicant);
    }
    // Whoever is let in again has waited, and is told when it is too much again.
    told.delete(noticeKey(OWN_LIMIT, applicant));
    const work = async (context: Context): Promise<ReplyPayload> => {
      const typing = type(message);
      const chosen = await picturesMeant(message, services);
      const payload = await answerAbout(chosen, question, context, { private: false, question: 'above' });
      await typing;
      return payload;
    };
    await serve(applicant, replyToMessage(message, log), work, facts, desk, admitted);
  }

  /** Whether a message replies to the answer to a command or a button: what it says is hidden, but not that it is there. */
  async function hidesWords(message: Message): Promise<boolean> {
    if (services.readsMessages || message.channel.isDMBased() || message.stickers.size > 0) return false;
    if (!isReply(message)) return false;
    const replied = await message.fetchReference().catch(() => undefined);
    return replied !== undefined && (replied.interactionMetadata !== null || replied.webhookId !== null);
  }

  /** Replies with a sentence, unless the same was said here a while ago or Glimpse keeps quiet here. */
  async function tellOnce(
    { about, forMs = TOLD_FOR_MS.rule }: Notice,
    sentence: (words: Words) => string,
    message: Message,
    applicant: Applicant,
  ): Promise<void> {
    const key = noticeKey(about, applicant);
    if (isSilenced(applicant, desk) || told.has(key)) return;
    told.set(key, true, { ttl: forMs });
    await replyToMessage(message, log).fail(sentence(applicant.words));
  }
}

/** What is told once, and for how many milliseconds that holds. */
interface Notice {
  readonly about: string;
  readonly forMs?: number;
}

const OWN_LIMIT = 'own limit';
const SHARED_LIMIT = 'shared limit';
const HIDDEN_WORDS = 'hidden words';

function noticeOf(error: unknown): Notice {
  if (!(error instanceof LimitError)) return { about: error instanceof ToldError ? error.code : 'bug' };
  const isShared = error.limit === 'channel' || error.limit === 'server';
  return { about: isShared ? SHARED_LIMIT : OWN_LIMIT, forMs: TOLD_FOR_MS.limit };
}

/** A notice is for one person in one channel, but a limit that all share is told to all of them once. */
const noticeKey = (about: string, { channelId, askerId }: Applicant): string =>
  [about, channelId, ...(about === SHARED_LIMIT ? [] : [askerId])].join(':');

function applicantOf({ author, channelId, guildId, channel, member, guild }: Message): Applicant {
  return {
    askerId: author.id,
    channelId,
    guildId: guildId ?? undefined,
    parentId: channel.isThread() ? (channel.parentId ?? undefined) : undefined,
    roleIds: [...(member?.roles.cache.keys() ?? [])],
    words: wordsFor(guild?.preferredLocale),
    mayAttach: channel.isDMBased() || mayAttach(channel),
  };
}

/** Shows "Glimpse is typing ..."; an answer without it is better than none. */
async function type(message: Message): Promise<void> {
  if (message.channel.isSendable()) await message.channel.sendTyping().catch(() => undefined);
}
