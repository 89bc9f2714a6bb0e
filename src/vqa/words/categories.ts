import { singularise } from '../grammar.ts';
import { ACTIVITIES, GAMES, SPORTS } from './activities.ts';
import { AIRLINES, BIKE_BRANDS, BRANDS, CAR_BRANDS } from './brands.ts';
import {
  BALLS,
  BREADS,
  BUSES,
  CAKES,
  CARS,
  FLAVOURS,
  PIZZAS,
  SANDWICHES,
  SAUCES,
  TEXTURES,
  TOPPINGS,
  TRAINS,
  TRUCKS,
} from './kinds-of-things.ts';
import { type NounTable, nounTerms } from './nouns.ts';
import { AGES, GENDERS, HAIR_STYLES, HANDS } from './person-attributes.ts';

import {
  EMOTIONS,
  GROUNDS,
  MATERIALS,
  MEALS,
  OCCASIONS,
  PATTERNS,
  PLACES,
  ROOMS,
  SEASONS,
  TIMES_OF_DAY,
  TREES,
  WEATHER,
} from './settings.ts';
import { type Term, wordList } from './word-list.ts';

/** A closed list of answers to "what NAME is this?", and sentences that show one of them. */
export interface Category {
  readonly id: string;
  /** What askers call it, in the singular. */
  readonly names: readonly string[];
  readonly terms: readonly Term[];
  /** Sentences with `{}` for a term's phrase. */
  readonly templates: readonly string[];
}

/** How a picture of something is described. Short ones: glimpse-mini reads 32 tokens, and long prompts drown the noun. */
export const THING_TEMPLATES = ['{}', 'a photo of {}', 'a picture of {}'] as const;

const nounCategory = (id: string, names: string, ...tables: readonly NounTable[]): Category => ({
  id,
  names: wordList(names),
  terms: nounTerms(...tables),
  templates: THING_TEMPLATES,
});

const category = (id: string, names: string, terms: readonly Term[], templates: readonly string[]): Category => ({
  id,
  names: wordList(names),
  terms,
  templates,
});

/** Every category by name; where two share a name, the first one wins. */
export const CATEGORIES: readonly Category[] = [
  nounCategory(
    'animal',
    'animal, creature, beast, pet, mammal, wildlife, zoo animal, farm animal, wild animal, livestock, critter',
    'animal',
  ),
  nounCategory('bird', 'bird, fowl', 'bird'),
  nounCategory('sea animal', 'sea animal, sea creature, marine animal, fish', 'sea animal'),
  nounCategory('insect', 'insect, bug', 'insect'),
  nounCategory('dog', 'dog, puppy, doggo', 'dog'),
  nounCategory('cat', 'cat, kitty', 'cat'),
  nounCategory('bear', 'bear', 'bear'),
  nounCategory('fruit', 'fruit, berry', 'fruit'),
  nounCategory('vegetable', 'vegetable, veggie, veg, produce, green vegetable', 'vegetable'),
  nounCategory('dessert', 'dessert, sweet, pastry, candy, treat', 'dessert'),
  nounCategory('meat', 'meat', 'meat'),
  category('meal', 'meal', MEALS, ['{}', 'a photo of {}', 'people having {}']),
  nounCategory('food', 'food, dish, snack, cuisine, ingredient, item of food', 'food', 'fruit', 'vegetable'),
  category('pizza', 'pizza', PIZZAS, THING_TEMPLATES),
  category('cake', 'cake', CAKES, THING_TEMPLATES),
  category('sandwich', 'sandwich, burger', SANDWICHES, THING_TEMPLATES),
  category('topping', 'topping, filling, garnish', TOPPINGS, ['food with {}', '{}']),
  category('sauce', 'sauce, condiment, dressing, dip', SAUCES, THING_TEMPLATES),
  category('bread', 'bread, bun', BREADS, THING_TEMPLATES),
  category('flavour', 'flavour, flavor', FLAVOURS, ['something with {}', '{}']),
  nounCategory('drink', 'drink, beverage, liquid, alcohol', 'drink'),
  nounCategory('boat', 'boat, ship, vessel, watercraft', 'boat'),
  nounCategory('aircraft', 'aircraft, plane, airplane', 'aircraft'),
  category('car', 'car', CARS, THING_TEMPLATES),
  category('bus', 'bus', BUSES, THING_TEMPLATES),
  category('train', 'train', TRAINS, THING_TEMPLATES),
  category('truck', 'truck, lorry', TRUCKS, THING_TEMPLATES),
  category('ball', 'ball', BALLS, THING_TEMPLATES),
  nounCategory(
    'vehicle',
    'vehicle, transportation, transport, mode of transportation, mode of transport, automobile, machine, ride',
    'vehicle',
  ),
  nounCategory('instrument', 'musical instrument, instrument', 'instrument'),
  nounCategory('furniture', 'furniture, piece of furniture, furniture piece', 'furniture'),
  nounCategory('hat', 'hat, headgear, headwear, cap', 'hat'),
  nounCategory('shoe', 'shoe, footwear', 'shoe'),
  nounCategory(
    'clothing',
    'clothing, clothes, garment, outfit, apparel, attire, article of clothing, piece of clothing, costume',
    'clothing',
  ),
  nounCategory('utensil', 'utensil, silverware, cutlery, kitchen utensil, eating utensil, flatware', 'utensil'),
  nounCategory('tool', 'tool', 'tool'),
  nounCategory('appliance', 'appliance, kitchen appliance', 'appliance'),
  nounCategory(
    'device',
    'device, gadget, electronic device, electronic, electronics, equipment, electronic equipment, technology',
    'device',
  ),
  nounCategory('flower', 'flower, blossom', 'flower'),
  category('tree', 'tree', TREES, THING_TEMPLATES),
  nounCategory('plant', 'plant', 'plant'),
  nounCategory('shape', 'shape, geometric shape, geometric figure', 'shape'),
  nounCategory('toy', 'toy, stuffed animal', 'toy'),
  nounCategory('gear', 'sports equipment, sport equipment, sporting equipment', 'gear'),
  nounCategory('job', 'job, profession, occupation, career', 'job'),
  nounCategory('building', 'building, structure, establishment, landmark', 'building'),
  nounCategory('sign', 'sign, symbol', 'sign', 'shape'),
  nounCategory('body part', 'body part, part of the body', 'body part'),
  nounCategory('container', 'container', 'container'),
  category('sport', 'sport', SPORTS, ['a person {}', 'people {}', 'a photo of someone {}']),
  category('game', 'game, video game', GAMES, ['people {}', 'a photo of people {}']),
  category('activity', 'activity, action, hobby, exercise', ACTIVITIES, ['a person {}', 'people {}']),
  category('weather', 'weather, weather condition, sky, climate, day', WEATHER, [
    'it is {}',
    'a {} day',
    'the weather is {}',
  ]),
  category('season', 'season, time of year, season of the year', SEASONS, ['{}', 'it is {}', 'a photo taken in {}']),
  category('time of day', 'time of day, part of the day, part of day, time of the day', TIMES_OF_DAY, [
    '{}',
    'a photo taken in the {}',
    'it is {}',
  ]),
  category('room', 'room, part of the house, part of a house, area of the house', ROOMS, THING_TEMPLATES),
  category('place', 'place, location, setting, environment, scenery, scene, landscape, area, spot, habitat', PLACES, [
    'a photo taken {}',
    '{}',
  ]),
  category('material', 'material, fabric, substance, stone', MATERIALS, ['something made of {}', '{}']),
  category('ground', 'ground, surface, floor, flooring, terrain', GROUNDS, ['the ground is covered with {}', '{}']),
  category('pattern', 'pattern, print, design', PATTERNS, ['a {} pattern', '{}']),
  category('texture', 'texture', TEXTURES, ['something {}', 'a {} texture']),
  category('emotion', 'emotion, expression, mood, feeling, facial expression, face, vibe, atmosphere, look', EMOTIONS, [
    'a {} face',
    'a {} person',
  ]),
  category('occasion', 'occasion, holiday, event, celebration, party, festival', OCCASIONS, [
    '{}',
    'a photo of {}',
    'people celebrating {}',
  ]),
  category('gender', 'gender, sex', GENDERS, ['a {} person', 'the person is {}']),
  category('age', 'age group, age', AGES, THING_TEMPLATES),
  category('hair style', 'hair style, hairstyle, haircut, hairdo, hair, hair cut', HAIR_STYLES, [
    'a person with {}',
    '{}',
  ]),
  category('hand', 'hand', HANDS, ['a person using {}', '{}']),
  category('brand', 'brand, maker, manufacturer, company, logo, make, brand name', BRANDS, [
    'a {} product',
    'the {} logo',
  ]),
  category('car brand', 'car brand, car make, car company, make of car, brand of car', CAR_BRANDS, [
    'a {} car',
    'the {} logo',
  ]),
  category('bike brand', 'motorcycle brand, bike brand', BIKE_BRANDS, ['a {} motorcycle', 'the {} logo']),
  category('airline', 'airline, airline company', AIRLINES, ['a {} airplane', 'the {} logo']),
];

const BY_ID: ReadonlyMap<string, Category> = new Map(CATEGORIES.map((category) => [category.id, category]));

/** The category of an id of this table. Throws where there is none. */
export function categoryById(id: string): Category {
  const found = BY_ID.get(id);
  if (!found) throw new Error(`no category has the id ${id}`);
  return found;
}

const BY_NAME: ReadonlyMap<string, Category> = new Map(
  CATEGORIES.toReversed().flatMap((category) => category.names.map((name) => [name, category] as const)),
);

/** The category that askers call by this name, in either number: "animals", "kitchen appliance". */
export function categoryNamed(name: string): Category | undefined {
  return BY_NAME.get(name) ?? BY_NAME.get(singularise(name));
}
