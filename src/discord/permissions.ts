import { PermissionFlagsBits } from 'discord.js';

/**
 * All that Glimpse needs in a channel, and what `npm run invite` asks for:
 * - View Channels, to be shown that somebody mentions it, and to look for the newest picture;
 * - Send Messages, to reply to mentions and to caption in the channels that a server chose (commands, menus and buttons
 *   are answered without it);
 * - Send Messages in Threads, to do so in threads, where the one above does not count;
 * - Attach Files, to show a picture again that came with a command, which nobody but the asker sees otherwise;
 * - Read Message History, to reply below the question and not just after it, to look at what a message replies to, to
 *   find the newest picture, and to read a message again for a further question about its pictures.
 *
 * Not Embed Links: it posts no embeds, and its links to messages have none. Not Add Reactions, not Use External Emojis.
 */
export const NEEDED_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;
