import type { APIMessage } from 'discord.js';
import { CALLBACK } from './callback-form.ts';
import type { Cdn } from './cdn.ts';
import { asBotSees, type Reader } from './content-visibility.ts';
import type { Interaction } from './interaction.ts';
import type { Interactions } from './interactions.ts';
import { MESSAGE_FLAG } from './message-form.ts';
import { type ApiRequest, param, type Route } from './route.ts';
import type { StoredMessage } from './world.ts';

/** What the routes about interactions work on. */
export interface InteractionRoutesSettings {
  readonly interactions: Interactions;
  readonly cdn: Cdn;
  readonly reader: Reader;
}

/** Answers to interactions: the first one, and what the webhook with its token allows after it. */
export function interactionRoutes({ interactions, cdn, reader }: InteractionRoutesSettings): Route[] {
  const shown = (stored: StoredMessage): APIMessage => cdn.renew(asBotSees(stored, reader));
  const webhook = (request: ApiRequest) => [param(request, 'webhook_id'), param(request, 'webhook_token')] as const;
  const onMessage = (path: string, idOf: (request: ApiRequest) => string): Route[] => [
    {
      method: 'GET',
      path,
      auth: 'address',
      handle: (request) => ({
        status: 200,
        body: shown(interactions.messageOf(...webhook(request), idOf(request)).stored),
      }),
    },
    {
      method: 'PATCH',
      path,
      auth: 'address',
      handle: (request) => ({
        status: 200,
        body: shown(interactions.edit(...webhook(request), idOf(request), request.body, request.files)),
      }),
    },
    {
      method: 'DELETE',
      path,
      auth: 'address',
      handle: (request) => {
        interactions.delete(...webhook(request), idOf(request));
        return { status: 204 };
      },
    },
  ];

  return [
    {
      method: 'POST',
      path: '/interactions/{interaction_id}/{interaction_token}/callback',
      auth: 'address',
      handle: (request) => {
        const [id, token] = [param(request, 'interaction_id'), param(request, 'interaction_token')];
        const interaction = interactions.acknowledge(id, token, request.body, request.files);
        if (request.query.get('with_response') !== 'true') return { status: 204 };
        return { status: 200, body: callbackResponse(interaction, shown) };
      },
    },
    {
      method: 'POST',
      path: '/webhooks/{webhook_id}/{webhook_token}',
      auth: 'address',
      handle: (request) => ({
        status: 200,
        body: shown(interactions.followUp(...webhook(request), request.body, request.files)),
      }),
    },
    ...onMessage('/webhooks/{webhook_id}/{webhook_token}/messages/@original', () => '@original'),
    ...onMessage('/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}', (request) =>
      param(request, 'message_id'),
    ),
  ];
}

/** What a first answer gives back where `with_response` asks for it ("Interaction Callback Response Object"). */
function callbackResponse(interaction: Interaction, shown: (stored: StoredMessage) => APIMessage): object {
  const { id, type, acknowledged, original, channel, ephemeral } = interaction;
  const isNew = acknowledged === CALLBACK.reply || acknowledged === CALLBACK.defer;
  const hasMessage = original && (isNew || acknowledged === CALLBACK.update);
  return {
    interaction: {
      id,
      type,
      channel_id: channel.id,
      ...(channel.kind === 'guild' && { guild_id: channel.guild.id }),
      ...(original && {
        response_message_id: original.message.id,
        response_message_loading: ((original.message.flags ?? 0) & MESSAGE_FLAG.loading) !== 0,
        response_message_ephemeral: ephemeral || original.onlyFor !== undefined,
      }),
    },
    // The description knows a resource of type 4 for what is new, deferred or not, and of type 7 for an update.
    ...(hasMessage && {
      resource: { type: isNew ? CALLBACK.reply : CALLBACK.update, message: shown(original) },
    }),
  };
}
