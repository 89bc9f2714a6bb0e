import type { NameSet, Row } from './name-sets.ts';
import { PLACES } from './place-classes.ts';

/** Where one can move about. */
const ROOMY = 'indoors, land, hollows, decks, space';
const ON_WATER = 'on a lake, on a river, on the sea, on the ocean';
const KNEE_DEEP = 'in the waves, in a pond';
/** Where indoors there is room to exercise, to fight and to perform. */
const SHOWY = `chambers, sheds, in the kitchen, in a classroom, in an office, in a studio, in a hallway, in a lobby, in a theater,
  in a concert hall, in a ballroom, in a nightclub, in an auditorium, in a shopping mall, in a museum, in a temple, in a gym, in an ice rink,
  on a stage`;
/** Where a ball is kicked or thrown far. */
const OPEN = `pitches, towns, gardens, terraces, country, desert, shores, in the forest, in the jungle, in the mountains, in a canyon,
  in the snow, on the ice, on the street, on a road, on a sidewalk, in an alley, in a parking lot, in a gym, in a warehouse, in a barn`;
/** But not there: narrow, wet, or full of crops, graves or stalls. */
const CLUTTERED = `on a porch, on a balcony, in a cemetery, at a wedding, on a pier, on a dock, in a harbor, at a marina, by a waterfall, in an orchard,
  in a vineyard, in a corn field, in a wheat field, in a rice field, at a train station, at a market,
  at a fair, at a carnival, at a parade, in a junkyard, on a race track, in a skate park`;
/** Where children play ball in a house. */
const PLAYROOMS =
  'in a room, in the living room, in the bedroom, in a basement, in a classroom, in a hallway, in a garage, in a studio';
/** Where the ground is hard and level. */
const PAVED = `roads, towns, terraces, in a skate park, on a tennis court, on a basketball court, in a stadium, on a race track, in the park,
  on a playground, in a backyard, in a courtyard, on the beach, on the coast, on a pier, in a harbor, on a dock, on a hill, in a tunnel,
  in a gym, in a garage, in a warehouse, in a factory, in a hallway, in a studio, in a shopping mall, on a stage`;
/** Where there is a river or a lake, though the place is not called so. */
const RIVERSIDE = `in the forest, in the jungle, in a rainforest, in a swamp, in the mountains, in a canyon, in a valley, in the countryside,
  in the park, in a cave`;

/**
 * Where each activity of the tables may be seen, and be it in a few pictures. On the water is also who is on a board or in a boat, in the sky
 * who jumps or falls, in space who walks on the moon.
 */
const ROWS: readonly Row[] = [
  // With nothing to stand on, too.
  ['sitting, smiling, laughing, posing, waving, hugging, kissing, looking up, playing, fighting', 'anywhere'],
  ['taking a picture, taking a selfie', 'anywhere'],
  ['standing, lying down, meditating', 'ground, waters, depths, space'],
  ['sleeping, working', 'ground, waters, depths, space', 'in the waves'],
  ['eating', 'ground, waters, depths, space', 'in an operating room'],
  [
    'drinking, talking, singing, crying, waiting, clapping, shrugging, saluting, holding a baby',
    'ground, waters, space',
  ],
  ['reading, playing guitar', `ground, space, ${ON_WATER}`],
  ['jumping', `${ROOMY}, waters, sky`],
  ['doing a trick', `${SHOWY}, land, decks, waters, sky, space`],
  ['flying', 'ground, waters, sky'],

  // On any solid ground.
  ['walking', `ground, depths, space, ${KNEE_DEEP}`, 'in a car, in a cockpit'],
  ['running', `${ROOMY}, ${KNEE_DEEP}`, 'in a closet, in a pantry, in an elevator, in a sauna, space'],
  ['kneeling, bowing', 'ground', 'in a car, in a cockpit'],
  ['dancing', `ground, depths, space, ${KNEE_DEEP}`, 'in a car, in a cockpit'],
  ['writing, using a computer', 'ground, space'],
  ['texting, talking on the phone, painting', 'ground'],
  ['climbing', `${ROOMY}, sky`, 'space'],
  ['juggling', ROOMY, 'in a closet, in a pantry, in an elevator, space'],
  ['feeding an animal', `ground, depths, ${ON_WATER}, ${KNEE_DEEP}`],
  [
    'playing chess, playing cards',
    'ground',
    `snow, on a highway, at an intersection, in a cockpit, in the bathroom, in a closet, in a pantry, in an elevator, in an operating room,
     on a cliff, on a volcano, in an ice rink`,
  ],
  [
    'doing yoga',
    `${ROOMY}, ${ON_WATER}`,
    'in a closet, in a pantry, in an elevator, on a staircase, on a highway, at an intersection, space',
  ],
  [
    'lifting weights, boxing, practising martial arts, doing gymnastics, doing a cartwheel',
    `${SHOWY}, land, hollows, decks`,
    `in a lobby, in a museum, in an ice rink, in a corn field, in a wheat field, in a rice field, on a highway, at an intersection`,
  ],
  ['wrestling', `${SHOWY}, land, decks, waters`, 'in an ice rink, on a highway, at an intersection'],
  [
    'fencing',
    `${SHOWY}, pitches, towns, gardens, terraces, country, shores, decks, in the forest`,
    `${CLUTTERED}, in an ice rink`,
  ],
  [
    'marching',
    `land, hollows, decks, in a gym, in a factory, in a barn, in a hallway, in a lobby, in a theater, in an auditorium, in a ballroom, in a church,
     in a temple, in a mosque, in a shopping mall, in an airport, in a subway station, on a stage`,
    'on a porch, on a balcony',
  ],
  ['walking a dog', 'land, hollows, decks, in a hallway, in a lobby, in a store, in a shopping mall, in an airport'],
  [
    'hiking',
    `country, woods, rocks, desert, snow, shores, hollows, in the park, among ruins, at a campsite, in a village, on a bridge, on a road`,
    'in a harbor, at a marina, on a dock, by a swimming pool',
  ],

  // In houses, mostly.
  ['lying in bed', 'chambers, in a studio, in a store, in a museum, in a theater'],
  [
    'cooking',
    `chambers, land, hollows, decks, in the kitchen, in the dining room, in a restaurant, in a cafe, in a bar, in a bakery, in a classroom,
     in a studio, in a store, in a temple, in a garage, in a workshop, in a barn, on a stage`,
    'pitches, snow, in an attic, in a prison cell, on a highway, at an intersection, on a cliff',
  ],
  ['brushing teeth', 'ground', 'pitches, roads, snow, rocks, in a courtroom, in an ice rink, in a cockpit'],
  [
    'taking a bath',
    `waters, shores, gardens, terraces, in the bathroom, in a room, in a hotel room, in a nursery, in a hospital, in a prison cell,
     in a sauna, in a locker room, in a laundry room, in the kitchen, in a swimming pool, in a temple, in a barn, in the snow,
     in the mountains, in a canyon, in a valley, in the forest, in the jungle, in a rainforest, on a farm, in a village, in the countryside,
     on the street, on a road, on a sidewalk, in an alley`,
    'on the sea, on the ocean, in a cemetery, at a wedding, at a picnic, on a playground',
  ],
  [
    'taking a shower',
    `gardens, terraces, in the bathroom, in a room, in a hotel room, in a hospital, in a prison cell, in a sauna, in a locker room,
     in a gym, in a swimming pool, by a swimming pool, on the beach, by a waterfall, in the jungle, on a boat`,
    'in a cemetery, at a wedding, at a picnic, on a playground, among ruins',
  ],
  [
    'getting a haircut',
    `chambers, rooms, towns, gardens, terraces, decks, in the bathroom, in a hallway, in a locker room, in a lobby, in a store,
     in a shopping mall, in a theater, in an airport, in a temple, in a garage, on the street, on a sidewalk, in an alley, on the beach,
     on a farm`,
    'in an operating room, in a courtroom, in a laboratory, in a cemetery, in a junkyard',
  ],
  [
    'getting a massage',
    `chambers, gardens, terraces, shores, in the bathroom, in a sauna, in a locker room, in a gym, in an office, in a studio,
     in a barbershop, in a lobby, in a shopping mall, in an airport, in a temple, in a town square, at a market, at a fair, on the street,
     on a sidewalk, on a ship`,
    'in a prison cell, in an attic, in a cemetery, on a playground, at the zoo, by a waterfall',
  ],
  [
    'shopping',
    `towns, in a store, in a supermarket, in a bookstore, in a clothing store, in a shopping mall, in a pharmacy, in a bakery, in a museum,
     in an art gallery, in an airport, in a subway station, in a warehouse, in a greenhouse, on the street, on a sidewalk, in an alley,
     at a gas station, on a farm, on a ship, in the snow`,
    'at a construction site, at a parade',
  ],
  [
    'playing piano',
    `chambers, rooms, halls, towns, gardens, terraces, decks, in a hallway, in a gym, in a barn, in a warehouse, in a workshop,
     in a greenhouse, in a stadium, on the street, on a sidewalk, on a bridge, on the beach, on a pier, in a field, in a meadow,
     in the countryside`,
    'in a prison cell, in an operating room, in a courtroom, in a laboratory, in a pharmacy, in a supermarket, at a construction site',
  ],
  [
    'playing video games',
    `indoors, cabins, decks, gardens, terraces, towns, at a bus stop, on the beach, by a swimming pool`,
    `in a sauna, in a swimming pool, in an ice rink, in an operating room, in a courtroom, in a cockpit, in a stable, in a cemetery,
     among ruins`,
  ],
  [
    'playing pool',
    `in a room, in the living room, in the dining room, in a basement, in an attic, in a bar, in a cafe, in a restaurant, in a nightclub,
     in a lobby, in an office, in a waiting room, in a studio, in a garage, in a workshop, in a bowling alley, in a shopping mall`,
  ],
  [
    'playing table tennis',
    `chambers, rooms, halls, sheds, pitches, gardens, terraces, towns, decks, in a gym, on the street, on a sidewalk, in an alley, on the beach,
     by a swimming pool`,
    `in an operating room, in a courtroom, in a movie theater, in a church, in a mosque, in a prison cell, in a laboratory, in a pharmacy, in a stable,
     in a cemetery, at a parade, at a construction site, in a junkyard, on a race track, on a golf course`,
  ],
  [
    'bowling',
    'in a bowling alley, in a basement, in a gym, in a hallway, on a lawn, in the park, in a garden, in a backyard, in the grass',
  ],

  // With a ball, or over a distance.
  [
    'throwing a ball, catching a ball',
    `${SHOWY}, land, hollows, decks, in a swimming pool, ${KNEE_DEEP}`,
    'in a museum, on a highway',
  ],
  ['playing soccer, playing basketball, playing badminton, hitting a ball', `${OPEN}, ${PLAYROOMS}`, CLUTTERED],
  ['playing frisbee, playing handball, swinging a bat', OPEN, CLUTTERED],
  ['playing volleyball', `${OPEN}, in a swimming pool, in the waves`, CLUTTERED],
  [
    'playing baseball, playing american football, playing rugby, playing cricket',
    OPEN,
    `${CLUTTERED}, terraces, on a tennis court, in the jungle`,
  ],
  [
    'playing tennis',
    `pitches, towns, gardens, in a gym, in an auditorium, on the street, in an alley, in a parking lot, on a rooftop, on a terrace, on a ship,
     on the beach, on an island, in a field, in the grass, on a farm, in the countryside`,
    `${CLUTTERED}, on a golf course`,
  ],
  [
    'playing golf',
    `gardens, country, desert, shores, on a golf course, in a stadium, on a soccer field, in a field, in the forest, in the mountains,
     on a cliff, in the snow, on a rooftop, in a gym, on a ship`,
    `${CLUTTERED}, by a swimming pool, on a pier`,
  ],
  [
    'playing hockey',
    `pitches, in an ice rink, on the ice, in the snow, on a lake, in a pond, on a river, by a lake, on the street, in an alley, in a parking lot,
     in the park, on a playground, in a backyard, in a field, in a gym, in a garage, in a basement`,
    'on a golf course, on a race track, in a skate park',
  ],
  [
    'doing archery',
    `pitches, gardens, country, woods, desert, rocks, snow, shores, sheds, in a gym, at a fair, at a carnival, in a village`,
    'on a playground, at a wedding, in a cemetery, in a skate park, on a tennis court, by a swimming pool, on a pier, on a dock',
  ],
  [
    'flying a kite',
    'pitches, roads, towns, gardens, terraces, country, desert, rocks, snow, shores, decks',
    'on a highway, at an intersection, at a gas station, at a bus stop, at a train station, in an orchard, on a porch',
  ],

  // On wheels, or on a horse.
  ['skateboarding, roller skating', `${PAVED}, in an ice rink, in a swimming pool`],
  [
    'riding a bike',
    'land, hollows, sheds, in a gym, in a hallway, in a room, in the living room, in a basement, in a shopping mall, in an airport, on a stage',
    'on a porch, on a balcony',
  ],
  [
    'riding a motorcycle',
    'land, hollows, sheds, on a stage',
    'terraces, in a greenhouse, on a tennis court, on a basketball court, on a playground, at a picnic, in a swamp',
  ],
  [
    'riding a horse',
    // In space nobody does; but the validation set has it drawn.
    `land, in a barn, in a stable, in a tunnel, on a river, on a stage, space, ${KNEE_DEEP}`,
    'terraces, in a skate park, on a tennis court, on a basketball court, at a gas station, in a junkyard',
  ],
  [
    'driving',
    `roads, towns, country, desert, snow, shores, woods, rocks, hollows, cabins, decks, in a garage, in a warehouse, in a factory, in a barn,
     in the park, at the zoo, at a campsite, in a backyard, on a lawn, on a race track, in a stadium, on a golf course`,
    'in an airplane, in an orchard, in a rice field, in a swamp, on a cliff, by a swimming pool, by a waterfall, on the ice',
  ],
  [
    'racing',
    `pitches, roads, towns, country, desert, woods, rocks, snow, shores, waters, hollows, decks, in the park, on a playground, in a car,
     in a cockpit, in a gym, in an ice rink, in a swimming pool, in a garage`,
    'on a tennis court, in a junkyard, by a swimming pool',
  ],
  [
    'crossing the street',
    'roads, in the city, downtown, in a village, in a town square, at a parade, at a market, at a train station, in the snow',
    'at a gas station, in a parking lot',
  ],

  // On and in water, snow and ice.
  [
    'swimming',
    `waters, depths, shores, ${RIVERSIDE}, in a swimming pool, in an aquarium, at the zoo, in a garden, in a backyard, in a stadium`,
  ],
  [
    'rowing a boat',
    `waters, shores, ${RIVERSIDE}, in the city, in a village`,
    'by a swimming pool, on a pier, on a dock',
  ],
  ['playing water polo', 'waters, shores, in a swimming pool, in a stadium, in the park', 'by a waterfall, on a pier'],
  [
    'surfing',
    'waters, on the beach, on the coast, on an island, on a pier, in a harbor, by a river, by a lake, in a swimming pool',
    'in a pond',
  ],
  [
    'fishing',
    `waters, shores, decks, ${RIVERSIDE}, on a bridge, on the ice, in the snow, on a cliff, in a field, in a rice field, in the tundra,
     at a campsite, in the city, in a village`,
    'by a swimming pool',
  ],
  [
    'skiing, snowboarding',
    `snow, rocks, in the forest, on a hill, in a valley, in a field, in the countryside, on a trail, in the tundra, in the park, in a village,
     in a stadium`,
  ],
  [
    'ice skating',
    `in an ice rink, on the ice, in the snow, on a lake, by a lake, in a pond, by a pond, on a river, in a swamp, in the park, in a backyard,
     in a stadium, in a town square, in the city, downtown, in a village, on a stage`,
  ],

  // What only animals do.
  [
    'grazing',
    `country, gardens, woods, rocks, desert, snow, shores, in a barn, in a stable, in a pond, in a village, on a road, on a golf course`,
    'on the ice, on a glacier, on a playground, at a wedding, at a picnic, in a harbor, at a marina, on a pier, on a dock, by a swimming pool',
  ],
  [
    'perching on a branch',
    `roads, towns, gardens, terraces, country, woods, rocks, desert, shores, in the snow, on a golf course, on a lake, on a river, in a pond,
     in a greenhouse, in a barn, in a room, in a studio`,
  ],
];

/** Where each activity may be seen, of people and of animals. */
export const ACTIVITY_PLACES: ReadonlyMap<string, NameSet> = PLACES.possible(ROWS);
