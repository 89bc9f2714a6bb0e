import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/definition-parts.ts';
import { privacyPanel } from '../src/discord/panel-privacy.ts';

/** `/privacy`: what Glimpse keeps about the person who asks, and a button that deletes it. */
export const privacy: SlashCommand = {
  kind: 'slash',
  definition: slashCommand(({ commands }) => commands.privacy),
  free: true,
  defer: () => 'ephemeral',
  execute: async (_, { askerId, memory, words }) => privacyPanel(memory.people.whatIsKeptAbout(askerId), words),
};
