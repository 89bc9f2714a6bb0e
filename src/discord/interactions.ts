import {
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Admission } from './admission.ts';
import type { Command, ModalMenuCommand, ReplyPayload, Services, Visibility } from './command.ts';
import { explainFailure, type RequestFacts } from './failure.ts';

type Answerable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ModalSubmitInteraction;

/** What the handlers of interactions and of messages work with. */
export interface Desk {
  readonly services: Services;
  readonly admission: Admission;
  readonly log: Logger;
}

/**
 * The one listener for commands and modals. It lets the person in, defers, runs the command and puts its result in
 * the reply; a failure becomes a sentence that only the person who asked sees.
 */
export function createInteractionHandler(
  commands: readonly Command[],
  { services, admission, log }: Desk,
): (interaction: Interaction) => Promise<void> {
  const byName = new Map(commands.map((command) => [command.definition.name, command]));
  const byModal = new Map(commands.flatMap((c) => (c.defer === 'modal' ? [[c.modalId, c] as const] : [])));

  return async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const command = byName.get(interaction.commandName);
      if (command?.kind !== 'slash') return outdated(interaction);
      return answer(interaction, command, command.defer, () => command.execute(interaction, services));
    }
    if (interaction.isMessageContextMenuCommand()) {
      const command = byName.get(interaction.commandName);
      if (command?.kind !== 'menu') return outdated(interaction);
      if (command.defer === 'modal') return openModal(interaction, command);
      return answer(interaction, command, command.defer, () => command.execute(interaction, services));
    }
    if (interaction.isModalSubmit()) {
      const command = byModal.get(interaction.customId.split(':', 1)[0] ?? '');
      if (!command) return outdated(interaction);
      return answer(interaction, command, command.deferSubmit, () => command.execute(interaction, services));
    }
  };

  async function answer(
    interaction: Answerable,
    command: Command,
    visibility: Visibility,
    work: () => Promise<ReplyPayload>,
  ): Promise<void> {
    const facts = factsOf(interaction, command);
    let leave: () => void;
    try {
      leave = admission.enter(interaction.user.id);
    } catch (error) {
      return whisper(interaction, explainFailure(error, facts, log));
    }
    try {
      await interaction.deferReply(visibility === 'ephemeral' ? { flags: MessageFlags.Ephemeral } : {});
    } catch (error) {
      leave();
      throw error;
    }
    try {
      await interaction.editReply(await work().finally(leave));
    } catch (error) {
      await tellAsker(interaction, explainFailure(error, facts, log));
    }
  }

  async function openModal(interaction: MessageContextMenuCommandInteraction, command: ModalMenuCommand) {
    let modal: ReturnType<ModalMenuCommand['modal']>;
    try {
      modal = command.modal(interaction, services);
    } catch (error) {
      return whisper(interaction, explainFailure(error, factsOf(interaction, command), log));
    }
    await interaction.showModal(modal);
  }
}

/** Replies so that only the person who asked sees it. */
async function whisper(interaction: Answerable, sentence: string): Promise<void> {
  await interaction.reply({ content: sentence, flags: MessageFlags.Ephemeral });
}

/**
 * Tells only the person who asked, after the reply was deferred. A public deferred reply can't become ephemeral, and
 * while it stands a follow-up would take its place and be public too. So it is deleted first (discord-api-docs, issues
 * 2735 and 2739).
 */
async function tellAsker(interaction: Answerable, sentence: string): Promise<void> {
  if (interaction.ephemeral) {
    await interaction.editReply({ content: sentence });
    return;
  }
  await interaction.deleteReply();
  await interaction.followUp({ content: sentence, flags: MessageFlags.Ephemeral });
}

/** A command that was registered by an older version of the bot. */
function outdated(interaction: Answerable): Promise<void> {
  return whisper(
    interaction,
    'I no longer know this command. Reload Discord; if it is still offered, whoever runs me should run npm run deploy-commands.',
  );
}

const factsOf = (interaction: Answerable, command: Command): RequestFacts => ({
  request: command.definition.name,
  interaction: interaction.id,
  user: interaction.user.id,
});
