import type { DeclinedFamily, KindFamily } from '../answer.ts';
import type { Support } from '../clip/embedding.ts';
import type { Region } from '../images/region.ts';
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
export type Beyond = 'measure' | 'unknown';

/** The part of the picture that a question names, kept for the scorer. */
export interface Part {
  /** As it was said: "on the left", "in the sky", "on the table". */
  readonly phrase: string;
  /** Where that is, where it can be told without looking. */
  readonly region?: Region | undefined;
  /** The thing that it is beside, above or below: "tiger", of "to the left of the tiger". It is no answer. */
  readonly beside?: string | undefined;
  /** The thing that it is on, wherever that is. It is no answer either. */
  readonly on?: Support | undefined;
}

/** Something that is said to be in a region: the dog, on the left. */
export interface Placed {
  /** A noun phrase that goes into a sentence: "a dog". */
  readonly phrase: string;
  readonly region: Region;
}

interface Aimed {
  readonly part?: Part | undefined;
}

/** Frames are the question's own words; where there are none, the terms' usual templates serve. */
interface Framed extends Aimed {
  readonly frames: readonly Frame[];
}

export interface YesNoQuestion extends Aimed {
  readonly family: 'yes-no';
  /** All of them must hold for a yes. */
  readonly contrasts: readonly Contrast[];
  /** What is said to be on which side: all of it must hold, too. "is the dog to the left of the cat?" places both. */
  readonly placed?: readonly Placed[] | undefined;
  /** True for "is he without a hat?": a yes to the contrasts is a no to the question. */
  readonly inverted: boolean;
}

export interface CountQuestion extends Aimed {
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
  readonly family: KindFamily;
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

/** "is the dog on the left or on the right?": on which side something is. */
export interface PositionQuestion extends Aimed {
  readonly family: 'position';
  /** A noun phrase that goes into a sentence: "a dog". */
  readonly phrase: string;
  /** At least two, each with the answer that names it: "left", "on the left". */
  readonly sides: readonly { readonly answer: string; readonly region: Region }[];
}

/** What Glimpse does not try to answer. */
export interface DeclinedQuestion {
  readonly family: DeclinedFamily;
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
  | PlaceQuestion
  | PositionQuestion
  | DeclinedQuestion;

/** A question whose candidates are sentences, ranked: every family but yes-no, position, and what is declined. */
export type RankedQuestion = Exclude<Question, YesNoQuestion | PositionQuestion | DeclinedQuestion>;
