import { type NounTable, nounsOf } from '../vqa/words/nouns.ts';
import type { NameSet, Row } from './name-sets.ts';
import { PLACES } from './place-classes.ts';

const OUT = 'land, waters, depths, sky, space, hollows';
/** What holds neither a bus nor a whale. */
const SMALL = 'nooks, cabins';
/** Where a truck or an airplane is shown, stands, or lies as a toy. */
const TOYS_TOO = `sheds, decks, in a room, in the living room, in the bedroom, in a nursery, in a basement, in the kitchen, in a classroom,
  in an office, in a studio, in a lobby, in a store, in a shopping mall, in a museum, in an art gallery, in a theater, in an auditorium,
  in an airport, in a subway station, on a stage`;
/** Where a house is shown, or a model of it. */
const MODELS = 'in a museum, in an art gallery, in a theater, in a studio, on a stage';

const ANYWHERE = 'anywhere';
type Limited = readonly [possible: string, but?: string];

/**
 * Where things of each table may be. Only what is truly out of place is ruled out: much is a toy or a model, and in drawings anything is
 * anywhere.
 */
const BY_TABLE: Readonly<Record<NounTable, Limited | typeof ANYWHERE>> = {
  building: [`${OUT}, ${MODELS}`, 'terraces, in a tunnel'],
  vehicle: [`${OUT}, ${TOYS_TOO}`, 'on a porch, on a balcony'],
  boat: [`${OUT}, ${TOYS_TOO}`, 'on a porch, on a balcony'],
  aircraft: [`${OUT}, ${TOYS_TOO}`, 'on a porch, on a balcony'],
  // Each by itself, below.
  nature: ANYWHERE,
  animal: ANYWHERE,
  bird: ANYWHERE,
  'sea animal': ANYWHERE,
  insect: ANYWHERE,
  dog: ANYWHERE,
  cat: ANYWHERE,
  bear: ANYWHERE,
  fruit: ANYWHERE,
  vegetable: ANYWHERE,
  food: ANYWHERE,
  dessert: ANYWHERE,
  meat: ANYWHERE,
  drink: ANYWHERE,
  instrument: ANYWHERE,
  furniture: ANYWHERE,
  clothing: ANYWHERE,
  hat: ANYWHERE,
  shoe: ANYWHERE,
  tool: ANYWHERE,
  utensil: ANYWHERE,
  appliance: ANYWHERE,
  device: ANYWHERE,
  household: ANYWHERE,
  flower: ANYWHERE,
  plant: ANYWHERE,
  shape: ANYWHERE,
  toy: ANYWHERE,
  gear: ANYWHERE,
  person: ANYWHERE,
  job: ANYWHERE,
  sign: ANYWHERE,
  character: ANYWHERE,
  'body part': ANYWHERE,
  container: ANYWHERE,
};

/** Where the things are that are not where others of their table are. */
const ROWS: readonly Row[] = [
  ['bicycle, scooter, skateboard, wheelchair, sled, drone', 'anywhere'],
  ['motorcycle, golf cart, carriage, canoe, kayak, raft', 'anywhere', SMALL],
  // From a boat one sees ships; there are none on it.
  [
    'ship, sailboat, ferry, yacht, cruise ship, fishing boat, tugboat, gondola',
    `${OUT}, ${TOYS_TOO}`,
    'decks, on a porch, on a balcony',
  ],
  ['tent', 'anywhere', SMALL],
  [
    'store',
    `${OUT}, ${MODELS}, in a lobby, in a shopping mall, in an airport, in a subway station, in a hospital, on a ship`,
    'terraces, in a tunnel',
  ],
  ['statue, fountain', 'anywhere', SMALL],
  [
    `elephant, giraffe, whale, orca, dinosaur, hippopotamus, rhinoceros, dragon, horse, cow, zebra, camel, unicorn, moose, bison, shark,
     dolphin, crocodile`,
    'anywhere',
    `${SMALL}, on a porch, on a balcony, in an operating room, in a courtroom, in a barbershop, in a pharmacy`,
  ],
  [
    'tree, palm tree, pine tree',
    'anywhere',
    'cabins, in the bathroom, in a closet, in a pantry, in an elevator, in a laundry room, in a locker room, in a sauna',
  ],
  ['bed, bathtub, couch, wardrobe, bookshelf, refrigerator, piano', 'anywhere', 'in a car, in a cockpit'],
  ['mountain, volcano, island, river, waterfall, cave', 'land, waters, depths, sky', 'terraces'],
  ['sun, moon, comet', 'land, waters, decks, sky, space'],
  ['cloud, rainbow, lightning, tornado', 'land, waters, decks, sky'],
  ['snow', 'land, waters, decks, sky, in a cave'],
  ['snowflake', 'land, waters, decks, sky'],
  ['snowman', 'land, waters, decks, sky, space, halls'],
  ['wave', 'waters, depths, shores, decks, in a swimming pool'],
  ['fire', 'anywhere', 'depths'],
  // A globe, a leaf of paper, water in a glass.
  ['earth, planet, star, water, rock, leaf', 'anywhere'],
];

/** The things that have places of their own, and so must all those of the table "nature". */
export const OWN_PLACES: ReadonlyMap<string, NameSet> = PLACES.possible(ROWS);

/** Where nouns may be that may not be anywhere. Where one stands in several tables, it is as in the first of these. */
export const THING_PLACES: ReadonlyMap<string, NameSet> = new Map([
  ...Object.entries(BY_TABLE)
    .filter((entry): entry is [NounTable, Limited] => entry[1] !== ANYWHERE)
    .toReversed()
    .flatMap(([table, where]) => [...PLACES.possible([[nounsOf(table).join(), ...where]])]),
  ...OWN_PLACES,
]);
