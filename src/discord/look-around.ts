import { DiscordAPIError, type Message, messageLink, PermissionFlagsBits, type TextBasedChannel } from 'discord.js';
import { type Chosen, chooseOf } from './choose-picture.ts';
import { findPictures } from './find-picture.ts';
import { ToldError } from './told-error.ts';

/** Messages that are looked through for the newest picture: as many as one request brings. */
const LOOKED_THROUGH = 100;

/** What may be seen of a channel, and by whom. */
export interface Sight {
  readonly channel: TextBasedChannel | null;
  readonly channelId: string;
  readonly guildId: string | undefined;
  /** Whether the asker may read what was written before; people can use commands where they may not. */
  readonly askerReadsHistory: boolean;
  /** Whether Discord shows the bot what is in other people's messages. */
  readonly botReadsMessages: boolean;
}

/**
 * The pictures of the newest message in a channel that has some and that the asker can see; in a thread without any,
 * those of the message that it started from. A message that Discord hides may hold the newest one, so nothing older is
 * passed off for it. Throws a UserError (`no-picture`) that says which way of asking works where there is none to be
 * seen.
 */
export async function newestPictures(sight: Sight): Promise<Chosen> {
  const { channel, guildId, askerReadsHistory, botReadsMessages } = sight;
  if (!channel || !askerReadsHistory || !mayReadHistory(channel)) throw blind();
  const messages = await channel.messages.fetch({ limit: LOOKED_THROUGH, cache: false }).catch(asBlind);
  const starter = messages.size < LOOKED_THROUGH ? await starterOf(channel) : undefined;
  for (const message of [...messages.values(), ...(starter ? [starter] : [])]) {
    if (findPictures(message, 'shown').length > 0) {
      const link = messageLink(message.channelId, message.id, guildId ?? '@me');
      return chooseOf(message, ({ refusals }) => refusals.noPictureHere, { link, newest: true, sought: 'shown' });
    }
    // In direct messages the bot is shown everything.
    if (!botReadsMessages && !channel.isDMBased() && isHidden(message)) {
      throw new ToldError('no-picture', ({ refusals }) => refusals.cantSeePictures);
    }
  }
  throw new ToldError('no-picture', ({ refusals }) => refusals.noPictureHere);
}

/**
 * Whether Discord has left a message's contents out, as it does without the Message Content intent: of what people wrote
 * nothing is empty. Of the bot's own, a deferred reply is.
 */
export function isHidden(message: Message): boolean {
  const { attachments, embeds, components, stickers } = message;
  if (message.system || message.author.id === message.client.user.id) return false;
  return message.content === '' && attachments.size + stickers.size + embeds.length + components.length === 0;
}

/** The message of the channel that a thread was started from. A forum's stands in the thread itself. */
async function starterOf(channel: TextBasedChannel): Promise<Message | undefined> {
  if (!channel.isThread()) return undefined;
  const starter = await channel.fetchStarterMessage({ cache: false }).catch((error: unknown) => {
    if (error instanceof DiscordAPIError) return undefined;
    throw error;
  });
  return starter ?? undefined;
}

const blind = () => new ToldError('no-picture', ({ refusals }) => refusals.cantReadChannel);

function asBlind(error: unknown): never {
  throw error instanceof DiscordAPIError ? blind() : error;
}

function mayReadHistory(channel: TextBasedChannel): boolean {
  if (channel.isDMBased()) return true;
  const me = channel.guild.members.me;
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.ReadMessageHistory);
}
