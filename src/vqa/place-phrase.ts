import { asThing } from './answer-phrase.ts';
import { isAdjective, isClockTime, isTimeWord, isUnsayable } from './answer-sorts.ts';
import { isPlural, isUncountable, withArticle } from './grammar.ts';
import { isGerund, isPreposition } from './noun-phrase.ts';
import { leadsToPlace, withObject } from './prepositions.ts';
import { MASS, WITH_THE } from './words/answer-words.ts';
import { PLACE_NAMES } from './words/place-names.ts';
import { usualPreposition } from './words/place-words.ts';

/**
 * An answer as the phrase that puts something there: "on the table", "at the airport", "in new york", "in a cafeteria",
 * "outside"; "in air" is "in the air". Undefined for what is no place: "yes", "skiing".
 */
export function asPlace(answer: string): string | undefined {
  if (isUnsayable(answer) || isClockTime(answer) || /^\d+$/.test(answer)) return undefined;
  if (/^(?:none|nothing|nobody|no one)$/.test(answer)) return 'nowhere';
  const usual = usualPreposition(answer);
  if (usual !== undefined) return `${usual} ${answer}`.trim();
  const words = answer.split(' ');
  const [lead = ''] = words;
  if (PLACE_NAMES.has(answer)) return `in ${WITH_THE.has(answer) ? 'the ' : ''}${answer}`;
  if (leadsToPlace(words) || isPreposition(lead) || LEADS.test(answer)) {
    if (words.length === 1 || (lead === 'next' && words[1] !== 'to') || DOES.test(answer)) return undefined;
    const named = words.slice(1).join(' ');
    return PLACE_NAMES.has(named) ? `${lead} ${WITH_THE.has(named) ? 'the ' : ''}${named}` : withObject(words);
  }
  if (/^(?:left|right) (?:side|hand|foot|arm|corner|center|edge|half|lane|end|hand side)$/.test(answer))
    return `on the ${answer}`;
  if (/^(?:left|right) (?!of )/.test(answer)) return undefined;
  if (/^(?:left|right) of /.test(answer)) return `to the ${words[0]} ${withObject(words.slice(1))}`;
  if (isTimeWord(answer)) return undefined;
  if (isAdjective(answer)) return `in a ${answer} place`;
  if (isGerund(lead) && words.length === 1) return undefined;
  if (/ (?:st|street|ave|avenue|blvd|road|rd|dr)$/.test(answer)) return `on ${withThe(answer)}`;
  if (/ (?:on|in|at|by|near) /.test(` ${words.slice(1).join(' ')} `)) return undefined;
  const last = words.at(-1) ?? '';
  const inside = isPlural(last) || isUncountable(answer) || MASS.has(answer) ? `the ${answer}` : undefined;
  const usualOfLast = usualPreposition(last);
  if (words.length > 1 && usualOfLast !== undefined && usualOfLast !== '') {
    const [preposition] = usualOfLast.split(' ');
    return `${preposition} ${inside ?? withArticle(answer)}`;
  }
  const noun = inside ?? (/^(?:his|her|their|its|the|a|an|my|your) /.test(answer) ? answer : asThing(answer));
  return noun === undefined ? undefined : `in ${noun}`;
}

/** "main st" is a name, "city street" is none. */
const withThe = (street: string): string =>
  /^(?:city|busy|side|narrow|dirt|country|gravel) /.test(street) ? `a ${street}` : street;

/** "to catch a frisbee" is no place. */
const DOES = /^to (?!the |left|right|side|his|her|my)/;

const LEADS = /^(?:next to|close to|out|away from|on top of|in front of|front of|top of|far from) /;
