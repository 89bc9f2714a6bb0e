import {
  colourContrast,
  colouredFrames,
  doingContrast,
  havingContrast,
  locationContrast,
  materialContrast,
  numberContrast,
  sceneContrast,
  settingContrast,
  stateContrast,
  thingContrast,
  weakContrast,
} from './contrast-builders.ts';
import { be, correctArticles, pluralise, singularise, withArticle } from './grammar.ts';
import { isGerund, isPreposition, isPronoun, parseNounPhrase, withoutDeterminer } from './noun-phrase.ts';
import type { Contrast } from './question.ts';
import { categoryNamed } from './words/categories.ts';
import { isColour } from './words/colours.ts';
import { MATERIALS } from './words/settings.ts';
import { oppositesOf } from './words/states.ts';
import { knownNoun, rivalsOf, tableOf } from './words/things.ts';

/**
 * What "is there SUBJECT?" asserts, each beside its rivals: that the thing is there rather than its like, and, where
 * they are named, its number, its colour, and where it is or what it does. Never ranked against a negation, which CLIP
 * does not understand (NegBench: 39 % of four-way questions, where guessing gives 25).
 */
export function contrastsOfExistence(subject: string): readonly Contrast[] {
  const { number, colour, noun, tail } = parseNounPhrase(subject.replace(ANYONE, 'person'));
  if (noun === '') return [unknown(subject)];
  const setting = settingContrast(noun) ?? sceneContrast(noun);
  if (setting && number === undefined) return [setting];
  const anything = ANYTHING.test(noun);
  const contrasts: Contrast[] = anything ? [] : [thingContrast(noun)];
  // A man is first of all a person: other people are near to him in any picture, with people or without.
  if (tableOf(noun) === 'person' && knownNoun(noun) !== 'person') contrasts.push(thingContrast('person'));
  if (number !== undefined) contrasts.push(numberContrast(number, noun));
  if (colour !== undefined) contrasts.push(colourContrast(colour, colouredFrames(noun)));
  if (tail !== '' && !VAGUE_PLACE.test(tail))
    contrasts.push(...contrastsOfClaim(anything ? 'something' : withArticle(singularise(noun)), tail));
  return contrasts.length > 0 ? contrasts : [unknown(subject)];
}

/** What "is SUBJECT PREDICATE?" asserts: "the dog" "on the beach", "it" "raining", "the car" "red", "this" "a cat". */
export function contrastsOfClaim(about: string, predicated: string, verb = ''): readonly Contrast[] {
  const { subject, predicate } = wholeSubject(about, predicated);
  const said = predicate.replace(FILLERS, '');
  if (said === '') return [unknown(subject)];
  if (VAGUE_PLACE.test(said) && !isPronoun(subject)) return contrastsOfExistence(subject);
  const state = stateOf(subject, said, verb);
  if (state) return [state];
  if (!isNounPhrase(said)) return [weakContrast(said, [`${opening(subject, verb)} {}`])];
  if (isPronoun(subject)) return contrastsOfExistence(said);
  const { noun } = parseNounPhrase(said);
  const plural = be(withoutDeterminer(subject), verb) === 'are';
  const phrase = plural ? pluralise(noun) : withArticle(singularise(noun));
  return [{ frames: [`${opening(subject, verb)} {}`], asked: { answer: noun, phrase }, rivals: rivalsOf(noun) }];
}

/** "the giraffes in the" "wild" is about "the giraffes", said "in the wild"; "the animals likely" is about "the animals". */
function wholeSubject(about: string, predicate: string): { readonly subject: string; readonly predicate: string } {
  const subject = about.replace(/(?<=\S) (?:likely|probably|really|currently|actually|mostly|all|both|still)$/, '');
  const [, before, cut] =
    subject.match(/^((?:the|this|that|these|those|his|her) .+?) ((?:in|on|at|near|by) (?:the|a|an))$/) ?? [];
  return before === undefined ? { subject, predicate } : { subject: before, predicate: `${cut} ${predicate}` };
}

/** "the same color": beside different ones, of which CLIP can't be sure. */
function samenessOf(opens: string, predicate: string): Contrast | undefined {
  const same = predicate.match(/^the same (?:exact )?([a-z]+)$/)?.[1];
  if (same === undefined) return undefined;
  const other = / are$/.test(opens) ? `different ${pluralise(same)}` : `a different ${same}`;
  return weakContrast(predicate, [`${opens} {}`], [{ answer: other, phrase: other }]);
}

/** A predicate that says how something is, rather than what it is. */
function stateOf(subject: string, predicate: string, verb: string): Contrast | undefined {
  const opens = opening(subject, verb);
  const sameness = samenessOf(opens, predicate);
  if (sameness) return sameness;
  const ofPicture = /^(?:it|this|that|these|those)$/.test(subject);
  const shade = predicate
    .replace(/^(?:mostly|all|bright|pure|solid) /, '')
    .replace(/ (?:in colou?r|colou?red|colou?r)$/, '');
  if (isColour(shade)) return colourContrast(shade, isPronoun(subject) ? ['{}', 'something {}'] : [`${opens} {}`]);
  const state = predicate.replace(
    /^(?:in|taken|turned|on) (?=black and white|on|off|(?:in|out)(?:doors?|side)|colou?r)/,
    '',
  );
  if (oppositesOf(state).length > 0) {
    const taken = ofPicture && /^(?:in|out)(?:doors?|side)$/.test(state);
    return stateContrast(state, taken ? ['a photo taken {}', 'it is {}'] : [`${opens} {}`]);
  }
  const setting = settingContrast(
    withoutDeterminer(predicate.replace(/^(?:(?:taken|in|on|at|by|from|during|set) )+/, '')),
  );
  if (setting && ofPicture) return setting;
  const material = predicate.match(/^made (?:out )?(?:of|from) (.+)$/)?.[1];
  if (material !== undefined) return materialContrast(opens, material, MATERIALS);
  const owned = predicate.match(/^having (.+)$/)?.[1];
  if (owned !== undefined) return havingContrast(opens, owned);
  const [lead = ''] = predicate.split(' ');
  if (isGerund(lead)) return doingContrast(opens, predicate);
  return isPreposition(lead) ? locationContrast(opens, predicate) : undefined;
}

function isNounPhrase(predicate: string): boolean {
  return (
    /^(?:a|an|the|some|any|one|two|three|four|five|six|[0-9]+) /.test(predicate) ||
    knownNoun(predicate) !== undefined ||
    categoryNamed(predicate) !== undefined
  );
}

/** The subject as it opens a sentence, with its verb: "it is" for "this" and "that". */
function opening(subject: string, verb = ''): string {
  if (/^(?:it|this|that|this one|that one|there)$/.test(subject)) return 'it is';
  if (/^(?:these|those|they)$/.test(subject)) return 'they are';
  if (/^(?:any|some)(?:one|body)$/.test(subject)) return 'a person is';
  const bare = withoutDeterminer(subject);
  const is = be(bare, verb);
  const full = bare === subject && is === 'is' && !isPronoun(subject) ? withArticle(subject) : subject;
  return correctArticles(`${full} ${is}`);
}

const unknown = (subject: string): Contrast =>
  weakContrast(withArticle(subject), ['{}', 'a photo of {}'], rivalsOf(subject));

const ANYTHING = /^(?:anything|something|things?|one|else|objects?|items?|stuff)$/;
const ANYONE = /^(?:any |some |other )?(?:anyone|anybody|someone|somebody|people|persons?|humans?)(?: else)?\b/;

/** Places that are everywhere: what is asked is whether the thing is there at all. */
const VAGUE_PLACE =
  /^(?:in|on|at|to|of|from) (?:the )?(?:background|distance|foreground|middle|center|centre|front|back|left|right|corner|top|bottom|side|sky|left side|right side|this|that|it|picture|photo|image|scene|room)\b/;

/** Words before a predicate that change nothing that could be seen. */
const FILLERS =
  /^(?:(?:really|currently|actually|probably|very|too|all|both|just|also|still|always|completely|fully|quite|mostly|likely|even|about to be|about to|going to be|going to|able to|supposed to be|considered|more than likely|so|pretty) )+(?=\S)/;
