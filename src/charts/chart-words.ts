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
  /** How a share comes from the numbers beside it, where the candidates share all (`shareFormula`). */
  formula: '(similarity − bias) × the scale of the model + prior decides the share.',
  /** The same of a yes or no. `slope`: what the difference is multiplied by. */
  formulaOfYesNo: (slope: number) =>
    `The share is the logistic function 1 ÷ (1 + e^−x) of x = ${slope} × the scale of the model × the difference in (similarity − bias) to the other row + the difference in prior.`,
  /** After that, where several things are asked about, each with its place. */
  formulaOfPlaces:
    'Here the differences of all things that the question names are added up, and the rows show the first.',
  /** The same of a number, where `zero` is the answer that there is none. */
  formulaOfNone: (zero: string, slope: number) =>
    `The share of ${zero} is the logistic function of ${slope} × the scale of the model × how much greater its (similarity − bias) is than that of the thing itself, which has no row. For the others (similarity − bias) × the scale of the model + prior decides how they share the rest.`,
  /** The same as a text alternative, after the question. */
  described: (question: string) => `Chart of what was compared with the picture for “${question}”.`,
  /** Above the captions of a picture, which nobody put a question to; and the same as a text alternative. */
  captions: 'The captions that were compared',
  captionsDescribed: 'Chart of the captions that were compared with the picture.',
};

/** The words of a chart in one language. */
export type ChartWords = typeof CHART_WORDS;
