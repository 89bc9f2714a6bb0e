import { DiscordAPIError, REST, type RESTGetCurrentApplicationResult, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Config } from '../config.ts';
import { UserError } from '../user-error.ts';
import type { Command } from './command.ts';
import { isUnreachable, unreachable, WRONG_TOKEN } from './connection.ts';

/**
 * Registers the commands with Discord in place of those registered before: everywhere, or in the one server that the
 * settings name. Returns a line that says what was registered and where. Throws a UserError (`config`).
 */
export async function registerCommands(commands: readonly Command[], config: Config): Promise<string> {
  const { discordToken, guildId } = config;
  if (!discordToken) {
    throw new UserError('config', 'DISCORD_TOKEN is not set. Copy .env.example to .env and paste the bot token there.');
  }
  const rest = new REST({ api: config.discordApi }).setToken(discordToken);
  const definitions = commands.map(({ definition }) => definition.toJSON());
  try {
    const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    if (guildId) {
      // Where a command can be installed and used is told of global commands only.
      const body = definitions.map(({ contexts: _, integration_types: __, ...definition }) => definition);
      await rest.put(Routes.applicationGuildCommands(application.id, guildId), { body });
    } else {
      await rest.put(Routes.applicationCommands(application.id), { body: definitions });
    }
  } catch (error) {
    throw explain(error, config);
  }
  const names = definitions.map(({ name }) => name).join(', ');
  return `Registered ${definitions.length} commands ${guildId ? `in the server ${guildId}` : 'everywhere'}: ${names}.`;
}

function explain(error: unknown, config: Config): unknown {
  if (isUnreachable(error)) return unreachable(config, error);
  if (!(error instanceof DiscordAPIError)) return error;
  if (error.status === 401) return new UserError('config', WRONG_TOKEN);
  if (error.code === RESTJSONErrorCodes.UnknownGuild || error.code === RESTJSONErrorCodes.MissingAccess) {
    return new UserError(
      'config',
      `The bot is not in the server ${config.guildId}. Check GUILD_ID in .env, and invite the bot there first.`,
    );
  }
  return error;
}
