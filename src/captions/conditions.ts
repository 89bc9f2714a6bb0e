import { type NameSet, namesIn, type Row } from './name-sets.ts';
import { PLACES } from './place-classes.ts';

/** By what light. */
const HOURS = namesIn({ any: 'night, twilight, day', light: 'twilight, day' });

/** Which hours phrases and things leave possible; those that are not here, any. */
export const HOURS_OF: ReadonlyMap<string, NameSet> = HOURS.possible([
  ['at night', 'night'],
  ['at sunset, at sunrise, at dawn, at dusk', 'twilight'],
  ['at noon, in the daytime', 'day'],
  ['in the morning', 'light'],
  ['in the evening', 'any'],
  ['on a sunny day, on a cloudy day, on a foggy day, on a windy day, under a rainbow', 'light'],
  ['sun, rainbow', 'light'],
]);

/** How warm it is. */
const WARMTHS = namesIn({ any: 'frost, mild, heat', cool: 'frost, mild', warm: 'mild, heat' });

/** Which warmth phrases and things leave possible; those that are not here, any. */
export const WARMTHS_OF: ReadonlyMap<string, NameSet> = WARMTHS.possible([
  ['in winter', 'cool'],
  ['in summer', 'warm'],
  ['in a snowstorm', 'frost'],
  ['in a sandstorm', 'warm'],
  ['snow, snowflake, snowman, skiing, snowboarding', 'frost'],
  ['in the snow, on a ski slope', 'frost'],
  ['on a glacier, on the ice, in the tundra', 'cool'],
  ['in the desert, in the savanna, in a corn field, in a rice field, in a flower field', 'warm'],
  ['in the jungle, in a rainforest', 'heat'],
]);

/** How much of the sky the clouds cover. */
const SKIES = namesIn({ any: 'clear, mixed, covered', open: 'clear, mixed', cloudy: 'mixed, covered' });

/** Which sky phrases and things leave possible; those that are not here, any. */
export const SKIES_OF: ReadonlyMap<string, NameSet> = SKIES.possible([
  ['under a clear sky', 'clear'],
  ['on a sunny day', 'open'],
  ['on a cloudy day, on a foggy day, in the rain, in a snowstorm, in a thunderstorm, in a sandstorm', 'cloudy'],
  ['under an overcast sky', 'covered'],
  ['sun, moon', 'open'],
  ['cloud, lightning', 'cloudy'],
  ['rainbow, under a rainbow', 'mixed'],
]);

/** What falls or blows. */
const AIRS = namesIn({ any: 'nothing, rain, storm, dust', quiet: 'nothing' });

/** What weather and activities leave to fall or blow; those that are not here, anything. */
export const AIRS_OF: ReadonlyMap<string, NameSet> = AIRS.possible([
  [
    'on a sunny day, on a cloudy day, on a foggy day, under a clear sky, under an overcast sky, under a rainbow',
    'quiet',
  ],
  ['on a windy day', 'any'],
  ['in the rain', 'rain'],
  ['in a snowstorm, in a thunderstorm', 'storm'],
  ['in a sandstorm', 'dust'],
  // In or on the water there is no dust.
  ['surfing, swimming, rowing a boat, fishing, playing water polo, ice skating', 'any', 'dust'],
  ['taking a bath, taking a shower', 'nothing, rain'],
  // Paper, keys, cards and scissors are for dry days.
  ['writing, painting, using a computer, playing piano, playing chess, playing cards, playing table tennis', 'quiet'],
  ['playing badminton, playing video games, getting a haircut, getting a massage, bowling', 'quiet'],
]);

/** Where weather, times of day and seasons are seen: in a room neither the weather nor the sun on the horizon. */
const ROWS: readonly Row[] = [
  ['on a sunny day, on a cloudy day, on a foggy day, on a windy day', 'open air'],
  ['under a clear sky, under an overcast sky, under a rainbow', 'open air'],
  ['in the rain, in a thunderstorm', 'open air', 'in the snow, on a ski slope, on a glacier'],
  ['in a snowstorm', 'open air'],
  [
    'in a sandstorm',
    `desert, roads, towns, pitches, cabins, terraces, on a farm, on a dirt road, on a trail, in a field, in the countryside, in the savanna,
     on a hill, in a valley, in a canyon, in the mountains, on the beach, on the coast, in a backyard, in a courtyard, in a cemetery,
     among ruins, at a campsite, at the zoo, on a playground, on an island`,
  ],
  ['at sunset, at sunrise, at dawn, at dusk', 'open air'],
  ['at night, at christmas, at halloween', 'anywhere'],
  ['at noon, in the morning, in the evening, in the daytime', 'anywhere', 'depths, space, hollows'],
  ['in winter, in spring, in summer, in autumn', 'anywhere', 'depths, space'],
];

/** Where each time and each weather of the tables may be seen. */
export const CONDITION_PLACES: ReadonlyMap<string, NameSet> = PLACES.possible(ROWS);
