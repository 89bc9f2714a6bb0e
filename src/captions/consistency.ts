import type { CaptionParts } from '../answer.ts';
import { singularise } from '../vqa/grammar.ts';
import { phrasesOf } from './phrase-table.ts';

/** Whether a caption of these parts would neither say a thing twice nor say what can't be true together. */
export function isConsistent(parts: CaptionParts): boolean {
  return !repeatsItself(parts) && !contradictsItself(parts);
}

/** "a boat on a boat", "an orange orange". Two things may be of one colour. */
function repeatsItself({ kind, things, activity, place, time, weather, mood, style }: CaptionParts): boolean {
  const colours = new Set(things.map(({ colour }) => colour).filter((colour) => colour !== undefined));
  const said = [
    ...things.flatMap(({ thing, attribute }) => [thing, attribute]),
    ...colours,
    ...[kind, activity, place, time, weather, mood, style],
  ].flatMap((phrase) => [...new Set(contentWords(phrase ?? ''))]);
  return new Set(said).size < said.length;
}

/** The words that say something, in the singular. The phrases are those of tables: as many are kept, as each is asked for often. */
function contentWords(phrase: string): readonly string[] {
  const known = CONTENT_WORDS.get(phrase);
  if (known) return known;
  const words = (phrase.match(/[a-z0-9]+/g) ?? []).filter((word) => !SMALL_WORDS.has(word)).map(singularise);
  CONTENT_WORDS.set(phrase, words);
  return words;
}

const CONTENT_WORDS = new Map<string, readonly string[]>();

const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the of in on at by under with and or to up style day'.split(' '),
);

function contradictsItself(parts: CaptionParts): boolean {
  const { kind, things, activity, place, time, weather, style } = parts;
  const inside = place !== undefined && phrasesOf('places-indoors').includes(place);
  // The weather is outside, and so is the sun that rises or sets.
  if (
    (inside || AWAY_FROM_WEATHER.has(place ?? '')) &&
    (weather !== undefined || /\bsun|\bd(?:usk|awn)|\bnoon/.test(time ?? ''))
  )
    return true;
  const nouns = things.map(({ thing }) => thing).join(' ');
  if (inside && OUTDOOR_THINGS.test(nouns)) return true;
  if (activity !== undefined && place !== undefined && !canBeDone(activity, place, inside)) return true;
  if (COLOURLESS.test(`${kind} ${style}`) && things.some(({ colour }) => colour && BRIGHT.has(colour))) return true;
  const said = [kind, nouns, activity, place, time, weather, style].join(' ');
  return EXCLUDING.some((sides) => sides.filter((side) => side.test(said)).length > 1);
}

/** Neither rain nor sunshine gets there. */
const AWAY_FROM_WEATHER: ReadonlySet<string> = new Set(['under water', 'in space', 'in a cave', 'in a tunnel']);
const OUTDOOR_THINGS = /\b(?:wave|snowflake|cloud|rainbow|lightning|tornado|volcano|iceberg)\b/;
const BRIGHT: ReadonlySet<string> = new Set(
  phrasesOf('colours').filter((colour) => !/^(?:white|black|gray)$/.test(colour)),
);
const COLOURLESS = /\b(?:black.and.white|sepia|x-ray)\b/;

/** Whether somebody can do it there. */
function canBeDone(activity: string, place: string, inside: boolean): boolean {
  const done = ONLY_THERE.find(([what]) => what.test(activity));
  if (done && !done[1].test(place)) return false;
  if (inside && OUTDOORS.test(activity)) return /\b(?:barn|stable|car|garage|gym)$/.test(place);
  return WITHOUT_GROUND.get(place)?.test(activity) ?? true;
}

/** What is done, and the only places where it is. */
const ONLY_THERE: readonly (readonly [RegExp, RegExp])[] = [
  [/^surfing$/, /\b(?:sea|ocean|waves|beach|coast|river|lake|island)$/],
  [
    /^(?:swimming|rowing a boat|playing water polo)$/,
    /\b(?:water|sea|ocean|waves|beach|coast|river|stream|lake|pond|pool|aquarium|harbor|marina|pier|dock|island|swamp|waterfall|park|zoo|garden|backyard|stadium|canyon|cave|jungle|rainforest|mountains|valley|forest|countryside)$/,
  ],
  [
    /^(?:skiing|snowboarding)$/,
    /\b(?:snow|mountains|slope|glacier|hill|forest|valley|trail|tundra|ice|field|countryside|cliff|park|stadium)$/,
  ],
  [/^ice skating$/, /\b(?:ice|rink|snow|lake|pond|river|park|stadium|square|stage)$/],
];

/** Nobody does it in a room. */
const OUTDOORS =
  /^(?:riding a (?:horse|motorcycle)|playing (?:golf|baseball|cricket|rugby|american football)|flying a kite|hiking|crossing the street|fishing|driving|racing|grazing)$/;

/** What can be done with nothing to stand on. */
const WITHOUT_GROUND: ReadonlyMap<string, RegExp> = new Map([
  [
    'in the sky',
    /^(?:flying|jumping|climbing|doing a trick|posing|smiling|waving|taking a (?:picture|selfie)|fighting)$/,
  ],
  [
    'under water',
    /^(?:swimming|walking|standing|sitting|lying down|sleeping|eating|playing|fighting|looking up|posing|smiling|waving|hugging|kissing|dancing|taking a (?:picture|selfie))$/,
  ],
]);

/** Of each line, a scene can be one at most. */
const EXCLUDING: readonly (readonly RegExp[])[] = [
  [/\bnight|\bmoon\b/, /\bsunny|\bsun\b|\bday(?:time)?\b|\bnoon|\bmorning|\brainbow|\bsunset|\bsunrise|\bdusk|\bdawn/],
  [/\bsunset|\bsunrise|\bdusk|\bdawn/, /\bnoon|\bdaytime|\bnight|\bmoon\b/],
  [/\bsunny|\bclear sky/, /\bcloudy|\bovercast|\brain\b|\bfoggy|storm\b/],
  [
    /\bwinter|\bski(?:ing)?\b|\bsnow|\bglacier/,
    /\bsummer|\bbeach|\bjungle|\brainforest|\bdesert|\bsandstorm|\bspring|\bautumn/,
  ],
  [/\bchristmas/, /\bhalloween|\bsummer|\bspring/],
  [/\bin space|\bunder water/, /\bwinter|\bspring|\bsummer|\bautumn|\bmorning|\bevening|\bdaytime/],
  [COLOURLESS, /\b(?:pastel|neon|bright) colors|\bpop art/],
  [/\bblack.and.white/, /\bsepia/],
  // How it was made says how it was not made. A screenshot may be of any of them.
  [
    /\bphoto\b|\bsatellite|\bx-ray/,
    /\b3d render|\bsculpture/,
    /\boil painting/,
    /\bwatercolor/,
    /\bpencil sketch|\bline art|\bblueprint/,
    /\bpixel art/,
    /\banime|\bcomic book|\bflat design|\bcubist/,
  ],
];
