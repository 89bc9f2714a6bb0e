import type {
  AnySelectMenuInteraction,
  ApplicationCommandOptionChoiceData,
  AutocompleteInteraction,
  BaseMessageOptions,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  MessageFlags,
  ModalBuilder,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Glimpse } from '../glimpse.ts';
import type { GlimpseSource } from '../glimpse-source.ts';
import type { Memory } from '../memory/memory.ts';
import type { ServerSettings } from '../memory/settings.ts';
import type { FoundPicture } from './find-picture.ts';
import type { MenuPictures } from './menu-pictures.ts';
import type { Vitals } from './vitals.ts';
import type { Words } from './words/en.ts';

/** What everything that a person can invoke has at hand. */
export interface Services {
  readonly source: GlimpseSource;
  readonly memory: Memory;
  /** Fetches a picture's bytes. Throws a UserError where they can't be had. */
  readonly load: (picture: FoundPicture) => Promise<Uint8Array>;
  readonly menuPictures: MenuPictures;
  readonly vitals: Vitals;
  /** Whether Discord shows the bot what is in every message (the Message Content intent). */
  readonly readsMessages: boolean;
}

/** Where something is asked. */
export interface Place {
  readonly channelId: string;
  /** Undefined in direct messages. */
  readonly guildId: string | undefined;
  /** A server that the bot is not in: somebody brought it along. Nobody can set anything up there. */
  readonly foreign?: true;
}

/** One request: who asks what where, in which language, under which settings, and what answers it. */
export interface Context extends Services {
  readonly askerId: string;
  readonly place: Place;
  readonly words: Words;
  readonly settings: ServerSettings;
  /** Whether replies may bring files here. */
  readonly mayAttach: boolean;
  /** The model, as soon as it is loaded; until then the person is told how far it is. Throws a UserError where it can't be had. */
  glimpse(): Promise<Glimpse>;
}

/** A reply: its text, with everything echoed in it escaped, and what is below it. */
export interface ReplyPayload extends Pick<BaseMessageOptions, 'content' | 'components' | 'files'> {
  readonly flags?: MessageFlags.IsComponentsV2;
  /** Notifies nobody: what was not asked for. */
  readonly quiet?: true;
  /** The record in `memory.answers` that the message will belong to once it is sent. */
  readonly record?: string;
}

/** Who sees the reply: everyone in the channel, or only the person who asked. Discord fixes it when a reply is deferred. */
export type Visibility = 'public' | 'ephemeral';

interface Definition {
  /** As Discord shows it, e.g. `ask` or `Ask about this picture`. */
  readonly name: string;
  /** As it is registered with Discord. */
  toJSON(): RESTPostAPIApplicationCommandsJSONBody;
}

interface Invocable {
  readonly definition: Definition;
  /** It asks nothing of the model, so neither limits nor a server's silent channels stop it. */
  readonly free?: true;
}

/** `/name`: deferred before `execute`, whose payload then becomes the reply. */
export interface SlashCommand extends Invocable {
  readonly kind: 'slash';
  readonly defer: (interaction: ChatInputCommandInteraction) => Visibility;
  execute(interaction: ChatInputCommandInteraction, context: Context): Promise<ReplyPayload>;
  /** What to suggest while a person types into an option with autocomplete; at most 25. */
  suggest?(interaction: AutocompleteInteraction, services: Services): ApplicationCommandOptionChoiceData[];
}

/** An entry of a message's Apps menu: deferred before `execute`. */
export interface MenuCommand extends Invocable {
  readonly kind: 'menu';
  readonly defer: (interaction: MessageContextMenuCommandInteraction) => Visibility;
  execute(interaction: MessageContextMenuCommandInteraction, context: Context): Promise<ReplyPayload>;
}

/** Something that asks for more in a modal first. What is sent in the modal is deferred before `submit`. */
export interface Modal<Opener> {
  /** What the custom ids of its modals start with, before the first colon. */
  readonly id: string;
  /** The modal to open. Must not wait for the network: Discord gives it three seconds. */
  modal(opener: Opener, context: Context): ModalBuilder;
  /** Who sees the answer to what is sent in the modal. */
  readonly deferSubmit: (interaction: ModalSubmitInteraction) => Visibility;
  submit(interaction: ModalSubmitInteraction, context: Context): Promise<ReplyPayload>;
}

/** An entry of a message's Apps menu that opens a modal. */
export interface ModalMenuCommand extends Invocable, Modal<MessageContextMenuCommandInteraction> {
  readonly kind: 'modal menu';
}

/** Anything that `commands/` registers. */
export type Command = SlashCommand | MenuCommand | ModalMenuCommand;

/** A press of a button or a choice in a select menu. */
export type ComponentInteraction = ButtonInteraction | AnySelectMenuInteraction;

interface ControlBase {
  /** What its custom ids start with, before the first colon. The rest is its state, so it works after a restart. */
  readonly id: string;
  readonly free?: true;
}

/** A button or a select menu under a message of the bot's. */
export type Control = ControlBase &
  (
    | ({ readonly answers: 'with a modal' } & Modal<ComponentInteraction>)
    /** A message of its own. */
    | {
        readonly answers: 'with a reply';
        readonly defer: Visibility;
        execute(interaction: ComponentInteraction, context: Context): Promise<ReplyPayload>;
      }
    /** The message that it is under changes; without a payload, it goes. */
    | {
        readonly answers: 'in place';
        execute(interaction: ComponentInteraction, context: Context): Promise<ReplyPayload | undefined>;
      }
  );

/** The state in a custom id: what stands after the first colon, split at further ones. */
export const stateOf = (customId: string): readonly string[] => customId.split(':').slice(1);
