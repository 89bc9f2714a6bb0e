import { isPlural, isUncountable } from './grammar.ts';
import { isGerund, isPreposition, isPronoun } from './noun-phrase.ts';
import { MASS, NAMES, WITH_THE } from './words/answer-words.ts';
import { isColour } from './words/colours.ts';

/** Whether the words begin with a preposition that has an object: "on table", "next to plate", but not "next train". */
export const leadsToPlace = (words: readonly string[]): boolean =>
  words.length > 1 && isPreposition(words[0] ?? '') && (words[0] !== 'next' || words[1] === 'to');

/**
 * What follows a preposition gets "the" where it would stand alone: "on table" is "on the table", "in front of tv" is "in front
 * of the tv". "at home", "in motion", "on his head" and "behind them" stay as they are.
 */
export function withObject(words: readonly string[]): string {
  const from = words.findIndex(
    (word, at) =>
      !isPreposition(word) &&
      !(CONNECTING.test(word) && at < words.length - 1) &&
      !(at > 0 && /^(?:front|top|side|middle|back|center)$/.test(word) && words[at + 1] === 'of'),
  );
  if (from < 0) return words.join(' ');
  const before = words.slice(0, from);
  const object = words.slice(from).join(' ');
  const inner = object.match(/^(.+?) ((?:of|on|in|at|by|near) .+)$/);
  const end = inner ? ` ${withObject((inner[2] ?? '').split(' '))}` : '';
  const noun = inner?.[1] ?? object;
  return `${before.join(' ')} ${bareAfterPreposition(before, noun) ? noun : `the ${noun}`}${end}`;
}

function bareAfterPreposition(before: readonly string[], noun: string): boolean {
  const [lead = ''] = noun.split(' ');
  if (
    /^(?:for|with|to|from|without|like)$/.test(before[0] ?? '') &&
    (isPlural(noun) || MASS.has(noun) || isUncountable(noun))
  )
    return true;
  if (/^(?:home plate|first base|second base|third base)$/.test(noun)) return true;
  if (noun === 'front' && before.at(-1) === 'in') return true;
  if (WITH_THE.has(noun)) return false;
  return (
    NAMES.has(noun) ||
    isPronoun(noun) ||
    isColour(noun) ||
    /^(?:him|her|them|me|us|you|himself|herself|itself|each|his|her|its|their|my|your|this|that|these|the|a|an|another|some|both|one|two|\d+|not|very)$/.test(
      lead,
    ) ||
    isGerund(lead) ||
    (/^(?:in|at|by|out|of|for)$/.test(before.at(-1) ?? '') && IDIOM.test(noun)) ||
    (before.at(-1) === 'on' && ON_IDIOM.test(noun)) ||
    /^(?:here|there|left|right) to /.test(noun)
  );
}

/** "in motion", "at home", "out of focus": nouns that go without an article after a preposition. */
const IDIOM =
  /^(?:motion|captivity|color|colour|colors|focus|bounds|use|love|place|line|progress|public|private|uniform|costume|bed|school|work|home|night|sea|space|midair|flight|mid air|fun|service|season|style|stock|sale|fire|foot|hand|top|vacation|duty|display|guard|time|noon|black and white|front|back|danger|half|shape|control|peace|contact|reality|person|japan|home plate|first base|second base|third base|night)$/;
const ON_IDIOM = /^(?:fire|foot|top|vacation|duty|display|guard|sale|time|board|computer games)$/;
const CONNECTING = /^(?:of|out|away|close|just|all|next|front(?= of)|top(?= of))$/;
