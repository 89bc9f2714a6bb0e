import type { Logger } from 'pino';
import type { Glimpse } from '../glimpse.ts';
import type { GlimpseState } from '../glimpse-source.ts';
import type { Memory } from '../memory/memory.ts';
import type { ServerSettings } from '../memory/settings.ts';
import type { Admission, Admitted } from './admission.ts';
import type { Context, Place, ReplyPayload, Services } from './command.ts';
import { explainFailure, type RequestFacts } from './failure.ts';
import { progressText } from './progress.ts';
import type { Surface } from './surface.ts';
import { ToldError } from './told-error.ts';
import type { Words } from './words/en.ts';

/** After so many milliseconds somebody who waits is told how many are ahead. Most answers are there in a tenth of that. */
const QUEUE_TOLD_AFTER_MS = 2_000;
/** How often at most a person is told how far a download is, in milliseconds: Discord allows five edits in five seconds. */
const PROGRESS_EVERY_MS = 3_000;
/** How long somebody waits for the model at most, in milliseconds: after 15 minutes Discord takes no answer to a command any more. */
const MODEL_WITHIN_MS = 14 * 60 * 1000;

/** What the handlers of interactions and of messages work with. */
export interface Desk {
  readonly services: Services;
  readonly admission: Admission;
  readonly log: Logger;
}

/** Who asks, where and how. */
export interface Applicant extends Place {
  readonly askerId: string;
  /** The channel of a thread, whose settings hold in the thread too. */
  readonly parentId: string | undefined;
  /** The roles of a server's member. */
  readonly roleIds: readonly string[];
  readonly words: Words;
  /** Whether replies may bring files there. */
  readonly mayAttach: boolean;
}

/** Whether Glimpse keeps quiet where this is: in the channel, or in the one that the thread is in. */
export function isSilenced({ channelId, guildId, parentId }: Applicant, { services }: Desk): boolean {
  const { silentChannels } = settingsIn(guildId, services.memory);
  return silentChannels.some((id) => id === channelId || id === parentId);
}

/** Whether someone may ask the model something here, and the way in. Throws a UserError (`busy`, `not-allowed`). */
export function admit(applicant: Applicant, desk: Desk): Admitted {
  const { askerId, channelId, guildId, roleIds } = applicant;
  if (isSilenced(applicant, desk)) throw new ToldError('not-allowed', ({ refusals }) => refusals.silentChannel);
  const { allowedRoles } = settingsIn(guildId, desk.services.memory);
  if (allowedRoles.length > 0 && !allowedRoles.some((id) => roleIds.includes(id))) {
    throw new ToldError('not-allowed', ({ refusals }) => refusals.notAllowed);
  }
  return desk.admission.enter({ userId: askerId, channelId, guildId });
}

/** Does the work of one request that was let in, and shows on the surface what came of it, waiting included. */
export async function serve(
  applicant: Applicant,
  surface: Surface,
  work: (context: Context) => Promise<ReplyPayload>,
  facts: RequestFacts,
  desk: Desk,
  admitted?: Admitted,
): Promise<void> {
  const { services, log } = desk;
  const { words } = applicant;
  const stopTelling = admitted && tellQueue(admitted, surface, desk, words);
  const worked = async () => {
    try {
      return await work(contextOf(applicant, services, surface));
    } finally {
      // Before the answer is there, so that whoever reads it can ask at once.
      admitted?.leave();
      await stopTelling?.();
    }
  };
  try {
    const payload = await worked();
    const shown = await surface.show(payload);
    if (payload.record && shown) services.memory.answers.attach(payload.record, shown.channelId, shown.id);
  } catch (error) {
    await surface.fail(explainFailure(error, facts, words, log));
  }
}

/**
 * Tells whoever waits long for a model that is ready how many are ahead, until the function that is returned is called. That
 * resolves when nothing more is told, so that the answer comes after it.
 */
function tellQueue({ ahead }: Admitted, surface: Surface, { services }: Desk, words: Words): () => Promise<void> {
  let telling: Promise<void> | undefined;
  const timer = setTimeout(() => {
    const count = ahead();
    if (count < 1 || services.source.state().phase !== 'ready') return;
    // An answer without this is better than none.
    telling = surface.wait(words.waiting.queue(count)).catch(() => undefined);
  }, QUEUE_TOLD_AFTER_MS);
  return async () => {
    clearTimeout(timer);
    await telling;
  };
}

/** The context of a request whose waiting is told on the surface. */
export function contextOf(applicant: Applicant, services: Services, surface: Surface): Context {
  const { askerId, channelId, guildId, foreign, words, mayAttach } = applicant;
  return {
    ...services,
    askerId,
    place: { channelId, guildId, ...(foreign && { foreign }) },
    words,
    mayAttach,
    settings: settingsIn(guildId, services.memory),
    glimpse: () => modelOf(services, surface, words),
  };
}

/** The settings of a server; those that hold in direct messages, where nobody can set any. */
export function settingsIn(guildId: string | undefined, memory: Memory): ServerSettings {
  return memory.settings.get(guildId ?? '');
}

/** The model; while it is not ready, the surface says how far it is. */
async function modelOf({ source }: Services, surface: Surface, words: Words): Promise<Glimpse> {
  if (source.state().phase === 'ready') return source.ready;
  let shownAt = Number.NEGATIVE_INFINITY;
  let said = '';
  let showing = Promise.resolve();
  const tell = (state: GlimpseState) => {
    if (state.phase === 'ready' || state.phase === 'failed') return;
    const sentence = progressText(state, words.waiting);
    const now = performance.now();
    if (sentence === said || now - shownAt < PROGRESS_EVERY_MS) return;
    said = sentence;
    shownAt = now;
    // One edit after the other; an answer without them is better than none.
    showing = showing
      .then(() => surface.wait(sentence))
      .then(
        () => undefined,
        () => undefined,
      );
  };
  tell(source.state());
  const stop = source.changed(tell);
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ToldError('timeout', ({ waiting }) => waiting.tooLong)), MODEL_WITHIN_MS);
  });
  try {
    return await Promise.race([source.ready, tooLong]);
  } finally {
    clearTimeout(timer);
    stop();
    await showing;
  }
}
