import { ACTIVITIES, GAMES, SPORTS } from './activities.ts';
import { nounTerm, nounTerms } from './nouns.ts';
import { GROUNDS, MATERIALS, PLACES, SPOTS } from './settings.ts';
import { type Term, wordList } from './word-list.ts';

const nouns = (list: string): readonly Term[] => wordList(list).map(nounTerm);

const HANDHELD = [
  ...nouns(`umbrella, cell phone, frisbee, tennis racket, baseball bat, surfboard, skateboard, kite, game controller, camera, cup, bottle,
    glass, knife, fork, spoon, ball, dog, cat, baby, book, bag, sign, flowers, banana, apple, hot dog, pizza, sandwich, cake, donut, teddy bear,
    phone, wine glass, beer, ski poles, snowboard, backpack, purse, suitcase, toothbrush, scissors, hair dryer, balloon, flag, guitar, microphone,
    pen, pencil, paper, newspaper, laptop, tablet, rope, leash, fishing rod, golf club, broom, hammer, axe, sword, basket, box, plate, tray, flower, gift,
    money, candle, fish, child, hands, heart, magnifying glass, test tube, wrench, paintbrush`),
];

const RIDEABLE =
  nouns(`horse, bicycle, motorcycle, skateboard, surfboard, elephant, scooter, bus, train, boat, snowboard, skis, camel, car, cow,
  truck, donkey, wave, jet ski, carriage, sled, roller coaster, unicycle, tractor, ski lift, llama`);

const FOODS = nounTerms('food', 'fruit', 'vegetable', 'dessert');
const EATABLE = [...FOODS, ...nouns('grass, hay, leaves')];

const IN_THE_SKY =
  nouns(`clouds, kite, airplane, sun, moon, bird, birds, kites, rainbow, helicopter, hot air balloon, balloon, stars, star, lightning, fireworks,
  parachute, rocket, smoke, snowflakes, rain, butterfly, drone`);

const ON_A_PLATE = [
  ...FOODS,
  ...nouns('fork, knife, spoon, plate, cup, glass, bottle, bowl, vase, flowers, candle, laptop, lamp, napkin, book'),
];

const BACKGROUND =
  nouns(`mountains, trees, buildings, water, ocean, fence, people, car, grass, building, house, wall, beach, hills, snow, clouds, bus, boat,
  sky, city, bridge, train, field, forest, road, window, sun, sunset, crowd`);

/**
 * What a verb is done with: the answers to "what is she VERBing?". Keys are the words of the predicate from the verb on,
 * longest match first.
 */
const OBJECTS: readonly (readonly [pattern: RegExp, terms: readonly Term[]])[] = [
  [/\b(?:made (?:out )?(?:of|from|with)|constructed of|made)$/, MATERIALS],
  [/\b(?:wear|wears|wearing|dressed in)\b/, nounTerms('clothing', 'hat')],
  [/\b(?:eat|eats|eating|cooking|baking|chewing|biting|serving|cook|frying|grilling|grazing|feeding)\b/, EATABLE],
  [/\b(?:drink|drinks|drinking|sipping|pouring)\b/, nounTerms('drink')],
  [/\b(?:riding|ride|rides)\b/, RIDEABLE],
  [/\b(?:driving|drive|boarding|waiting for)\b/, nounTerms('vehicle')],
  [/\b(?:flying|fly)\b/, nouns('kite, airplane, bird, drone, helicopter, flag, balloon, hot air balloon')],
  [/\b(?:playing|play|plays) with\b/, nounTerms('toy', 'gear')],
  [/\b(?:playing|play|plays)(?: on)?\b/, [...SPORTS, ...GAMES, ...nounTerms('instrument').map(asPlayed)]],
  [
    /\b(?:throwing|throw|catching|catch|kicking|hitting|hit|swinging|chasing|catching|tossing|bouncing)\b/,
    nounTerms('gear', 'toy'),
  ],
  [/\b(?:reading|read)\b/, nouns('book, newspaper, magazine, map, menu, phone, sign, letter, tablet, paper')],
  [/\b(?:typing on|texting on)\b/, nounTerms('device')],
  [/\b(?:holding|hold|holds|carrying|carry|using|use|pushing|pulling|lifting|grabbing|touching|swinging)\b/, HANDHELD],
  [
    /\b(?:walking|running|standing|driving|growing|skating|grazing) (?:on|in|through|across|over)$/,
    [...GROUNDS, ...nouns('road, street, sidewalk, beach')].map(bare),
  ],
  [
    /\b(?:sitting|lying|laying|sleeping|resting|perched|sit|standing|parked|hanging|placed|leaning|laid) (?:on|in|at|inside|under|against|from)$/,
    SPOTS.map(bare),
  ],
  [
    /\b(?:covered (?:in|with|by)|covering|covers)\b/,
    [
      ...nouns(
        'snow, grass, water, sand, clouds, trees, dirt, ice, leaves, ivy, blanket, paper, cheese, sauce, frosting, hair, fur, fog',
      ),
    ],
  ],
  [/\b(?:doing|does|do)$/, ACTIVITIES],
];

/** Where something is looked for: the answers to "what is in the sky?", "what is on the plate?". */
const HOLDERS: readonly (readonly [pattern: RegExp, terms: readonly Term[]])[] = [
  [/\b(?:in|across) the (?:sky|air)\b/, IN_THE_SKY],
  [
    /\b(?:on|in) (?:the|this|his|her|that|top of) (?:\w+ )?(?:plate|table|bowl|tray|dish|pan|oven|pizza|sandwich|salad|grill|counter)\b/,
    ON_A_PLATE,
  ],
  [/\bin the (?:\w+ )?(?:glass|glasses|cup|cups|mug|bottle|bottles|pitcher)\b/, nounTerms('drink')],
  [
    /\bon (?:the|his|her|their|this|\w+) (?:\w+ )?(?:\w+'s )?(?:head|heads|face|feet|foot|body|neck|hands)\b/,
    nounTerms('hat', 'clothing'),
  ],
  [/\b(?:in|at) the (?:background|distance|back|horizon|rear)\b/, BACKGROUND],
  [/\bbehind (?:the|this|that|her|him|them)\b/, BACKGROUND],
  [
    /\bon the (?:ground|floor|street|road)\b/,
    [
      ...nouns(
        'snow, grass, sand, dirt, leaves, rug, carpet, shoes, water, tile, dog, cat, bag, ball, shadow, trash, luggage, frisbee, suitcase, rocks, skateboard',
      ),
    ],
  ],
  [
    /\bon the wall\b/,
    nouns(
      'picture, clock, mirror, painting, poster, window, television, shelf, sign, lamp, calendar, tile, map, towel, graffiti',
    ),
  ],
  [/\bin (?:the|his|her|their|this) (?:\w+ )?(?:\w+'s )?(?:hand|hands|arms|mouth)\b/, HANDHELD],
];

/** Candidate objects for a predicate such as "holding", "sitting on" or "in the sky"; undefined where nothing is known. */
export function objectsOf(predicate: string): readonly Term[] | undefined {
  const found =
    OBJECTS.find(([pattern]) => pattern.test(predicate)) ?? HOLDERS.find(([pattern]) => pattern.test(predicate));
  return found?.[1];
}

/** Places and what things rest on, as rivals to a phrase such as "on the beach". */
export const LOCATIONS: readonly Term[] = [...PLACES.slice(0, 24), ...SPOTS.slice(0, 16)];

function asPlayed({ answer }: Term): Term {
  return { answer, phrase: `playing the ${answer}` };
}

/** The answer as a phrase of its own with an article, for gaps that come after a preposition. */
function bare({ answer }: Term): Term {
  return nounTerm(answer);
}
