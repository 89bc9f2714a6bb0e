import { terms } from './word-list.ts';

/** Where most pictures are taken, each with the phrase that puts something there. */
const COMMON_PLACES =
  terms(`beach: on the beach, kitchen: in a kitchen, street: on a street, park: in the park, forest: in the forest,
  field: in a field, bathroom: in a bathroom, bedroom: in a bedroom, living room: in the living room, city: in the city,
  snow: in the snow, water: in the water, ocean: in the ocean, mountains: in the mountains, desert: in the desert, farm: on a farm,
  zoo: at the zoo, restaurant: in a restaurant, office: in an office, sky: in the sky, space: in space, road: on a road,
  garden: in a garden, store: in a store, lake: on a lake, river: by a river`);

const FURTHER_PLACES =
  terms(`underwater, classroom: in a classroom, airport: at the airport, train station: at a train station,
  stadium: in a stadium, baseball field: on a baseball field, tennis court: on a tennis court, ski slope: on a ski slope,
  skate park: in a skate park, market: at a market, church: in a church, backyard: in a backyard, harbor: in a harbor,
  parking lot: in a parking lot, sidewalk: on the sidewalk, jungle: in the jungle, hospital: in a hospital, museum: in a museum,
  library: in a library, gym: in a gym, playground: on a playground, pool: in a swimming pool, hotel room: in a hotel room,
  bridge: on a bridge, countryside: in the countryside, stage: on a stage`);

/** Where a picture may have been taken. */
export const PLACES = [...COMMON_PLACES, ...FURTHER_PLACES];

/**
 * The log prior of a place, in nats. 2 for the rarer ones: about what it takes for "where is this?" to be right of 247
 * drawn pictures clearly more often (50 % without, 60 % with it), as half of the places are words that glimpse-mini never read.
 */
export const priorOfPlace = (answer: string): number =>
  FURTHER_PLACES.some((place) => place.answer === answer) ? -2 : 0;

/** What something may be on, in or under, for "where is the cat?". */
export const SPOTS =
  terms(`table: on a table, chair: on a chair, couch: on a couch, bed: on a bed, floor: on the floor, grass: on the grass,
  ground: on the ground, bench: on a bench, desk: on a desk, shelf: on a shelf, wall: on the wall, plate: on a plate, bowl: in a bowl,
  box: in a box, basket: in a basket, car: in a car, boat: on a boat, tree: in a tree, sand: on the sand, sink: in the sink,
  counter: on the counter, window: by the window, fence: behind a fence, roof: on a roof, umbrella: under an umbrella, truck: on a truck,
  bus: on a bus, train: on a train, bag: in a bag, hand: in a hand, toilet: on a toilet, refrigerator: in the refrigerator`);

export const ROOMS =
  terms(`kitchen: a kitchen, bathroom: a bathroom, bedroom: a bedroom, living room: a living room, dining room: a dining room,
  office: an office, classroom: a classroom, garage: a garage, hallway: a hallway, basement: a basement, laundry room: a laundry room,
  hotel room: a hotel room, restaurant: a restaurant, library: a library, lobby: a lobby, nursery: a nursery, gym: a gym`);

export const TREES =
  terms(`palm: a palm tree, pine: a pine tree, oak: an oak tree, maple: a maple tree, christmas tree: a christmas tree,
  evergreen: an evergreen tree, willow: a willow tree, birch: a birch tree, apple tree: an apple tree, bonsai: a bonsai tree`);

export const WEATHER = terms('sunny, cloudy, rainy, snowy, foggy, stormy, windy, clear, overcast');

export const SEASONS = terms('summer, winter, spring, fall');

export const TIMES_OF_DAY = terms(
  'day: daytime, night: nighttime, morning, afternoon, evening, sunset, sunrise, noon: midday',
);

export const MATERIALS = terms(
  'wood, metal, glass, plastic, brick, stone, concrete, leather, cotton, wool, paper, tile, marble, ceramic, steel, denim, straw, rubber, gold, silver',
);

export const GROUNDS =
  terms(`grass, sand, snow, dirt, water, concrete, wood, tile, carpet, gravel, asphalt: asphalt, ice, rocks, mud, brick,
  hardwood, linoleum, pavement`);

export const PATTERNS = terms(
  'striped, plaid, floral, solid, polka dot, checkered, zigzag, plain, camouflage, paisley',
);

export const EMOTIONS = terms(
  'happy, sad, angry, surprised, scared, tired, bored, neutral, excited, worried, disgusted, in love, sleepy, confused',
);

export const MEALS = terms('breakfast, lunch, dinner, dessert, a snack');

export const OCCASIONS =
  terms(`birthday: a birthday, wedding: a wedding, christmas, halloween, party: a party, graduation: a graduation,
  easter, festival: a festival, concert: a concert, parade: a parade, picnic: a picnic, thanksgiving, valentine's day, new year`);

/** Things that are a scene of their own: they are neither counted nor put somewhere. */
export const LANDSCAPES: ReadonlySet<string> = new Set(
  'mountain, sun, moon, rainbow, snow, water, volcano, river, waterfall, lightning, tornado, island, cave, fire, grass, crowd, cloud'.split(
    ', ',
  ),
);

/** Places that hold, or look like, one another: neither is a rival of the other. */
const ALIKE: readonly (readonly string[])[] = [
  'beach, ocean, water, lake, river, harbor, sea, underwater, sand, pool, boat',
  'street, city, road, sidewalk, parking lot, bridge',
  'snow, ski slope, mountains',
  'park, field, garden, countryside, farm, forest, jungle, backyard, playground, grass, tree',
  'room, living room, bedroom, hotel room, office',
  'store, market',
  'zoo, farm',
].map((line) => line.split(', '));

/** Whether two places exclude each other, so that one can be set against the other. */
export function exclude(a: string, b: string): boolean {
  return a !== b && !ALIKE.some((line) => line.includes(a) && line.includes(b));
}
