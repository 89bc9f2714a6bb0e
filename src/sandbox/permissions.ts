import { PermissionFlagsBits } from 'discord.js';

/** What README.md asks to tick in the bot's invitation, and so what the loopback's bot may do where a test does not say otherwise. */
export const BOT_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

/** What everyone may do on a new server, as far as it matters here. */
export const MEMBER_PERMISSIONS =
  BOT_PERMISSIONS |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands;

/** What the administrator of a server may do: everything. */
export const ADMINISTRATOR_PERMISSIONS = MEMBER_PERMISSIONS | PermissionFlagsBits.Administrator;

/** Whether `held` covers all of `wanted`; an administrator may do anything. */
export function mayDo(held: bigint, wanted: bigint): boolean {
  return (held & PermissionFlagsBits.Administrator) !== 0n || (held & wanted) === wanted;
}
