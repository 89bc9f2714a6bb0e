/** How the model spells words. Its file brings the tables, so that training and asking can never differ in them. */
export interface WordTables {
  /** By the spelling without its apostrophe: "whats" is "what is", "colour" is "color". */
  readonly spellings: Readonly<Record<string, string>>;
  /** What people say before the question proper ("can you tell me"), cut where something is left. */
  readonly leadIns: readonly string[];
  /** The last word that says nothing ("please"). */
  readonly politeEnd: string;
}

/**
 * What makes a question the list of words that the answer prior reads: lower case, no marks or punctuation, contractions
 * spelled out, no greeting. "Hey, what's THIS?" is what, is, this. As `training/answer-prior/words.py` does it; the
 * model's golden vectors compare the two.
 */
export function wordReader(tables: WordTables): (question: string) => readonly string[] {
  const spellings = new Map(Object.entries(tables.spellings).map(([written, meant]) => [written, meant.split(' ')]));
  const leadIns = byFirstWord(tables.leadIns.map((phrase) => phrase.split(' ')));

  const spelledOut = (word: string): readonly string[] => spellings.get(word.replaceAll("'", '')) ?? word.split("'");

  const withoutLeadIn = (words: readonly string[]): readonly string[] => {
    const alike = leadIns.get(words[0] ?? '');
    const phrase = alike?.find((each) => words.length > each.length && each.every((word, at) => words[at] === word));
    return phrase ? withoutLeadIn(words.slice(phrase.length)) : words;
  };

  return (question) => {
    const plain = question.replace(APOSTROPHES, "'").normalize('NFKD').toLowerCase().replace(MARKS, '');
    const words = withoutLeadIn((plain.match(WORD) ?? []).flatMap(spelledOut));
    return words.length > 1 && words.at(-1) === tables.politeEnd ? words.slice(0, -1) : words;
  };
}

/** In their order, under the word that they begin with. */
function byFirstWord(phrases: readonly (readonly string[])[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const all = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase;
    all.set(first, [...(all.get(first) ?? []), phrase]);
  }
  return all;
}

/** A plural and its singular as one: crude, and the same as in training. */
export function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

const MARKS = /[\u0300-\u036f]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc`\u00b4]/g;
const WORD = /[a-z0-9]+(?:'[a-z]+)*/g;
