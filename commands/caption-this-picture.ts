import { type Message, MessageFlags, messageLink } from 'discord.js';
import { captionOf } from '../src/discord/answering.ts';
import { type Chosen, chooseOf } from '../src/discord/choose-picture.ts';
import type { MenuCommand, Place } from '../src/discord/command.ts';
import { messageMenu } from '../src/discord/definition-parts.ts';

/** A message's menu > Apps > "Caption this picture": each of its pictures in a sentence. */
export const captionThisPicture: MenuCommand = {
  kind: 'menu',
  definition: messageMenu(({ menus }) => menus.caption),
  // What only the asker sees stays so.
  defer: ({ targetMessage }) => (isHidden(targetMessage) ? 'ephemeral' : 'public'),
  execute: async ({ targetMessage }, context) =>
    captionOf(chooseTarget(targetMessage, context.place), context, { private: isHidden(targetMessage) }),
};

/**
 * The pictures of the message whose menu was used, with a link to it. One that only the asker sees can't be fetched
 * again, so it counts as nowhere. Throws a UserError (`no-picture`).
 */
export function chooseTarget(target: Message, { guildId }: Place): Chosen {
  const { pictures, of, message } = chooseOf(target, ({ refusals }) => refusals.noPictureInMessage);
  if (isHidden(target) || !message) return { pictures, of };
  return { pictures, of, message, link: messageLink(target.channelId, target.id, guildId ?? '@me') };
}

/** Whether only one person sees a message. */
export const isHidden = ({ flags }: Message): boolean => flags.has(MessageFlags.Ephemeral);
