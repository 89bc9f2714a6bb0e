/** The kinds of question that Glimpse tells apart; each has its own candidates and its own prompts. */
export const FAMILIES = ['yes-no', 'count', 'colour', 'choice', 'kind', 'thing', 'activity', 'place'] as const;
/** One of `FAMILIES`. */
export type Family = (typeof FAMILIES)[number];

/** What may come with a question. */
export interface AskOptions {
  /**
   * The only answers to weigh: the multiple-choice form of VQA. The answer is one of them, letter for letter.
   * Where there are none, Glimpse proposes its own.
   */
  readonly choices?: readonly string[] | undefined;
}

/** One possible answer as it was weighed: the sentence that stands for it and its share of the probability, 0 to 1. */
export interface ScoredCandidate {
  readonly answer: string;
  readonly prompt: string;
  readonly score: number;
}

/** What Glimpse says to a question about a picture. The JSON of `glimpse ask --json`, to the letter. */
export interface Answer {
  readonly question: string;
  readonly answer: string;
  /** The chance that the answer is right, 0 to 1. */
  readonly confidence: number;
  /** False where Glimpse would rather say that it can't tell. */
  readonly sure: boolean;
  readonly family: Family;
  /** Best first. */
  readonly candidates: readonly ScoredCandidate[];
  readonly caption: string;
  /** The catalogue id of the checkpoint that answered. */
  readonly model: string;
  readonly milliseconds: number;
}

/** A caption and the ones it was chosen from, best first. The JSON of `glimpse caption --json`. */
export interface Caption {
  readonly caption: string;
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
  readonly model: string;
}
