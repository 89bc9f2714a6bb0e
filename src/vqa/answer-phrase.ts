import { inOneColour, inSeries, isAdjective, isClockTime, isUnsayable } from './answer-sorts.ts';
import { isUncountable, withArticle } from './grammar.ts';
import { isGerund, isPronoun } from './noun-phrase.ts';
import { leadsToPlace, withObject } from './prepositions.ts';
import { MASS, NAMES, WITH_THE } from './words/answer-words.ts';

/**
 * An answer as a noun phrase: "an umbrella", "water", "nike", "the left", "a fork and a knife", "something wooden",
 * "something on the table". Undefined for what no sentence has a place for: "yes", "not sure", "2".
 */
export function asThing(answer: string): string | undefined {
  if (isUnsayable(answer)) return undefined;
  if (NOTHING.test(answer)) return 'nothing';
  const fixed = FIXED.get(answer);
  if (fixed !== undefined) return fixed;
  if (/^\d{1,3}$/.test(answer)) return undefined;
  if (/^[a-z]$/.test(answer)) return `the letter ${answer}`;
  if (WITH_THE.has(answer)) return `the ${answer}`;
  if (NAMES.has(answer) || isPronoun(answer)) return answer;
  if (isClockTime(answer)) return answer;
  if (isAdjective(answer) && !NAMING_COLOURS.test(answer)) return `something ${inOneColour(answer)}`;
  const parts = answer.split(/, and |, | and | & /).filter(Boolean);
  if (parts.length > 1 && !MASS.has(answer)) {
    const phrases = parts.map(asThing);
    if (phrases.every((phrase) => phrase !== undefined)) return inSeries(phrases);
  }
  const words = answer.split(' ');
  const [lead = '', second = ''] = words;
  if (DOING.test(answer) || (lead === 'to' && !/^(?:the|his|her|left|right|side)$/.test(second))) return undefined;
  if (leadsToPlace(words)) return `something ${withObject(words)}`;
  if (isGerund(words.at(-1) ?? '') && words.length > 1 && !isCompoundNoun(answer)) return answer;
  if (/ing$/.test(lead) && isGerund(lead) && !isCompoundNoun(answer)) return answer;
  if (/^\d+(?:'?s)?$/.test(answer))
    return /s$/.test(answer) ? `the ${answer.replace("'", '')}` : answer.length === 4 ? `the year ${answer}` : answer;
  return withTail(answer) ?? nounWithArticle(answer);
}

/** Colours that are things first: what a boy eats is an orange. */
const NAMING_COLOURS = /^(?:orange|peach|olive|cream|silver|gold|bronze|lavender|rose|violet|lime)$/;

/** What one does, in a verb's base form. */
const DOING =
  /^(?:catch|hit|eat|play|take|throw|ride|slow|pick|tell|get|use|brush|fly|drive|watch|hold|see|go|put) [a-z]/;

/** "one on left" is "the one on the left"; "woman in red" is "the woman in red". */
function withTail(answer: string): string | undefined {
  const [, noun = '', tail = ''] = answer.match(/^([a-z]+) ((?:on|in|at|behind|under|with|by|near) .+)$/) ?? [];
  return noun === '' || noun === 'cat' ? undefined : `the ${noun} ${withObject(tail.split(' '))}`;
}

function nounWithArticle(answer: string): string {
  const last = answer.slice(answer.lastIndexOf(' ') + 1);
  if (/^(?:man|woman|men|women|boy|girl|lady|person|child|kid|dog|cat)'s$/.test(last)) return `the ${answer}`;
  if (/'s$/.test(last)) return answer;
  if (MASS.has(answer) || (MASS.has(last) && !MASS_ALONE.test(last)) || isUncountable(answer)) return answer;
  if (
    /^(?:no|more than|less than|over|about|almost|all|both|half|most|very|too|not|his|her|my|your|its|their|this|that|these|it|he|she|they|there|we|i) /.test(
      answer,
    )
  )
    return answer;
  return withArticle(answer);
}

/** Not counted by themselves, but in compounds: "light", and "a traffic light". */
const MASS_ALONE =
  /^(?:light|tag|work|power|air|wind|travel|shade|polo|cricket|mail|gas|wax|time|land|paint|straw|felt)$/;

/** Whether a phrase is a noun although it starts like a verb: "cutting board", "parking meter". */
export function isCompoundNoun(answer: string): boolean {
  return COMPOUND.test(answer);
}

const COMPOUND =
  /^(?!playing|standing|sitting|holding|riding|eating)[a-z]+ing (?:room|board|meter|lot|machine|suit|pole|rod|boat|pan|chair|table|light|strip|rack|cage|helmet|wheel|shoes?|trunks?|tape|area|garage|space|pool|bag|ring|shears|game|gear|event|sign|glasses|man|woman|person|truck|center|board|house|cart|cup|paper|dog|cat|tower|pad)s?$/;

const NOTHING = /^(?:none|nothing|no object|no item|no thing)$/;

/** Words that stand for a thing, as a sentence has them. */
const FIXED: ReadonlyMap<string, string> = new Map([
  ...[
    'someone',
    'something',
    'everyone',
    'everything',
    'nobody',
    'no one',
    'himself',
    'herself',
    'itself',
    'each other',
    'me',
    'us',
    'you',
    'them',
    'something else',
    'someone else',
  ].map((word) => [word, word] as const),
  ['anyone', 'someone'],
  ['anything', 'something'],
  ['any', 'something'],
  ['both', 'both of them'],
  ['neither', 'neither of them'],
  ['either', 'one of them'],
  ['all', 'all of them'],
  ['all of them', 'all of them'],
  ['many', 'many of them'],
  ['several', 'several of them'],
  ['some', 'some of them'],
  ['few', 'a few of them'],
  ['most', 'most of them'],
  ['one', 'one of them'],
  ['lot', 'a lot of things'],
  ['lots', 'lots of things'],
  ['couple', 'a couple'],
  ['dozens', 'dozens of things'],
  ['hundreds', 'hundreds of things'],
  ['thousands', 'thousands of things'],
  ['food and drink', 'food and drink'],
  ...[
    'up',
    'down',
    'away',
    'outside',
    'inside',
    'outdoors',
    'indoors',
    'nowhere',
    'here',
    'there',
    'everywhere',
    'somewhere',
    'above',
    'below',
    'behind',
    'forward',
    'backward',
    'backwards',
    'sideways',
    'downward',
    'upward',
    'upside down',
    'nearby',
    'downtown',
  ].map((word) => [word, `something ${word}`] as const),
]);
