import { ActionRowBuilder, type APIMessage, ButtonBuilder, ButtonStyle, ComponentType } from 'discord.js';
import type { Actor } from '../../src/sandbox/actor.ts';
import type { Shown } from '../../src/sandbox/person-acts.ts';
import type { GuildChannel } from '../../src/sandbox/world.ts';
import type { Scene } from './scene.ts';

interface Button {
  readonly label: string;
  readonly customId: string;
}

/** The buttons under a message, from left to right. */
export function buttonsUnder(message: APIMessage | undefined): readonly Button[] {
  return (message?.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.flatMap((part) =>
          part.type === ComponentType.Button && 'custom_id' in part
            ? [{ label: part.label ?? '', customId: part.custom_id }]
            : [],
        )
      : [],
  );
}

/** The labels of the buttons under a message. */
export const labelsUnder = (message: APIMessage | undefined): readonly string[] =>
  buttonsUnder(message).map(({ label }) => label);

/** Clicks the button with this label. */
export async function press(who: Actor, message: APIMessage | undefined, label: string): Promise<Shown> {
  const button = buttonsUnder(message).find((candidate) => candidate.label === label);
  if (!message || !button) throw new Error(`there is no button ${label}, but: ${labelsUnder(message).join(', ')}`);
  return who.clickButton(message, button.customId);
}

/** A message of the bot's with one button of this custom id: Discord lets nobody press what no message has. */
export async function forge({ bot, ana }: Scene, channel: GuildChannel, customId: string): Promise<APIMessage> {
  const button = new ButtonBuilder().setCustomId(customId).setLabel('forged').setStyle(ButtonStyle.Secondary);
  const sendable = await bot.client.channels.fetch(channel.id);
  if (!sendable?.isSendable()) throw new Error('the bot may not write there');
  const { id } = await sendable.send({
    content: 'forged',
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
  });
  return ana.waitForMessage(channel, (message) => message.id === id);
}
