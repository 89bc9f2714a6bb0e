import { PermissionFlagsBits } from 'discord.js';

/** All that Glimpse needs in a channel: what README.md asks to tick in the bot's invitation. */
export const NEEDED_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;
