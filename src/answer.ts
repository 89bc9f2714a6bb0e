import type { Captioning } from './captions/captioning.ts';
import type { Scoring } from './vqa/scoring.ts';

/** Kinds of question that ranking sentences cannot answer. Glimpse says so, and what to do instead. */
export const DECLINED_FAMILIES = [
  'reads-text',
  'why',
  'who-is-this',
  'not-about-the-picture',
  'other-language',
] as const;
/** One of `DECLINED_FAMILIES`. */
export type DeclinedFamily = (typeof DECLINED_FAMILIES)[number];

/** Families with a closed list of answers of their own: "what KIND is this?". */
export const KIND_FAMILIES = [
  'kind',
  'person',
  'material',
  'weather',
  'time-of-day',
  'sport',
  'food',
  'room',
  'brand',
  'shape',
  'texture',
  'emotion',
] as const;
/** One of `KIND_FAMILIES`. */
export type KindFamily = (typeof KIND_FAMILIES)[number];

/** The kinds of question that Glimpse tells apart; each has its own candidates and its own prompts. */
export const FAMILIES = [
  'yes-no',
  'count',
  'colour',
  'choice',
  'position',
  'thing',
  'activity',
  'place',
  ...KIND_FAMILIES,
  ...DECLINED_FAMILIES,
] as const;
/** One of `FAMILIES`. */
export type Family = (typeof FAMILIES)[number];

/** What may come with a question. */
export interface AskOptions {
  /**
   * The only answers to weigh: the multiple-choice form of VQA. The answer is one of them, letter for letter.
   * Where there are none, Glimpse proposes its own.
   */
  readonly choices?: readonly string[] | undefined;
  /** Steps of scoring to leave out, `{ prior: false }`, to tell what they are worth. */
  readonly scoring?: Partial<Scoring> | undefined;
}

/** A sentence held against the picture. */
export interface Held {
  /** Cosine of the picture, or of the region that was looked at, with the sentence's prompt ensemble, -1 to 1. */
  readonly similarity: number;
  /** What was subtracted from it: what the sentence has in common with just any picture, and with the opposite region. */
  readonly bias: number;
}

/**
 * What a candidate's share was made of: a softmax over logit scale times (`similarity` - `bias`), plus `prior`; of a yes or no, and of a
 * 0 that is counted, a logistic function of such differences (docs/why.md).
 */
export interface Weighing extends Held {
  /** log P(answer | question) by its weight, in nats. */
  readonly prior: number;
  /**
   * Where it is several sentences that were held against the picture, as against what a yes-no question asks for: those
   * that fit best, and how many there were. `similarity` and `bias` are then of the average one.
   */
  readonly rivals?: readonly (Held & { readonly prompt: string })[] | undefined;
  readonly rivalsCount?: number | undefined;
}

/** One possible answer as it was weighed: the sentence that stands for it and its share of the probability, 0 to 1. */
export interface ScoredCandidate {
  readonly answer: string;
  readonly prompt: string;
  readonly score: number;
  /** Of the best candidates alone; none where nothing was held against the picture for it. */
  readonly weighing?: Weighing | undefined;
}

/** What Glimpse says to a question about a picture. The JSON of `glimpse ask --json`, to the letter. */
export interface Answer {
  /** The question as it was typed; of several in one message, the one that is answered here. */
  readonly question: string;
  /** Empty where Glimpse declines. */
  readonly answer: string;
  /** The chance that the answer is right, 0 to 1. It does not hold where the picture is not familiar. */
  readonly confidence: number;
  /** False where Glimpse would rather say that it can't tell, as it does about every picture that is not familiar. */
  readonly sure: boolean;
  readonly family: Family;
  /** Best first; none where Glimpse declines. */
  readonly candidates: readonly ScoredCandidate[];
  /** Where the question is of a family that ranking cannot answer: a sentence that says so, and what to do instead. */
  readonly declined?: string | undefined;
  /** The answer to a second question in the same message. */
  readonly second?: Omit<Answer, 'second' | 'caption'> | undefined;
  /**
   * False where the picture does not look like those that the checkpoint was trained on: to glimpse-mini, a photograph.
   * Then the answer and the candidates are guesses that mean little, for tools; people are told so in their place.
   */
  readonly familiar: boolean;
  /** One sentence; where the picture is not familiar, one that says so and claims nothing about it. */
  readonly caption: string;
  /** The catalogue id of the checkpoint that answered. */
  readonly model: string;
  readonly milliseconds: number;
}

/**
 * How a caption is written: in a short sentence, as the alternative text of the picture, which says all that is clear,
 * or as that sentence with tags.
 */
export const CAPTION_STYLES = ['short', 'alt-text', 'tags'] as const;
/** One of `CAPTION_STYLES`. */
export type CaptionStyle = (typeof CAPTION_STYLES)[number];

/** What may come with a picture that is to be captioned. */
export interface CaptionOptions {
  /** `short` where there is none. */
  readonly style?: CaptionStyle | undefined;
  /** Steps of captioning to leave out, `{ place: false }`, to tell what they are worth. */
  readonly captioning?: Partial<Captioning> | undefined;
}

/** One of the things that a caption names. */
export interface CaptionThing {
  /** In the singular, without article: "dog", "scissors". */
  readonly thing: string;
  /** Where it is counted, 1 or more; 1 is said as "a". */
  readonly number?: number;
  readonly colour?: string;
  /** "striped", "wooden". */
  readonly attribute?: string;
}

/** What a caption says, each phrase as it stands in the sentence; nothing where it claims nothing. */
export interface CaptionParts {
  /** "photo", "drawing". */
  readonly kind?: string;
  /** The most important first. */
  readonly things: readonly CaptionThing[];
  /** "surfing", "riding a horse". */
  readonly activity?: string;
  /** With its preposition: "on the beach". */
  readonly place?: string;
  /** "at night". */
  readonly time?: string;
  /** "in the rain". */
  readonly weather?: string;
  /** "cheerful". */
  readonly mood?: string;
  /** "in the style of a comic". */
  readonly style?: string;
}

/** A caption and the ones it was chosen from. The JSON of `glimpse caption --json`. */
export interface Caption {
  /** The first candidate; where the picture is not familiar, a sentence that says so and claims nothing about it. */
  readonly caption: string;
  /** What the caption says. */
  readonly parts: CaptionParts;
  /** Where tags were asked for: what fits the picture, best first, each with the chance that it does, 0 to 1. */
  readonly tags?: readonly { readonly tag: string; readonly score: number }[] | undefined;
  /** As in `Answer`. */
  readonly familiar: boolean;
  /** Best first. */
  readonly candidates: readonly { readonly caption: string; readonly score: number }[];
  readonly model: string;
  readonly milliseconds: number;
}

/** Texts ranked by how well they fit a picture, best first. The JSON of `glimpse rank --json`. */
export interface Ranking {
  readonly ranking: readonly {
    readonly text: string;
    /** Softmax over the texts given, 0 to 1. */
    readonly score: number;
    /** Cosine of the two embeddings, -1 to 1. */
    readonly similarity: number;
  }[];
  /** As in `Answer`: where it is false the ranking means little. */
  readonly familiar: boolean;
  readonly model: string;
}

/** Pictures ranked by how well they fit a text, best first. */
export interface Match {
  /** The text as it was weighed, without spaces around it. */
  readonly text: string;
  readonly ranking: readonly {
    /** Which picture: its place among those given, counted from 0. */
    readonly index: number;
    /** Softmax over the pictures given, 0 to 1. */
    readonly score: number;
    /** Cosine of the two embeddings, -1 to 1. */
    readonly similarity: number;
  }[];
  /** As in `Answer`: false where any of the pictures is not familiar, for then the ranking means little. */
  readonly familiar: boolean;
  readonly model: string;
  readonly milliseconds: number;
}
