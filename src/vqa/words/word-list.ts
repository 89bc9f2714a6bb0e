/** One word of a table: the answer a person would give, and the phrase that stands for it in a sentence. */
export interface Term {
  /** Lower case, as VQA answers are: "dog", "beach", "playing tennis". */
  readonly answer: string;
  /** What goes into a prompt's gap: "a dog", "on the beach", "playing tennis". */
  readonly phrase: string;
}

/** The entries of a comma-separated list, in order. Line breaks count as spaces. */
export function wordList(list: string): readonly string[] {
  return list
    .split(',')
    .map((entry) => entry.trim().replace(/\s+/g, ' '))
    .filter((entry) => entry !== '');
}

/** Terms from a comma-separated list of `answer: phrase`, or plain words that are their own phrase. */
export function terms(list: string): readonly Term[] {
  return wordList(list).map((entry) => {
    const [answer = entry, phrase = answer] = entry.split(': ');
    return { answer, phrase };
  });
}
