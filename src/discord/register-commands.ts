import { DiscordAPIError, REST, type RESTGetCurrentApplicationResult, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Config } from '../config.ts';
import { UserError } from '../user-error.ts';
import type { Command } from './command.ts';
import {
  type CommandChange,
  compareCommands,
  type Definition,
  namedAlike,
  type Registered,
  shownName,
} from './compare-commands.ts';
import { isUnreachable, unreachable, WRONG_TOKEN } from './connection.ts';

/** How commands are registered. */
export interface Registering {
  /** Only says what would be done. */
  readonly dryRun?: boolean;
  /** Takes all commands away. */
  readonly clear?: boolean;
  /** Is given a line about each thing that was done, as it is done. */
  readonly say?: (line: string) => void;
}

/**
 * Makes the commands that are registered with Discord those given: everywhere, or in the one server that the settings
 * name. Only what differs is written. Throws a UserError (`config`).
 */
export async function registerCommands(
  commands: readonly Command[],
  config: Config,
  { dryRun = false, clear = false, say = () => undefined }: Registering = {},
): Promise<void> {
  const { discordToken, guildId } = config;
  if (!discordToken) throw new UserError('config', NO_TOKEN);
  const rest = new REST({ api: config.discordApi }).setToken(discordToken);
  try {
    const { id: applicationId } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    const everywhere = Routes.applicationCommands(applicationId);
    const here = guildId ? Routes.applicationGuildCommands(applicationId, guildId) : everywhere;
    const query = new URLSearchParams({ with_localizations: 'true' });
    const registeredAt = async (route: typeof here) => (await rest.get(route, { query })) as readonly Registered[];

    const all = commands.map(({ definition }) => definition.toJSON());
    const wanted = clear ? [] : guildId ? all.map(forServer) : all;
    const registered = await registeredAt(here);
    const twice = guildId ? namedAlike(wanted, await registeredAt(everywhere)) : [];
    const { changes, unchanged } = compareCommands(registered, wanted);

    say(`Commands ${guildId ? `in the server ${guildId}` : 'everywhere'}${dryRun ? ' (dry run)' : ''}:`);
    // The first time, all commands go in one request: of many single ones, Discord's limits make the last ones wait.
    const atOnce = registered.length === 0 && changes.length > 0;
    if (atOnce && !dryRun) await rest.put(here, { body: wanted });
    for (const change of changes) {
      if (!atOnce && !dryRun) await apply(change, here, rest);
      say(sentence(change, dryRun));
    }
    say(`unchanged: ${unchanged}`);
    if (twice.length > 0) say(sentenceOnTwice(twice));
  } catch (error) {
    throw explain(error, config);
  }
}

/** What whoever has set no token is told. */
export const NO_TOKEN = 'DISCORD_TOKEN is not set. Copy .env.example to .env and paste the bot token there.';

/** Where a command can be installed and used is told of global commands only. */
function forServer({ contexts: _, integration_types: __, ...definition }: Definition): Definition {
  return definition;
}

async function apply(change: CommandChange, route: `/${string}`, rest: REST): Promise<void> {
  switch (change.kind) {
    case 'create':
      await rest.post(route, { body: change.command });
      break;
    case 'change':
      await rest.patch(`${route}/${change.id}`, { body: change.differing });
      break;
    case 'delete':
      await rest.delete(`${route}/${change.id}`);
      break;
  }
}

const DONE = { create: 'created', change: 'changed', delete: 'deleted' } as const;

/** E.g. `changed /ask: description, options`. */
function sentence(change: CommandChange, dryRun: boolean): string {
  const what = change.kind === 'change' ? `: ${Object.keys(change.differing).join(', ').replaceAll('_', ' ')}` : '';
  return `${dryRun ? `would ${change.kind}` : DONE[change.kind]} ${shownName(change.command)}${what}`;
}

/** A server's command does not replace the one of the same name that is everywhere. */
function sentenceOnTwice(twice: readonly Definition[]): string {
  return (
    `People in this server see these twice, since they are registered everywhere too: ${twice.map(shownName).join(', ')}. ` +
    "To take the server's own away: npm run deploy-commands -- --clear."
  );
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
