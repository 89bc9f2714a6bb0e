import { inWords } from './choices.ts';
import { headOf, isUncountable, pluralise, singularise, withArticle } from './grammar.ts';
import { fillFrames } from './prompts.ts';
import type { CountQuestion } from './question.ts';
import { THING_TEMPLATES } from './words/categories.ts';
import { NUMBER_WORDS, numberNamed } from './words/numbers.ts';

/** The sentences for one of something, or several; "several" and its like stand before the noun as a number does. */
export function countedPrompts(answer: string, { subject, tail }: CountQuestion): readonly string[] {
  const word = inWords(answer);
  const number = /^\d{1,9}$/.test(word) ? Number(word) : numberNamed(word);
  const end = tail === '' ? '' : ` ${tail}`;
  const amount = AMOUNT_OF.get(word) ?? word;
  if (number === undefined) return fillFrames(THING_TEMPLATES, `${amount} ${subject}${end}`);
  const noun = singleOf(subject, tail);
  const single = singularise(subject);
  const several = PAIRED.test(headOf(single))
    ? `pairs of ${subject}`
    : isUncountable(single) && single === subject
      ? `pieces of ${subject}`
      : pluralise(subject);
  const phrases =
    number === 1
      ? [`${withArticle(noun)}${end}`, `one ${noun}${end}`]
      : [...new Set([NUMBER_WORDS[number] ?? number, number])].map((n) => `${n} ${several}${end}`);
  return [...phrases, `a photo of ${phrases[0]}`];
}

/** One of it: of "glasses" that nobody wears "glass", of "scissors" "pair of scissors", of "furniture" "piece of furniture". */
function singleOf(subject: string, tail: string): string {
  if (/^(?!.*\bof\b).*\bglasses$/.test(subject) && !/\b(?:wear|worn|face|head)/.test(tail))
    return subject.replace(/glasses$/, 'glass');
  const noun = singularise(subject);
  if (PAIRED.test(headOf(noun))) return `pair of ${noun}`;
  return isUncountable(noun) ? `piece of ${noun}` : noun;
}

const AMOUNT_OF: ReadonlyMap<string, string> = new Map([
  ['dozens', 'dozens of'],
  ['hundreds', 'hundreds of'],
  ['thousands', 'thousands of'],
  ['few', 'a few'],
  ['lot', 'a lot of'],
  ['lots', 'lots of'],
]);

/** What one counts in pairs. */
const PAIRED =
  /^(?:scissors|sunglasses|eyeglasses|trousers|jeans|pants|shorts|pajamas|pyjamas|goggles|binoculars|headphones|earphones|tongs|pliers|tweezers|leggings|tights|overalls|underpants|suspenders)$/;
