import { type APIMessage, type APIUser, PermissionFlagsBits } from 'discord.js';
import { type Choice, INTERACTION } from './callback-form.ts';
import { ClientRefusal } from './client-refusal.ts';
import { COMMAND } from './command-form.ts';
import { chooseFrom, pressButton } from './component-use.ts';
import type { LocaleCode } from './locale.ts';
import { findMentions } from './mentions.ts';
import { withoutReferenced } from './message-view.ts';
import { fillModal, type ModalValue } from './modal-input.ts';
import { mayDo } from './permissions.ts';
import {
  commandData,
  perform,
  type Shown,
  type ShownModal,
  type Stage,
  triggeringMetadata,
  uploadForInteraction,
  view,
} from './person-acts.ts';
import { composeForward, composePost, type Posting, type Say } from './person-posts.ts';
import type { ChoosingIn, Entity, Filling } from './resolved.ts';
import { commandFor, type Place, type ShownCommand, shownCommands } from './shown-commands.ts';
import { fillOptions, partOptions, type SlashValue } from './slash-options.ts';
import { waitUntil } from './waiting.ts';
import {
  type Channel,
  channelOf,
  type DirectChannel,
  guildOf,
  isIn,
  permissionsOf,
  type StoredMessage,
} from './world.ts';

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

  /** The language of this person's client, by Discord's code for it, e.g. `pt-BR`; `en-US` until it is set. */
  get locale(): LocaleCode {
    return this.#stage.world.localeOf(this.user.id);
  }

  set locale(locale: LocaleCode) {
    this.#stage.world.setLocale(this.user.id, locale);
  }

  /** The bot's commands that this person is offered in a channel, in this person's language. */
  commandsIn(channel: Channel): ShownCommand[] {
    return shownCommands(this.#placeIn(channel));
  }

  /** Installs the application for this person, who then has its commands wherever they are. */
  installApp(): void {
    this.#stage.world.installedBy.add(this.user.id);
  }

  /** Posts a message, in words alone or with files. Rejects with a ClientRefusal what Discord's client would not send. */
  async post(channel: Channel, say: string | Say): Promise<APIMessage> {
    const said: Say = typeof say === 'string' ? { content: say } : say;
    const answered = said.replyTo && this.#stored(said.replyTo);
    return this.#add(channel, composePost(this.#postingIn(channel), said, answered));
  }

  /** Posts a message in this person's direct messages with the bot. */
  dm(say: string | Say): Promise<APIMessage> {
    return this.post(this.directMessages, say);
  }

  /** Forwards a message to a channel. */
  async forward(message: APIMessage, channel: Channel): Promise<APIMessage> {
    return this.#add(channel, composeForward(this.#postingIn(channel), this.#stored(message)));
  }

  /** Changes the words of an own message. */
  async edit(message: APIMessage, content: string): Promise<APIMessage> {
    const { world } = this.#stage;
    const stored = this.#stored(message);
    if (stored.message.author.id !== this.user.id) throw new ClientRefusal('only its author edits a message');
    const edited_timestamp = new Date(world.now()).toISOString();
    world.editMessage(stored, { content, edited_timestamp, ...findMentions(content, null, world.users) });
    return view(this.#stage, stored);
  }

  /** Deletes an own message, or another's where this person may manage messages. */
  async delete(message: APIMessage): Promise<void> {
    const stored = this.#stored(message);
    const guild = guildOf(stored.channel);
    const mayManage = guild && mayDo(permissionsOf(guild, this.user.id), PermissionFlagsBits.ManageMessages);
    if (stored.message.author.id !== this.user.id && !mayManage)
      throw new ClientRefusal('only its author deletes a message');
    this.#stage.world.deleteMessage(stored);
  }

  /** What this person sees in a channel now, oldest first, with ephemeral messages of their own. */
  messagesIn(channel: Channel): APIMessage[] {
    return this.#stage.world.messagesIn(channel, this.user.id).map((stored) => view(this.#stage, stored));
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
      (listener) => world.events.listen((event) => channelOf(event) === channel && listener()),
      () => this.messagesIn(channel).find(wanted),
      patienceMs,
      () => {
        const seen = this.messagesIn(channel).map(({ author, content }) => `${author.username}: ${content}`);
        return `${this.user.username} waited ${patienceMs} ms for ${what}; the channel's messages: ${seen.join(' | ')}`;
      },
    );
  }

  /**
   * Uses a slash command, e.g. `ask`, or `settings model` for a subcommand, and waits for the bot's answer. A command can be
   * called by its own name or by the one in this person's language; subcommands and options go by their own names.
   */
  async useSlashCommand(
    channel: Channel,
    name: string,
    options: Readonly<Record<string, SlashValue>> = {},
  ): Promise<Shown> {
    const [first = '', ...path] = name.split(' ');
    const command = commandFor(this.#placeIn(channel), COMMAND.chatInput, first);
    const data = commandData(command, fillOptions(command.definition, path, options, this.#fillingIn(channel)));
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
    const command = commandFor(this.#placeIn(channel), COMMAND.chatInput, first);
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
    const command = commandFor(this.#placeIn(channel), COMMAND.message, name);
    const id = message.id;
    const data = commandData(command, {
      target_id: id,
      resolved: { messages: { [id]: withoutReferenced(stored.message) } },
    });
    const metadata = { target_message_id: id };
    const what = `the menu command "${name}"`;
    return perform(this.#stage, {
      type: INTERACTION.command,
      user: this.user,
      channel,
      data,
      target: stored,
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
    const { channel, source, target, replyType } = openedBy;
    const { components, resolved } = fillModal(modal, values, this.#fillingIn(channel));
    const data = { custom_id: modal.custom_id, components, resolved };
    const metadata = triggeringMetadata(openedBy);
    const what = `the modal "${modal.title}"`;
    const type = INTERACTION.modalSubmit;
    return perform(this.#stage, { type, user: this.user, channel, data, source, target, replyType, metadata, what });
  }

  /** Clicks a button under a message and waits for the bot's answer. */
  async clickButton(message: APIMessage, customId: string): Promise<Shown> {
    const source = this.#stored(message);
    return this.#use(source, pressButton(source.message, customId), `the button ${customId}`);
  }

  /**
   * Chooses from a menu under a message and waits for the bot's answer. From a menu of the bot's own options by their values;
   * from one of users, roles or channels by those: an `Actor`, a user, a `Role`, a `GuildChannel`, or an id.
   */
  async choose(message: APIMessage, customId: string, chosen: readonly Entity[]): Promise<Shown> {
    const source = this.#stored(message);
    const data = chooseFrom(source.message, customId, chosen, this.#placeIn(source.channel));
    return this.#use(source, data, `the menu ${customId}`);
  }

  #use(source: StoredMessage, data: object, what: string): Promise<Shown> {
    const metadata = { interacted_message_id: source.message.id };
    const { channel } = source;
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

  #placeIn(channel: Channel): Place & ChoosingIn {
    const { world, registry } = this.#stage;
    return { world, registry, user: this.user, channel };
  }

  #fillingIn(channel: Channel): Filling {
    return { place: this.#placeIn(channel), upload: uploadForInteraction(this.#stage) };
  }

  #postingIn(channel: Channel): Posting {
    const { world, cdn, web } = this.#stage;
    return { world, cdn, web, author: this.user, channel };
  }

  #add(channel: Channel, message: APIMessage): APIMessage {
    const { world } = this.#stage;
    if (!isIn(channel, this.user.id) || (channel.kind !== 'dm' && !world.channels.has(channel.id)))
      throw new ClientRefusal(`${this.user.username} is not in that channel`);
    return view(this.#stage, world.addMessage(channel, message));
  }
}
