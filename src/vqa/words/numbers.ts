/** The numbers 0 to 10 as words. */
export const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
] as const;

/** The number a word or numeral names, 0 to 10, if it names one. "a" and "an" are not numbers here. */
export function numberNamed(word: string): number | undefined {
  const spelled = (NUMBER_WORDS as readonly string[]).indexOf(word);
  if (spelled >= 0) return spelled;
  if (/^(?:10|[0-9])$/.test(word)) return Number(word);
  return undefined;
}
