import { wordList } from './word-list.ts';

/** The eleven basic colour terms (Berlin & Kay 1969), commonest VQA answers first, in American spelling. */
export const BASIC_COLOURS = wordList('white, black, red, blue, green, brown, yellow, gray, orange, pink, purple');

/** Words for shades, ranked only when the question names one. */
export const FURTHER_COLOURS = wordList(
  'beige, tan, teal, turquoise, cyan, navy, maroon, gold, silver, cream, blonde, violet, magenta, lavender, peach, dark blue, light blue, dark green, light green, crimson, scarlet, indigo, burgundy, olive, bronze, khaki',
);

const ALL: ReadonlySet<string> = new Set([...BASIC_COLOURS, ...FURTHER_COLOURS, 'grey', 'blond', 'golden', 'violet']);

/** Whether the word or two words name a colour, in either spelling. */
export const isColour = (word: string): boolean => ALL.has(word);

/** The colour in American spelling, which the tables and the encoders' training texts use. */
export const americanColour = (colour: string): string => (colour === 'grey' ? 'gray' : colour);
