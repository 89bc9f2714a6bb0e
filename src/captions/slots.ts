import { isPlural, isUncountable } from '../vqa/grammar.ts';
import { ACTIVITIES } from '../vqa/words/activities.ts';
import { BASIC_COLOURS } from '../vqa/words/colours.ts';
import { LANDSCAPES, PLACES } from '../vqa/words/settings.ts';
import { rivalsOf, tableOf } from '../vqa/words/things.ts';
import type { Term } from '../vqa/words/word-list.ts';
import type { Scene } from './compose-caption.ts';

/** What fits the picture best on its own, best first: what the slots are filled from. */
export interface Likely {
  readonly things: readonly string[];
  readonly colours: readonly string[];
  readonly activities: readonly string[];
  readonly places: readonly string[];
}

/** What the likely ones are chosen from. */
export const VOCABULARY = {
  colours: BASIC_COLOURS.map((colour): Term => ({ answer: colour, phrase: colour })),
  activities: ACTIVITIES,
  places: [...PLACES, { answer: 'night', phrase: 'at night' }, { answer: 'sunset', phrase: 'at sunset' }],
} as const satisfies Record<string, readonly Term[]>;

/** One more thing that a caption can say. */
export interface Slot {
  /** The scenes that say one thing more than the given one; none where that makes no sense for it. */
  readonly fillings: (scene: Scene, likely: Likely) => readonly Scene[];
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
function companions(scene: Scene, { things }: Likely): readonly Scene[] {
  if (scene.number !== undefined) return [];
  const apart = things.filter((other) => other !== scene.thing && !overlap(scene.thing, other));
  return apart.map((companion) => ({ ...scene, companion }));
}

function colours(scene: Scene, likely: Likely): readonly Scene[] {
  if (scene.companion !== undefined || isPerson(scene.thing) || LANDSCAPES.has(scene.thing)) return [];
  return likely.colours.map((colour) => ({ ...scene, colour }));
}

function activities(scene: Scene, likely: Likely): readonly Scene[] {
  if (scene.companion !== undefined) return [];
  if (isPerson(scene.thing)) return likely.activities.map((activity) => ({ ...scene, activity }));
  return ANIMAL_TABLES.has(tableOf(scene.thing) ?? '')
    ? ANIMAL_ACTIVITIES.map((activity) => ({ ...scene, activity }))
    : [];
}

function places(scene: Scene, likely: Likely): readonly Scene[] {
  if (LANDSCAPES.has(scene.thing)) return [];
  return likely.places.map((place) => ({ ...scene, place }));
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
