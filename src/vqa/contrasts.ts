import { be, correctArticles, isPlural, pluralise, singularise, withArticle } from './grammar.ts';
import { isGerund, isPreposition, isPronoun, parseNounPhrase, withoutDeterminer } from './noun-phrase.ts';
import type { Contrast } from './question.ts';
import { ACTIVITIES } from './words/activities.ts';
import { CATEGORIES, categoryNamed, THING_TEMPLATES } from './words/categories.ts';
import { americanColour, isColour } from './words/colours.ts';
import { NUMBER_WORDS } from './words/numbers.ts';
import { MATERIALS } from './words/settings.ts';
import { oppositesOf } from './words/states.ts';
import { knownNoun, otherColours, rivalsOf, tableOf } from './words/things.ts';
import { LOCATIONS, objectsOf } from './words/verbs.ts';
import type { Term } from './words/word-list.ts';

/**
 * What "is there SUBJECT?" asserts, each beside its rivals: that the thing is there rather than its like, and, where
 * they are named, its number, its colour, and where it is. Never ranked against a negation, which CLIP does not
 * understand (NegBench: 39 % of four-way questions, where guessing gives 25).
 */
export function contrastsOfExistence(subject: string): readonly Contrast[] {
  const { number, colour, noun, tail } = parseNounPhrase(subject.replace(ANYONE, 'person'));
  if (noun === '') return [unknown(subject)];
  const setting = settingContrast(noun) ?? sceneContrast(noun);
  if (setting && number === undefined) return [setting];
  const one = withArticle(singularise(noun));
  const contrasts: Contrast[] = [];
  if (!ANYTHING.test(noun)) contrasts.push(thingContrast(noun, one));
  // A man is first of all a person: other people are near to him in any picture, with people or without.
  if (tableOf(noun) === 'person' && knownNoun(noun) !== 'person') contrasts.push(thingContrast('person', 'a person'));
  if (number !== undefined) contrasts.push(numberContrast(number, noun));
  if (colour !== undefined) contrasts.push(colourContrast(colour, noun));
  if (tail !== '' && !VAGUE_TAIL.test(tail))
    contrasts.push(...predicateContrasts(ANYTHING.test(noun) ? 'something' : one, tail));
  return contrasts.length > 0 ? contrasts : [unknown(subject)];
}

/** What "is SUBJECT PREDICATE?" asserts: "the dog" "on the beach", "it" "raining", "the car" "red", "this" "a cat". */
export function contrastsOfClaim(subject: string, predicate: string): readonly Contrast[] {
  return predicateContrasts(subject, predicate.replace(FILLERS, ''));
}

function predicateContrasts(subject: string, predicate: string): readonly Contrast[] {
  const opens = opening(subject);
  const about = isPronoun(subject);
  if (predicate === '') return [unknown(subject)];
  const shade = predicate
    .replace(/^(?:mostly|all|bright|pure|solid) /, '')
    .replace(/ (?:in colou?r|colou?red|colou?r)$/, '');
  if (isColour(shade)) {
    const [frames, colour] = [about ? ['{}', 'something {}'] : [`${opens} {}`], americanColour(shade)];
    return [{ frames, asked: plainTerm(colour), rivals: otherColours(colour).map(plainTerm) }];
  }
  if (VAGUE_TAIL.test(predicate) && !about) return contrastsOfExistence(subject);
  const state = predicate.replace(/^(?:in|taken|turned|on) (?=black and white|on|off|colou?r)/, '');
  const opposites = oppositesOf(state);
  if (opposites.length > 0) {
    const frames =
      /^(?:in|out)(?:doors?|side)$/.test(predicate) && about ? ['a photo taken {}', 'it is {}'] : [`${opens} {}`];
    return [{ frames, asked: plainTerm(state), rivals: opposites.map(plainTerm) }];
  }
  const setting = settingContrast(
    withoutDeterminer(predicate.replace(/^(?:taken |in |on |at |by |from |during |set )+/, '')),
  );
  if (setting && about && !/^(?:he|she|they|we|you|i|(?:every|any|some).*)$/.test(subject)) return [setting];
  const material = predicate.match(/^made (?:out )?(?:of|from) (.+)$/)?.[1];
  if (material !== undefined)
    return [{ frames: [`${opens} made of {}`], asked: plainTerm(material), rivals: othersThan(material, MATERIALS) }];
  const [lead = ''] = predicate.split(' ');
  if (isGerund(lead)) return [doingContrast(opens, predicate)];
  if (isPreposition(lead)) return [locationContrast(opens, predicate)];
  if (
    /^(?:a|an|the|some|any|one|two|three|four|five|six|[0-9]+) /.test(predicate) ||
    knownNoun(predicate) !== undefined ||
    categoryNamed(predicate) !== undefined
  ) {
    if (about) return contrastsOfExistence(predicate);
    const { noun } = parseNounPhrase(predicate);
    return [{ frames: [`${opens} {}`], asked: nounTermIn(noun, subject), rivals: rivalsOf(noun) }];
  }
  return [{ frames: [`${opens} {}`], asked: plainTerm(predicate), rivals: COMMON_PREDICATES, weak: true }];
}

/** A person, a place, a season: words of a closed list that is not one of things to be seen. */
function settingContrast(phrase: string): Contrast | undefined {
  const word = phrase.replace(
    / (?:day|weather|outside|out|match|game|scene|setting|environment|area|time|house|season|pattern|shape)$/,
    '',
  );
  for (const category of CATEGORIES) {
    if (!SETTING_CATEGORIES.has(category.id)) continue;
    const asked =
      category.terms.find(({ answer }) => answer === phrase) ?? category.terms.find(({ answer }) => answer === word);
    if (asked) {
      const rivals = category.terms.filter(
        ({ answer }) => answer !== asked.answer && !OVERLAPPING_PLACES.test(`${asked.answer} ${answer}`),
      );
      return { frames: category.templates, asked, rivals: rivals.slice(0, MOST_RIVALS) };
    }
  }
  return undefined;
}

/** "is this an outdoor scene", "is it a black and white photo". */
function sceneContrast(noun: string): Contrast | undefined {
  const state = noun.match(/^(.+) (?:scene|photo|picture|setting|image|shot|area|environment|photograph)$/)?.[1];
  const opposites = state === undefined ? [] : oppositesOf(state);
  if (state === undefined || opposites.length === 0) return undefined;
  return { frames: ['a {} scene', 'a {} photo'], asked: plainTerm(state), rivals: opposites.map(plainTerm) };
}

function thingContrast(noun: string, one: string): Contrast {
  return { frames: THING_TEMPLATES, asked: { answer: 'yes', phrase: one }, rivals: rivalsOf(noun) };
}

/** Two dogs beside one dog, three dogs and so on; "several" beside a single one. */
function numberContrast(number: number | 'many', noun: string): Contrast {
  const plural = pluralise(noun);
  const counted = (n: number): Term => ({
    answer: String(n),
    phrase: n === 1 ? withArticle(singularise(noun)) : `${NUMBER_WORDS[n]} ${plural}`,
  });
  if (number === 'many')
    return {
      frames: ['{}', 'a photo of {}'],
      asked: { answer: 'several', phrase: `several ${plural}` },
      rivals: [counted(1)],
    };
  const others = [1, 2, 3, 4, 5, 6].filter((n) => n !== number);
  return { frames: ['{}', 'a photo of {}'], asked: counted(Math.min(number, 10)), rivals: others.map(counted) };
}

function colourContrast(asked: string, noun: string): Contrast {
  const colour = americanColour(asked);
  const sentence = isPlural(noun) ? `{} ${noun}` : `a {} ${noun}`;
  return {
    frames: [sentence, `a photo of ${sentence}`],
    asked: plainTerm(colour),
    rivals: otherColours(colour).map(plainTerm),
  };
}

/** "wearing a hat" beside wearing other things; "surfing" beside other activities. */
function doingContrast(opens: string, predicate: string): Contrast {
  const owned = predicate.match(/^having (.+)$/);
  if (owned) {
    const { noun, colour } = parseNounPhrase(owned[1] ?? '');
    const has = opens.replace(/ is$/, ' has').replace(/ are$/, ' have');
    return {
      frames: [`${has} {}`],
      asked: { answer: noun, phrase: withArticle(colour ? `${colour} ${noun}` : noun) },
      rivals: rivalsOf(noun),
    };
  }
  const known = ACTIVITIES.find(({ answer }) => answer === predicate);
  const rivalActivities = ACTIVITIES.filter(
    ({ answer }) => !answer.startsWith(predicate) && !predicate.startsWith(answer),
  ).slice(0, MOST_RIVALS);
  if (known) return { frames: [`${opens} {}`, 'a person {}'], asked: known, rivals: rivalActivities };
  const [verb = '', ...words] = predicate.split(' ');
  const particle = words.length > 1 && isPreposition(words[0] ?? '') ? words.shift() : undefined;
  const { noun, tail, colour } = parseNounPhrase(words.join(' '));
  const lead = particle ? `${verb} ${particle}` : verb;
  const end = tail === '' ? '' : ` ${tail}`;
  if (noun === '' || noun === 'something')
    return { frames: [`${opens} {}`], asked: plainTerm(predicate), rivals: rivalActivities };
  const own = knownNoun(noun) ?? singularise(noun);
  const objects = objectsOf(lead);
  const rivals = (objects ?? rivalsOf(noun))
    .filter(({ answer }) => answer !== own && answer !== noun && !own.endsWith(answer) && !answer.endsWith(own))
    .slice(0, MOST_RIVALS);
  const phrase = withArticle(colour ? `${colour} ${noun}` : noun);
  if (objects?.some((term) => term.phrase.startsWith('playing ')))
    return { frames: [`${opens} {}`], asked: plainTerm(predicate), rivals };
  return { frames: [`${opens} ${lead} {}${end}`], asked: { answer: noun, phrase }, rivals };
}

function locationContrast(opens: string, predicate: string): Contrast {
  const { noun } = parseNounPhrase(withoutPrepositions(predicate));
  const rivals = LOCATIONS.filter(({ answer }) => !noun.includes(answer) && !answer.includes(noun)).slice(
    0,
    MOST_RIVALS,
  );
  return { frames: [`${opens} {}`], asked: plainTerm(predicate), rivals };
}

/** The subject as it opens a sentence, with its verb: "it is" for "this" and "that". */
function opening(subject: string): string {
  if (/^(?:it|this|that|this one|that one|there)$/.test(subject)) return 'it is';
  if (/^(?:these|those|they)$/.test(subject)) return 'they are';
  if (/^(?:any|some)(?:one|body)$/.test(subject)) return 'a person is';
  const bare = withoutDeterminer(subject);
  const full = bare === subject && !isPlural(bare) && !isPronoun(subject) ? withArticle(subject) : subject;
  return correctArticles(`${full} ${be(bare)}`);
}

const unknown = (subject: string): Contrast => ({
  frames: ['{}', 'a photo of {}'],
  asked: { answer: subject, phrase: withArticle(subject) },
  rivals: rivalsOf(subject),
  weak: true,
});

const plainTerm = (word: string): Term => ({ answer: word, phrase: word });

const othersThan = (word: string, terms: readonly Term[]): readonly Term[] =>
  terms.filter(({ answer }) => !word.includes(answer)).slice(0, MOST_RIVALS);

/** "are they zebras", "is the animal a zebra": the noun in the number of its subject. */
function nounTermIn(noun: string, subject: string): Term {
  const plural = be(withoutDeterminer(subject)) === 'are';
  return { answer: noun, phrase: plural ? pluralise(noun) : withArticle(singularise(noun)) };
}

function withoutPrepositions(phrase: string): string {
  const words = phrase.split(' ');
  while (
    words.length > 1 &&
    (isPreposition(words[0] ?? '') || words[0] === 'top' || words[0] === 'front' || words[0] === 'of')
  )
    words.shift();
  return words.join(' ');
}

/** As in words/things.ts: enough for a steady typical rival. */
const MOST_RIVALS = 16;

const SETTING_CATEGORIES: ReadonlySet<string> = new Set([
  'place',
  'room',
  'weather',
  'season',
  'time of day',
  'meal',
  'occasion',
  'sport',
  'pattern',
  'emotion',
]);

/** Places that are part of each other are no rivals. */
const OVERLAPPING_PLACES =
  /\b(?:beach|ocean|water|lake|river|harbor)\b.*\b(?:beach|ocean|water|lake|river|harbor)\b|\b(?:street|city|road|sidewalk|parking lot)\b.*\b(?:street|city|road|sidewalk|parking lot)\b|\b(?:snow|ski slope|mountains)\b.*\b(?:snow|ski slope|mountains)\b|\b(?:park|field|garden|countryside|farm|forest|jungle|backyard|playground)\b.*\b(?:park|field|garden|countryside|farm|forest|jungle|backyard|playground)\b/;

const ANYTHING = /^(?:anything|something|things?|one|else|objects?|items?|stuff)$/;
const ANYONE = /^(?:any |some |other )?(?:anyone|anybody|someone|somebody|people|persons?|humans?)(?: else)?\b/;
const VAGUE_TAIL =
  /^(?:in|on|at|to|of|from) (?:the )?(?:background|distance|foreground|middle|center|centre|front|back|left|right|corner|top|bottom|side|sky|left side|right side|this|that|it|picture|photo|image|scene|room)\b/;
const FILLERS =
  /^(?:(?:really|currently|actually|probably|very|too|all|both|just|also|still|always|completely|fully|quite|mostly|likely|even|about to be|about to|going to be|going to|able to|supposed to be|considered|more than likely|so|pretty) )+(?=\S)/;

/** Set beside a predicate that no table knows. They say little, so such a contrast is weak. */
const COMMON_PREDICATES: readonly Term[] = [
  'ordinary',
  'small',
  'large',
  'old',
  'new',
  'dark',
  'bright',
  'empty',
  'alone',
  'plain',
].map(plainTerm);
