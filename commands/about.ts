import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/definition-parts.ts';
import { aboutPanel } from '../src/discord/panel-about.ts';

/** `/about`: which Glimpse this is, and how it is doing. */
export const about: SlashCommand = {
  kind: 'slash',
  definition: slashCommand(({ commands }) => commands.about),
  free: true,
  defer: () => 'ephemeral',
  async execute(_, { source, vitals, words }) {
    const state = source.state();
    const model = state.phase === 'ready' ? { phase: state.phase, model: (await source.ready).model } : state;
    return aboutPanel(model, vitals, words, Date.now());
  },
};
