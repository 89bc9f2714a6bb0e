import { declarative } from '../declarative.ts';
import { be, headOf, isPlural, singularise } from '../grammar.ts';
import { isGerund, isPreposition, isPronoun, parseNounPhrase, withoutDeterminer } from '../noun-phrase.ts';
import type { ActivityQuestion, Frame, KindQuestion, PlaceQuestion, ThingQuestion } from '../question.ts';
import { type Category, categoryById, categoryNamed, THING_TEMPLATES } from '../words/categories.ts';
import { nounTerm } from '../words/nouns.ts';
import { tableOf } from '../words/things.ts';
import { objectsOf } from '../words/verbs.ts';
import { kindsOf } from '../words/wordnet.ts';
import { activityNamed } from './activity.ts';
import { familyOf } from './kind-families.ts';
import { placeNamed } from './place.ts';
import { withoutPlaying } from './thing.ts';
import { isPerson } from './who-is-this.ts';

type Named = KindQuestion | PlaceQuestion | ActivityQuestion;

/** Questions that ask for a member of a category in other words: "how is the weather", "what is the mood", "when was this". */
export function readSetting(text: string): Named | undefined {
  const is = text.match(SETTING_IS);
  if (is) return ofCategory(categoryNamed(is[1] ?? ''), subjectOf(text, is[1] ?? ''));
  if (/^(?:how|what) (?:is|are|does|was|did) (?:the )?(?:weather|sky)\b/.test(text) && !/\bin the sky\b/.test(text))
    return ofCategory(categoryById('weather'), '');
  if (/^what (?:is|are|was|did|do) (?:.* )?(?:on the menu|for (?:dinner|lunch|breakfast|dessert|supper))\b/.test(text))
    return ofCategory(categoryById('food'), '');
  const feeling = readFeeling(text) ?? readAge(text);
  if (feeling) return feeling;
  const time = text.match(/^(?:what|which) (?:time|part) of (?:the )?(day|year)\b/)?.[1];
  if (time !== undefined || /^when\b|^what (?:time|hour) (?:is|was) (?:it|this|that)\b/.test(text))
    return ofCategory(categoryNamed(`time of ${time ?? 'day'}`), '');
  const alone = categoryNamed(withoutDeterminer(text));
  return alone && STANDS_ALONE.has(alone.id) ? ofCategory(alone, '') : undefined;
}

/** "how is she feeling", "what does the girl feel", "how does he look". */
function readFeeling(text: string): Named | undefined {
  const who =
    text.match(/^how (?:is|are|does|do|was|did|might|would) (.+?) (?:feel|feeling|look|looking)$/)?.[1] ??
    text.match(/^what (?:is|are|does|do|was|might) (.+?) (?:feel|feeling)$/)?.[1];
  if (who === undefined) return undefined;
  return ofCategory(categoryById('emotion'), '', [`${who} ${be(withoutDeterminer(who))} {}`]);
}

/** "how old is she": of people, and not of houses. */
function readAge(text: string): Named | undefined {
  const who =
    text.match(
      /^how old (?:is|are|was|were|does|do|might|would|could|you think) (.+?)(?: (?:look|looks|be|seem|appear))?$/,
    )?.[1] ?? text.match(/^(?:what|which) age (?:is|are|was|does|do|might) (.+?)(?: look| be)?$/)?.[1];
  if (who === undefined) return undefined;
  const subject = who.replace(/^(?:you think|you guess) /, '').replace(/ (?:is|are)$/, '');
  const person = /^(?:he|she|they|him|her|them|you|i|we)$/.test(subject) || isPerson(subject);
  const named = !isPronoun(subject) && be(withoutDeterminer(subject)) === 'is';
  return person ? ofCategory(categoryById('age'), '', named ? [`${subject} is {}`] : []) : undefined;
}

/** "what is the table made of", "what is the cake made from": of dishes their ingredients, of other things their material. */
export function readMaterial(text: string): Named | undefined {
  const of = text.match(
    /^(?:what|which) (?:is|are|was|were) (.+?) (?:made|built|constructed|composed)(?: (?:up|out))? ?(?:of|from|with|out)$/,
  )?.[1];
  if (of === undefined) return undefined;
  const statement = isPronoun(of) ? [] : [`${of} ${be(withoutDeterminer(of))} made of {}`];
  return ofCategory(categoryById(isEaten(of) ? 'topping' : 'material'), '', statement);
}

function isEaten(subject: string): boolean {
  const table = tableOf(parseNounPhrase(subject).noun);
  return table === 'food' || table === 'dessert' || table === 'drink';
}

/**
 * "what animal is this", "what kind of fruit is the girl eating", "which dogs are on the couch": the noun up to the verb
 * names a category, or is a thing whose kinds no table lists.
 */
export function readKind(text: string): Named | ThingQuestion | undefined {
  const bare = readBareKind(text);
  if (bare) return bare;
  const rest = KIND_OF.map((pattern) => text.match(pattern)?.[1]).find((found) => found !== undefined);
  if (rest === undefined) return undefined;
  const [, before = rest, clause = ''] = rest.match(VERB) ?? [];
  const phrase = withoutDeterminer(before);
  const { noun, tail } = parseNounPhrase(phrase);
  const category =
    categoryOf(phrase) ??
    categoryOf(noun) ??
    ofPronoun(text, phrase) ??
    (clause === '' ? ofBareVerb(phrase) : undefined);
  if (category) return ofCategory(category, clause || (tail === '' ? '' : `is ${tail}`), [], isPlural(noun));
  const dish = singularise(noun);
  const kinds = categoryOfKinds(noun, isEaten(dish));
  if (kinds) return ofCategory(kinds, clause, [], isPlural(noun));
  if (isEaten(dish)) return ofCategory(categoryById('flavour'), '', [`{} ${noun}`, `a photo of {} ${noun}`]);
  const likes = categoryOfLikes(noun);
  if (likes) return ofCategory(likes, clause, [], isPlural(noun));
  const terms = objectsOf(clause.replace(/^(?:is|are) /, ''));
  const known = terms !== undefined || ANYTHING.test(noun);
  const frames = declarative(clause);
  const played = terms?.some(({ phrase }) => phrase.startsWith('playing '));
  return {
    family: 'thing',
    frames: played ? withoutPlaying(frames) : frames,
    terms,
    beyond: known ? undefined : 'unknown',
  };
}

/** "what is that bird", "what is the vegetable next to the tomato": a kind's own name for what is asked about. */
function readBareKind(text: string): Named | undefined {
  const said = text.match(/^(?:what|which) (?:is|are) (?:the|this|that|these|those) (.+?)(?: called)?$/)?.[1];
  if (said === undefined) return undefined;
  const { noun, tail } = parseNounPhrase(said);
  const words = tail.split(' ');
  const [lead = ''] = words;
  if (
    tail !== '' &&
    (!isPreposition(lead) ||
      words.length < 2 ||
      words.some((word) => isGerund(word)) ||
      isPreposition(words.at(-1) ?? ''))
  )
    return undefined;
  const category = categoryNamed(noun) ?? categoryNamed(headOf(noun));
  if (!category || !GENERAL.has(category.id)) return undefined;
  return ofCategory(category, tail === '' ? '' : `is ${tail}`, [], isPlural(noun));
}

/** "what kind of cheese": what WordNet has for kinds of it. */
function categoryOfKinds(noun: string, eaten: boolean): Category | undefined {
  const kinds = kindsOf(noun);
  if (kinds.length === 0) return undefined;
  const name = singularise(noun);
  return { id: eaten ? 'food' : name, names: [name], terms: kinds.map(nounTerm), templates: THING_TEMPLATES };
}

/** "what kind of monkey", whose kinds no list has, is asked of all animals; "what kind of shirt" of all clothing. */
function categoryOfLikes(noun: string): Category | undefined {
  const table = tableOf(noun);
  return table !== undefined && WITH_LIKES.has(table) ? categoryById(table) : undefined;
}

/** "what breed is it" is asked of dogs, "what species is this" of animals. */
function ofPronoun(text: string, phrase: string): Category | undefined {
  if (!isPronoun(phrase) && phrase !== 'my') return undefined;
  const [, kind] = text.match(/\b(breed|species)\b/) ?? [];
  return kind === undefined ? undefined : categoryById(kind === 'breed' ? 'dog' : 'animal');
}

/** "which animals live here": a verb that no list knows as one. */
function ofBareVerb(phrase: string): Category | undefined {
  const words = phrase.split(' ');
  return words.length < 2 ? undefined : categoryNamed(words[0] ?? '');
}

function categoryOf(phrase: string): Category | undefined {
  return (
    categoryNamed(phrase) ??
    categoryNamed(singularise(headOf(phrase))) ??
    categoryNamed(phrase.slice(phrase.lastIndexOf(' ') + 1))
  );
}

function ofCategory(
  category: Category | undefined,
  clause: string,
  frames: readonly Frame[] = [],
  plural = false,
): Named | undefined {
  if (!category) return undefined;
  if (category.id === 'place') return placeNamed(clause);
  if (category.id === 'activity') return activityNamed(clause);
  const own = frames.length > 0 ? frames : declarative(clause);
  return { family: familyOf(category), category, frames: fitting(category, own, clause), plural };
}

/** The question's sentences that a category's phrases fit into; settings such as the weather have their own. */
function fitting({ id }: Category, frames: readonly Frame[], clause: string): readonly Frame[] {
  if (id === 'sport' || id === 'game') {
    // Their phrases bring the verb: "playing tennis".
    return frames.filter((frame) => PLAYS.test(frame)).map((frame) => frame.replace(PLAYS, ' {}'));
  }
  if (id === 'emotion') return frames.filter((frame) => / (?:is|are) \{\}$/.test(frame));
  if (id === 'material') return frames.some((frame) => / made of \{\}$/.test(frame)) ? frames : madeOf(clause);
  if (id === 'age') return frames.filter((frame) => / is \{\}$/.test(frame));
  return STANDS_ALONE.has(id) ? [] : frames;
}

/** "what material is the floor": "the floor is made of {}". */
function madeOf(clause: string): readonly Frame[] {
  const said = clause.match(/^(?:is|are) (.+?)(?: made(?: out)?(?: of| from)?)?$/)?.[1];
  if (said === undefined || isPronoun(said) || said.split(' ').some((word) => isGerund(word) || isPreposition(word)))
    return [];
  return [`${said} ${be(withoutDeterminer(said))} made of {}`];
}

/** Whose mood, of which thing the material: "is his face" for "what is the expression on his face". */
function subjectOf(text: string, setting: string): string {
  if (setting !== 'material') return '';
  const of = text.match(/ (?:of|on) ((?:the|his|her|this|that) .+)$/)?.[1];
  return of === undefined ? '' : `is ${of}`;
}

const KINDS = '(?:kinds?|types?|sorts?|species|breeds?|variet(?:y|ies)|styles?|makes?|models?|form|category|flavou?r)';

/** What comes after the asking words; the first that matches. */
const KIND_OF: readonly RegExp[] = [
  new RegExp(
    `^(?:what|which) (?:is|are) (?:the |this |his |her )?(?:names? of )?(?:the )?${KINDS} of (?:this |the |that |these |those )?(.+)$`,
  ),
  /^(?:what|which) (?:is|are) (?:the )?(?:[a-z]+ )?names? of (?:this |that |the |these |those )(.+)$/,
  new RegExp(`^(?:what|which) ${KINDS} (?:is|are) (?:this |the |that |these |those )?(.+)$`),
  new RegExp(`^(?:what|which) (?:different )?${KINDS} of (.+)$`),
  new RegExp(`^(?:tell me )?(?:the )?${KINDS} of (.+)$`),
  /^(?:what|which)(?: of (?:the|these|those))? (?!(?:is|are|was|were|does|do|did|has|have|can|could|would|will|should|might)\b)(.+)$/,
];
const VERB = /^(.+?) ((?:is|are|was|were|does|do|did|has|have|can|could|would|might|will|should)\b.*)$/;
const PLAYS = / (?:playing|play|plays|participating in|engaged in|doing) \{\}$/;
const SETTING_IS = new RegExp(
  `^(?:what|which|that) (?:is|are|was|were) (?:the |this |his |her |their |its |(?:the|this|that|his|her) [a-z]+'?s )?(?:facial |general |overall |current )?(?:names? of (?:the |this )?)?(?:${KINDS} of )?(weather|season|mood|emotion|expression|vibe|atmosphere|gender|sex|occasion|holiday|event|meal|material|fabric|sport|game|time of day|time of year|pattern|texture|shape|species|breed|hairstyle|hair style|haircut|age|age group)s?(?: .*)?$`,
);

/** "what object is on the shelf" may be anything. */
const ANYTHING = /^(?:\S+ )?(?:things?|objects?|items?|stuff)$/;

/** "season?" asks for one; "dog?" asks whether there is one. */
const STANDS_ALONE: ReadonlySet<string> = new Set(
  'weather, season, time of day, sport, emotion, gender, age, material, shape, pattern, texture, place, activity, room, occasion, meal, brand, hair style, hand'.split(
    ', ',
  ),
);

/** The tables whose nouns stand beside their own kinds: "shirt" beside "t-shirt", "monkey" beside "gorilla". */
const WITH_LIKES: ReadonlySet<string> = new Set(
  'animal, bird, sea animal, insect, bear, vehicle, aircraft, instrument, furniture, clothing, hat, shoe, utensil, tool, appliance, device, flower, plant, toy, gear, building, sign, container'.split(
    ', ',
  ),
);

/** Names that nobody gives a thing who knows its own: "what is that bird", but not "what is that dog". */
const GENERAL: ReadonlySet<string> = new Set(
  'animal, bird, sea animal, insect, fruit, vegetable, dessert, food, drink, vehicle, aircraft, instrument, furniture, tool, appliance, device, flower, plant, tree, shape, toy, utensil, building, weather, sport, pattern, material, room, season, brand'.split(
    ', ',
  ),
);
