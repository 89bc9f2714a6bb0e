import type { Category } from './words/categories.ts';
import type { Term } from './words/word-list.ts';

/**
 * A sentence that would be true of the picture but for a gap, written `{}`: "the man is holding {}".
 * A term's phrase goes into the gap.
 */
export type Frame = string;

/** One thing a yes-no question asserts, beside what could be the case instead. */
export interface Contrast {
  readonly frames: readonly Frame[];
  readonly asked: Term;
  readonly rivals: readonly Term[];
  /** True where nothing is known about the words, so that the rivals are a guess and the answer must stay unsure. */
  readonly weak?: boolean;
}

/** Why ranking whole pictures against sentences cannot answer a question: the best answer is given, but never as sure. */
export type Beyond = 'reading' | 'reason' | 'identity' | 'measure' | 'unknown';

/** Frames are the question's own words; where there are none, the terms' usual templates serve. */
interface Framed {
  readonly frames: readonly Frame[];
}

export interface YesNoQuestion {
  readonly family: 'yes-no';
  /** All of them must hold for a yes. */
  readonly contrasts: readonly Contrast[];
  /** True for "is he without a hat?": a yes to the contrasts is a no to the question. */
  readonly inverted: boolean;
}

export interface CountQuestion {
  readonly family: 'count';
  /** The plural of what is counted: "red apples". */
  readonly subject: string;
  /** What follows it: "on the table", or empty. */
  readonly tail: string;
}

export interface ColourQuestion extends Framed {
  readonly family: 'colour';
  /** "grey" for those who ask after a colour, "gray" for those who ask after a color. */
  readonly spelling: 'american' | 'british';
}

export interface ChoiceQuestion extends Framed {
  readonly family: 'choice';
  readonly options: readonly Term[];
}

export interface KindQuestion extends Framed {
  readonly family: 'kind';
  readonly category: Category;
  /** "what animals are these" is answered with "dogs". */
  readonly plural: boolean;
}

export interface ThingQuestion extends Framed {
  readonly family: 'thing';
  /** What the verb or the place allows ("eating", "in the sky"); undefined where it may be anything. */
  readonly terms?: readonly Term[] | undefined;
  readonly beyond?: Beyond | undefined;
}

export interface ActivityQuestion extends Framed {
  readonly family: 'activity';
}

export interface PlaceQuestion extends Framed {
  readonly family: 'place';
  /** The places, and for "where is the cat?" also what things rest on. */
  readonly terms: readonly Term[];
}

/** A question, understood: what to rank, and in which sentences. */
export type Question =
  | YesNoQuestion
  | CountQuestion
  | ColourQuestion
  | ChoiceQuestion
  | KindQuestion
  | ThingQuestion
  | ActivityQuestion
  | PlaceQuestion;
