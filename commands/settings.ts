import { PermissionFlagsBits } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.ts';
import { serverCommand } from '../src/discord/definition-parts.ts';
import { managedServer } from '../src/discord/managed-server.ts';
import { settingsPanel } from '../src/discord/panel-settings.ts';

/** `/settings`: how Glimpse behaves in a server, for those who may manage it. */
export const settings: SlashCommand = {
  kind: 'slash',
  definition: serverCommand(({ commands }) => commands.settings).setDefaultMemberPermissions(
    PermissionFlagsBits.ManageGuild,
  ),
  free: true,
  defer: () => 'ephemeral',
  async execute(interaction, context) {
    const server = managedServer(interaction);
    return settingsPanel(context.memory.settings.get(server.id), server, context);
  },
};
