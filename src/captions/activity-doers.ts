import { phrasesOf } from '../phrases/phrase-table.ts';
import { NOUNS } from '../vqa/words/nouns.ts';
import { type NameSet, type Names, namesIn, type Row } from './name-sets.ts';

/** Lists of nouns as one. */
const all = (...lists: readonly string[]): string => lists.join(',');

/** Who does anything, by how they get about; and `thing`, for all that does nothing. */
export const DOERS: Names = namesIn({
  people: all(NOUNS.person, NOUNS.job, NOUNS.character, 'robot, doll, teddy bear, stuffed animal, snowman'),
  hoofed: `horse, cow, elephant, giraffe, zebra, sheep, pig, goat, deer, camel, unicorn, donkey, hippopotamus, rhinoceros, llama, moose, bison`,
  pawed: all(
    NOUNS.dog,
    'dog, rabbit, mouse, fox, wolf, kangaroo, hamster, hedgehog, otter, badger, beaver, animal, pet',
  ),
  climbers: all(
    NOUNS.cat,
    NOUNS.bear,
    'cat, bear, lion, tiger, leopard, monkey, panda, koala, squirrel, gorilla, raccoon, sloth, polar bear',
  ),
  reptiles: 'frog, turtle, crocodile, lizard, dinosaur, dragon',
  'water birds': 'duck, goose, swan, seagull, pelican, flamingo, heron',
  'land birds': `bird, pigeon, parrot, eagle, owl, peacock, crow, robin, sparrow, hawk, turkey, dove, hummingbird, toucan, blue jay, cardinal`,
  fowl: 'chicken, rooster, chick, ostrich',
  penguins: 'penguin',
  shellfish: 'crab, lobster, scorpion',
  winged: 'bee, butterfly, ladybug, fly, beetle, mosquito, grasshopper, cricket, dragonfly, moth, cockroach',
  crawlers: 'ant, spider, caterpillar, worm, snail',
  snakes: 'snake',
  seals: 'seal',
  bats: 'bat',
  whales: 'whale, dolphin, orca',
  fishes: 'fish, shark, goldfish, clownfish, blowfish, ray, seahorse',
  boneless: 'octopus, squid, jellyfish, shrimp, starfish, oyster',
  birds: 'water birds, land birds, fowl, penguins',
  'four-legged': 'hoofed, pawed, climbers',
  swimmers: 'whales, fishes, boneless',
  inanimate: 'thing',
  everyone: 'people, four-legged, reptiles, birds, shellfish, winged, crawlers, snakes, seals, bats, swimmers',
});

/** Who plays, and has a face that shows it. */
const LIVELY = 'people, four-legged, birds, seals, whales';

/** The activities that animals do, too, or do alone. */
const ROWS: readonly Row[] = [
  ['eating', 'everyone', 'jellyfish'],
  ['sleeping', 'everyone', 'crawlers, winged, jellyfish, starfish, oyster'],
  ['drinking', 'people, four-legged, reptiles, birds, snakes, bats, bee, butterfly'],
  ['looking up', 'people, four-legged, reptiles, birds, snakes, seals, bats, whales, fishes'],
  ['standing', 'people, four-legged, reptiles, birds, shellfish', 'turtle'],
  ['sitting', 'people, four-legged, reptiles, birds, winged, seals, bats, spider'],
  ['lying down', 'people, four-legged, reptiles, birds, snakes, seals'],
  ['walking', 'people, four-legged, reptiles, birds, shellfish, ant, spider, beetle, cockroach, ladybug'],
  ['running', 'people, four-legged, reptiles, fowl, water birds, penguin, ant, spider, cockroach, crab', 'sloth, frog'],
  [
    'swimming',
    'people, four-legged, reptiles, water birds, bird, penguin, snakes, seals, whales, fishes, octopus, squid, jellyfish, shrimp, crab',
  ],
  ['flying', 'land birds, water birds, winged, bats, dragon'],
  [
    'jumping',
    `people, four-legged, frog, birds, seals, whales, fish, shark, ray, spider, grasshopper, cricket`,
    'elephant, hippopotamus, rhinoceros, sloth, koala, goldfish, clownfish, blowfish, seahorse',
  ],
  ['playing', LIVELY],
  [
    'fighting',
    `${LIVELY}, reptiles, shellfish, snakes, fish, shark, beetle, ant, spider`,
    'goldfish, clownfish, seahorse',
  ],
  ['grazing', 'hoofed, rabbit, kangaroo, goose, dinosaur, turtle'],
  [
    'climbing',
    'people, climbers, dog, fox, mouse, hamster, goat, lizard, frog, dragon, parrot, penguin, crab, snakes, crawlers, beetle, ladybug, cockroach',
    'worm',
  ],
  [
    'perching on a branch',
    'birds, winged, bats, squirrel, monkey, cat, koala, panda, leopard, raccoon, sloth, lizard, frog, spider',
    'penguin, ostrich, flamingo, swan, goose',
  ],
  [
    'catching a ball',
    'people, pawed, climbers, seals, whales, elephant, horse',
    'mouse, hamster, hedgehog, badger, beaver, sloth, koala, whale',
  ],
  // What people do, with an animal beside them at times.
  ['posing, smiling, waiting, fishing, working, racing, crossing the street', LIVELY],
  [
    'hugging, kissing, wrestling, waving, dancing, hiking, taking a bath, taking a shower, getting a massage',
    LIVELY,
    'whale, orca',
  ],
  ['talking, singing', 'people, parrot, bird, robin, sparrow, dog, wolf'],
  ['surfing, skateboarding, playing frisbee, playing soccer, riding a bike', 'people, dog, cat, monkey, bear'],
  ['getting a haircut', 'people, dog, cat, sheep, horse'],
  ['boxing', 'people, kangaroo'],
  ['marching', 'people, penguin, elephant, ant'],
];

/** Who may be seen at each activity: only people where there is no row. */
export const ACTIVITY_DOERS: ReadonlyMap<string, NameSet> = new Map([
  ...DOERS.possible(phrasesOf('activities').map((activity) => [activity, 'people'])),
  ...DOERS.possible(ROWS),
]);

/** Who each noun of the tables is: itself, or what does nothing. */
export const THING_DOERS: ReadonlyMap<string, NameSet> = new Map([
  ...DOERS.possible([[all(...Object.values(NOUNS)), 'thing']]),
  ...DOERS.each,
]);
