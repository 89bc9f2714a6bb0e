import { type Client, DiscordAPIError, messageLink, RESTJSONErrorCodes } from 'discord.js';
import type { AnswerRecord } from './answer-record.ts';
import { type ChoosableMessage, type Chosen, chooseOf } from './choose-picture.ts';
import { type FoundPicture, findPictures } from './find-picture.ts';
import { ToldError } from './told-error.ts';

/** A link that expires within this time counts as expired, in milliseconds: the picture has to be fetched by then. */
const LINK_MARGIN_MS = 60_000;

/** What is known beside the record. */
interface Circumstances {
  /** The bot's answer as Discord has just sent it: in a channel that the bot is not in, it can't be fetched. */
  readonly reply?: ChoosableMessage | undefined;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

/**
 * The pictures that an answer was about, for a further question, with a link to their message. That message is fetched
 * again, which renews their links and honours that it or one of them was deleted; where Discord shows the bot nothing
 * of it, the links of the first time serve until they expire. Only for the channel that the answer stands in, so that
 * nobody is shown what they could not see, and nothing leaves an age-restricted channel. Throws a UserError
 * (`no-picture`).
 */
export async function recallPictures(
  record: AnswerRecord,
  askedIn: string,
  client: Client,
  { reply, now = Date.now() }: Circumstances = {},
): Promise<Chosen> {
  const { channelId, guildId, messageId, pictures, private: onlyForAsker } = record;
  const [first] = pictures;
  if (askedIn !== channelId || !first) throw gone();
  // What came with a command lives in the reply, where others see it; what only the asker sees can't be fetched.
  const inReply = onlyForAsker ? undefined : messageId;
  const id = first.source === 'message' ? first.messageId : inReply;
  const where = id === undefined ? undefined : { channelId: first.channelId ?? channelId, id };
  const current = reply?.id === id ? reply : where && (await fetchMessage(where, client));
  if (current === 'deleted') throw deleted();
  // An emoji in a question that the reply quotes is none of its pictures.
  const found = current ? findPictures(current, first.source === 'reply' ? 'files' : 'anything') : [];
  const recalled = pictures.map((kept, at): FoundPicture => {
    const again = kept.source === 'message' ? found.find(({ url }) => isSameFile(url, kept.url)) : found[at];
    if (again) return { ...again, spoiler: again.spoiler || kept.spoiler };
    const takenOut = kept.source === 'message' && current !== undefined && isShown(current);
    if (takenOut || isExpired(kept.url, now)) throw gone();
    return { url: kept.url, name: kept.name, spoiler: kept.spoiler, size: kept.size, index: kept.index };
  });
  // A reply need not have brought its picture: then there is no message to point to.
  if (!where || (first.source === 'reply' && found.length === 0)) return { pictures: recalled, of: recalled.length };
  const link = messageLink(where.channelId, where.id, guildId ?? '@me');
  return { pictures: recalled, of: recalled.length, message: where, link };
}

/** The pictures of a message by its ids, read again. Throws a UserError (`no-picture`) where they can't be had. */
export async function rereadPictures(
  where: { readonly channelId: string; readonly id: string },
  client: Client,
  index?: number,
): Promise<Chosen> {
  const fetched = await fetchMessage(where, client);
  if (fetched === 'deleted') throw deleted();
  if (fetched === undefined) throw gone();
  const chosen = chooseOf(fetched, ({ refusals }) => refusals.pictureGone, { index });
  return { ...chosen, of: findPictures(fetched).length };
}

const deleted = () => new ToldError('no-picture', ({ refusals }) => refusals.pictureDeleted);
const gone = () => new ToldError('no-picture', ({ refusals }) => refusals.pictureGone);

/** A message as it is now; `deleted`, or undefined where the bot may not look. */
async function fetchMessage(
  { channelId, id }: { readonly channelId: string; readonly id: string },
  client: Client,
): Promise<ChoosableMessage | 'deleted' | undefined> {
  try {
    const channel = await client.channels.fetch(channelId);
    return channel?.isTextBased() ? await channel.messages.fetch({ message: id, force: true }) : undefined;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    return error.code === RESTJSONErrorCodes.UnknownMessage ? 'deleted' : undefined;
  }
}

/** Whether Discord shows the bot what is in a message: without the Message Content intent most come empty. */
function isShown({ content, attachments, embeds, components }: ChoosableMessage): boolean {
  return content !== '' || [...attachments.values()].length + embeds.length + components.length > 0;
}

/** A link that is renewed differs in its signature alone. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  return a.origin === b.origin && a.pathname === b.pathname;
}

/** Discord's links say when they expire, in seconds since 1970 and hexadecimal (Discord's reference, "Signed Attachment CDN URLs"). */
function isExpired(url: string, now: number): boolean {
  const expires = new URL(url).searchParams.get('ex');
  return expires !== null && Number.parseInt(expires, 16) * 1000 - LINK_MARGIN_MS < now;
}
