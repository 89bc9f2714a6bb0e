import type { Message } from 'discord.js';
import { captionOf } from './answering.ts';
import { chooseOf } from './choose-picture.ts';
import type { Context, ReplyPayload } from './command.ts';
import { type Applicant, type Desk, isSilenced, serve, settingsIn } from './desk.ts';
import { explainFailure } from './failure.ts';
import { findPictures } from './find-picture.ts';
import { replyToMessage } from './surface.ts';

/** Captions that wait for their turn at most; further pictures stay without. */
const WAITING = 50;

/**
 * Captions the pictures that people post or forward in the channels that a server chose, one after the other, so that
 * those who ask go first. Not a sticker, an emoji or a link's preview. Nobody has asked, so it notifies nobody, and
 * where there is nothing to say it says nothing. Resolves when the message is done with.
 */
export function createUnaskedCaptions(desk: Desk): (message: Message, applicant: Applicant) => Promise<void> {
  const { services, admission, log } = desk;
  let waiting = 0;
  let last = Promise.resolve();

  return async (message, applicant) => {
    if (findPictures(message, 'files').length === 0 || !isCaptioned(applicant) || isSilenced(applicant, desk)) return;
    if (waiting >= WAITING) return log.info({ message: message.id }, 'too many captions are waiting');
    waiting += 1;
    const turn = last
      .then(() => caption(message, applicant))
      .finally(() => {
        waiting -= 1;
      });
    last = turn.catch(() => undefined);
    return turn;
  };

  function isCaptioned({ guildId, channelId, parentId }: Applicant): boolean {
    const { captionChannels } = settingsIn(guildId, services.memory);
    return captionChannels.some((id) => id === channelId || id === parentId);
  }

  async function caption(message: Message, applicant: Applicant): Promise<void> {
    const { channelId, guildId, words } = applicant;
    const facts = { request: 'caption channel', message: message.id, user: applicant.askerId };
    const surface = { ...replyToMessage(message, log), wait: async () => undefined, fail: async () => undefined };
    let admitted: ReturnType<typeof admission.enter>;
    try {
      admitted = admission.enter({ userId: undefined, channelId, guildId });
    } catch (error) {
      explainFailure(error, facts, words, log);
      return;
    }
    const work = async (context: Context): Promise<ReplyPayload> => {
      const chosen = chooseOf(message, ({ refusals }) => refusals.noPictureInMessage, { sought: 'files' });
      const payload = await captionOf(chosen, context, { private: false, unasked: true });
      // Whoever listens to the channel hears first that no person wrote this.
      const content = `**${words.answer.aiCaption}**${chosen.pictures.length > 1 ? '\n' : ' · '}${payload.content}`;
      return { ...payload, content, quiet: true };
    };
    await serve(applicant, surface, work, facts, desk, admitted);
  }
}
