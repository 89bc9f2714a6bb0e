import type { APIAttachment, APIMessage, APIUser } from 'discord.js';
import { PermissionFlagsBits } from 'discord.js';
import { refusals } from './api-error.ts';
import { storeUpload, type Upload } from './attachments.ts';
import type { Cdn } from './cdn.ts';
import { findMentions } from './mentions.ts';
import { MESSAGE_FLAG, type MessagePayload } from './message-form.ts';
import { EMPTY_PARTS, type Files, type Keeping, layOver, looseFiles, type MessageParts } from './message-parts.ts';
import { mayDo } from './permissions.ts';
import type { Web } from './web.ts';
import type { Channel, StoredMessage, World } from './world.ts';

/** What a message has beside its payload. */
export interface MessageSetting {
  readonly onlyFor?: string | undefined;
  /** The message that this one answers, shown above it. */
  readonly repliesTo?: StoredMessage | undefined;
  /** Who writes it, where that is not the bot: a webhook, or another bot, which may do there what it does. */
  readonly author?: APIUser;
  readonly extra?: Partial<APIMessage>;
  readonly flags?: number;
}

const DEFAULT_TYPE = 0;
const REPLY_TYPE = 19;

/** Writes the messages that come as payloads: the bot's plain ones, its answers to interactions, and other bots'. */
export class BotMessages {
  readonly #world: World;
  readonly #cdn: Cdn;
  readonly #web: Web;

  constructor(world: World, cdn: Cdn, web: Web) {
    this.#world = world;
    this.#cdn = cdn;
    this.#web = web;
  }

  /**
   * Adds a message to a channel. Throws 50006 if it is empty, 50013 where files may not be attached, and 10003 if the channel
   * is gone.
   */
  create(channel: Channel, payload: MessagePayload, files: Files, setting: MessageSetting = {}): StoredMessage {
    if (
      files.size > 0 &&
      setting.onlyFor === undefined &&
      setting.author === undefined &&
      !mayDo(channel.botPermissions, PermissionFlagsBits.AttachFiles)
    )
      throw refusals.missingPermissions();
    const parts = layOver(EMPTY_PARTS, payload, files, this.#keepingIn(channel, setting.onlyFor !== undefined));
    return this.#add(channel, { ...parts, flags: parts.flags | (setting.flags ?? 0) }, payload, setting);
  }

  /** Adds the message that says that the bot is thinking. */
  createLoading(channel: Channel, setting: MessageSetting): StoredMessage {
    const flags = MESSAGE_FLAG.loading | (setting.flags ?? 0);
    return this.#add(channel, { ...EMPTY_PARTS, flags }, { allowed_mentions: null }, setting);
  }

  edit(stored: StoredMessage, payload: MessagePayload, files: Files): void {
    const { message, channel } = stored;
    const wasLoading = ((message.flags ?? 0) & MESSAGE_FLAG.loading) !== 0;
    const before: MessageParts = {
      content: message.content,
      embeds: message.embeds,
      components: message.components ?? [],
      files: stored.files,
      embedded: stored.embedded,
      flags: message.flags ?? 0,
    };
    const parts = layOver(before, payload, files, this.#keepingIn(channel, stored.onlyFor !== undefined));
    stored.files = parts.files;
    stored.embedded = parts.embedded;
    this.#world.editMessage(stored, {
      ...shownParts(parts),
      ...this.#mentions(parts, payload, message),
      ...(!wasLoading && { edited_timestamp: this.#timestamp() }),
    });
  }

  #add(channel: Channel, parts: MessageParts, payload: MessagePayload, setting: MessageSetting): StoredMessage {
    if (!this.#world.channels.has(channel.id)) throw refusals.unknownChannel();
    const { repliesTo, extra, author = this.#world.bot } = setting;
    const message: APIMessage = {
      id: this.#world.nextId(),
      type: repliesTo ? REPLY_TYPE : DEFAULT_TYPE,
      channel_id: channel.id,
      author,
      timestamp: this.#timestamp(),
      edited_timestamp: null,
      pinned: false,
      tts: false,
      ...shownParts(parts),
      ...this.#mentions(parts, payload, extra, repliesTo),
      ...(payload.nonce !== undefined && payload.nonce !== null && { nonce: payload.nonce }),
      ...(repliesTo && {
        message_reference: referenceTo(repliesTo),
        referenced_message: repliesTo.message,
      }),
      ...extra,
    };
    const { onlyFor } = setting;
    return this.#world.addMessage(channel, message, { onlyFor, files: parts.files, embedded: parts.embedded });
  }

  /** Whom a message pings; one that goes through a webhook names users alone, unless it says otherwise, and its answer nobody. */
  #mentions(
    parts: MessageParts,
    payload: MessagePayload,
    { webhook_id }: Partial<APIMessage> = {},
    repliesTo?: StoredMessage,
  ) {
    const allowed = payload.allowed_mentions ?? (webhook_id === undefined ? undefined : { parse: ['users' as const] });
    return findMentions(parts.content, allowed, this.#world.users, repliesTo?.message.author);
  }

  #keepingIn(channel: Channel, ephemeral: boolean): Keeping {
    const folder = ephemeral ? `/ephemeral-attachments/${this.#world.bot.id}` : `/attachments/${channel.id}`;
    return {
      store: (upload: Upload): APIAttachment => storeUpload(this.#cdn, folder, this.#world.nextId(), upload, ephemeral),
      media: (address) => this.#web.media(address),
    };
  }

  #timestamp(): string {
    return new Date(this.#world.now()).toISOString();
  }
}

/** The `message_reference` of a message that replies to this one. */
export function referenceTo({ message, channel }: StoredMessage): NonNullable<APIMessage['message_reference']> {
  return {
    type: 0,
    message_id: message.id,
    channel_id: channel.id,
    ...(channel.kind === 'guild' && { guild_id: channel.guild.id }),
  };
}

function shownParts(parts: MessageParts) {
  const { content, embeds, components, flags } = parts;
  return { content, embeds, components, flags, attachments: looseFiles(parts) };
}
