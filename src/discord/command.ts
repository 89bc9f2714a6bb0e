import type {
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalBuilder,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Glimpse } from '../glimpse.ts';
import type { FoundPicture } from './find-picture.ts';
import type { MenuPictures } from './menu-pictures.ts';

/** What commands and mentions are answered with. */
export interface Services {
  readonly glimpse: Glimpse;
  /** Fetches a picture's bytes. Throws a UserError where they can't be had. */
  readonly load: (picture: FoundPicture) => Promise<Uint8Array>;
  readonly menuPictures: MenuPictures;
}

/** A reply's text, at most 2000 characters, with everything echoed in it escaped. */
export interface ReplyPayload {
  readonly content: string;
}

/** Who sees the reply: everyone in the channel, or only the person who asked. Discord fixes it when a reply is deferred. */
export type Visibility = 'public' | 'ephemeral';

interface Definition {
  /** As Discord shows it, e.g. `ask` or `Ask about this picture`. */
  readonly name: string;
  /** As it is registered with Discord. */
  toJSON(): RESTPostAPIApplicationCommandsJSONBody;
}

/** `/name`: deferred before `execute`, whose payload then becomes the reply. */
export interface SlashCommand {
  readonly kind: 'slash';
  readonly definition: Definition;
  readonly defer: Visibility;
  execute(interaction: ChatInputCommandInteraction, services: Services): Promise<ReplyPayload>;
}

/** An entry of a message's Apps menu: deferred before `execute`. */
export interface MenuCommand {
  readonly kind: 'menu';
  readonly definition: Definition;
  readonly defer: Visibility;
  execute(interaction: MessageContextMenuCommandInteraction, services: Services): Promise<ReplyPayload>;
}

/** An entry of a message's Apps menu that asks for more first. What is sent in the modal is deferred before `execute`. */
export interface ModalMenuCommand {
  readonly kind: 'menu';
  readonly definition: Definition;
  readonly defer: 'modal';
  /** What the custom ids of its modals start with, before the first colon. */
  readonly modalId: string;
  /** Who sees the answer to what is sent in the modal. */
  readonly deferSubmit: Visibility;
  /** The modal to open. Must not wait for anything: Discord gives it three seconds. */
  modal(interaction: MessageContextMenuCommandInteraction, services: Services): ModalBuilder;
  execute(interaction: ModalSubmitInteraction, services: Services): Promise<ReplyPayload>;
}

/** Anything that a person can invoke; `commands/` has a file for each. */
export type Command = SlashCommand | MenuCommand | ModalMenuCommand;
