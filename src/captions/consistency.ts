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

const contentWords = (phrase: string): readonly string[] =>
  (phrase.match(/[a-z0-9]+/g) ?? []).filter((word) => !SMALL_WORDS.has(word)).map(singularise);

const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the of in on at by under with and or to up style day'.split(' '),
);

function contradictsItself({ things, activity, place, time, weather, style }: CaptionParts): boolean {
  // The weather is outside, and so is the sun that rises or sets.
  const inside = place !== undefined && phrasesOf('places-indoors').includes(place);
  if (
    (inside || AWAY_FROM_WEATHER.has(place ?? '')) &&
    (weather !== undefined || /\bsun|\bd(?:usk|awn)/.test(time ?? ''))
  )
    return true;
  if (things.some(({ colour }) => colour && BRIGHT.has(colour)) && style !== undefined && COLOURLESS.has(style))
    return true;
  const said = [...things.map(({ thing }) => thing), activity, place, time, weather].join(' ');
  return EXCLUDING.some((sides) => sides.filter((side) => side.test(said)).length > 1);
}

/** Neither rain nor sunshine gets there. */
const AWAY_FROM_WEATHER: ReadonlySet<string> = new Set(['under water', 'in space', 'in a cave', 'in a tunnel']);
const BRIGHT: ReadonlySet<string> = new Set(
  phrasesOf('colours').filter((colour) => !/^(?:white|black|gray)$/.test(colour)),
);
const COLOURLESS: ReadonlySet<string> = new Set(['in black and white', 'in sepia']);

/** Of each line, a scene can be one at most. */
const EXCLUDING: readonly (readonly RegExp[])[] = [
  [/\bnight|\bmoon\b/, /\bsunny|\bsun\b|\bday(?:time)?\b|\bnoon|\bmorning|\brainbow|\bsunset|\bsunrise|\bdusk|\bdawn/],
  [/\bsunset|\bsunrise|\bdusk|\bdawn/, /\bnoon|\bdaytime|\bnight|\bmoon\b/],
  [/\bsunny|\bclear sky/, /\bcloudy|\bovercast|\brain\b|\bfoggy|storm\b/],
  [
    /\bwinter|\bski slope|\bglacier|\bsnow/,
    /\bsummer|\bbeach|\bjungle|\brainforest|\bdesert|\bsandstorm|\bspring|\bautumn/,
  ],
  [/\bchristmas/, /\bhalloween|\bsummer|\bspring/],
  [/\bstanding|\bsitting|\bkneeling/, /\bin the sky|\bflying/],
];
