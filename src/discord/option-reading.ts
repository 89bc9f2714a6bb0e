import { type ChatInputCommandInteraction, PermissionFlagsBits } from 'discord.js';
import { type Chosen, chooseOptions } from './choose-picture.ts';
import type { Context, Visibility } from './command.ts';
import { newestPictures } from './look-around.ts';

/** The names of options in code: what Discord sends, in whatever language a person sees them. */
export const OPTION = { image: 'image', private: 'private', style: 'style' } as const;

/** Whether the asker wants to be the only one who sees the answer. */
export const isPrivate = ({ options }: ChatInputCommandInteraction): boolean =>
  options.getBoolean(OPTION.private) ?? false;

/** Who sees the answer to a command with the option `private`. */
export const privately = (interaction: ChatInputCommandInteraction): Visibility =>
  isPrivate(interaction) ? 'ephemeral' : 'public';

/**
 * The picture of the option `image`; without it, those of the newest message in the channel that has some.
 * Throws a UserError (`picture-type`, `no-picture`).
 */
export function pictureOption(
  interaction: ChatInputCommandInteraction,
  { readsMessages }: Context,
): Promise<Chosen> | Chosen {
  const { options, channel, channelId, guildId, memberPermissions } = interaction;
  const attachment = options.getAttachment(OPTION.image);
  if (attachment) return chooseOptions([attachment]);
  return newestPictures({
    channel,
    channelId,
    guildId: guildId ?? undefined,
    askerReadsHistory: memberPermissions?.has(PermissionFlagsBits.ReadMessageHistory) ?? true,
    botReadsMessages: readsMessages,
  });
}

/** The largest file in bytes that the reply may bring; undefined where it may bring none, or need not: only the asker sees it. */
export function repostUpTo(interaction: ChatInputCommandInteraction): number | undefined {
  const { appPermissions, attachmentSizeLimit } = interaction;
  return isPrivate(interaction) || !appPermissions.has(PermissionFlagsBits.AttachFiles)
    ? undefined
    : attachmentSizeLimit;
}
