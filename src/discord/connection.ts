import { type Client, Events, GatewayCloseCodes, RESTEvents } from 'discord.js';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { UserError } from '../user-error.ts';
import { logBug } from './failure.ts';

/** What a person is told whose token Discord refuses. */
export const WRONG_TOKEN =
  'Discord refuses the token. Copy it again from the developer portal (your application > Bot > Reset Token) to DISCORD_TOKEN in .env.';

const DISALLOWED_INTENTS =
  'Discord refuses the intents. Allow them in the developer portal: your application > Bot > Privileged Gateway Intents.';

/**
 * Logs what happens to the connection. The promise resolves when Discord ends it for good, with a UserError (`config`)
 * that says why. Without a listener for `error`, a failure in any other listener would end the process.
 */
export function watchConnection(client: Client, log: Logger): Promise<UserError> {
  client.on(Events.Error, (error) => logBug(error, {}, log));
  client.on(Events.Warn, (message) => log.warn({ discord: message }, 'warning of the Discord library'));
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, err: error }, 'connection error'));
  client.on(Events.ShardReconnecting, (shard) => log.debug({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard) => log.info({ shard }, 'connected again'));
  return new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(new UserError('config', whyClosed(code))));
    // The library forgets a refused token and would go on without one. A 401 to an interaction's own token is no such refusal.
    client.rest.on(RESTEvents.Response, ({ route }, { status }) => {
      if (status === 401 && !/^\/(webhooks|interactions)\//.test(route)) resolve(new UserError('config', WRONG_TOKEN));
    });
  });
}

/** Logs in and waits until the bot is ready. Throws a UserError (`config`) that says why it can't be. */
export async function connect(client: Client, config: Config, lost: Promise<UserError>): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const refused = lost.then((error) => Promise.reject(error));
  refused.catch(() => undefined);
  try {
    await client.login(config.discordToken);
  } catch (error) {
    // Where Discord refused, `lost` has said so already, and better.
    return Promise.race([refused, Promise.reject(isUnreachable(error) ? unreachable(config, error) : error)]);
  }
  return Promise.race([ready, refused]);
}

function whyClosed(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return WRONG_TOKEN;
  if (code === GatewayCloseCodes.DisallowedIntents || code === GatewayCloseCodes.InvalidIntents) {
    return DISALLOWED_INTENTS;
  }
  return `Discord closed the connection for good, with code ${code}. Start the bot again.`;
}

/** Whether a request to Discord got no answer at all: no such host, refused, timed out. */
export function isUnreachable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(E[A-Z_]+|UND_ERR_\w+)$/.test(code);
}

/** What a person is told who starts a program that can't reach Discord. */
export function unreachable({ discordApi }: Config, cause: unknown): UserError {
  return new UserError(
    'config',
    `Discord can't be reached at ${new URL(discordApi).host}. Check the network, and DISCORD_API in .env.`,
    { cause },
  );
}
