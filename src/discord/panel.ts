import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonStyle,
  ContainerBuilder,
  type ContainerComponentBuilder,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  SeparatorBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import type { ReplyPayload } from './command.ts';

/** Discord's limits for a message of components ("Components V2"). */
export const LAYOUT = {
  /** Nested ones too. */
  components: 40,
  /** Characters of all text together. */
  text: 4000,
} as const;

/** A message of components: texts, menus and buttons in one frame. */
export function panel(parts: readonly ContainerComponentBuilder[]): ReplyPayload {
  return {
    components: [new ContainerBuilder().spliceComponents(0, 0, ...parts)],
    flags: MessageFlags.IsComponentsV2,
  };
}

/** Lines of Markdown; empty ones are left out. */
export function lines(...of: readonly string[]): TextDisplayBuilder {
  return new TextDisplayBuilder().setContent(of.filter((line) => line !== '').join('\n'));
}

/** A heading in a panel. */
export const heading = (text: string): string => `### ${text}`;

/** Small, grey words in a panel. */
export const small = (text: string): string => `-# ${text}`;

/** A list of points in a panel. */
export const points = (texts: readonly string[]): string => texts.map((text) => `- ${text}`).join('\n');

/** A line across a panel. */
export const rule = (): SeparatorBuilder => new SeparatorBuilder();

/** One menu, or up to five buttons, side by side. */
export function row(...parts: MessageActionRowComponentBuilder[]): ActionRowBuilder<MessageActionRowComponentBuilder> {
  return new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(parts);
}

/** A button of a panel. */
export function button(
  customId: string,
  label: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger,
): ButtonBuilder {
  return new ButtonBuilder().setCustomId(customId).setLabel(label).setStyle(style);
}
