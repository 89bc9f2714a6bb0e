import { correctArticles } from './grammar.ts';
import type { Frame } from './question.ts';

/** Each frame with the phrase in its gap, articles set right, and no sentence twice: "an orange car". */
export function fillFrames(frames: readonly Frame[], phrase: string): readonly string[] {
  return [...new Set(frames.map((frame) => correctArticles(tidy(frame.replace('{}', phrase)))))];
}

/** "a an apple" and "the the" arise where a frame and a phrase each bring a determiner; the phrase's own one stays. */
function tidy(sentence: string): string {
  return sentence
    .replace(/\b(?:a|an|the) (?=(?:a|an|the|some) )/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
