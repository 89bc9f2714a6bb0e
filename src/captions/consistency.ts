import type { CaptionParts } from '../answer.ts';
import { singularise } from '../vqa/grammar.ts';
import { ACTIVITY_DOERS, THING_DOERS } from './activity-doers.ts';
import { ACTIVITY_PLACES } from './activity-places.ts';
import { AIRS_OF, CONDITION_PLACES, HOURS_OF, SKIES_OF, WARMTHS_OF } from './conditions.ts';
import { MOOD, MOODS_OF } from './moods.ts';
import { ANY, type NameSet } from './name-sets.ts';
import { PLACES } from './place-classes.ts';
import { COLOURS_OF, HUES_OF, KIND_PLACES, TECHNIQUES_OF } from './techniques.ts';
import { THING_PLACES } from './thing-places.ts';

/** Whether a caption of these parts would neither say a thing twice nor say what can't be true together. */
export function isConsistent(parts: CaptionParts): boolean {
  return !contradictsItself(parts) && !repeatsItself(parts);
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

/**
 * Whether no one scene would make all parts true. Things need not go with each other, for in drawings anything stands beside anything, but
 * each must go with the rest.
 */
function contradictsItself({ kind, things, activity, place, time, weather, mood, style }: CaptionParts): boolean {
  const scene = RESPECTS.map(() => ANY);
  narrow(scene, LOOKS, kind);
  narrow(scene, MOODS, mood);
  narrow(scene, LOOKS, style);
  for (const phrase of [activity, place, time, weather]) narrow(scene, SETTINGS, phrase);
  if (scene.includes(NOTHING)) return true;
  return things.some(
    ({ thing, colour, attribute }) =>
      isRuledOut(scene, THINGS, thing) ||
      isRuledOut(scene, LOOKS, colour) ||
      isRuledOut(scene, LOOKS, attribute) ||
      (colour !== undefined && COLOURS_OF.get(attribute)?.includes(colour) === false),
  );
}

/** In what respects parts exclude each other: where it is, who does it, by what light, how warm it is, and so on. */
const RESPECTS = ['where', 'who', 'hour', 'warmth', 'sky', 'air', 'technique', 'hue', 'mood'] as const;
type Respect = (typeof RESPECTS)[number];

/** What a phrase leaves possible in those respects in which it limits anything, each by its place in `RESPECTS`. */
type Scope = readonly (readonly [respect: number, possible: NameSet])[];
type Scopes = ReadonlyMap<string | undefined, Scope>;

const NOTHING: NameSet = 0n;

/** What every phrase of the tables leaves possible. */
function scopesBy(tables: Partial<Record<Respect, ReadonlyMap<string, NameSet>>>): Scopes {
  const scopes = new Map<string | undefined, [number, NameSet][]>();
  for (const [at, respect] of RESPECTS.entries()) {
    for (const [phrase, possible] of tables[respect] ?? []) {
      const scope = scopes.get(phrase);
      if (scope) scope.push([at, possible]);
      else scopes.set(phrase, [[at, possible]]);
    }
  }
  return scopes;
}

const CONDITIONS = { hour: HOURS_OF, warmth: WARMTHS_OF, sky: SKIES_OF, air: AIRS_OF };
/** Activities, places, times and weather. */
const SETTINGS = scopesBy({
  ...CONDITIONS,
  where: new Map([...PLACES.each, ...ACTIVITY_PLACES, ...CONDITION_PLACES]),
  who: ACTIVITY_DOERS,
  mood: MOODS_OF,
});
const THINGS = scopesBy({ ...CONDITIONS, where: THING_PLACES, who: THING_DOERS, mood: MOODS_OF });
/** Kinds of picture, styles, colours and attributes. */
const LOOKS = scopesBy({ where: KIND_PLACES, technique: TECHNIQUES_OF, hue: HUES_OF, mood: MOODS_OF });
const MOODS = scopesBy({ mood: MOOD });

/** Leaves of a scene what a phrase leaves possible, too. What no table knows limits nothing. */
function narrow(scene: NameSet[], scopes: Scopes, phrase: string | undefined): void {
  for (const [at, possible] of scopes.get(phrase) ?? []) scene[at] = (scene[at] as NameSet) & possible;
}

/** Whether a phrase can't be true in a scene. */
const isRuledOut = (scene: readonly NameSet[], scopes: Scopes, phrase: string | undefined): boolean =>
  scopes.get(phrase)?.some(([at, possible]) => ((scene[at] as NameSet) & possible) === NOTHING) ?? false;
