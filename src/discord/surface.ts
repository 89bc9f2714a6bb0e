import {
  RESTJSONErrorCodes as Code,
  DiscordAPIError,
  type Message,
  MessageFlags,
  type RepliableInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { ReplyPayload, Visibility } from './command.ts';

/** Where an answer appears: first perhaps a word on how long it will take, then the answer in its place. */
export interface Surface {
  /** Shows this in place of what was shown before. Returns where it stands, if anywhere. */
  show(payload: ReplyPayload): Promise<{ readonly id: string; readonly channelId: string } | undefined>;
  /** Says how long it will take. */
  wait(sentence: string): Promise<void>;
  /** Says what went wrong, to the asker alone where Discord allows it. */
  fail(sentence: string): Promise<void>;
}

/** Defers an interaction and returns its reply. */
export async function replyToInteraction(
  interaction: RepliableInteraction,
  visibility: Visibility,
  log: Logger,
): Promise<Surface> {
  await interaction.deferReply(visibility === 'ephemeral' ? { flags: MessageFlags.Ephemeral } : {});
  const place = { channel: interaction.channelId };
  const show = (payload: ReplyPayload) => ifPossible(() => interaction.editReply(sentOf(payload)), place, log);
  return {
    show,
    wait: async (sentence) => void (await show({ content: sentence })),
    fail: (sentence) => ifPossible(() => tellAsker(interaction, sentence), place, log),
  };
}

/** The reply to a message. Nothing there can be seen by the asker alone, so what goes wrong is said in a short reply. */
export function replyToMessage(message: Message, log: Logger): Surface {
  let reply: Message | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const place = { channel: message.channelId };
  const put = async (payload: ReplyPayload) => {
    reply = reply ? await reply.edit(sentOf(payload)) : await sendReply(message, payload);
    return reply;
  };
  // One after the other: what comes while the reply is on its way must not become a second one.
  const show = (payload: ReplyPayload) => {
    const shown = before.then(() => ifPossible(() => put(payload), place, log));
    before = shown.catch(() => undefined);
    return shown;
  };
  const say = async (sentence: string) => void (await show({ content: sentence }));
  return { show, wait: say, fail: say };
}

async function sendReply(message: Message, payload: ReplyPayload): Promise<Message> {
  const sent = { ...sentOf(payload), ...(payload.quiet && { flags: MessageFlags.SuppressNotifications as const }) };
  try {
    return await message.reply(sent);
  } catch (error) {
    const hidden = codeOf(error) === Code.CannotReplyWithoutPermissionToReadMessageHistory;
    if (!hidden || !message.channel.isSendable()) throw error;
    return await message.channel.send(sent);
  }
}

/** What is sent of a payload, whether in a new message or in place of an old one. */
export function sentOf({ record: _, quiet: __, ...payload }: ReplyPayload): Omit<ReplyPayload, 'record' | 'quiet'> {
  return payload;
}

/** Replies so that only the person who asked sees it. */
export async function whisper(interaction: RepliableInteraction, sentence: string): Promise<void> {
  await interaction.reply({ content: sentence, flags: MessageFlags.Ephemeral });
}

/** What Discord answers where nothing can be said any more: the place is gone, or closed to the bot. That is no bug. */
const NO_PLACE: ReadonlySet<unknown> = new Set([
  Code.UnknownChannel,
  Code.UnknownMessage,
  Code.UnknownWebhook,
  Code.UnknownInteraction,
  Code.InvalidWebhookToken,
  Code.MissingAccess,
  Code.MissingPermissions,
  Code.CannotSendMessagesToThisUser,
  Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  Code.InvalidActionOnArchivedThread,
  Code.ThreadLocked,
  Code.ActionCannotBePerformedDueToSlowmodeRateLimit,
]);

/** Whether Discord refused because there is no place to speak in any more. */
export const hasNoPlace = (error: unknown): boolean => NO_PLACE.has(codeOf(error));

const codeOf = (error: unknown) => (error instanceof DiscordAPIError ? error.code : undefined);

/** Says something, or logs that there is no place for it. */
async function ifPossible<T>(say: () => Promise<T>, place: object, log: Logger): Promise<T | undefined> {
  try {
    return await say();
  } catch (error) {
    if (!hasNoPlace(error)) throw error;
    log.warn({ ...place, code: codeOf(error) }, 'may not write here, or the place is gone');
    return undefined;
  }
}

/**
 * Tells only the person who asked, after the reply was deferred. A public deferred reply can't become ephemeral, and
 * while it stands a follow-up would take its place and be public too. So it is deleted first (discord-api-docs, issues
 * 2735 and 2739).
 */
async function tellAsker(interaction: RepliableInteraction, sentence: string): Promise<void> {
  if (interaction.ephemeral) {
    await interaction.editReply({ content: sentence });
    return;
  }
  await interaction.deleteReply().catch((error: unknown) => {
    // Somebody was quicker.
    if (codeOf(error) !== Code.UnknownMessage) throw error;
  });
  await interaction.followUp({ content: sentence, flags: MessageFlags.Ephemeral });
}
