/** What a chart says besides the words of those who asked and the sentences that were compared. */
export const CHART_WORDS = {
  /** Above the columns, with their units. */
  similarity: 'similarity',
  bias: 'bias',
  prior: 'prior',
  share: 'share',
  cosine: 'cosine',
  more: (count: number) => `… and ${count} more`,
  /** In the place of a sentence where several count as one. */
  average: (count: number) => `${count} other sentences, on average`,
  /** Above some of those. */
  closest: 'the closest of these sentences',
  /** How a share comes from the numbers beside it. */
  formula: '(similarity − bias) × the scale of the model + prior decides the share.',
  /** The same as a text alternative, after the question. */
  described: (question: string) => `Chart of what was compared with the picture for “${question}”.`,
  /** Above the captions of a picture, which nobody put a question to; and the same as a text alternative. */
  captions: 'The captions that were compared',
  captionsDescribed: 'Chart of the captions that were compared with the picture.',
};

/** The words of a chart in one language. */
export type ChartWords = typeof CHART_WORDS;
