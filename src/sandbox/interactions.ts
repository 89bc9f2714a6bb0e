import { randomBytes } from 'node:crypto';
import type { APIMessage } from 'discord.js';
import { refusals } from './api-error.ts';
import type { BotMessages, MessageSetting } from './bot-messages.ts';
import { CALLBACK, type Callback, parseCallback } from './callback-form.ts';
import type { Interaction, InteractionStep } from './interaction.ts';
import { LIMITS } from './limits.ts';
import { MESSAGE_FLAG, parseMessage } from './message-form.ts';
import type { Files } from './message-parts.ts';
import { Signal } from './signal.ts';
import { hasBot, type StoredMessage, type World } from './world.ts';

const FOLLOW_UP_FLAGS =
  MESSAGE_FLAG.ephemeral |
  MESSAGE_FLAG.suppressEmbeds |
  MESSAGE_FLAG.suppressNotifications |
  MESSAGE_FLAG.voiceMessage |
  MESSAGE_FLAG.componentsV2;

/** How long a bot has, in milliseconds. */
export interface InteractionTimes {
  readonly acknowledgeWithinMs: number;
  readonly tokenLifetimeMs: number;
}

/** The life of interactions: opened by a person, acknowledged once and in time by the bot, then edited and followed up. */
export class Interactions {
  /** Emits an interaction whenever the bot has done something about it, or has done it too late. */
  readonly changed = new Signal<Interaction>();
  readonly #world: World;
  readonly #messages: BotMessages;
  readonly #times: InteractionTimes;
  readonly #byToken = new Map<string, Interaction>();

  constructor(world: World, messages: BotMessages, times: InteractionTimes) {
    this.#world = world;
    this.#messages = messages;
    this.#times = times;
  }

  open(
    start: Pick<Interaction, 'type' | 'user' | 'channel' | 'source' | 'target' | 'replyType' | 'metadata'>,
  ): Interaction {
    const interaction: Interaction = {
      ...start,
      id: this.#world.nextId(),
      token: randomBytes(48).toString('base64url'),
      createdAt: this.#world.now(),
      timeline: [],
      acknowledged: undefined,
      expired: false,
      ephemeral: false,
      original: undefined,
      followUps: [],
      modal: undefined,
      choices: undefined,
    };
    this.#byToken.set(interaction.token, interaction);
    return interaction;
  }

  /** Takes the bot's first answer. Throws 10062 where there is no such interaction any more, 40060 the second time. */
  acknowledge(id: string, token: string, body: unknown, files: Files): Interaction {
    const interaction = this.#byToken.get(token);
    if (!interaction || interaction.id !== id) throw refusals.unknownInteraction();
    if (interaction.acknowledged !== undefined) throw refusals.alreadyAcknowledged();
    if (this.expireIfLate(interaction)) throw refusals.unknownInteraction();
    const source = interaction.source && { flags: interaction.source.message.flags ?? 0 };
    const callback = parseCallback(body, interaction.type, source);
    this.#apply(interaction, callback, files);
    interaction.acknowledged = callback.type;
    this.#note(interaction, STEP[callback.type]);
    return interaction;
  }

  /** Marks an interaction that was not acknowledged in time; true if it is now one of those. */
  expireIfLate(interaction: Interaction): boolean {
    if (interaction.acknowledged !== undefined) return false;
    const late = this.#world.now() - interaction.createdAt > this.#times.acknowledgeWithinMs;
    if (late && !interaction.expired) {
      interaction.expired = true;
      this.#note(interaction, 'too late');
    }
    return late;
  }

  /** The message that `@original` or an id means. Throws 50027, 10015 or 10008. */
  messageOf(webhookId: string, token: string, messageId: string): { interaction: Interaction; stored: StoredMessage } {
    const interaction = this.#live(webhookId, token);
    const own = [interaction.original, ...interaction.followUps].filter((stored) => stored !== undefined);
    const stored =
      messageId === '@original' ? interaction.original : own.find(({ message }) => message.id === messageId);
    if (!stored || stored.deleted) throw refusals.unknownMessage();
    return { interaction, stored };
  }

  edit(webhookId: string, token: string, messageId: string, body: unknown, files: Files): StoredMessage {
    const { interaction, stored } = this.messageOf(webhookId, token, messageId);
    const allowedFlags = MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.componentsV2;
    this.#messages.edit(stored, parseMessage(body, { allowedFlags, presentFlags: stored.message.flags ?? 0 }), files);
    this.#note(interaction, 'edit');
    return stored;
  }

  delete(webhookId: string, token: string, messageId: string): void {
    const { interaction, stored } = this.messageOf(webhookId, token, messageId);
    this.#world.deleteMessage(stored);
    this.#note(interaction, 'delete');
  }

  /** Adds a message. Directly after a defer it takes the place of the message that says that the bot is thinking. */
  followUp(webhookId: string, token: string, body: unknown, files: Files): StoredMessage {
    const interaction = this.#live(webhookId, token);
    const payload = parseMessage(body, { allowedFlags: FOLLOW_UP_FLAGS });
    // In place of a deleted reply, a follow-up is a message of its own (discord-api-docs, issue 2739).
    const original = interaction.original?.deleted ? undefined : interaction.original;
    if (original && ((original.message.flags ?? 0) & MESSAGE_FLAG.loading) !== 0) {
      const flags = (payload.flags ?? 0) & ~MESSAGE_FLAG.ephemeral;
      this.#messages.edit(original, { ...payload, flags }, files);
      this.#note(interaction, 'edit');
      return original;
    }
    if (!hasBot(interaction.channel) && interaction.followUps.length >= LIMITS.followUps)
      throw refusals.tooManyFollowUps();
    const ephemeral = ((payload.flags ?? 0) & MESSAGE_FLAG.ephemeral) !== 0;
    const setting = this.#setting(interaction, ephemeral);
    const stored = this.#messages.create(interaction.channel, payload, files, { ...setting, repliesTo: original });
    interaction.followUps.push(stored);
    this.#note(interaction, 'follow up');
    return stored;
  }

  #live(webhookId: string, token: string): Interaction {
    if (webhookId !== this.#world.bot.id) throw refusals.unknownWebhook();
    const interaction = this.#byToken.get(token);
    if (!interaction) throw refusals.invalidWebhookToken();
    if (this.#world.now() - interaction.createdAt > this.#times.tokenLifetimeMs) throw refusals.invalidWebhookToken();
    if (interaction.acknowledged === undefined) throw refusals.unknownWebhook();
    return interaction;
  }

  #apply(interaction: Interaction, callback: Callback, files: Files): void {
    switch (callback.type) {
      case CALLBACK.reply:
        interaction.ephemeral = ((callback.payload.flags ?? 0) & MESSAGE_FLAG.ephemeral) !== 0;
        interaction.original = this.#messages.create(
          interaction.channel,
          callback.payload,
          files,
          this.#setting(interaction, interaction.ephemeral),
        );
        return;
      case CALLBACK.defer: {
        interaction.ephemeral = callback.ephemeral;
        const setting = this.#setting(interaction, callback.ephemeral);
        const flags = callback.ephemeral ? MESSAGE_FLAG.ephemeral : 0;
        interaction.original = this.#messages.createLoading(interaction.channel, { ...setting, flags });
        return;
      }
      case CALLBACK.deferUpdate:
        interaction.original = interaction.source;
        return;
      case CALLBACK.update:
        interaction.original = interaction.source;
        if (interaction.source) this.#messages.edit(interaction.source, callback.payload, files);
        return;
      case CALLBACK.autocomplete:
        interaction.choices = callback.choices;
        return;
      case CALLBACK.modal:
        interaction.modal = callback.modal;
        return;
    }
  }

  #setting(interaction: Interaction, ephemeral: boolean): MessageSetting {
    const { id, type, user, source, target, replyType, metadata } = interaction;
    const extra: Partial<APIMessage> & { interaction_metadata: unknown } = {
      type: source ? 19 : replyType,
      application_id: this.#world.bot.id,
      webhook_id: this.#world.bot.id,
      interaction_metadata: { id, type, user, ...metadata } as NonNullable<APIMessage['interaction_metadata']>,
    };
    return { onlyFor: ephemeral ? user.id : undefined, repliesTo: source ?? target, extra };
  }

  #note(interaction: Interaction, did: InteractionStep['did']): void {
    interaction.timeline.push({ did, afterMs: this.#world.now() - interaction.createdAt });
    this.changed.emit(interaction);
  }
}

const STEP: Readonly<Record<Callback['type'], InteractionStep['did']>> = {
  [CALLBACK.reply]: 'reply',
  [CALLBACK.defer]: 'defer',
  [CALLBACK.deferUpdate]: 'defer update',
  [CALLBACK.update]: 'update',
  [CALLBACK.autocomplete]: 'choices',
  [CALLBACK.modal]: 'modal',
};
