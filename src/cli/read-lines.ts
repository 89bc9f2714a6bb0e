import { UserError } from '../user-error.ts';

/** The longest line that is read, in characters: a question with a thousand choices has a fifth of it. */
const LONGEST_LINE = 1_000_000;

/**
 * The lines of a stream of UTF-8, as they come, without their ends; the last one need not have an end. Reads no
 * further than it is asked to. Throws a UserError (`benchmark-invalid`) for a line of more than a million
 * characters.
 */
export async function* readLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let number = 1;
  for await (const chunk of input) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    rest += first;
    for (const next of others) {
      yield rest;
      rest = next;
      number += 1;
    }
    if (rest.length > LONGEST_LINE)
      throw new UserError(
        'benchmark-invalid',
        `standard input, line ${number} has more than ${LONGEST_LINE} characters. Put each question on a line of its own.`,
      );
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
