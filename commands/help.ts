import { InteractionContextType } from 'discord.js';
import { SHIPPED_CHECKPOINT } from '../models/catalogue.ts';
import type { SlashCommand } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/definition-parts.ts';
import { helpPanel } from '../src/discord/panel-help.ts';

/** `/help`: what people can ask, how, and what Glimpse can't do. */
export const help: SlashCommand = {
  kind: 'slash',
  definition: slashCommand(({ commands }) => commands.help),
  free: true,
  defer: () => 'ephemeral',
  async execute({ client, context }, { source, place, readsMessages, words }) {
    const model = source.state().phase === 'ready' ? (await source.ready).model : undefined;
    const isPresent = !place.foreign && context !== InteractionContextType.PrivateChannel;
    return helpPanel(
      { botId: client.user.id, isPresent, readsMessages, smallModel: model === SHIPPED_CHECKPOINT },
      words,
    );
  },
};
