import { type BaseInteraction, type Guild, PermissionFlagsBits } from 'discord.js';
import { ToldError } from './told-error.ts';

/**
 * The server whose settings someone is about to see or change. Discord shows the command to those alone who may manage
 * the server, but that can be set otherwise and can change while a panel is open. Throws a UserError (`not-allowed`).
 */
export function managedServer({
  guild,
  guildId,
  memberPermissions,
}: Pick<BaseInteraction, 'guild' | 'guildId' | 'memberPermissions'>): Guild {
  if (guildId === null) throw new ToldError('not-allowed', ({ refusals }) => refusals.serverOnly);
  if (!memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
    throw new ToldError('not-allowed', ({ refusals }) => refusals.managersOnly);
  }
  if (!guild) throw new ToldError('not-allowed', ({ settings }) => settings.notMember);
  return guild;
}
