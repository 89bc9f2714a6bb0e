import { readFile } from 'node:fs/promises';

/** A picture of `src/demo/pictures` with a question about it. */
export interface Example {
  /** Its file's name. */
  readonly picture: string;
  readonly question: string;
  /** What a person would accept as right. */
  readonly expected: readonly string[];
}

/**
 * Fourteen questions about thirteen pictures, drawn in art that glimpse-mini never saw. They were written down before any
 * checkpoint had answered them. README.md shows how they came out, and test/readme.test.ts that it tells the truth.
 */
export const EXAMPLES: readonly Example[] = [
  { picture: 'dog-on-a-beach.jpg', question: 'what animal is this?', expected: ['dog', 'puppy'] },
  { picture: 'dog-on-a-beach.jpg', question: 'where was this picture taken?', expected: ['beach'] },
  { picture: 'three-red-apples.jpg', question: 'how many apples are there?', expected: ['3'] },
  { picture: 'blue-bicycle-on-a-street.jpg', question: 'what color is the bicycle?', expected: ['blue'] },
  { picture: 'cat-beside-a-dog.jpg', question: 'is there a cat?', expected: ['yes'] },
  { picture: 'guitar.jpg', question: 'what musical instrument is this?', expected: ['guitar', 'electric guitar'] },
  { picture: 'pizza.jpg', question: 'what is this?', expected: ['pizza', 'slice of pizza'] },
  { picture: 'someone-surfing.jpg', question: 'what is the person doing?', expected: ['surfing'] },
  { picture: 'two-penguins-in-the-snow.jpg', question: 'is it a penguin or an owl?', expected: ['penguin'] },
  { picture: 'red-circle.jpg', question: 'is there a green square?', expected: ['no'] },
  { picture: 'elephant-in-a-field.jpg', question: 'is there an animal?', expected: ['yes'] },
  { picture: 'red-car-in-a-city-at-night.jpg', question: 'what color is the car?', expected: ['red'] },
  { picture: 'rocket-in-space.jpg', question: 'where is the rocket?', expected: ['space', 'outer space'] },
  {
    picture: 'sunflower-and-butterfly.jpg',
    question: 'which is on the left, the butterfly or the sunflower?',
    expected: ['sunflower'],
  },
];

/** The bytes of a picture of `src/demo/pictures`. */
export function readExamplePicture(name: string): Promise<Buffer> {
  return readFile(new URL(`./pictures/${name}`, import.meta.url));
}
