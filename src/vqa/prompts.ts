import { LRUCache } from 'lru-cache';
import { correctArticles } from './grammar.ts';
import type { Frame } from './question.ts';

/** Each frame with the phrase in its gap, articles set right, and no sentence twice: "an orange car". */
export function fillFrames(frames: readonly Frame[], phrase: string): readonly string[] {
  return [...new Set(frames.map((frame) => filled(frame, phrase)))];
}

/** The word tables' phrases go into the same few frames at every question. */
const FILLED = new LRUCache<string, string>({ max: 20_000 });

function filled(frame: Frame, phrase: string): string {
  const key = `${frame}\n${phrase}`;
  const known = FILLED.get(key);
  if (known !== undefined) return known;
  const sentence = correctArticles(tidy(frame.replace('{}', phrase)));
  FILLED.set(key, sentence);
  return sentence;
}

/**
 * "a an apple" and "the the" arise where a frame and a phrase each bring a determiner; the phrase's own one stays. "in the 3:00" and
 * "in the noon" are times to be at.
 */
function tidy(sentence: string): string {
  return sentence
    .replace(/\b(?:a|an|the) (?=(?:a|an|the|some) )/g, '')
    .replace(
      /\btaken in the (?=\d{1,2}(?::| ?[ap]\.?m| o'clock)|noon|midday|midnight|dusk|dawn|night|sunset|sunrise|twilight)/,
      'taken at ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}
