import { ApplicationIntegrationType, InteractionContextType, type SlashCommandAttachmentOption } from 'discord.js';

/** Every command can be had in a server, or installed by a person for themselves. */
export const INSTALLS = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall] as const;

/** Every command works in servers, in direct messages with the bot, and in other private channels. */
export const CONTEXTS = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
] as const;

/** The option `image`. Discord filters by file name only; the bytes are checked later. */
export function imageOption(option: SlashCommandAttachmentOption): SlashCommandAttachmentOption {
  return option.setName('image').setDescription('A PNG, JPEG, WebP or GIF').setFileTypes('image').setRequired(true);
}
