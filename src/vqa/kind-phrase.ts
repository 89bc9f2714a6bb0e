import { asActivity } from './activity-phrase.ts';
import { asThing } from './answer-phrase.ts';
import { inOneColour, isAdjective, isClockTime, isSeason, isTimeWord, isUnsayable } from './answer-sorts.ts';
import { inPlural } from './candidates.ts';
import { isPlural, pluralise, singularise, withArticle } from './grammar.ts';
import { isGerund } from './noun-phrase.ts';
import type { KindQuestion } from './question.ts';
import { MASS } from './words/answer-words.ts';

/** An answer for the gap in the sentences of a category: "made of lace", "a thin crust pizza", "a 2 year old". */
export function asKind(answer: string, question: KindQuestion): string | undefined {
  const { category, plural } = question;
  switch (category.id) {
    case 'sport':
    case 'game':
    case 'activity':
      return asActivity(answer, category.id !== 'activity');
    case 'weather':
      return WEATHER_NOUNS.get(answer) ?? (isAdjective(answer) ? answer : undefined);
    case 'emotion':
    case 'texture':
    case 'gender':
      return isAdjective(answer) ? answer : undefined;
    case 'pattern':
      return isAdjective(answer) || (!isUnsayable(answer) && !isPlural(answer) && !/^(?:none|\d)|^no /.test(answer))
        ? answer
        : undefined;
    case 'season':
      return isSeason(answer) ? answer : undefined;
    case 'time of day':
      return /^[1-9]\d?$/.test(answer)
        ? `${answer} o'clock`
        : isClockTime(answer) || (isTimeWord(answer) && !isSeason(answer))
          ? answer
          : undefined;
    case 'age':
      return asAge(answer);
    case 'material':
    case 'topping':
    case 'ground':
    case 'flavour':
      return asSubstance(answer);
    case 'brand':
    case 'car brand':
    case 'bike brand':
    case 'airline':
      return isUnsayable(answer) || NO_NAME.test(answer) ? undefined : answer;
    default:
      return asOneOf(answer, category.names[0] ?? 'thing', plural);
  }
}

const NO_NAME = /^(?:none|nothing|neither|both|\d+|left|right|on .*|in .*|no .*|can .*)$/;

/** A thing of the category; what only describes one takes its name: "thin crust" is "a thin crust pizza". */
function asOneOf(answer: string, name: string, plural: boolean): string | undefined {
  const describes = (isAdjective(answer) || (isGerund(answer) && !answer.includes(' '))) && !MASS.has(answer);
  if (!describes) return pluralIf(plural, { answer, phrase: asThing(answer) });
  const phrase = withArticle(`${inOneColour(answer)} ${name}`);
  return plural ? `${inOneColour(answer)} ${pluralise(name)}` : phrase;
}

function pluralIf(
  plural: boolean,
  { answer, phrase }: { answer: string; phrase: string | undefined },
): string | undefined {
  return phrase === undefined || !plural ? phrase : inPlural({ answer, phrase }).phrase;
}

/** "a 2 year old", "a 6 month old", "a person in their 20s", "a young person". */
function asAge(answer: string): string | undefined {
  const [, number, unit = 'years'] = answer.match(/^(\d+)(?: (years?|months?|weeks?|days?)(?: old)?)?$/) ?? [];
  if (number !== undefined)
    return withArticle(`x ${number}`)
      .replace(/^an? x /, /^(?:8|11|18)/.test(number) ? 'an ' : 'a ')
      .concat(` ${singularise(unit)} old`);
  if (/^\d{2}'?s$/.test(answer)) return `a person in their ${answer.replace("'", '')}`;
  if (/\d/.test(answer)) return undefined;
  if (isAdjective(answer) || /^(?:young|old|middle aged|adult)$/.test(answer)) return withArticle(`${answer} person`);
  return asThing(answer);
}

/** What something is made of, or covered with: without an article. */
function asSubstance(answer: string): string | undefined {
  const noun = SUBSTANCE_OF.get(answer) ?? answer;
  if (isUnsayable(noun) || /^(?:none|nothing|\d.*|both|all|on .*|in .*|no .*)$/.test(noun)) return undefined;
  return isAdjective(noun) && !MASS.has(noun) && !/^(?:silver|gold|bronze|stainless steel)$/.test(noun)
    ? undefined
    : noun;
}

const SUBSTANCE_OF: ReadonlyMap<string, string> = new Map([
  ['wooden', 'wood'],
  ['metallic', 'metal'],
  ['stainless', 'stainless steel'],
  ['tiled', 'tile'],
  ['grassy', 'grass'],
  ['sandy', 'sand'],
  ['snowy', 'snow'],
  ['muddy', 'mud'],
  ['rocky', 'rock'],
]);

/** The weather by what falls or blows. */
const WEATHER_NOUNS: ReadonlyMap<string, string> = new Map([
  ['rain', 'rainy'],
  ['raining', 'rainy'],
  ['snow', 'snowy'],
  ['snowing', 'snowy'],
  ['sun', 'sunny'],
  ['sunshine', 'sunny'],
  ['wind', 'windy'],
  ['cloud', 'cloudy'],
  ['clouds', 'cloudy'],
  ['fog', 'foggy'],
  ['mist', 'misty'],
  ['haze', 'hazy'],
  ['storm', 'stormy'],
]);
