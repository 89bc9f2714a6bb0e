import type { Held, ScoredCandidate, Weighing } from '../answer.ts';
import type { Answer as KeptAnswer, NewAnswer } from '../memory/answers.ts';
import type { Memory } from '../memory/memory.ts';
import type { Chosen } from './choose-picture.ts';
import type { Context } from './command.ts';
import { DISCORD } from './limits.ts';

/** Candidates kept of each question: as many as a menu offers. The others' shares are next to nothing. */
const ROWS_KEPT = DISCORD.selectOptionsCount;

/** What was weighed for one question about one picture, best first. */
export interface Weighed {
  /** Empty where there was none: a caption. */
  readonly question: string;
  /** False where the picture looks like nothing that the model knows, so that the shares mean little. */
  readonly familiar: boolean;
  /** The best of them, with the sentence that was compared with the picture, its share, and what that was made of. */
  readonly rows: readonly ScoredCandidate[];
  /** How many were weighed. */
  readonly of: number;
}

/** What is kept of all that was weighed for one question about one picture. */
export function weighedAs(question: string, familiar: boolean, candidates: Weighed['rows']): Weighed {
  const rows = candidates.slice(0, ROWS_KEPT).map(({ answer, prompt, score, weighing }) => ({
    answer,
    prompt,
    score,
    ...(weighing && { weighing: roundedWeighing(weighing) }),
  }));
  return { question, familiar, rows, of: candidates.length };
}

/** As exact as it is ever shown, for thousands of records are kept. */
function roundedWeighing({ prior, rivals, ...held }: Weighing): Weighing {
  return {
    ...held,
    ...rounded(held),
    prior: Number(prior.toFixed(2)),
    ...(rivals && { rivals: rivals.map((rival) => ({ ...rival, ...rounded(rival) })) }),
  };
}

const rounded = ({ similarity, bias }: Held): Held => ({
  similarity: Number(similarity.toFixed(3)),
  bias: Number(bias.toFixed(3)),
});

/** What an answer in Discord was about, for its buttons and for replies to it. */
export interface AnswerRecord extends KeptAnswer {
  /** For each picture, what was weighed for each question. */
  readonly result: readonly (readonly Weighed[])[];
}

/** Keeps what an answer was about and returns its id, which fits into a custom id. */
export function keepAnswer(
  answer: Pick<NewAnswer, 'kind' | 'question'> & Pick<AnswerRecord, 'result'>,
  { pictures, message }: Chosen,
  { memory, askerId, place }: Context,
  { private: onlyForAsker }: { readonly private: boolean },
): string {
  const source = message
    ? { source: 'message' as const, channelId: message.channelId, messageId: message.id }
    : { source: 'reply' as const };
  return memory.answers.add({
    ...answer,
    channelId: place.channelId,
    guildId: place.guildId,
    askerId,
    private: onlyForAsker,
    pictures: pictures.map((picture) => ({ ...picture, ...source })),
  }).id;
}

/** The record with this id, if it is still kept. */
export const findAnswer = (id: string, memory: Memory): AnswerRecord | undefined =>
  memory.answers.find(id) as AnswerRecord | undefined;

/** The record of the answer that a message of the bot's gives, if it gives one and it is still kept. */
export const answerIn = (messageId: string, memory: Memory): AnswerRecord | undefined =>
  memory.answers.findByMessage(messageId) as AnswerRecord | undefined;
