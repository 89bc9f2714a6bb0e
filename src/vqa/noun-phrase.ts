import { singularise } from './grammar.ts';
import { isColour } from './words/colours.ts';
import { numberNamed } from './words/numbers.ts';
import { STATES } from './words/states.ts';
import { knownNoun } from './words/things.ts';

/** A noun phrase in its parts: "two red dogs on the beach". */
export interface NounPhrase {
  /** 2, or "many" for "several", "lots of", "more than one". */
  readonly number: number | 'many' | undefined;
  readonly colour: string | undefined;
  /** The noun with what else stands before it, in the number asked: "big dogs". */
  readonly noun: string;
  /** A phrase that says where or doing what: "on the beach", "wearing a hat"; empty where there is none. */
  readonly tail: string;
}

/** Takes a noun phrase apart. The noun is empty where there is none. */
export function parseNounPhrase(phrase: string): NounPhrase {
  let words = phrase.split(' ').filter((word) => word !== '');
  let number: NounPhrase['number'];
  const many = phrase.match(MANY);
  if (many) {
    number = 'many';
    words = phrase.slice(many[0].length).split(' ').filter(Boolean);
  }
  while (words.length > 1 && DETERMINERS.has(words[0] ?? '')) words = words.slice(1);
  const named = numberNamed(words[0] ?? '');
  if (number === undefined && named !== undefined && words.length > 1) {
    number = named;
    words = words.slice(1);
  }
  const end = words.findIndex((word, at) => at > 0 && startsTail(word) && !isCompound(words, at));
  const tail = end < 0 ? '' : words.slice(end).join(' ');
  let core = end < 0 ? words : words.slice(0, end);
  let colour: string | undefined;
  const at = core.findIndex((word, i) => i < core.length - 1 && isColour(word));
  if (at >= 0) {
    const shade = at > 0 && isColour(`${core[at - 1]} ${core[at]}`) ? 1 : 0;
    colour = core.slice(at - shade, at + 1).join(' ');
    core = [...core.slice(0, at - shade), ...core.slice(at + 1)];
  }
  return { number, colour, noun: core.join(' '), tail };
}

/**
 * Splits what follows "is" into subject and predicate: "the dog on the beach" is about "the dog", said "on the beach".
 * Without a parser, so by the first word that can start a predicate.
 */
export function splitSubject(rest: string): { readonly subject: string; readonly predicate: string } {
  const words = rest.split(' ');
  const cut = predicateStart(words);
  return { subject: words.slice(0, cut).join(' '), predicate: words.slice(cut).join(' ') };
}

/** Whether the word is a verb in -ing rather than a noun such as "building". */
export function isGerund(word: string): boolean {
  return /[a-z]{2,}ing$/.test(word) && !NOUNS_IN_ING.has(word);
}

export function isPreposition(word: string): boolean {
  return PREPOSITIONS.has(word);
}

/** Whether the phrase stands for something named before: "it", "they", "this". */
export function isPronoun(phrase: string): boolean {
  return PRONOUNS.has(phrase);
}

/** The phrase without the article or determiner at its front. */
export function withoutDeterminer(phrase: string): string {
  const words = phrase.split(' ');
  while (words.length > 1 && DETERMINERS.has(words[0] ?? '')) words.shift();
  return words.join(' ');
}

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const DETERMINERS = set(
  'a an the this that these those some any no his her its their my your our another other all both each every either only such many',
);
const MANY =
  /^(?:(?:a )?(?:lot|lots|bunch|group|number|couple|pair|few) of|more than (?:one|1|a)|at least (?:two|2)|multiple|several|many|a few|numerous) /;

const PREPOSITIONS = set(
  'in on at under behind near beside besides by with from inside outside above below between against next across around over through to into onto off underneath beneath along among upon within without towards toward during up down for',
);
const PRONOUNS = set(
  'it this that these those he she they there everyone everybody someone somebody anyone anybody something anything we you i one everything nobody',
);
const DEMONSTRATIVES = set('this that these those');
const NOUNS_IN_ING = set(
  'king ring wing building string swing painting ceiling railing wedding clothing lightning thing something anything everything nothing morning evening sling dressing frosting icing stuffing awning crossing siding sibling pudding earring topping wiring sting bring duckling seedling lighting bling spring drawing',
);
const NOUNS_IN_ED = set('red bed sled seed weed shed moped hundred steed reed speed breed feed need naked kid wed ted');
const PREDICATE_WORDS = set(
  'a an the some any his her its their not very too really all both fully mostly more about going taking able ready made completely currently actually probably too still good bad',
);
const STATE_WORDS: ReadonlySet<string> = new Set(STATES.flat());

function startsTail(word: string): boolean {
  return PREPOSITIONS.has(word) || isGerund(word) || /^(?:that|which|who|whose|where|made|is|are)$/.test(word);
}

function predicateStart(words: readonly string[]): number {
  const [first = '', second = ''] = words;
  if (words.length <= 1) return words.length;
  if (PRONOUNS.has(first) && !(DEMONSTRATIVES.has(first) && isDeterminerHere(words))) return 1;
  const from = DETERMINERS.has(first) ? 2 : 1;
  if (first === 'there' || second === '') return 1;
  const last = words.length - 1;
  const found = words.findIndex((word, at) => at >= from && startsPredicate(word, at, last) && !isCompound(words, at));
  if (found < 0) return Math.max(from, last) > last ? words.length : Math.max(from, last);
  if (!PREPOSITIONS.has(words[found] ?? '')) return found;
  const verb = words.findIndex(
    (word, at) => at > found + 1 && (isGerund(word) || isParticiple(word)) && !isCompound(words, at),
  );
  if (verb > 0) return verb;
  const ending = words[last] ?? '';
  return last > found + 1 && (STATE_WORDS.has(ending) || isColour(ending)) ? last : found;
}

/** "this" before a noun that has a predicate after it: "this man wearing glasses", but not "this a dog" or "this food". */
function isDeterminerHere(words: readonly string[]): boolean {
  const [, second = ''] = words;
  if (words.length < 3) return false;
  if (knownNoun(second) !== undefined && knownNoun(words[words.length - 1] ?? '') === undefined) return true;
  if (PREDICATE_WORDS.has(second) || PREPOSITIONS.has(second) || isGerund(second) || isParticiple(second)) return false;
  return (
    words.slice(2).some((word, at) => startsPredicate(word, at + 2, words.length - 1)) || isNounThenAdjective(words)
  );
}

/** "parking lot", "swimming pool": a word in -ing that is part of a name. */
function isCompound(words: readonly string[], at: number): boolean {
  return COMPOUNDS.test(`${words[at]} ${words[at + 1] ?? ''}`);
}

const COMPOUNDS =
  /^(?:parking (?:lot|meter|garage|space)|living (?:room|area)|dining (?:room|table)|swimming pool|washing machine|cutting board|fishing (?:rod|pole|boat)|rolling pin|rocking chair|sewing machine|vending machine|folding chair|sleeping bag|shopping (?:cart|bag|mall)|running shoe|baking sheet|boxing glove|bowling ball|skating rink|racing car)s?$/;

function isNounThenAdjective(words: readonly string[]): boolean {
  const last = words[words.length - 1] ?? '';
  return STATE_WORDS.has(last) || isColour(last) || /(?:ous|ful|able|ible|less|ish|ive|ese|ian|al|ic|y)$/.test(last);
}

function isParticiple(word: string): boolean {
  return (
    (/[a-z]{2,}ed$/.test(word) && !NOUNS_IN_ED.has(word)) ||
    /^(?:taken|worn|broken|shown|eaten|drawn|made|seen|lit|cut|built)$/.test(word)
  );
}

function startsPredicate(word: string, at: number, last: number): boolean {
  if (PREPOSITIONS.has(word) || isGerund(word) || isParticiple(word) || PREDICATE_WORDS.has(word)) return true;
  return at === last && (STATE_WORDS.has(word) || isColour(word) || isColour(singularise(word)));
}
