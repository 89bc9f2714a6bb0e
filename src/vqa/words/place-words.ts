import { wordList } from './word-list.ts';

/** Which preposition a place usually has; what none of the lists names, one is in. */
const USUALLY: readonly (readonly [preposition: string, places: string])[] = [
  [
    'on the',
    `table, wall, floor, ground, grass, street, sidewalk, road, counter, desk, couch, sofa, bed, roof, shelf, plate, stove, track, tracks, train tracks,
    runway, tarmac, left, right, left side, right side, far left, far right, other side, stage, beach, coast, shore, shoreline, pavement, driveway, porch, patio, balcony, deck, dock,
    pier, boardwalk, bench, ledge, window sill, windowsill, sand, carpet, rug, court, tennis court, field, slope, slopes, ski slope, mountain, hill, hillside,
    ramp, bridge, highway, curb, pole, ceiling, countertop, refrigerator door, mantle, nightstand, surfboard, skateboard, water surface, farm, ranch, plains, range, savannah, savanna, train,
    bus, boat, ship, plane, island, playground, campus, chair, toilet, stairs, steps, crosswalk, corner of street`,
  ],
  [
    'at the',
    `airport, zoo, ski resort, resort, train station, bus station, station, bus stop, fire station, gas station, police station, party, fair, festival,
    circus, rodeo, museum, market, marina, harbor, port, office, bank, store, mall, game, baseball game, race, wedding, park entrance, table, window,
    intersection, crossing, top, bottom, front, back, end, edge, rear, terminal, show, car show, conference, parade, skate park, skatepark, depot, terminal,
    fairgrounds, stadium, baseball stadium, racetrack, race track, gate, entrance, farmers market, lake, river, pool, seaside, museum, top left, top right, bottom left, bottom right, upper left,
    upper right, lower left, lower right`,
  ],
  [
    'in the',
    `city, country, countryside, woods, forest, jungle, desert, wild, wilderness, air, mid air, sky, ocean, sea, water, snow, rain, mountains, background, foreground, distance,
    suburbs, mud, dirt, middle, center, centre, corner, bushes, trees, park, street light, sink, tub, bathtub, oven, refrigerator, fridge, microwave, freezer,
    caribbean, netherlands, usa, us, uk, united states, united states of america, united kingdom, north, south, east, west, tropics, outfield, infield, dugout, grasslands, grassland, wetlands, pacific, atlantic`,
  ],
  [
    'at',
    "home, school, work, night, college, sea, home plate, first base, second base, third base, nathan's, mcdonald's",
  ],
  [
    '',
    'outside, inside, outdoors, indoors, upstairs, downstairs, downtown, here, there, everywhere, nowhere, somewhere, elsewhere, overseas, abroad, underwater, underground, overhead, nearby, uphill, downhill, ashore, aboard, away, far away, ahead, up, down, forward, straight, over there, midair, home, along way',
  ],
];

const PREPOSITION_OF: ReadonlyMap<string, string> = new Map(
  USUALLY.toReversed().flatMap(([preposition, places]) =>
    wordList(places).map((place) => [place, preposition] as const),
  ),
);

/** "on the" for a table, "at the" for an airport, and empty for "outside"; undefined where nothing is known. */
export const usualPreposition = (place: string): string | undefined => PREPOSITION_OF.get(place);
