import { isPlural, isUncountable } from '../vqa/grammar.ts';
import { ACTIVITIES } from '../vqa/words/activities.ts';
import { BASIC_COLOURS } from '../vqa/words/colours.ts';
import { LANDSCAPES, PLACES } from '../vqa/words/settings.ts';
import { tableOf } from '../vqa/words/things.ts';
import type { Scene } from './compose-caption.ts';

/** For each slot, the scenes that say one thing more than the given one; none where the slot makes no sense for it. */
export const extensionsOf = {
  number: (scene: Scene): readonly Scene[] =>
    isPlural(scene.thing) || isUncountable(scene.thing) || LANDSCAPES.has(scene.thing)
      ? []
      : [2, 3, 4, 5].map((number) => ({ ...scene, number })),
  colour: (scene: Scene): readonly Scene[] =>
    isPerson(scene.thing) || LANDSCAPES.has(scene.thing) ? [] : BASIC_COLOURS.map((colour) => ({ ...scene, colour })),
  activity: (scene: Scene): readonly Scene[] => {
    if (isPerson(scene.thing)) return ACTIVITIES.map(({ phrase }) => ({ ...scene, activity: phrase }));
    if (ANIMAL_TABLES.has(tableOf(scene.thing) ?? ''))
      return ANIMAL_ACTIVITIES.map((activity) => ({ ...scene, activity }));
    return [];
  },
  place: (scene: Scene): readonly Scene[] =>
    LANDSCAPES.has(scene.thing) ? [] : PLACES.map(({ phrase }) => ({ ...scene, place: phrase })),
} as const;

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
