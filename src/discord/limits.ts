import { MAX_TEXTS_TO_RANK } from '../clip/rank-texts.ts';
import { LONGEST_QUESTION } from '../vqa/answer-question.ts';

/** Discord's own limits, in characters (Discord's API reference: messages, components). */
export const DISCORD = {
  content: 2000,
  customId: 100,
} as const;

/** What Glimpse takes from a person and what it shows of it, in characters unless the name says otherwise. */
export const GLIMPSE = {
  /** A question in a modal or a slash command. */
  question: LONGEST_QUESTION,
  /** All texts of one `/rank`, with their separators. */
  texts: 1000,
  /** Texts of one `/rank`. */
  textsCount: MAX_TEXTS_TO_RANK,
  quotedQuestion: 150,
  shownAnswer: 80,
  shownCaption: 300,
  shownText: 46,
  /** Candidates shown with an answer. */
  candidatesCount: 5,
  /** Names that follow "My best guesses". */
  guessesCount: 3,
} as const;

/** What is shown of each of two answers in one message, in place of the same in `GLIMPSE`. */
export const HALF = {
  quotedQuestion: 80,
  shownAnswer: 40,
  shownCaption: 150,
  candidatesCount: 3,
} as const;
