import { type APIMessage, PermissionFlagsBits } from 'discord.js';
import { z } from 'zod';
import { parseForm, refusals } from './api-error.ts';
import type { BotMessages } from './bot-messages.ts';
import type { Cdn } from './cdn.ts';
import { asBotSees, type Reader } from './content-visibility.ts';
import { MESSAGE_FLAG, type MessagePayload, parseMessage } from './message-form.ts';
import { mayDo } from './permissions.ts';
import { type ApiRequest, param, type Route } from './route.ts';
import { channelObject } from './wire-objects.ts';
import { type Channel, hasBot, type StoredMessage, type World } from './world.ts';

const CREATE_FLAGS =
  MESSAGE_FLAG.suppressEmbeds |
  MESSAGE_FLAG.suppressNotifications |
  MESSAGE_FLAG.voiceMessage |
  MESSAGE_FLAG.componentsV2;
const EDIT_FLAGS = MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.componentsV2;

const id = z.string().regex(/^\d+$/);
const listForm = z
  .object({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    before: id.optional(),
    after: id.optional(),
    around: id.optional(),
  })
  .refine(({ before, after, around }) => [before, after, around].filter(Boolean).length <= 1, {
    error: 'Of before, after and around only one may be passed at a time.',
  });

/** What the routes about channels and their messages work on. */
export interface ChannelRoutesSettings {
  readonly world: World;
  readonly cdn: Cdn;
  readonly messages: BotMessages;
  readonly reader: Reader;
}

/** Channels and plain messages. */
export function channelRoutes({ world, cdn, messages, reader }: ChannelRoutesSettings): Route[] {
  const shown = (stored: StoredMessage): APIMessage => cdn.renew(asBotSees(stored, reader));

  const channelOf = (request: ApiRequest): Channel => {
    const channel = world.channels.get(param(request, 'channel_id'));
    if (!channel) throw refusals.unknownChannel();
    if (!hasBot(channel) || !mayDo(channel.botPermissions, PermissionFlagsBits.ViewChannel))
      throw refusals.missingAccess();
    return channel;
  };
  const messageOf = (request: ApiRequest): StoredMessage => {
    const channel = channelOf(request);
    const stored = world.messages.get(param(request, 'message_id'));
    if (stored?.channel !== channel || stored.onlyFor !== undefined) throw refusals.unknownMessage();
    return stored;
  };
  const referenced = (channel: Channel, payload: MessagePayload): StoredMessage | undefined => {
    const reference = payload.message_reference;
    if (!reference) return undefined;
    if (!mayDo(channel.botPermissions, PermissionFlagsBits.ReadMessageHistory)) throw refusals.replyNeedsHistory();
    const stored = world.messages.get(reference.message_id);
    if (stored?.channel === channel && stored.onlyFor === undefined) return stored;
    if (reference.fail_if_not_exists === false) return undefined;
    throw refusals.invalidForm([
      { path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ]);
  };

  return [
    {
      method: 'GET',
      path: '/channels/{channel_id}',
      auth: 'bot',
      handle: (request) => ({ status: 200, body: channelObject(channelOf(request), world) }),
    },
    {
      method: 'POST',
      path: '/channels/{channel_id}/typing',
      auth: 'bot',
      handle: (request) => {
        world.events.emit({ type: 'TYPING_START', channel: channelOf(request), user: world.bot });
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      path: '/channels/{channel_id}/messages',
      auth: 'bot',
      handle: (request) => {
        const channel = channelOf(request);
        const list = parseForm(listForm, Object.fromEntries(request.query));
        if (!mayDo(channel.botPermissions, PermissionFlagsBits.ReadMessageHistory)) return { status: 200, body: [] };
        const all = [...world.messages.values()].filter(
          (stored) => stored.channel === channel && stored.onlyFor === undefined,
        );
        return { status: 200, body: page(all, list).map(shown) };
      },
    },
    {
      method: 'POST',
      path: '/channels/{channel_id}/messages',
      auth: 'bot',
      handle: (request) => {
        const channel = channelOf(request);
        if (!mayDo(channel.botPermissions, sendingIn(channel))) throw refusals.missingPermissions();
        const payload = parseMessage(request.body, { allowedFlags: CREATE_FLAGS });
        const same = payload.enforce_nonce && sentWith(payload.nonce, channel, world);
        if (same) return { status: 200, body: shown(same) };
        const repliesTo = referenced(channel, payload);
        return { status: 200, body: shown(messages.create(channel, payload, request.files, { repliesTo })) };
      },
    },
    {
      method: 'GET',
      path: '/channels/{channel_id}/messages/{message_id}',
      auth: 'bot',
      handle: (request) => {
        const stored = messageOf(request);
        if (!mayDo(stored.channel.botPermissions, PermissionFlagsBits.ReadMessageHistory))
          throw refusals.missingPermissions();
        return { status: 200, body: shown(stored) };
      },
    },
    {
      method: 'PATCH',
      path: '/channels/{channel_id}/messages/{message_id}',
      auth: 'bot',
      handle: (request) => {
        const stored = messageOf(request);
        if (stored.message.author.id !== world.bot.id) throw refusals.notTheAuthor();
        const presentFlags = stored.message.flags ?? 0;
        messages.edit(stored, parseMessage(request.body, { allowedFlags: EDIT_FLAGS, presentFlags }), request.files);
        return { status: 200, body: shown(stored) };
      },
    },
    {
      method: 'DELETE',
      path: '/channels/{channel_id}/messages/{message_id}',
      auth: 'bot',
      handle: (request) => {
        const stored = messageOf(request);
        const own = stored.message.author.id === world.bot.id;
        if (!own && !mayDo(stored.channel.botPermissions, PermissionFlagsBits.ManageMessages))
          throw refusals.missingPermissions();
        world.deleteMessage(stored);
        return { status: 204 };
      },
    },
  ];
}

/** In a thread, writing is a permission of its own. */
function sendingIn(channel: Channel): bigint {
  const inThread = channel.kind === 'guild' && channel.thread !== undefined;
  return inThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
}

/** Newest first, as Discord lists them. */
function page(
  all: readonly StoredMessage[],
  { limit, before, after, around }: z.output<typeof listForm>,
): StoredMessage[] {
  const id = (stored: StoredMessage) => BigInt(stored.message.id);
  if (after !== undefined)
    return all
      .filter((stored) => id(stored) > BigInt(after))
      .slice(0, limit)
      .reverse();
  if (around !== undefined) {
    const middle = all.findIndex((stored) => id(stored) >= BigInt(around));
    const start = Math.max(0, (middle < 0 ? all.length : middle) - Math.floor(limit / 2));
    return all.slice(start, start + limit).reverse();
  }
  return all
    .filter((stored) => before === undefined || id(stored) < BigInt(before))
    .slice(-limit)
    .reverse();
}

/** With `enforce_nonce`, a message that was sent already is given again instead of being sent twice. */
function sentWith(nonce: MessagePayload['nonce'], channel: Channel, world: World): StoredMessage | undefined {
  if (nonce === undefined || nonce === null) return undefined;
  return [...world.messages.values()].find(
    ({ message, channel: where }) => where === channel && message.author.id === world.bot.id && message.nonce === nonce,
  );
}
