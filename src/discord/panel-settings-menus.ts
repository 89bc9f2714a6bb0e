import {
  ChannelSelectMenuBuilder,
  ChannelType,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from 'discord.js';
import { DISCORD } from './limits.ts';

/**
 * Where people post pictures; the threads in these channels follow them. Media channels are missing: Discord's own
 * description of its API does not take them in a menu.
 */
const TEXT_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum] as const;
const VOICE_CHANNELS = [ChannelType.GuildVoice, ChannelType.GuildStageVoice] as const;

/** A menu of a server's channels, with those chosen that are now; all can be taken away. */
export function channelMenu(
  customId: string,
  chosen: readonly string[],
  { placeholder, voice }: { readonly placeholder: string; readonly voice: boolean },
): ChannelSelectMenuBuilder {
  return new ChannelSelectMenuBuilder()
    .setCustomId(customId)
    .setChannelTypes(...TEXT_CHANNELS, ...(voice ? VOICE_CHANNELS : []))
    .setPlaceholder(placeholder)
    .setMinValues(0)
    .setMaxValues(DISCORD.selectOptionsCount)
    .setDefaultChannels(chosen.slice(0, DISCORD.selectOptionsCount));
}

/** A menu of a server's roles, with those chosen that are now; all can be taken away. */
export function roleMenu(customId: string, chosen: readonly string[], placeholder: string): RoleSelectMenuBuilder {
  return new RoleSelectMenuBuilder()
    .setCustomId(customId)
    .setPlaceholder(placeholder)
    .setMinValues(0)
    .setMaxValues(DISCORD.selectOptionsCount)
    .setDefaultRoles(chosen.slice(0, DISCORD.selectOptionsCount));
}

/** A menu of which one thing is chosen. */
export function choiceMenu(
  customId: string,
  chosen: string,
  options: readonly { readonly value: string; readonly label: string }[],
): StringSelectMenuBuilder {
  return new StringSelectMenuBuilder().setCustomId(customId).addOptions(
    options.map(({ value, label }) =>
      new StringSelectMenuOptionBuilder()
        .setValue(value)
        .setLabel(label)
        .setDefault(value === chosen),
    ),
  );
}
