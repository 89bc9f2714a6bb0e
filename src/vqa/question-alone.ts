import { LRUCache } from 'lru-cache';
import { DECLINED_FAMILIES, type DeclinedFamily, type Family } from '../answer.ts';
import { logPriorsOf } from './answer-prior.ts';
import { normaliseQuestion } from './normalise-question.ts';

/** Whether Glimpse says what it can't do in the place of an answer. */
export function isDeclined(family: Family): family is DeclinedFamily {
  return (DECLINED_FAMILIES as readonly Family[]).includes(family);
}

/** log P(yes) - log P(no) for a question, without its picture, in nats. */
export function priorOddsOfYes(asked: string): number {
  return ODDS_OF_YES.memo(asked);
}

/** The model took about 5 ms for a question under a profiler, and many are asked about one picture after another. */
const ODDS_OF_YES = new LRUCache<string, number>({
  max: 500,
  memoMethod: (asked) => {
    const [yes = 0, no = 0] = logPriorsOf(normaliseQuestion(asked), ['yes', 'no']);
    return yes - no;
  },
});
