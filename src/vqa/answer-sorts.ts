import { isDescribing } from './words/answer-words.ts';
import { isColour } from './words/colours.ts';

/** Whether the answer is a colour, or several: "red", "black and white", "light green". */
export const isColours = (answer: string): boolean =>
  answer
    .split(/(?:,| and |\/|&| )+/)
    .every((word) => isColour(word) || /^(?:light|dark|bright|neon|off|multi|lime|navy|baby|pale)$/.test(word)) &&
  answer.split(' ').some((word) => isColour(word.replace(/[,/].*$/, '')));

/** Whether the answer is a description, which goes before a noun: "wooden", "red and white". */
export const isAdjective = (answer: string): boolean =>
  isColours(answer) || isDescribing(answer) || (/ and /.test(answer) && answer.split(' and ').every(isDescribing));

/** "a cat and a dog", "lettuce, a tomato and an onion". */
export const inSeries = (phrases: readonly string[]): string =>
  `${phrases.slice(0, -1).join(', ')} and ${phrases.at(-1)}`;

/** Colours as one adjective: "white, black" and "white/black" are "white and black", "multi" is "multicolored". */
export function inOneColour(answer: string): string {
  if (MANY_COLOURS.test(answer)) return 'multicolored';
  const single = answer.split(/(?:,|\/| and | & | )+/);
  if (single.length > 1 && single.every((word) => isColour(word)) && !isColour(answer)) return inSeries(single);
  const parts = answer.split(/,? and |, ?|\/| & /).filter(Boolean);
  if (parts.length > 1) return inSeries(parts);
  return answer;
}

const MANY_COLOURS =
  /^(?:multi(?:[- ]?colou?r(?:ed)?)?|many|many colors|all|all colors|several|lots|different colors|various|mixed|both)$/;

/** "3:00", "7 pm", "7:30 am". */
export const isClockTime = (answer: string): boolean =>
  /^\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?$/.test(answer) && /[:m]/.test(answer);

/** What is no sentence's part in any family: yes and no, and whatever says that one can't tell. */
export const isUnsayable = (answer: string): boolean => UNSAYABLE.test(answer);

const UNSAYABLE =
  /^(?:yes|no|yeah|nope|maybe|n\/?a|very|on|off|in|out|toward|towards|go|eat|hit|fell|clockwise|gone|far|na|idk|unknown|unsure|uncertain|unclear|unanswerable|unreadable|illegible|impossible|possibly|probably(?: not)?|not|sure|why|what|because|could be|can't|cannot|no idea|no clue|none of above|somewhat|kind of|never|not .*|can'?t .*|cannot .*|don'?t .*|do not .*|i .*|i'm .*|it'?s? (?:is|isn't|fell|has).*|it's .*|he's .*|he is|it is.*|it isn't|they aren't|we're .*|you can't.*|there (?:is|are|isn't).*|some are|yes,? .*|my best guess.*|your best guess|too many to count|\d+ is|0)$/;

/** "evening", "late afternoon", "summer", "noon": when something is. */
export const isTimeWord = (answer: string): boolean => TIME_WORD.test(answer);

const TIME_WORD =
  /^(?:(?:late|early|mid) ?)?(?:morning|afternoon|evening|night|day|noon|midday|midnight|dusk|dawn|sunset|sunrise|sundown|daytime|nighttime|daylight|twilight|day time|night time|lunch ?time|dinner ?time|breakfast time|summer|winter|spring|fall|autumn)$/;

/** "fall", "late summer", "july". */
export const isSeason = (answer: string): boolean => SEASON_LIKE.test(answer);

const SEASON_LIKE =
  /^(?:(?:late|early) )?(?:summer|winter|spring|fall|autumn|springtime|summertime|wintertime|january|february|march|april|may|june|july|august|september|october|november|december)$/;
