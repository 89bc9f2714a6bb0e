import { type Control, stateOf } from '../command.ts';
import { managedServer } from '../managed-server.ts';
import { resetPanel, SETTINGS, settingsPanel } from '../panel-settings.ts';

/** "Reset" in `/settings`: asks first, then takes all choices back. */
export const settingsReset: Control = {
  id: SETTINGS.reset,
  answers: 'in place',
  free: true,
  async execute(interaction, context) {
    const server = managedServer(interaction);
    const { memory, words } = context;
    if (stateOf(interaction.customId)[0] !== 'yes') return resetPanel(words);
    memory.settings.reset(server.id);
    return settingsPanel(memory.settings.get(server.id), server, context, words.settings.resetDone);
  },
};
