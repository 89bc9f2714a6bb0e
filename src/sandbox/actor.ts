import type { APIEmbed, APIMessage, APIUser } from 'discord.js';
import { storeUpload, type Upload } from './attachments.ts';
import { referenceTo } from './bot-messages.ts';
import { type Choice, INTERACTION } from './callback-form.ts';
import { ClientRefusal } from './client-refusal.ts';
import { COMMAND } from './command-form.ts';
import { COMPONENT, everyComponent } from './component-form.ts';
import { LIMITS } from './limits.ts';
import { findMentions } from './mentions.ts';
import { MESSAGE_FLAG } from './message-form.ts';
import { fillModal, type ModalValue } from './modal-input.ts';
import {
  commandData,
  commandFor,
  perform,
  type Shown,
  type ShownModal,
  type Stage,
  triggeringMetadata,
  uploadForInteraction,
} from './person-acts.ts';
import { fillOptions, partOptions, type SlashValue } from './slash-options.ts';
import { waitUntil } from './waiting.ts';
import type { Channel, DirectChannel, StoredMessage } from './world.ts';

/** What a person posts. */
export interface Say {
  readonly content?: string;
  readonly files?: readonly Upload[];
  /** The message to reply to; its author is pinged unless `ping` is false, as in Discord's client. */
  readonly replyTo?: APIMessage;
  readonly ping?: boolean;
  /** The previews that Discord makes of links. */
  readonly embeds?: readonly APIEmbed[];
}

const FORWARD = 1;
const NO_FLAGS: number = 0;

/** A person in the loopback Discord: does what a person does there, sees what that person sees, and waits for the bot. */
export class Actor {
  readonly user: APIUser;
  readonly #stage: Stage;

  constructor(user: APIUser, stage: Stage) {
    this.user = user;
    this.#stage = stage;
  }

  /** The words that ping this person. */
  get mention(): string {
    return `<@${this.user.id}>`;
  }

  /** This person's direct messages with the bot: a channel like any other. */
  get directMessages(): DirectChannel {
    return this.#stage.world.directChannel(this.user);
  }

  /** Posts a message, in words alone or with files. Throws a ClientRefusal for what Discord's client would not send. */
  async post(channel: Channel, say: string | Say): Promise<APIMessage> {
    const { world, cdn } = this.#stage;
    const {
      content = '',
      files = [],
      replyTo,
      ping = true,
      embeds = [],
    } = typeof say === 'string' ? { content: say } : say;
    if (content.length > LIMITS.content) throw new ClientRefusal(`a message has ${LIMITS.content} characters at most`);
    if (content.trim() === '' && files.length === 0) throw new ClientRefusal('a message needs words or a file');
    if (files.length > LIMITS.attachments) throw new ClientRefusal(`a message has ${LIMITS.attachments} files at most`);
    const answered = replyTo && this.#stored(replyTo);
    // A reply to an answer to an interaction pings nobody (discord-api-docs, issue 5395).
    const pinged = answered && ping && !answered.message.webhook_id ? answered.message.author : undefined;
    const attachments = files.map((file) =>
      storeUpload(cdn, `/attachments/${channel.id}`, world.nextId(), file, false),
    );
    return this.#add(channel, {
      ...this.#blank(channel, content, pinged),
      attachments,
      embeds: [...embeds],
      ...(answered && { type: 19, message_reference: referenceTo(answered), referenced_message: answered.message }),
    });
  }

  /** Posts a message in this person's direct messages with the bot. */
  dm(say: string | Say): Promise<APIMessage> {
    return this.post(this.directMessages, say);
  }

  /** Forwards a message to a channel. */
  async forward(message: APIMessage, channel: Channel): Promise<APIMessage> {
    const stored = this.#stored(message);
    const { content, embeds, attachments, timestamp, edited_timestamp, flags, mentions, mention_roles, type } =
      stored.message;
    return this.#add(channel, {
      ...this.#blank(channel, '', undefined),
      flags: MESSAGE_FLAG.hasSnapshot,
      message_reference: { ...referenceTo(stored), type: FORWARD },
      message_snapshots: [
        {
          message: {
            type,
            content,
            embeds,
            attachments,
            timestamp,
            edited_timestamp,
            ...(flags !== undefined && { flags }),
            mentions,
            mention_roles,
            components: stored.message.components ?? [],
          },
        },
      ],
    });
  }

  /** Changes the words of an own message. */
  async edit(message: APIMessage, content: string): Promise<APIMessage> {
    const { world, cdn } = this.#stage;
    const stored = this.#stored(message);
    if (stored.message.author.id !== this.user.id) throw new ClientRefusal('only its author edits a message');
    const edited_timestamp = new Date(world.now()).toISOString();
    world.editMessage(stored, { content, edited_timestamp, ...findMentions(content, null, world.users) });
    return cdn.renew(stored.message);
  }

  /** Deletes an own message. */
  async delete(message: APIMessage): Promise<void> {
    const stored = this.#stored(message);
    if (stored.message.author.id !== this.user.id) throw new ClientRefusal('only its author deletes a message');
    this.#stage.world.deleteMessage(stored);
  }

  /** What this person sees in a channel now, oldest first, with ephemeral messages of their own. */
  messagesIn(channel: Channel): APIMessage[] {
    const { world, cdn } = this.#stage;
    return world.messagesIn(channel, this.user.id).map((stored) => cdn.renew(stored.message));
  }

  /**
   * The bot's reply to a message, as soon as there is one for which `until` holds; without `until`, the first.
   * Rejects when the loopback's patience is at its end.
   */
  replyTo(message: APIMessage, until: (reply: APIMessage) => boolean = () => true): Promise<APIMessage> {
    const channel = this.#stored(message).channel;
    return this.waitForMessage(
      channel,
      (reply) =>
        reply.author.id === this.#stage.world.bot.id &&
        reply.message_reference?.message_id === message.id &&
        until(reply),
      `a reply to ${JSON.stringify(message.content)}`,
    );
  }

  /** The first message in a channel that this person sees and for which `wanted` holds, now or after the next changes. */
  waitForMessage(
    channel: Channel,
    wanted: (message: APIMessage) => boolean,
    what = 'such a message',
  ): Promise<APIMessage> {
    const { world, patienceMs } = this.#stage;
    return waitUntil(
      (listener) => world.events.listen(listener),
      () => this.messagesIn(channel).find(wanted),
      patienceMs,
      () => {
        const seen = this.messagesIn(channel).map(({ author, content }) => `${author.username}: ${content}`);
        return `${this.user.username} waited ${patienceMs} ms for ${what}; the channel's messages: ${seen.join(' | ')}`;
      },
    );
  }

  /** Uses a slash command, e.g. `ask`, or `settings model` for a subcommand, and waits for the bot's answer. */
  async useSlashCommand(
    channel: Channel,
    name: string,
    options: Readonly<Record<string, SlashValue>> = {},
  ): Promise<Shown> {
    const [first = '', ...path] = name.split(' ');
    const command = commandFor(this.#stage, this.user, channel, COMMAND.chatInput, first);
    const filled = fillOptions(command.definition, path, options, uploadForInteraction(this.#stage));
    const data = commandData(command, { options: filled.options, resolved: this.#resolved(channel, filled.resolved) });
    return perform(this.#stage, { type: INTERACTION.command, user: this.user, channel, data, what: `/${name}` });
  }

  /** What the bot suggests while this person types into an option with autocomplete. */
  async typeInto(
    channel: Channel,
    name: string,
    option: string,
    typed: string,
    others: Readonly<Record<string, SlashValue>> = {},
  ): Promise<readonly Choice[]> {
    const [first = '', ...path] = name.split(' ');
    const command = commandFor(this.#stage, this.user, channel, COMMAND.chatInput, first);
    const options = partOptions(command.definition, path, { ...others, [option]: typed }, option);
    const what = `typing into /${name}`;
    const data = commandData(command, { options });
    const shown = await perform(this.#stage, { type: INTERACTION.autocomplete, user: this.user, channel, data, what });
    return shown.choices;
  }

  /** Uses a command from a message's menu ("Apps") and waits for the bot's answer. The bot gets the whole message. */
  async useMessageMenu(message: APIMessage, name: string): Promise<Shown> {
    const stored = this.#stored(message);
    const { channel } = stored;
    const command = commandFor(this.#stage, this.user, channel, COMMAND.message, name);
    const id = message.id;
    const data = commandData(command, { target_id: id, resolved: { messages: { [id]: stored.message } } });
    const metadata = { target_message_id: id };
    const what = `the menu command "${name}"`;
    return perform(this.#stage, {
      type: INTERACTION.command,
      user: this.user,
      channel,
      data,
      replyType: 23,
      metadata,
      what,
    });
  }

  /** Fills in the modal that the bot has opened, by its fields' custom ids, and waits for the bot's answer. */
  async submitModal(opened: Shown | ShownModal, values: Readonly<Record<string, ModalValue>> = {}): Promise<Shown> {
    const modal = 'openedBy' in opened ? opened : opened.modal;
    if (!modal) throw new ClientRefusal('no modal is open');
    const { openedBy } = modal;
    if (openedBy.user.id !== this.user.id) throw new ClientRefusal('the modal is open in front of somebody else');
    const { components, resolved } = fillModal(modal, values, uploadForInteraction(this.#stage));
    const { channel, source, replyType } = openedBy;
    const data = { custom_id: modal.custom_id, components, resolved };
    const metadata = triggeringMetadata(openedBy);
    const what = `the modal "${modal.title}"`;
    const type = INTERACTION.modalSubmit;
    return perform(this.#stage, { type, user: this.user, channel, data, source, replyType, metadata, what });
  }

  /** Clicks a button under a message and waits for the bot's answer. */
  clickButton(message: APIMessage, customId: string): Promise<Shown> {
    return this.#useComponent(message, customId, COMPONENT.button, {});
  }

  /** Chooses from a menu under a message and waits for the bot's answer. */
  choose(message: APIMessage, customId: string, values: readonly string[]): Promise<Shown> {
    return this.#useComponent(message, customId, COMPONENT.stringSelect, { values });
  }

  async #useComponent(
    message: APIMessage,
    customId: string,
    type: number,
    rest: { values?: readonly string[] },
  ): Promise<Shown> {
    const source = this.#stored(message);
    const component = [...everyComponent(source.message.components)].find(
      (candidate) => candidate.custom_id === customId && candidate.type === type,
    );
    if (!component)
      throw new ClientRefusal(`the message has no ${type === COMPONENT.button ? 'button' : 'menu'} ${customId}`);
    if (component.disabled === true) throw new ClientRefusal(`${customId} is disabled`);
    const offered = (component.options as { value: string }[] | undefined)?.map(({ value }) => value);
    if (rest.values?.some((value) => !offered?.includes(value)))
      throw new ClientRefusal(`${customId} has no such choice`);
    const data = { custom_id: customId, component_type: type, id: component.id, ...rest };
    const metadata = { interacted_message_id: message.id };
    const { channel } = source;
    const what = `${type === COMPONENT.button ? 'the button' : 'the menu'} ${customId}`;
    return perform(this.#stage, {
      type: INTERACTION.component,
      user: this.user,
      channel,
      data,
      source,
      metadata,
      what,
    });
  }

  /** The message itself, if this person sees it. */
  #stored(message: APIMessage): StoredMessage {
    const stored = this.#stage.world.messages.get(message.id);
    if (!stored || (stored.onlyFor !== undefined && stored.onlyFor !== this.user.id))
      throw new ClientRefusal(`${this.user.username} sees no message ${message.id}`);
    return stored;
  }

  #add(channel: Channel, message: APIMessage): APIMessage {
    const { world, cdn } = this.#stage;
    if (channel.kind === 'guild' ? !channel.guild.members.has(this.user.id) : channel.recipient.id !== this.user.id)
      throw new ClientRefusal(`${this.user.username} is not in that channel`);
    return cdn.renew(world.addMessage(channel, message, { onlyFor: undefined }).message);
  }

  #blank(channel: Channel, content: string, pinged: APIUser | undefined): APIMessage {
    const { world } = this.#stage;
    return {
      id: world.nextId(),
      type: 0,
      channel_id: channel.id,
      author: this.user,
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

  #resolved(channel: Channel, { attachments, users }: ReturnType<typeof fillOptions>['resolved']): object {
    const members = Object.keys(users).flatMap((id) => {
      const member = channel.kind === 'guild' ? channel.guild.members.get(id) : undefined;
      return member
        ? [[id, { permissions: member.permissions.toString(), joined_at: member.joinedAt, roles: [] }]]
        : [];
    });
    return {
      ...(Object.keys(attachments).length > 0 && { attachments }),
      ...(Object.keys(users).length > 0 && { users, members: Object.fromEntries(members) }),
    };
  }
}
