import { PermissionFlagsBits } from 'discord.js';

/** What the loopback's bot may do where nothing else is said: what bots that post usually ask for. */
export const BOT_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions;

/** What everyone may do on a new server, as far as it matters here. */
export const MEMBER_PERMISSIONS = BOT_PERMISSIONS | PermissionFlagsBits.UseApplicationCommands;

/** What the administrator of a server may do: everything. */
export const ADMINISTRATOR_PERMISSIONS = MEMBER_PERMISSIONS | PermissionFlagsBits.Administrator;

/** Whether `held` covers all of `wanted`; an administrator may do anything. */
export function mayDo(held: bigint, wanted: bigint): boolean {
  return (held & PermissionFlagsBits.Administrator) !== 0n || (held & wanted) === wanted;
}
