import { phrasesOf } from '../../phrases/phrase-table.ts';
import { headOf, singularise } from '../grammar.ts';
import { CATEGORIES, categoryNamed } from './categories.ts';
import { NOUNS, type NounTable, nounsOf, nounTerm, nounTerms } from './nouns.ts';
import { type Term, wordList } from './word-list.ts';

const TABLES = Object.keys(NOUNS) as NounTable[];

/** The things one can expect in any picture, each once: what "what is this?" is ranked over. */
export const THINGS: readonly Term[] = phrasesOf('things').map(nounTerm);

/** Something of every kind: what an unknown noun is compared with. */
const SAMPLE: readonly Term[] = wordList(
  'dog, car, pizza, house, tree, person, guitar, shirt, chair, phone, ball, flower, apple, book, bottle, bird',
).map(nounTerm);

/** What there is instead of people: other people would be people all the same. */
const NO_PEOPLE: readonly Term[] = nounTerms('animal', 'vehicle')
  .filter((_, at) => at % 4 === 0)
  .concat(nounTerms('household', 'food').slice(0, 8));

/** Names of whole categories: what "is there an animal?" is ranked against. */
const KINDS: readonly Term[] = wordList(
  'animal, person, vehicle, food, plant, building, tool, toy, piece of furniture, drink, musical instrument, shape, piece of clothing, electronic device, sign, fruit, vegetable, insect',
).map(nounTerm);

const KIND_NAMES: ReadonlySet<string> = new Set(KINDS.map(({ answer }) => answer).filter((kind) => kind !== 'person'));

/** Where a noun stands in several tables, its relatives are those of the first of these; then tables in their own order. */
const FIRST_TABLES: readonly NounTable[] = [
  'animal',
  'bird',
  'insect',
  'sea animal',
  'fruit',
  'vegetable',
  'drink',
  'dessert',
  'food',
  'vehicle',
  'instrument',
  'furniture',
  'shape',
  'gear',
  'person',
  'clothing',
];

const TABLE_OF: ReadonlyMap<string, NounTable> = new Map(
  [...FIRST_TABLES, ...TABLES].toReversed().flatMap((table) => nounsOf(table).map((noun) => [noun, table] as const)),
);

/** Everyday words for things that the tables hold under another name. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  wordList(`bike: bicycle, motorbike: motorcycle, plane: airplane, aeroplane: airplane, puppy: dog, doggy: dog, kitten: cat, kitty: cat,
    sofa: couch, tv: television, fridge: refrigerator, telephone: phone, cellphone: cell phone, guy: man, lady: woman, kid: child, people: person,
    human: person, someone: person, somebody: person, anyone: person, anybody: person, gentleman: man, women: woman, photo: picture, lorry: truck,
    doughnut: donut, burger: hamburger, hippo: hippopotamus, rhino: rhinoceros, aubergine: eggplant, courgette: zucchini, ladybird: ladybug,
    bunny: rabbit, automobile: car, auto: car, infant: baby, toddler: baby, teddy: teddy bear, specs: glasses, eyeglasses: glasses, bulb: light bulb,
    mobile: phone, trainers: sneakers, jumper: sweater, trousers: pants, laptop computer: laptop, purse: handbag, luggage: suitcase, pup: dog`).map(
    (entry) => entry.split(': ') as [string, string],
  ),
);

/** The table noun that a noun phrase is about, if the tables know it: "big brown dogs" is "dog", "fire trucks" is "fire truck". */
export function knownNoun(phrase: string): string | undefined {
  const whole = standardName(phrase);
  if (whole !== undefined) return whole;
  // What a glass holds is not what it is.
  const words = phrase.replace(/ (?:of|with|in|on|at|for|from) .*$/, '').split(' ');
  return words.map((_, start) => standardName(words.slice(start).join(' '))).find((noun) => noun !== undefined);
}

function standardName(phrase: string): string | undefined {
  return [phrase, singularise(phrase)].map((noun) => SYNONYMS.get(noun) ?? noun).find((noun) => TABLE_OF.has(noun));
}

/**
 * Plausible other answers where a noun was asked about: things of its kind, or other kinds where it names a kind
 * ("animal"), or a sample of everything where it is unknown. Never the noun itself.
 */
export function rivalsOf(noun: string): readonly Term[] {
  const single = singularise(noun);
  const known = KIND_NAMES.has(single) ? undefined : knownNoun(noun);
  const table = known === undefined ? undefined : TABLE_OF.get(known);
  const names = new Set([noun, single, known, headOf(single)]);
  const own = new Set(table ? [] : categoryNamed(noun)?.names);
  const apart = (pool: readonly Term[]) =>
    pool
      .filter(({ answer }) => !names.has(answer) && !own.has(answer) && !sameKind(answer, known ?? single))
      .slice(0, MOST_RIVALS);
  if (!table) return apart(own.size > 0 ? KINDS : SAMPLE);
  const relatives = known === 'person' ? [] : apart(nounTerms(table));
  return table === 'person' && relatives.length < FEWEST_RIVALS ? NO_PEOPLE : relatives;
}

/** Something of every kind that the noun is not, none of it among its rivals. */
export function strangersTo(noun: string): readonly Term[] {
  const known = knownNoun(noun) ?? singularise(noun);
  const near = new Set(rivalsOf(noun).map(({ answer }) => answer));
  const kinds = categoryNamed(known)?.id ?? '';
  return SAMPLE.filter(
    ({ answer }) =>
      answer !== known &&
      !near.has(answer) &&
      !sameKind(answer, known) &&
      tableOf(answer) !== tableOf(known) &&
      !belongs(answer, kinds),
  );
}

/** The table that knows the noun, the narrowest first: "dog" is an "animal", "men" are a "person". */
export function tableOf(noun: string): NounTable | undefined {
  const known = knownNoun(noun);
  return known === undefined ? undefined : TABLE_OF.get(known);
}

/** Whether a thing belongs to a kind: a dog is an animal, and a pizza is food. */
function belongs(noun: string, categoryId: string): boolean {
  return CATEGORIES.some(({ id, terms }) => id === categoryId && terms.some(({ answer }) => answer === noun));
}

/** A crowd is all kinds of people: below this many relatives, people are compared with what is no person. */
const FEWEST_RIVALS = 4;

/** Enough for a steady typical rival, few enough to encode at once. */
const MOST_RIVALS = 16;

/** "polar bear" is no rival of "bear", nor "woman" of "person": both would be true. */
export function sameKind(a: string, b: string): boolean {
  if (` ${a}`.endsWith(` ${b}`) || ` ${b}`.endsWith(` ${a}`)) return true;
  return OVERLAPS.some((line) => line.includes(a) && line.includes(b));
}

const OVERLAPS: readonly (readonly string[])[] = [
  'person, man, woman, boy, girl, child, baby, old man, old woman, group of people, crowd, family, couple, bride, groom',
  'child, boy, girl, baby, person',
  'man, old man, groom, couple, family, group of people, crowd, person',
  'woman, old woman, bride, couple, family, group of people, crowd, person',
  'animal, pet',
  'bird, chicken, duck, penguin, owl, eagle, parrot, flamingo, peacock, swan, goose, chick, rooster, pigeon, seagull, turkey',
  'bear, panda, polar bear, koala',
  'fish, shark, whale, dolphin, goldfish, clownfish, blowfish',
  'car, taxi, police car, race car, suv, jeep, van',
  'truck, fire truck, pickup truck',
  'boat, ship, sailboat, speedboat, ferry, canoe, rowboat',
  'bicycle, motorcycle',
  'phone, cell phone, telephone',
  'computer, laptop, monitor, television',
  'cup, mug, glass',
  'shirt, t-shirt',
  'orange, tangerine, orange juice, juice',
  'chicken, meat, steak, beef, pork',
  'food, fruit, vegetable, drink',
  'tree, palm tree, pine tree, plant',
  'plant, flower, bush, tree, grass, cactus, leaf, potted plant, herb',
  'animal, insect, bird, fish',
  'toy, game, ball',
  'clothing, piece of clothing, hat, shoe',
  'flower, rose, tulip, sunflower, daisy, lily, cherry blossom, hibiscus, bouquet, lotus',
  'bag, handbag, backpack, suitcase',
  'hat, cap, crown, helmet',
  'pants, jeans',
  'shoes, boots, sneakers, sandals, high heels',
  'glasses, sunglasses',
  'mountain, volcano, rock',
  'water, wave, river, waterfall',
  'square, rectangle, diamond',
  'oval, circle, ring',
  'cake, dessert, cupcake, cheesecake',
].map(wordList);
