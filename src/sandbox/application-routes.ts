import type { APIUser } from 'discord.js';
import { z } from 'zod';
import { parseForm, refusals } from './api-error.ts';
import { applicationFlags } from './gateway-protocol.ts';
import { param, type Route } from './route.ts';
import { removeBot } from './servers.ts';
import { channelObject, memberObject } from './wire-objects.ts';
import type { World } from './world.ts';

/** What the routes about the bot itself work on. */
export interface ApplicationRoutesSettings {
  readonly world: World;
  readonly grantedIntents: number;
  /** Where the gateway listens, e.g. `ws://127.0.0.1:4000/gateway`. */
  readonly gatewayUrl: () => string;
}

/** The bot's gateway address, its user, its application, and the people and servers that it may look up. */
export function applicationRoutes({ world, grantedIntents, gatewayUrl }: ApplicationRoutesSettings): Route[] {
  const ownGuilds = () => [...world.guilds.values()].filter((guild) => guild.hasBot);
  const application = () => applicationObject(world.bot, ownGuilds().length, grantedIntents);
  const get = (path: string, handle: Route['handle']): Route => ({ method: 'GET', path, auth: 'bot', handle });
  return [
    { ...get('/gateway', () => ({ status: 200, body: { url: gatewayUrl() } })), auth: 'address' },
    get('/gateway/bot', () => ({
      status: 200,
      body: {
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
      },
    })),
    get('/applications/@me', () => ({ status: 200, body: application() })),
    get('/oauth2/applications/@me', () => ({ status: 200, body: application() })),
    get('/users/@me', () => ({
      status: 200,
      body: { ...world.bot, mfa_enabled: false, locale: 'en-US', email: null, verified: true },
    })),
    get('/users/@me/guilds', () => ({
      status: 200,
      body: ownGuilds().map(({ id, name, members }) => ({
        id,
        name,
        icon: null,
        banner: null,
        owner: false,
        permissions: String(members.get(world.bot.id)?.permissions ?? 0n),
        features: [],
      })),
    })),
    {
      method: 'DELETE',
      path: '/users/@me/guilds/{guild_id}',
      auth: 'bot',
      handle: (request) => {
        const guild = world.guilds.get(param(request, 'guild_id'));
        if (!guild?.hasBot) throw refusals.unknownGuild();
        removeBot(world, guild);
        return { status: 204 };
      },
    },
    get('/users/{user_id}', (request) => {
      const user = world.users.get(param(request, 'user_id'));
      if (!user) throw refusals.unknownUser();
      return { status: 200, body: user };
    }),
    get('/guilds/{guild_id}/members/{user_id}', (request) => {
      const guild = world.guilds.get(param(request, 'guild_id'));
      if (!guild?.hasBot) throw refusals.unknownGuild();
      const member = guild.members.get(param(request, 'user_id'));
      if (!member) throw refusals.unknownMember();
      return { status: 200, body: { user: member.user, ...memberObject(member) } };
    }),
    {
      method: 'POST',
      path: '/users/@me/channels',
      auth: 'bot',
      handle: (request) => {
        const { recipient_id } = parseForm(z.looseObject({ recipient_id: z.string() }), request.body);
        const recipient = world.users.get(recipient_id);
        if (!recipient || recipient.bot) throw refusals.unknownUser();
        return { status: 200, body: channelObject(world.directChannel(recipient), world) };
      },
    },
  ];
}

function applicationObject(bot: APIUser, guilds: number, grantedIntents: number): Record<string, unknown> {
  const flags = applicationFlags(grantedIntents);
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    type: null,
    bot,
    bot_public: true,
    bot_require_code_grant: false,
    integration_types_config: { 0: {}, 1: {} },
    verify_key: '0'.repeat(64),
    flags,
    flags_new: String(flags),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: { ...bot, bot: false },
    approximate_guild_count: guilds,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  };
}
