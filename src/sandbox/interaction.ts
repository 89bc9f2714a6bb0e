import type { APIUser } from 'discord.js';
import { CALLBACK, type Callback, type Choice, type InteractionType } from './callback-form.ts';
import type { ModalDefinition } from './modal-form.ts';
import type { Channel, StoredMessage } from './world.ts';

/** What a bot did about an interaction, in order. */
export interface InteractionStep {
  readonly did:
    | 'reply'
    | 'defer'
    | 'defer update'
    | 'update'
    | 'choices'
    | 'modal'
    | 'edit'
    | 'follow up'
    | 'delete'
    | 'too late';
  /** Milliseconds after the person acted, by the loopback's clock. */
  readonly afterMs: number;
}

/** One thing that a person did and that the bot has to answer. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly user: APIUser;
  readonly channel: Channel;
  readonly createdAt: number;
  /** The message whose button, menu or modal this is about. */
  readonly source: StoredMessage | undefined;
  /** The message in whose menu a command was chosen, which a reply shows above itself. */
  readonly target: StoredMessage | undefined;
  /** The message type of a reply: 20 to a slash command, 23 to a menu command, 19 to what came from a message. */
  readonly replyType: number;
  /** What `interaction_metadata` says of it beside the id, type and user. */
  readonly metadata: object;
  readonly timeline: InteractionStep[];
  acknowledged: Callback['type'] | undefined;
  expired: boolean;
  ephemeral: boolean;
  original: StoredMessage | undefined;
  readonly followUps: StoredMessage[];
  modal: ModalDefinition | undefined;
  choices: readonly Choice[] | undefined;
}

/** Whether the bot has answered; a defer is only a promise to, which an edit or a follow-up keeps. */
export function isAnswered({ acknowledged, timeline }: Interaction): boolean {
  if (acknowledged === undefined) return false;
  return (acknowledged !== CALLBACK.defer && acknowledged !== CALLBACK.deferUpdate) || timeline.length > 1;
}
