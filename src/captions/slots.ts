import { isPlural, isUncountable } from '../vqa/grammar.ts';
import { ACTIVITIES } from '../vqa/words/activities.ts';
import { BASIC_COLOURS } from '../vqa/words/colours.ts';
import { LANDSCAPES, PLACES } from '../vqa/words/settings.ts';
import { rivalsOf, tableOf } from '../vqa/words/things.ts';
import type { Scene } from './compose-caption.ts';

/** One more thing that a caption can say. */
export interface Slot {
  /**
   * The scenes that say one thing more than the given one; none where that makes no sense for it. `likely` are the
   * things that fit the picture best.
   */
  fillings(scene: Scene, likely: readonly string[]): readonly Scene[];
  /** In logits: how much better the sentence must fit with the slot than without for it to be said. */
  readonly clearGain: number;
}

/** In the order in which they are filled: what is found early keeps out what is told instead of it. */
export const SLOTS: readonly Slot[] = [
  { fillings: numbers, clearGain: 1 },
  { fillings: companions, clearGain: 1 },
  { fillings: colours, clearGain: 1 },
  { fillings: activities, clearGain: 1 },
  { fillings: places, clearGain: 1 },
];

function numbers(scene: Scene): readonly Scene[] {
  if (isPlural(scene.thing) || isUncountable(scene.thing) || LANDSCAPES.has(scene.thing)) return [];
  return [2, 3, 4, 5].map((number) => ({ ...scene, number }));
}

/** Only for a single thing, and never for two names of the same one: "a man and a person". */
function companions(scene: Scene, likely: readonly string[]): readonly Scene[] {
  if (scene.number !== undefined) return [];
  const apart = likely.filter((other) => other !== scene.thing && !overlap(scene.thing, other));
  return apart.map((companion) => ({ ...scene, companion }));
}

function colours(scene: Scene): readonly Scene[] {
  if (scene.companion !== undefined || isPerson(scene.thing) || LANDSCAPES.has(scene.thing)) return [];
  return BASIC_COLOURS.map((colour) => ({ ...scene, colour }));
}

function activities(scene: Scene): readonly Scene[] {
  if (scene.companion !== undefined) return [];
  if (isPerson(scene.thing)) return ACTIVITIES.map(({ phrase }) => ({ ...scene, activity: phrase }));
  return ANIMAL_TABLES.has(tableOf(scene.thing) ?? '')
    ? ANIMAL_ACTIVITIES.map((activity) => ({ ...scene, activity }))
    : [];
}

function places(scene: Scene): readonly Scene[] {
  if (LANDSCAPES.has(scene.thing)) return [];
  return [...PLACES.map(({ phrase }) => phrase), 'at night', 'at sunset'].map((place) => ({ ...scene, place }));
}

const ANIMAL_ACTIVITIES = [
  'standing',
  'sitting',
  'lying down',
  'walking',
  'running',
  'eating',
  'sleeping',
  'swimming',
  'flying',
  'jumping',
] as const;

const ANIMAL_TABLES: ReadonlySet<string> = new Set(['animal', 'bird', 'sea animal', 'insect']);

function isPerson(thing: string): boolean {
  const table = tableOf(thing);
  return table === 'person' || table === 'job';
}

/** Of the same table, and yet no rivals: both names would be true of one thing. */
function overlap(a: string, b: string): boolean {
  if (isPerson(a) && isPerson(b)) return true;
  return tableOf(a) === tableOf(b) && !rivalsOf(a).some(({ answer }) => answer === b);
}
