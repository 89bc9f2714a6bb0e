import { DECLINED_FAMILIES, type DeclinedFamily, type Family } from '../answer.ts';
import { logPriorsOf } from './answer-prior.ts';
import { normaliseQuestion } from './normalise-question.ts';

/** Whether Glimpse says what it can't do in the place of an answer. */
export function isDeclined(family: Family): family is DeclinedFamily {
  return (DECLINED_FAMILIES as readonly Family[]).includes(family);
}

/** log P(yes) - log P(no) for a question, without its picture, in nats. */
export function priorOddsOfYes(asked: string): number {
  const [yes = 0, no = 0] = logPriorsOf(normaliseQuestion(asked), ['yes', 'no']);
  return yes - no;
}
