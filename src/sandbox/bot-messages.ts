import type { APIAttachment, APIMessage } from 'discord.js';
import { PermissionFlagsBits } from 'discord.js';
import { refusals } from './api-error.ts';
import { storeUpload, type Upload } from './attachments.ts';
import type { Cdn } from './cdn.ts';
import { findMentions } from './mentions.ts';
import { MESSAGE_FLAG, type MessagePayload } from './message-form.ts';
import { EMPTY_PARTS, type Files, layOver, type MessageParts } from './message-parts.ts';
import { mayDo } from './permissions.ts';
import type { Channel, StoredMessage, World } from './world.ts';

/** What a message of the bot's has beside its payload. */
export interface MessageSetting {
  readonly onlyFor?: string | undefined;
  /** The message that this one answers, shown above it. */
  readonly repliesTo?: StoredMessage | undefined;
  readonly extra?: Partial<APIMessage>;
  readonly flags?: number;
}

const DEFAULT_TYPE = 0;
const REPLY_TYPE = 19;

/** Writes the bot's messages: the same way for plain ones and for answers to interactions. */
export class BotMessages {
  readonly #world: World;
  readonly #cdn: Cdn;

  constructor(world: World, cdn: Cdn) {
    this.#world = world;
    this.#cdn = cdn;
  }

  /** Adds a message to a channel. Throws 50006 if it is empty and 50013 where files may not be attached. */
  create(channel: Channel, payload: MessagePayload, files: Files, setting: MessageSetting = {}): StoredMessage {
    if (
      files.size > 0 &&
      setting.onlyFor === undefined &&
      !mayDo(channel.botPermissions, PermissionFlagsBits.AttachFiles)
    )
      throw refusals.missingPermissions();
    const parts = layOver(EMPTY_PARTS, payload, files, this.#storeIn(channel, setting.onlyFor !== undefined));
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
    const before: MessageParts = { ...message, components: message.components ?? [], flags: message.flags ?? 0 };
    const parts = layOver(before, payload, files, this.#storeIn(channel, stored.onlyFor !== undefined));
    this.#world.editMessage(stored, {
      ...parts,
      ...this.#mentions(parts, payload),
      ...(!wasLoading && { edited_timestamp: this.#timestamp() }),
    });
  }

  #add(channel: Channel, parts: MessageParts, payload: MessagePayload, setting: MessageSetting): StoredMessage {
    const { repliesTo } = setting;
    const message: APIMessage = {
      id: this.#world.nextId(),
      type: repliesTo ? REPLY_TYPE : DEFAULT_TYPE,
      channel_id: channel.id,
      author: this.#world.bot,
      timestamp: this.#timestamp(),
      edited_timestamp: null,
      pinned: false,
      tts: false,
      ...parts,
      ...this.#mentions(parts, payload, repliesTo),
      ...(payload.nonce !== undefined && payload.nonce !== null && { nonce: payload.nonce }),
      ...(repliesTo && {
        message_reference: referenceTo(repliesTo),
        referenced_message: repliesTo.message,
      }),
      ...setting.extra,
    };
    return this.#world.addMessage(channel, message, { onlyFor: setting.onlyFor });
  }

  #mentions(parts: MessageParts, payload: MessagePayload, repliesTo?: StoredMessage) {
    return findMentions(parts.content, payload.allowed_mentions, this.#world.users, repliesTo?.message.author);
  }

  #storeIn(channel: Channel, ephemeral: boolean): (upload: Upload) => APIAttachment {
    const folder = ephemeral ? `/ephemeral-attachments/${this.#world.bot.id}` : `/attachments/${channel.id}`;
    return (upload) => storeUpload(this.#cdn, folder, this.#world.nextId(), upload, ephemeral);
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
