import {
  type AutocompleteInteraction,
  type GuildMember,
  type Interaction,
  type ModalBuilder,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import type {
  Command,
  ComponentInteraction,
  Context,
  Control,
  ReplyPayload,
  SlashCommand,
  Visibility,
} from './command.ts';
import { type Applicant, admit, contextOf, type Desk, serve } from './desk.ts';
import { explainFailure, logBug, type RequestFacts } from './failure.ts';
import { replyToInteraction, type Surface, sentOf, whisper } from './surface.ts';
import { wordsFor } from './words/locales.ts';

/**
 * The one listener for commands, menus, modals, buttons and suggestions. It lets the person in, defers, runs what was
 * invoked and puts its result in the reply; a failure becomes a sentence that only the person who asked sees.
 */
export function createInteractionHandler(
  commands: readonly Command[],
  controls: readonly Control[],
  desk: Desk,
): (interaction: Interaction) => Promise<void> {
  const { services, log } = desk;
  const byName = new Map(commands.map((command) => [command.definition.name, command]));
  const byControl = new Map(controls.map((control) => [control.id, control]));
  const byModal = new Map(
    [
      ...commands.filter((command) => command.kind === 'modal menu'),
      ...controls.filter((control) => control.answers === 'with a modal'),
    ].map((modal) => [modal.id, modal]),
  );

  return async (interaction) => {
    if (interaction.isAutocomplete()) return suggest(interaction);
    if (interaction.isChatInputCommand()) {
      const command = byName.get(interaction.commandName);
      if (command?.kind !== 'slash') return outdated(interaction);
      const run = (context: Context) => command.execute(interaction, context);
      return answer(interaction, command.defer(interaction), run, command.definition.name, command.free);
    }
    if (interaction.isMessageContextMenuCommand()) {
      const command = byName.get(interaction.commandName);
      if (command?.kind === 'modal menu') {
        return openModal(interaction, (context) => command.modal(interaction, context), command.definition.name);
      }
      if (command?.kind !== 'menu') return outdated(interaction);
      const run = (context: Context) => command.execute(interaction, context);
      return answer(interaction, command.defer(interaction), run, command.definition.name, command.free);
    }
    if (interaction.isModalSubmit()) {
      const modal = byModal.get(idOf(interaction));
      if (!modal) return outdated(interaction);
      const run = (context: Context) => modal.submit(interaction, context);
      return answer(interaction, modal.deferSubmit(interaction), run, modal.id, modal.free);
    }
    if (interaction.isButton() || interaction.isAnySelectMenu()) {
      const control = byControl.get(idOf(interaction));
      if (!control) return outdated(interaction);
      switch (control.answers) {
        case 'with a modal':
          return openModal(interaction, (context) => control.modal(interaction, context), control.id);
        case 'with a reply': {
          const run = (context: Context) => control.execute(interaction, context);
          return answer(interaction, control.defer, run, control.id, control.free);
        }
        case 'in place':
          return change(interaction, control);
      }
    }
  };

  async function answer(
    interaction: RepliableInteraction,
    visibility: Visibility,
    work: (context: Context) => Promise<ReplyPayload>,
    request: string,
    free = false,
  ): Promise<void> {
    const applicant = applicantOf(interaction);
    const facts = factsOf(interaction, request);
    let admitted: ReturnType<typeof admit> | undefined;
    try {
      admitted = free ? undefined : admit(applicant, desk);
    } catch (error) {
      return whisper(interaction, explainFailure(error, facts, applicant.words, log));
    }
    let surface: Surface;
    try {
      surface = await replyToInteraction(interaction, visibility, log);
    } catch (error) {
      admitted?.leave();
      throw error;
    }
    await serve(applicant, surface, work, facts, desk, admitted);
  }

  async function openModal(
    interaction: Exclude<RepliableInteraction, ModalSubmitInteraction>,
    modal: (context: Context) => ModalBuilder,
    request: string,
  ): Promise<void> {
    const applicant = applicantOf(interaction);
    let opened: ModalBuilder;
    try {
      opened = modal(contextOf(applicant, services, NOWHERE));
    } catch (error) {
      return whisper(interaction, explainFailure(error, factsOf(interaction, request), applicant.words, log));
    }
    await interaction.showModal(opened);
  }

  async function change(
    interaction: ComponentInteraction,
    control: Extract<Control, { answers: 'in place' }>,
  ): Promise<void> {
    const applicant = applicantOf(interaction);
    let payload: ReplyPayload | undefined;
    try {
      payload = await control.execute(interaction, contextOf(applicant, services, NOWHERE));
    } catch (error) {
      return whisper(interaction, explainFailure(error, factsOf(interaction, control.id), applicant.words, log));
    }
    if (payload) {
      await interaction.update(sentOf(payload));
      return;
    }
    await interaction.deferUpdate();
    await interaction.deleteReply();
  }

  /** Suggestions can't be deferred and are only a help: where they fail there are none. */
  async function suggest(interaction: AutocompleteInteraction): Promise<void> {
    const command = byName.get(interaction.commandName);
    let suggested: ReturnType<NonNullable<SlashCommand['suggest']>> | undefined;
    try {
      suggested = command?.kind === 'slash' ? command.suggest?.(interaction, services) : undefined;
    } catch (error) {
      logBug(error, { interaction: interaction.id, request: interaction.commandName }, log);
    }
    await interaction.respond(suggested ?? []);
  }
}

/** What can't wait for the model shows no waiting. */
const NOWHERE: Surface = {
  show: async () => undefined,
  wait: async () => undefined,
  fail: async () => undefined,
};

const idOf = ({ customId }: { readonly customId: string }): string => customId.split(':', 1)[0] ?? '';

/** Who is behind an interaction. */
function applicantOf(interaction: RepliableInteraction): Applicant {
  const { user, channelId, guildId, guild, channel, member, locale, appPermissions } = interaction;
  return {
    askerId: user.id,
    channelId: channelId ?? '',
    guildId: guildId ?? undefined,
    ...(guildId !== null && guild === null && { foreign: true as const }),
    parentId: channel?.isThread() ? (channel.parentId ?? undefined) : undefined,
    roleIds: member ? rolesOf(member as GuildMember | { readonly roles: string[] }) : [],
    words: wordsFor(locale),
    mayAttach: appPermissions.has(PermissionFlagsBits.AttachFiles),
  };
}

/** In a server that the bot is not in, a member comes as Discord sends it, with a plain list. */
function rolesOf({ roles }: GuildMember | { readonly roles: string[] }): readonly string[] {
  return Array.isArray(roles) ? roles : [...roles.cache.keys()];
}

/** A command or a button that was made by an older version of the bot. */
function outdated(interaction: RepliableInteraction): Promise<void> {
  return whisper(interaction, wordsFor(interaction.locale).refusals.oldCommand);
}

const factsOf = (interaction: RepliableInteraction, request: string): RequestFacts => ({
  request,
  interaction: interaction.id,
  user: interaction.user.id,
});
