import { wordList } from './word-list.ts';

/** The eleven basic colour terms (Berlin & Kay 1969), commonest VQA answers first, in American spelling. */
export const BASIC_COLOURS = wordList('white, black, red, blue, green, brown, yellow, gray, orange, pink, purple');

/**
 * Further words that a colour question is ranked over, each with how much rarer an answer it is than gray, the middle one
 * of the basic words, as a log ratio: counted among the 27,500 colours that people gave to questions with "color" (VQA v2
 * annotations, CC BY 4.0). So a shade wins only where it fits clearly better.
 */
export const LOG_RARITY_OF_SHADE: ReadonlyMap<string, number> = new Map([
  ['silver', -0.98],
  ['beige', -1.83],
  ['gold', -2.86],
  ['maroon', -3.75],
  ['teal', -3.84],
  ['light blue', -3.95],
  ['turquoise', -4.38],
  ['navy', -4.57],
  ['lavender', -5.42],
  ['olive', -6.11],
  ['magenta', -6.11],
]);

/** Words for shades that are understood when a question names one. */
export const FURTHER_COLOURS = wordList(
  'beige, tan, teal, turquoise, cyan, navy, maroon, gold, silver, cream, blonde, violet, magenta, lavender, peach, dark blue, light blue, dark green, light green, crimson, scarlet, indigo, burgundy, olive, bronze, khaki',
);

const ALL: ReadonlySet<string> = new Set([...BASIC_COLOURS, ...FURTHER_COLOURS, 'grey', 'blond', 'golden', 'violet']);

/** Whether the word or two words name a colour, in either spelling. */
export const isColour = (word: string): boolean => ALL.has(word);

/** The colour in American spelling, which the tables and the encoders' training texts use. */
export const americanColour = (colour: string): string => (colour === 'grey' ? 'gray' : colour);
