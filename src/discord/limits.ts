import { MAX_PICTURES_TO_MATCH } from '../clip/match-pictures.ts';
import { MAX_TEXTS_TO_RANK } from '../clip/rank-texts.ts';
import { LONGEST_QUESTION } from '../vqa/answer-question.ts';

/** Discord's own limits, in characters (Discord's API reference: messages, components). */
export const DISCORD = {
  content: 2000,
  /** Alternative text of a file or a gallery's picture. */
  altText: 1024,
  customId: 100,
  /** The name or the value of one suggestion of an autocomplete answer. */
  suggestion: 100,
  suggestionsCount: 25,
  /** The label or the value of one option of a select menu. */
  selectOption: 100,
  /** Options of one select menu. */
  selectOptionsCount: 25,
} as const;

/** What Glimpse takes from a person, in characters unless the name says otherwise. */
export const GLIMPSE = {
  /** A question in a modal or a slash command. */
  question: LONGEST_QUESTION,
  /** All texts of one `/rank`, with their separators. */
  texts: 1000,
  /** Texts of one `/rank`. */
  textsCount: MAX_TEXTS_TO_RANK,
  /** Pictures of one message that are answered about together. */
  picturesCount: 4,
  /** Pictures of one `/match`. */
  matchedCount: MAX_PICTURES_TO_MATCH,
} as const;

/** How much of everything a reply shows, in characters unless the name says otherwise. */
export interface Room {
  readonly question: number;
  readonly answer: number;
  /** 0: no caption. */
  readonly caption: number;
  /** Candidates shown as bars; 0: none. */
  readonly candidatesCount: number;
  /** Names that follow "My best guesses". */
  readonly guessesCount: number;
  /** The name of one picture of several. */
  readonly name: number;
  /** A text on a line of bars. */
  readonly bar: number;
}

/** From roomy to narrow: a reply takes the first in which it stays within Discord's limit. */
export const ROOMS: readonly Room[] = [
  { question: 150, answer: 80, caption: 300, candidatesCount: 5, guessesCount: 3, name: 40, bar: 46 },
  { question: 80, answer: 40, caption: 150, candidatesCount: 3, guessesCount: 3, name: 30, bar: 46 },
  { question: 80, answer: 40, caption: 120, candidatesCount: 0, guessesCount: 3, name: 30, bar: 40 },
  { question: 40, answer: 16, caption: 0, candidatesCount: 0, guessesCount: 2, name: 16, bar: 24 },
];
