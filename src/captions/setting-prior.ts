import { phrasesOf } from '../phrases/phrase-table.ts';
import { logPriorsOf } from '../vqa/answer-prior.ts';

/** How much the prior counts beside the picture, as a share: chosen on `training/validation/captions.jsonl` (docs/captions.md). */
const WEIGHT = 0.4;
/**
 * In nats: what people never answered is taken to be this likely, a little less than what they answered most rarely. With -10 and -14
 * places are right in 79.1 and 79.9 % of the validation set in place of 79.5.
 */
const LEAST = -12;
/**
 * In nats: how likely a background of one colour is before anyone looks, as nobody answers with one. Of the places that are said in the
 * validation set 87.7 % are right then; with -4 it is 85.5, with -1 it is 88.6, but fewer are said (227 in place of 235). With no backgrounds among
 * the places, and the margin 0.25 that was best for that, it was 85.6.
 */
const PLAIN_BACKGROUND = -2.5;

/**
 * How likely a picture is taken there or then before anyone looks, in nats: what people answer to "where was this taken?". There are
 * many more places than pictures are taken in. Reads the answer prior at the first use.
 */
export function settingPrior(phrase: string): number {
  if (isPlainBackground(phrase)) return PLAIN_BACKGROUND;
  priors ??= readPriors();
  return WEIGHT * (priors.get(phrase) ?? LEAST);
}

let priors: ReadonlyMap<string, number> | undefined;

function readPriors(): ReadonlyMap<string, number> {
  const phrases = (['places-indoors', 'places-outdoors', 'times', 'weather'] as const).flatMap(phrasesOf);
  const logs = logPriorsOf('where was this taken?', phrases.map(asAnswer));
  return new Map(phrases.map((phrase, at) => [phrase, Math.max(logs[at] ?? LEAST, LEAST)]));
}

/** "on a white background": nowhere. */
export const isPlainBackground = (phrase: string): boolean => phrase.endsWith(' background');

/** "on the beach" is answered as "beach". */
export const asAnswer = (phrase: string): string => phrase.replace(/^(?:in|on|at|by|among) (?:(?:an?|the) )?/, '');
