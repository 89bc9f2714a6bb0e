import { type Names, namesIn } from './name-sets.ts';

/** The class of each place of the tables: what can be done there, and what can stand there. */
export const PLACE_CLASSES = {
  // Rooms with a bed, or with space for one.
  chambers: `in a room, in the living room, in the bedroom, in a nursery, in a hotel room, in an attic, in a basement, in a hospital,
    in a prison cell`,
  // A person fits in, and little else.
  nooks: `in the bathroom, in a closet, in a pantry, in an elevator, in a hallway, on a staircase, in a laundry room, in a locker room,
    in a sauna`,
  rooms: `in the kitchen, in the dining room, in an office, in a classroom, in a waiting room, in a cafe, in a bar, in a bakery,
    in a bookstore, in a clothing store, in a pharmacy, in a barbershop, in a courtroom, in an operating room, in a laboratory,
    in a conference room, in a studio`,
  halls: `in a lobby, in a restaurant, in a store, in a supermarket, in a shopping mall, in a library, in a museum, in an art gallery,
    in a theater, in a movie theater, in a concert hall, in a nightclub, in a ballroom, in a church, in a mosque, in a temple,
    in an airport, in a subway station, in an auditorium, in an aquarium, on a stage`,
  'sports halls': 'in a gym, in an ice rink, in a bowling alley, in a swimming pool',
  // A truck gets in.
  sheds: 'in a garage, in a factory, in a warehouse, in a workshop, in a greenhouse, in a barn, in a stable',
  cabins: 'in a car, on a bus, on a train, in an airplane, in a cockpit',
  decks: 'on a boat, on a ship',
  pitches: `in a skate park, on a golf course, on a baseball field, on a soccer field, on a football field, on a tennis court,
    on a basketball court, in a stadium, on a race track`,
  roads: `on the street, on a road, on a highway, on a sidewalk, in an alley, at an intersection, in a parking lot, on a bridge,
    at a gas station, at a bus stop`,
  towns: `in the city, downtown, in a village, in a town square, at a market, at a fair, at a carnival, in an amusement park, at a parade,
    at a train station, at a construction site, in a junkyard`,
  gardens: `in the park, at the zoo, in a garden, in a backyard, in a courtyard, on a lawn, on a playground, in a cemetery, among ruins,
    at a campsite, at a picnic, at a wedding`,
  terraces: 'on a porch, on a balcony, on a terrace, on a rooftop',
  country: `in a field, on a farm, on a dirt road, on a trail, in an orchard, in a vineyard, in a meadow, in a wheat field,
    in a corn field, in a flower field, in a rice field, in the countryside, in the grass, in the savanna, in the tundra, on a hill, in a valley`,
  woods: 'in the forest, in the jungle, in a rainforest, in a bamboo forest, in a swamp',
  rocks: 'in the mountains, on a cliff, in a canyon, on a volcano',
  desert: 'in the desert',
  snow: 'in the snow, on a ski slope, on a glacier, on the ice',
  shores: `on the beach, on the coast, on an island, by a lake, by a river, by a stream, by a waterfall, by a pond, by a swimming pool,
    in a harbor, at a marina, on a pier, on a dock`,
  waters: 'on the sea, on the ocean, in the waves, on a lake, on a river, in a pond',
  // Neither sun nor rain gets in.
  hollows: 'in a cave, in a tunnel',
  depths: 'under water',
  sky: 'in the sky',
  space: 'in space',
} as const satisfies Readonly<Record<string, string>>;

/** The places, and their classes by what these have in common. */
export const PLACES: Names = namesIn({
  ...PLACE_CLASSES,
  indoors: 'chambers, nooks, rooms, halls, sports halls, sheds',
  land: 'pitches, roads, towns, gardens, terraces, country, woods, rocks, desert, snow, shores',
  ground: 'indoors, land, hollows, cabins, decks',
  // Where it rains, or where rain is seen.
  'open air': 'land, waters, decks, cabins, sky, on a stage',
  anywhere: 'ground, waters, depths, sky, space',
});
