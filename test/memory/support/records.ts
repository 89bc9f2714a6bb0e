import type { NewAnswer } from '../../../src/memory/answers.ts';
import type { NewCorrection } from '../../../src/memory/corrections.ts';

/** An answer to anna in the server `zoo`, with what a test says otherwise. */
export function answerTo(otherwise: Partial<NewAnswer> = {}): NewAnswer {
  return {
    channelId: 'channel',
    guildId: 'zoo',
    askerId: 'anna',
    question: 'What animal is it?',
    kind: 'ask',
    pictures: [{ source: 'message', messageId: 'post', index: 0, url: 'https://x/y', name: 'y.jpg', spoiler: false }],
    result: { candidates: [{ answer: 'cat', prompt: 'a photo of a cat', score: 0.5 }] },
    private: false,
    ...otherwise,
  };
}

/** A correction of the answer by ben in the server `zoo`, with what a test says otherwise. */
export function correctionOf(answerId: string, otherwise: Partial<NewCorrection> = {}): NewCorrection {
  return {
    answerId,
    guildId: 'zoo',
    channelId: 'channel',
    question: 'What animal is it?',
    given: 'cat',
    right: 'fox',
    byUserId: 'ben',
    ...otherwise,
  };
}
