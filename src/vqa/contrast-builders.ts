import { isPlural, pluralise, singularise, thirdPerson, withArticle } from './grammar.ts';
import { isPreposition, parseNounPhrase } from './noun-phrase.ts';
import type { Contrast, Frame } from './question.ts';
import { ACTIVITIES } from './words/activities.ts';
import { CATEGORIES, THING_TEMPLATES } from './words/categories.ts';
import { americanColour, BASIC_COLOURS } from './words/colours.ts';
import { NUMBER_WORDS } from './words/numbers.ts';
import { exclude } from './words/settings.ts';
import { oppositesOf } from './words/states.ts';
import { knownNoun, rivalsOf, strangersTo } from './words/things.ts';
import { LOCATIONS, objectsOf } from './words/verbs.ts';
import type { Term } from './words/word-list.ts';

/** A word that is its own phrase. */
export const plainTerm = (word: string): Term => ({ answer: word, phrase: word });

/** A dog beside a cat, a horse and their like, and beside something of every other kind: it may be no animal at all. */
export function thingContrast(noun: string): Contrast {
  const one = withArticle(singularise(noun));
  return {
    frames: THING_TEMPLATES,
    asked: { answer: noun, phrase: one },
    rivals: [...rivalsOf(noun), ...strangersTo(noun)],
  };
}

/** Two dogs beside one dog, three dogs and so on; several beside a single one. */
export function numberContrast(number: number | 'many', noun: string): Contrast {
  const plural = pluralise(noun);
  const frames = ['{}', 'a photo of {}'];
  const counted = (n: number): Term => ({
    answer: String(n),
    phrase: n === 1 ? withArticle(singularise(noun)) : `${NUMBER_WORDS[n]} ${plural}`,
  });
  if (number === 'many')
    return { frames, asked: { answer: 'several', phrase: `several ${plural}` }, rivals: [counted(1)] };
  const others = [1, 2, 3, 4, 5, 6].filter((n) => n !== number);
  return { frames, asked: counted(Math.min(number, 10)), rivals: others.map(counted) };
}

/** Red beside the other ten colours, in these sentences. */
export function colourContrast(asked: string, frames: readonly Frame[]): Contrast {
  const colour = americanColour(asked);
  const rivals = BASIC_COLOURS.filter((other) => other !== colour).map(plainTerm);
  return { frames, asked: plainTerm(colour), rivals };
}

/** The sentences in which a noun has a colour: "a {} car", "{} cars". */
export function colouredFrames(noun: string): readonly Frame[] {
  const sentence = isPlural(noun) ? `{} ${noun}` : `a {} ${noun}`;
  return [sentence, `a photo of ${sentence}`];
}

/** A place, a room, a season, the weather: the others of its closed list. Undefined for words in none. */
export function settingContrast(phrase: string): Contrast | undefined {
  const word = phrase.replace(SETTING_NOUNS, '');
  for (const { id, terms, templates } of CATEGORIES) {
    const asked =
      SETTINGS.has(id) &&
      (terms.find(({ answer }) => answer === phrase) ?? terms.find(({ answer }) => answer === word));
    if (asked)
      return { frames: templates, asked, rivals: rivalsAmong(terms, (answer) => exclude(asked.answer, answer)) };
  }
  return undefined;
}

/** "an outdoor scene" beside an indoor one, "a black and white photo" beside one in colour. */
export function sceneContrast(noun: string): Contrast | undefined {
  const state = noun.match(/^(.+) (?:scene|photo|picture|setting|image|shot|area|environment|photograph)$/)?.[1];
  if (state === undefined || oppositesOf(state).length === 0) return undefined;
  return stateContrast(state, ['a {} scene', 'a {} photo']);
}

/** Open beside closed. Ask only for states that exclude something: without rivals there is no contrast. */
export function stateContrast(state: string, frames: readonly Frame[]): Contrast {
  return { frames, asked: plainTerm(state), rivals: oppositesOf(state).map(plainTerm) };
}

/** Made of wood beside made of other things. */
export function materialContrast(opens: string, material: string, materials: readonly Term[]): Contrast {
  const rivals = rivalsAmong(materials, (answer) => !material.includes(answer));
  return { frames: [`${opens} made of {}`], asked: plainTerm(material), rivals };
}

/** Having a beard beside having something else of its kind. */
export function havingContrast(opens: string, object: string): Contrast {
  const { noun, colour } = parseNounPhrase(object);
  const has = opens.replace(/ is$/, ' has').replace(/ are$/, ' have');
  const phrase = withArticle(colour ? `${colour} ${noun}` : noun);
  return { frames: [`${has} {}`], asked: { answer: noun, phrase }, rivals: rivalsOf(noun) };
}

/** Wearing a hat beside wearing other things; surfing beside other activities. `predicate` starts with a verb in -ing. */
export function doingContrast(opens: string, predicate: string): Contrast {
  const activities = rivalsAmong(
    ACTIVITIES,
    (answer) => !answer.startsWith(predicate) && !predicate.startsWith(answer),
  );
  const known = ACTIVITIES.find(({ answer }) => answer === predicate);
  if (known) return { frames: [`${opens} {}`, 'a person {}'], asked: known, rivals: activities };
  const [verb = '', ...words] = predicate.split(' ');
  const stative = STATIVE.get(verb);
  const acts =
    stative === undefined
      ? `${opens} ${verb}`
      : opens.replace(/ is$/, ` ${thirdPerson(stative)}`).replace(/ are$/, ` ${stative}`);
  if (stative === undefined && BEING.test(predicate))
    return { frames: [`${opens} {}`], asked: plainTerm(predicate), rivals: activities };
  const particle = words.length > 1 && isPreposition(words[0] ?? '') ? ` ${words.shift()}` : '';
  const { noun, tail, colour } = parseNounPhrase(words.join(' '));
  if (noun === '' || noun === 'something')
    return { frames: [`${opens} {}`], asked: plainTerm(predicate), rivals: activities };
  const own = knownNoun(noun) ?? singularise(noun);
  const objects = objectsOf(`${verb}${particle}`);
  const apart = (answer: string) => answer !== noun && !own.endsWith(answer) && !answer.endsWith(own);
  const rivals = rivalsAmong(objects ?? rivalsOf(noun), apart);
  // What is played brings its verb: "playing tennis".
  if (objects?.some(({ phrase }) => phrase.startsWith('playing ')))
    return { frames: [`${opens} {}`], asked: plainTerm(predicate), rivals };
  const phrase = withArticle(colour ? `${colour} ${noun}` : noun);
  return {
    frames: [`${acts}${particle} {}${tail === '' ? '' : ` ${tail}`}`],
    asked: { answer: noun, phrase },
    rivals,
  };
}

/** What is felt or had rather than done: "needs a haircut", and not "is needing" one. */
const STATIVE: ReadonlyMap<string, string> = new Map(
  ['need', 'want', 'like', 'contain', 'seem', 'own'].map((verb) => [`${verb}ing`, verb] as const),
);

/** "being protected", "getting wet", "looking happy": what follows the verb is no thing. */
const BEING =
  /^(?:being|getting|looking|feeling|becoming|going|acting|staying|lying|laying|standing|sitting) (?:\S+(?:ed|en|ly)|wet|dry|old|cold|hot|happy|sad|still|down|up|home|ready|dirty|alone|together|upright|straight|around|away)$/;

/** On the beach beside in a kitchen, on a chair and so on. */
export function locationContrast(opens: string, predicate: string): Contrast {
  const { noun } = parseNounPhrase(predicate.replace(LEADING_PREPOSITIONS, ''));
  const rivals = rivalsAmong(
    LOCATIONS,
    (answer) => !noun.includes(answer) && !answer.includes(noun) && exclude(noun, answer),
  );
  return { frames: [`${opens} {}`], asked: plainTerm(predicate), rivals };
}

/** What no table knows: compared with things of every kind, or with states that nearly everything may be in. */
export function weakContrast(
  phrase: string,
  frames: readonly Frame[],
  rivals: readonly Term[] = COMMON_STATES,
): Contrast {
  return { frames, asked: plainTerm(phrase), rivals, weak: true };
}

function rivalsAmong(terms: readonly Term[], isRival: (answer: string) => boolean): readonly Term[] {
  return terms.filter(({ answer }) => isRival(answer)).slice(0, MOST_RIVALS);
}

/** Enough for a steady typical rival, few enough to encode at once. */
const MOST_RIVALS = 16;

const SETTINGS: ReadonlySet<string> = new Set(
  'place, room, weather, season, time of day, meal, occasion, sport, pattern, emotion'.split(', '),
);
const SETTING_NOUNS =
  / (?:day|weather|outside|out|match|game|scene|setting|environment|area|time|house|season|pattern|shape)$/;
const LEADING_PREPOSITIONS =
  /^(?:(?:in|on|at|under|behind|near|beside|by|with|from|inside|outside|above|below|over|next|to|top|front|of|the|a|an|his|her|their) )+(?=\S)/;
const COMMON_STATES = ['ordinary', 'small', 'large', 'old', 'new', 'dark', 'bright', 'empty', 'alone', 'plain'].map(
  plainTerm,
);
