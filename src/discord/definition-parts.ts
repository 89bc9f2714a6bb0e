import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  type LocalizationMap,
  SlashCommandBuilder,
} from 'discord.js';
import { EN, type Words } from './words/en.ts';
import { localised } from './words/locales.ts';

/** Every command can be had in a server, or installed by a person for themselves. */
const INSTALLS = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall] as const;

/** Every command works in servers, in direct messages with the bot, and in other private channels. */
const CONTEXTS = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
] as const;

/** A slash command that everyone has everywhere, named and described in every language. */
export function slashCommand(words: (words: Words) => Named): SlashCommandBuilder {
  return named(new SlashCommandBuilder(), words)
    .setIntegrationTypes(...INSTALLS)
    .setContexts(...CONTEXTS);
}

/** A slash command that only servers have. */
export function serverCommand(words: (words: Words) => Named): SlashCommandBuilder {
  return named(new SlashCommandBuilder(), words)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setContexts(InteractionContextType.Guild);
}

/** An entry of a message's Apps menu that everyone has everywhere, named in every language. */
export function messageMenu(name: (words: Words) => string): ContextMenuCommandBuilder {
  return new ContextMenuCommandBuilder()
    .setName(name(EN))
    .setNameLocalizations(localised(name))
    .setType(ApplicationCommandType.Message)
    .setIntegrationTypes(...INSTALLS)
    .setContexts(...CONTEXTS);
}

/** What a command or one of its options is called. */
export interface Named {
  readonly name: string;
  readonly description: string;
}

/** Anything with a name and a description in several languages: a command, or one of its options. */
interface Nameable {
  setName(name: string): this;
  setNameLocalizations(names: LocalizationMap): this;
  setDescription(description: string): this;
  setDescriptionLocalizations(descriptions: LocalizationMap): this;
}

/** Names and describes a command or one of its options in every language. */
export function named<T extends Nameable>(part: T, words: (words: Words) => Named): T {
  return part
    .setName(words(EN).name)
    .setNameLocalizations(localised((said) => words(said).name))
    .setDescription(words(EN).description)
    .setDescriptionLocalizations(localised((said) => words(said).description));
}
