import type { CaptionParts, CaptionThing } from '../../answer.ts';
import { singularise } from '../../vqa/grammar.ts';
import type { DepictedScene, DepictedThing } from './depicted-scene.ts';

/** The parts of a caption that are held against what the picture shows. */
export const JUDGED_SLOTS = ['subject', 'number', 'colour', 'place', 'activity'] as const;
/** One of `JUDGED_SLOTS`. */
export type JudgedSlot = (typeof JUDGED_SLOTS)[number];

/** What a caption says of one slot, in counts. What is neither right nor wrong is not counted. */
export interface SlotCounts {
  /** How often the caption says something of it. */
  readonly said: number;
  /** How much of that is right. */
  readonly right: number;
  /** How much of it the picture shows. */
  readonly shown: number;
}

/** A caption's slots, held against what the picture shows. */
export interface JudgedSlots extends Readonly<Record<JudgedSlot, SlotCounts>> {
  /** Whether the first thing that the caption names is in the picture; undefined where it is not known what is. */
  readonly subjectRight: boolean | undefined;
}

/**
 * Holds what a caption says against what the picture shows.
 *
 * A thing that is said is right where it is named as one of the things shown, each of which is found once; their numbers
 * and colours are compared pairwise, and those of things that are named wrongly in their order. A number that is left out is
 * one ("a dog"). What a caption says of the place is its place, else its time, else its weather: the first of them that is
 * right or wrong.
 */
export function judgeSlots(parts: CaptionParts, scene: DepictedScene): JudgedSlots {
  const { things = [] } = scene;
  const { pairs, matched, surplus } = paired(parts.things, things, scene.maybeThings ?? []);
  const known = scene.things !== undefined;
  const first = parts.things[0];
  return {
    subject: known ? { said: matched + surplus, right: matched, shown: things.length } : NOTHING,
    number: summed(pairs, judgeNumber),
    colour: summed(pairs, judgeColour),
    place: judgePhrases([parts.place, parts.time, parts.weather], scene.places, scene.maybePlaces),
    activity: judgePhrases([parts.activity], scene.activities),
    subjectRight: known ? first !== undefined && things.some((thing) => isNamed(first, thing.names)) : undefined,
  };
}

const NOTHING: SlotCounts = { said: 0, right: 0, shown: 0 };

/** A thing that is said and the one shown that it stands for; either may be missing. */
interface Pair {
  readonly said?: CaptionThing | undefined;
  readonly shown?: DepictedThing | undefined;
}

/** `matched` of the pairs are named rightly; `surplus` things are said and not shown, what may be there aside. */
function paired(said: readonly CaptionThing[], shown: readonly DepictedThing[], maybe: readonly string[]) {
  const left = [...shown];
  const matches: Pair[] = [];
  const others: CaptionThing[] = [];
  for (const thing of said) {
    const at = left.findIndex(({ names }) => isNamed(thing, names));
    if (at >= 0) matches.push({ said: thing, shown: left.splice(at, 1)[0] });
    else if (!isNamed(thing, maybe)) others.push(thing);
  }
  const rest = left.map((thing, at): Pair => ({ said: others[at], shown: thing }));
  return { pairs: [...matches, ...rest], matched: matches.length, surplus: others.length };
}

function isNamed({ thing }: CaptionThing, names: readonly string[]): boolean {
  return names.some((name) => plain(name) === plain(thing));
}

const plain = (noun: string): string => singularise(noun.toLowerCase());

function judgeNumber({ said, shown }: Pair): SlotCounts {
  if (shown?.number === undefined) return NOTHING;
  const right = said !== undefined && (said.number ?? 1) === shown.number;
  return { said: Number(said !== undefined), right: Number(right), shown: 1 };
}

function judgeColour({ said, shown }: Pair): SlotCounts {
  if (!shown) return NOTHING;
  const { colours = [], maybeColours } = shown;
  const wanted = Number(colours.length > 0);
  const colour = said?.colour;
  if (colour === undefined) return { ...NOTHING, shown: wanted };
  if (colours.includes(colour)) return { said: 1, right: 1, shown: wanted };
  const open = maybeColours === undefined ? wanted === 0 : maybeColours.includes(colour);
  return { said: Number(!open), right: 0, shown: wanted };
}

function judgePhrases(
  said: readonly (string | undefined)[],
  right: readonly string[] | undefined,
  maybe: readonly string[] = [],
): SlotCounts {
  if (right === undefined) return NOTHING;
  const shown = Number(right.length > 0);
  const judged = said.find((phrase) => phrase !== undefined && !isAmong(phrase, maybe));
  if (judged === undefined) return { ...NOTHING, shown };
  return { said: 1, right: Number(isAmong(judged, right)), shown };
}

function isAmong(phrase: string, phrases: readonly string[]): boolean {
  return phrases.some((other) => withoutArticles(other) === withoutArticles(phrase));
}

/** "on a beach" and "on the beach" say the same. */
const withoutArticles = (phrase: string): string => phrase.toLowerCase().replace(/\b(?:a|an|the) /g, '');

function summed(pairs: readonly Pair[], judge: (pair: Pair) => SlotCounts): SlotCounts {
  return pairs.map(judge).reduce(addCounts, NOTHING);
}

/** The counts of two captions, or of two things in one, together. */
export function addCounts(a: SlotCounts, b: SlotCounts): SlotCounts {
  return { said: a.said + b.said, right: a.right + b.right, shown: a.shown + b.shown };
}
