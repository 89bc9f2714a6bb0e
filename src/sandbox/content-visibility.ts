import type { APIMessage } from 'discord.js';
import { asItIs } from './message-view.ts';
import type { StoredMessage } from './world.ts';

/** Who is looking at a message, and what they were granted. */
export interface Reader {
  readonly botId: string;
  /** Whether the Message Content intent applies. */
  readonly messageContent: boolean;
  /** All messages there are, for the ones that others reply to. */
  readonly messages: ReadonlyMap<string, StoredMessage>;
}

/**
 * A message as a bot gets to see it. Without the Message Content intent, what people wrote is blank everywhere but in
 * direct messages, in messages that mention the bot, and in the bot's own (Discord's gateway documentation, "Message
 * Content Intent"); stickers are not among the fields that it names, so they are there. The message replied to and a
 * forward's contents are held to the same rule each on its own, which is the stricter of the two readings that the
 * documentation allows.
 */
export function asBotSees(stored: StoredMessage, reader: Reader): APIMessage {
  return blankUnlessReadable(asItIs(stored.message, reader.messages), stored.channel.kind === 'dm', reader);
}

function blankUnlessReadable(message: APIMessage, direct: boolean, reader: Reader): APIMessage {
  const readable =
    reader.messageContent ||
    direct ||
    message.author.id === reader.botId ||
    message.mentions.some(({ id }) => id === reader.botId);
  const shown: APIMessage = readable
    ? { ...message }
    : { ...message, content: '', embeds: [], attachments: [], components: [] };
  if (!readable && shown.message_snapshots)
    shown.message_snapshots = shown.message_snapshots.map(({ message: forwarded }) => ({
      message: { ...forwarded, content: '', embeds: [], attachments: [], components: [] },
    }));
  if (shown.referenced_message)
    shown.referenced_message = blankUnlessReadable(shown.referenced_message, direct, reader);
  return shown;
}
