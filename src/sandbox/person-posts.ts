import type { APIEmbed, APIMessage, APIUser } from 'discord.js';
import { storeUpload, type Upload } from './attachments.ts';
import { referenceTo } from './bot-messages.ts';
import type { Cdn } from './cdn.ts';
import { ClientRefusal } from './client-refusal.ts';
import type { Sticker } from './expressions.ts';
import { LIMITS } from './limits.ts';
import { findMentions } from './mentions.ts';
import { MESSAGE_FLAG } from './message-form.ts';
import type { Web } from './web.ts';
import type { Channel, StoredMessage, World } from './world.ts';

/** What a person posts. */
export interface Say {
  readonly content?: string;
  readonly files?: readonly Upload[];
  /** The message to reply to; its author is pinged unless `ping` is false, as in Discord's client. */
  readonly replyTo?: APIMessage;
  readonly ping?: boolean;
  /** Stickers, three at most; with one, a message needs no words. */
  readonly stickers?: readonly Sticker[];
  /** Previews beside those that the links in `content` have by themselves. */
  readonly embeds?: readonly APIEmbed[];
  /** Whether the previews of its links come later, by `LoopbackDiscord#showPreviews`, as they do where Discord is slow. */
  readonly previewsLater?: boolean;
}

const REPLY_TYPE = 19;
const FORWARD = 1;
/** A number, since the types of discord.js have no name for no flags at all. */
const NO_FLAGS: number = 0;

/** Somebody in a channel, about to post. */
export interface Posting {
  readonly world: World;
  readonly cdn: Cdn;
  readonly web: Web;
  readonly author: APIUser;
  readonly channel: Channel;
}

/** The message that a person's post makes, as a reply to `answered` where there is one. Throws a ClientRefusal. */
export function composePost(posting: Posting, say: Say, answered: StoredMessage | undefined): APIMessage {
  const { world, cdn, web, channel } = posting;
  const { content = '', files = [], stickers = [], ping = true, embeds = [], previewsLater = false } = say;
  if (content.length > LIMITS.content) throw new ClientRefusal(`a message has ${LIMITS.content} characters at most`);
  if (content.trim() === '' && files.length === 0 && stickers.length === 0)
    throw new ClientRefusal('a message needs words or a file');
  if (stickers.length > LIMITS.stickers) throw new ClientRefusal(`a message has ${LIMITS.stickers} stickers at most`);
  if (files.length > LIMITS.attachments) throw new ClientRefusal(`a message has ${LIMITS.attachments} files at most`);
  // A reply to an answer to an interaction pings nobody (discord-api-docs, issue 5395).
  const pinged = answered && ping && !answered.message.webhook_id ? answered.message.author : undefined;
  return {
    ...blank(posting, content, pinged),
    attachments: files.map((file) => storeUpload(cdn, `/attachments/${channel.id}`, world.nextId(), file, false)),
    embeds: [...embeds.map((embed) => web.unfurl(embed)), ...(previewsLater ? [] : web.previews(content))],
    ...(stickers.length > 0 && {
      sticker_items: stickers.map(({ id, name, format }) => ({ id, name, format_type: format })),
    }),
    ...(answered && {
      type: REPLY_TYPE,
      message_reference: referenceTo(answered),
      referenced_message: answered.message,
    }),
  };
}

/** The message that forwarding another one makes: empty but for the snapshot of that one. */
export function composeForward(posting: Posting, forwarded: StoredMessage): APIMessage {
  const {
    content,
    embeds,
    attachments,
    timestamp,
    edited_timestamp,
    flags,
    mentions,
    mention_roles,
    type,
    components,
    sticker_items,
  } = forwarded.message;
  const snapshot = { type, content, embeds, attachments, timestamp, edited_timestamp, mentions, mention_roles };
  return {
    ...blank(posting, '', undefined),
    flags: MESSAGE_FLAG.hasSnapshot,
    message_reference: { ...referenceTo(forwarded), type: FORWARD },
    message_snapshots: [
      {
        message: {
          ...snapshot,
          ...(flags !== undefined && { flags }),
          ...(sticker_items && { sticker_items }),
          components: components ?? [],
        },
      },
    ],
  };
}

function blank({ world, author, channel }: Posting, content: string, pinged: APIUser | undefined): APIMessage {
  return {
    id: world.nextId(),
    type: 0,
    channel_id: channel.id,
    author,
    content,
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    flags: NO_FLAGS,
    attachments: [],
    embeds: [],
    components: [],
    ...findMentions(content, null, world.users, pinged),
  };
}
