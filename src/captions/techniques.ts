import { type NameSet, namesIn, type Row } from './name-sets.ts';
import { PLACES } from './place-classes.ts';

/**
 * How pictures are made, and what they look like by that. A picture is made in one way. `cartoon` is what is never lifelike, `plan` what only
 * explains, `scan` what no eye has seen.
 */
const TECHNIQUES = namesIn({
  any: 'photo, scan, sculpture, render, oil, watercolor, pencil, ink, flat, cartoon, plan, pixel',
  drawn: 'pencil, ink, flat, cartoon',
  painted: 'oil, watercolor',
  solid: 'photo, sculpture, render',
});

const ROWS: readonly Row[] = [
  // Kinds of picture, as `kindOf` makes them of the tables' phrases.
  ['photo, snapshot, close-up, aerial photo, black-and-white photo', 'photo'],
  ['x-ray, satellite image', 'scan'],
  ['sculpture', 'sculpture'],
  ['3d render', 'render'],
  ['oil painting', 'oil'],
  ['watercolor painting', 'watercolor'],
  ['painting', 'painted'],
  ['pencil sketch', 'pencil'],
  ['drawing', 'drawn, watercolor'],
  ['illustration', 'drawn, painted, render, pixel'],
  ['graffiti', 'drawn, oil, pixel', 'pencil, cartoon'],
  ['cartoon, comic strip, logo, icon, emoji, sticker', 'cartoon'],
  ['diagram, chart, floor plan, blueprint, infographic, text document, handwritten note', 'plan'],
  ['map', 'plan, painted, flat, pixel', 'oil'],
  ['pixel art', 'pixel'],
  // Of whatever is printed, or on a screen.
  [
    'portrait, screenshot, video game screenshot, meme, poster, collage, book cover, magazine cover, advertisement',
    'any',
  ],

  // Styles.
  ['in black and white, in sepia, in pastel colors, in neon colors, in bright colors', 'any'],
  ['in a minimalist style, in an abstract style, in a vintage style', 'any', 'scan'],
  ['in art deco style', 'any', 'scan, plan'],
  ['in pop art style', 'any', 'scan, plan, pencil'],
  ['in a realistic style', 'solid, painted, pencil, flat'],
  ['in an impressionist style', 'painted, pencil'],
  ['in a cubist style', 'painted, drawn, sculpture, render'],
  ['in watercolor', 'watercolor, cartoon'],
  ['in anime style, in comic book style', 'drawn, watercolor, pixel'],
  ['in line art', 'ink, pencil, cartoon, plan'],
  ['in a flat design', 'flat, cartoon, plan'],
  ['in pixel art style', 'pixel, cartoon'],
];

/** The ways in which a picture of each kind, or in each style, may be made. */
export const TECHNIQUES_OF: ReadonlyMap<string, NameSet> = TECHNIQUES.possible(ROWS);

/** What colours it has. */
const HUES = namesIn({ any: 'gray, sepia, colored', toned: 'gray, sepia' });

/** What colours kinds of picture, styles, colours and attributes leave possible; those that are not here, any. */
export const HUES_OF: ReadonlyMap<string, NameSet> = HUES.possible([
  ['black-and-white photo, x-ray, in black and white', 'gray'],
  ['in sepia', 'sepia'],
  ['in pastel colors, in neon colors, in bright colors, in pop art style', 'colored'],
  ['white, black, gray', 'any'],
  ['red, blue, green, brown, yellow, orange, pink, purple, colorful, golden', 'colored'],
]);

/** What colours are left to a thing whose attribute is a colour of its own. */
export const COLOURS_OF: ReadonlyMap<string | undefined, readonly string[]> = new Map([
  ['golden', ['yellow', 'orange']],
  ['silver', ['gray', 'white']],
  ['transparent', []],
  ['colorful', []],
]);

/** Where a kind of picture is taken that is not taken everywhere. */
export const KIND_PLACES: ReadonlyMap<string, NameSet> = PLACES.possible([
  ['x-ray', 'in a hospital, in an operating room, in a laboratory, in an airport'],
  ['satellite image', 'land, waters, decks'],
]);
