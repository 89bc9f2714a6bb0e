import {
  ApplicationFlags,
  ApplicationFlagsBitField,
  ApplicationIntegrationType,
  DiscordAPIError,
  OAuth2Scopes,
  REST,
  type RESTGetCurrentApplicationResult,
  Routes,
} from 'discord.js';
import type { Config } from '../config.ts';
import { UserError } from '../user-error.ts';
import { isUnreachable, unreachable, WRONG_TOKEN } from './connection.ts';
import { NEEDED_PERMISSIONS } from './permissions.ts';
import { NO_TOKEN } from './register-commands.ts';

/** How the bot gets to where it is to answer. */
export interface Invitation {
  /** Adds it to a server, with the least permissions that it needs. */
  readonly toServer: string;
  /** Installs its commands for one person, wherever they write. */
  readonly forOneself: string;
  /** A sentence for each thing in the developer portal that does not fit the links or the settings. */
  readonly warnings: readonly string[];
}

/** Where Discord asks whether an application may be added (Discord's reference, "OAuth2", "Bot Authorization Flow"). */
const AUTHORIZE = 'https://discord.com/oauth2/authorize';

/**
 * The links that add the bot of these settings. Where Discord can't be reached, they are made from the token alone.
 * Throws a UserError (`config`) where there is no token or Discord refuses it.
 */
export async function makeInvitation(config: Config): Promise<Invitation> {
  const { discordToken } = config;
  if (!discordToken) throw new UserError('config', NO_TOKEN);
  try {
    const rest = new REST({ api: config.discordApi }).setToken(discordToken);
    const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    return { ...links(application.id), warnings: warningsAbout(application, config) };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) throw new UserError('config', WRONG_TOKEN);
    if (!isUnreachable(error)) throw error;
    const id = applicationIdIn(discordToken);
    if (id === undefined) throw unreachable(config, error);
    const { host } = new URL(config.discordApi);
    return {
      ...links(id),
      warnings: [`Discord can't be reached at ${host}: these links are made from the token, which nobody has checked.`],
    };
  }
}

/** A token begins with the id of its bot, which is that of its application, in base64; undefined where it does not. */
export function applicationIdIn(token: string): string | undefined {
  const id = Buffer.from(token.split('.', 1)[0] ?? '', 'base64').toString('latin1');
  return /^\d{17,20}$/.test(id) ? id : undefined;
}

function links(applicationId: string): Pick<Invitation, 'toServer' | 'forOneself'> {
  return {
    toServer: link({
      client_id: applicationId,
      permissions: String(NEEDED_PERMISSIONS),
      scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    }),
    forOneself: link({
      client_id: applicationId,
      integration_type: String(ApplicationIntegrationType.UserInstall),
      scope: OAuth2Scopes.ApplicationsCommands,
    }),
  };
}

const link = (query: Readonly<Record<string, string>>): string => `${AUTHORIZE}?${new URLSearchParams(query)}`;

const PORTAL = 'in the developer portal, your application >';

function warningsAbout(application: RESTGetCurrentApplicationResult, { readsMessages }: Config): readonly string[] {
  const { flags, integration_types_config: installs, bot_require_code_grant: needsCode } = application;
  // The "limited" one is that of applications that Discord has not reviewed (its reference, "Application Flags").
  const isShownMessages = new ApplicationFlagsBitField(flags).any([
    ApplicationFlags.GatewayMessageContent,
    ApplicationFlags.GatewayMessageContentLimited,
  ]);
  return [
    ...(readsMessages && !isShownMessages
      ? [
          `MESSAGE_CONTENT=1 is set, but Discord does not grant it, and the bot can't start: switch on the Message Content Intent ${PORTAL} Bot, or set MESSAGE_CONTENT=0.`,
        ]
      : []),
    ...(installs && !installs[ApplicationIntegrationType.UserInstall]
      ? [`Nobody can install the bot for themselves: allow User Install ${PORTAL} Installation.`]
      : []),
    ...(needsCode ? [`The link to a server won't work: switch off Requires OAuth2 Code Grant ${PORTAL} Bot.`] : []),
  ];
}
