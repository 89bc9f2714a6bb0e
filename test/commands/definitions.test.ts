import { ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';

const definitions = COMMANDS.map(({ definition }) => definition.toJSON());

describe('the commands', () => {
  it('are what the documentation names', () => {
    expect(definitions.map(({ name }) => name)).toEqual([
      'ask',
      'caption',
      'rank',
      'Ask about this picture',
      'Caption this picture',
    ]);
  });

  it.each(definitions)('$name can be installed and used everywhere', (definition) => {
    expect(definition.integration_types).toEqual([
      ApplicationIntegrationType.GuildInstall,
      ApplicationIntegrationType.UserInstall,
    ]);
    expect(definition.contexts).toEqual([
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ]);
  });

  it('are told apart by how they are invoked', () => {
    for (const { kind, definition } of COMMANDS) {
      const expected = kind === 'slash' ? undefined : ApplicationCommandType.Message;
      const { type } = definition.toJSON();
      expect(type === ApplicationCommandType.ChatInput ? undefined : type).toBe(expected);
    }
  });
});
