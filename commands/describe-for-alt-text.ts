import { altTextOf } from '../src/discord/answering.ts';
import type { MenuCommand } from '../src/discord/command.ts';
import { messageMenu } from '../src/discord/definition-parts.ts';
import { chooseTarget } from './caption-this-picture.ts';

/** A message's menu > Apps > "Describe for alt text": a description to copy, for the asker alone. */
export const describeForAltText: MenuCommand = {
  kind: 'menu',
  definition: messageMenu(({ menus }) => menus.altText),
  defer: () => 'ephemeral',
  execute: async ({ targetMessage }, context) => altTextOf(chooseTarget(targetMessage, context.place), context),
};
