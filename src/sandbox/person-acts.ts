import type { APIMessage, APIUser } from 'discord.js';
import { storeUpload, type Upload } from './attachments.ts';
import type { Choice, InteractionType } from './callback-form.ts';
import type { Cdn } from './cdn.ts';
import { ClientRefusal } from './client-refusal.ts';
import type { CommandRegistry, RegisteredCommand } from './command-registry.ts';
import type { Gateway } from './gateway.ts';
import { type Interaction, type InteractionStep, isAnswered } from './interaction.ts';
import { integrationOwners, interactionPayload } from './interaction-payload.ts';
import type { Interactions } from './interactions.ts';
import { asItIs } from './message-view.ts';
import type { ModalDefinition } from './modal-form.ts';
import { waitUntil } from './waiting.ts';
import type { Web } from './web.ts';
import { type Channel, guildOf, hasBot, type StoredMessage, type World } from './world.ts';

/** What a person sees after an interaction that the bot has answered. */
export interface Shown {
  /** `updated` is a message that was there already and that the answer changed. */
  readonly state: 'message' | 'updated' | 'modal' | 'choices' | 'deleted';
  readonly message: APIMessage | undefined;
  readonly modal: ShownModal | undefined;
  /** The suggestions of an autocomplete answer. */
  readonly choices: readonly Choice[];
  /** Whether only this person sees the answer. */
  readonly ephemeral: boolean;
  readonly followUps: readonly APIMessage[];
  /** What the bot did, in order. */
  readonly timeline: readonly InteractionStep[];
}

/** A modal that is open in front of a person. */
export interface ShownModal extends ModalDefinition {
  /** The interaction that it answers. */
  readonly openedBy: Interaction;
}

/** The parts of the loopback that a person's acts go through. */
export interface Stage {
  readonly world: World;
  readonly cdn: Cdn;
  readonly web: Web;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly registry: CommandRegistry;
  /** How long a person waits for the bot, in milliseconds of real time. */
  readonly patienceMs: number;
  readonly acknowledgeWithinMs: number;
}

/** What makes one interaction unlike another. */
export interface Act {
  readonly type: InteractionType;
  readonly user: APIUser;
  readonly channel: Channel;
  readonly data: object;
  readonly source?: StoredMessage | undefined;
  readonly target?: StoredMessage | undefined;
  readonly replyType?: number;
  readonly metadata?: object;
  /** In words, for a complaint: `/ask`. */
  readonly what: string;
}

/** A timer may fire a little before the clock shows its time. */
const TIMER_SLACK_MS = 20;

/** Sends an interaction to the bot and waits for its answer. Rejects where the bot did not answer as Discord demands. */
export async function perform(stage: Stage, act: Act): Promise<Shown> {
  const { world, gateway, interactions, cdn } = stage;
  if (!gateway.isConnected) throw new ClientRefusal(`no bot is connected to answer ${act.what}`);
  const interaction = interactions.open({
    type: act.type,
    user: act.user,
    channel: act.channel,
    source: act.source,
    target: act.target,
    replyType: act.replyType ?? 20,
    metadata: { authorizing_integration_owners: integrationOwners(act.channel, act.user.id, world), ...act.metadata },
  });
  const payload = cdn.renew(interactionPayload(interaction, act.data, world));
  gateway.sendInteraction(hasBot(act.channel) ? guildOf(act.channel)?.id : undefined, payload);

  // With the real clock, nothing else would happen at the end of the three seconds.
  const deadline = setTimeout(() => interactions.expireIfLate(interaction), stage.acknowledgeWithinMs + TIMER_SLACK_MS);
  try {
    await waitUntil(
      (listener) => interactions.changed.listen(listener),
      () => {
        if (interaction.expired) throw new Error(`${act.what}: the application did not respond in time`);
        return isAnswered(interaction) || undefined;
      },
      stage.patienceMs,
      () => `${act.what}: ${complaint(interaction, stage.patienceMs)}`,
    );
  } finally {
    clearTimeout(deadline);
  }
  return shown(interaction, stage);
}

function complaint({ timeline }: Interaction, patienceMs: number): string {
  const did = timeline.map((step) => step.did).join(', ');
  return did === ''
    ? `the bot did nothing within ${patienceMs} ms`
    : `the bot did not go on within ${patienceMs} ms after: ${did}`;
}

function shown(interaction: Interaction, stage: Stage): Shown {
  const { original, source, modal, choices, timeline, followUps } = interaction;
  const gone = original?.deleted === true;
  const message = original && !gone ? view(stage, original) : undefined;
  const state = modal ? 'modal' : choices ? 'choices' : gone ? 'deleted' : original === source ? 'updated' : 'message';
  return {
    state,
    message,
    modal: modal && { ...modal, openedBy: interaction },
    choices: choices ?? [],
    ephemeral: original?.onlyFor !== undefined,
    followUps: followUps.map((stored) => view(stage, stored)),
    timeline: [...timeline],
  };
}

/** A message as people see it now, with links that are good. */
export function view({ world, cdn }: Pick<Stage, 'world' | 'cdn'>, stored: StoredMessage): APIMessage {
  return cdn.renew(asItIs(stored.message, world.messages));
}

/** Uploads a file for an interaction: the attachment lies apart from channels and is marked as ephemeral. */
export function uploadForInteraction({ cdn, world }: Stage): (file: Upload) => ReturnType<typeof storeUpload> {
  return (file) => storeUpload(cdn, `/ephemeral-attachments/${world.bot.id}`, world.nextId(), file, true);
}

/** What the reply to a modal says about where the modal came from. */
export function triggeringMetadata({ id, type, user, metadata }: Interaction): object {
  return { triggering_interaction_metadata: { id, type, user, ...metadata } };
}

/** The data of a slash command's or menu command's interaction. */
export function commandData({ id, guildId, definition }: RegisteredCommand, rest: object): object {
  return {
    id,
    name: definition.name,
    type: definition.type,
    ...(guildId !== undefined && { guild_id: guildId }),
    ...rest,
  };
}
