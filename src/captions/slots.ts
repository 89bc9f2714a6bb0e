import type { CaptionParts, CaptionThing } from '../answer.ts';
import type { TextEncoder } from '../clip/embedding.ts';
import { phrasesOf, type TableName } from '../phrases/phrase-table.ts';
import { pluralise, withArticle } from '../vqa/grammar.ts';
import { fillFrames } from '../vqa/prompts.ts';
import { NUMBER_WORDS } from '../vqa/words/numbers.ts';
import { LANDSCAPES } from '../vqa/words/settings.ts';
import { sameKind, tableOf } from '../vqa/words/things.ts';
import type { CaptioningStep } from './captioning.ts';
import { isCounted, kindOf, nounPhrase } from './compose-caption.ts';
import { type PhraseSet, phraseSet } from './phrase-set.ts';
import { DOING_FRAMES, isDoing, subjectsFor } from './rank-subjects.ts';
import { asAnswer, settingPrior } from './setting-prior.ts';

/** One more thing that a caption can say: which phrases could fill it, and when the best of them is clear enough. */
export interface Slot {
  readonly step: CaptioningStep;
  /** What it may be filled with, and what that competes with; undefined where it makes no sense for the parts. */
  readonly phrases: (parts: CaptionParts, encoder: TextEncoder) => PhraseSet | undefined;
  /** The parts with the slot filled; undefined for a phrase that only competes. */
  readonly fill: (parts: CaptionParts, phrase: string) => CaptionParts | undefined;
  /** How much likelier some are than others before anyone looks, in nats. */
  readonly logPrior?: (phrase: string) => number;
  /** The share of the probability that a phrase must have among all, 0 to 1. */
  readonly leastShare: number;
  /** What a phrase must be likelier than, whatever its share: what the sentence says without the slot. */
  readonly beats?: string;
  /** In nats: how much better the sentence must fit with the slot filled than without. */
  readonly margin: number;
  /** Whether alternative text alone says it. */
  readonly inFull?: true;
}

/** What kind of picture it is: weighed before there is a subject, against the kinds that are not worth naming. */
export const KIND_SLOT: Slot = {
  step: 'kind',
  phrases: (_, encoder) =>
    phraseSet(encoder, 'kinds', () => ({
      phrases: [...phrasesOf('kinds'), ...phrasesOf('kinds-worth-naming')].map(kindOf),
      prompts: (kind) => [withArticle(kind)],
      leastKnown: MOST,
    })),
  fill: (parts, kind) => (WORTH_NAMING().has(kind) ? { ...parts, kind } : undefined),
  leastShare: 0.3,
  margin: 1,
};

/** Half of a slot's phrases must be words that the checkpoint knows, where it is not to guess among a few of them. */
const MOST = 0.5;

const WORTH_NAMING = (): ReadonlySet<string> => {
  worthNaming ??= new Set(phrasesOf('kinds-worth-naming').map(kindOf));
  return worthNaming;
};
let worthNaming: ReadonlySet<string> | undefined;

/**
 * In the order in which they are filled once there is a subject. The limits were chosen on `training/validation/captions.jsonl`,
 * but for those of slots that glimpse-mini has no words for: docs/captions.md.
 */
export const SLOTS: readonly Slot[] = [
  {
    step: 'second',
    phrases: ({ things, activity }, encoder) =>
      things.length === 1 && activity === undefined ? subjectsFor(encoder) : undefined,
    fill: (parts, thing) => {
      const first = parts.things[0]?.thing ?? '';
      const apart = !isDoing(thing) && thing !== first && !sameKind(thing, first);
      return apart && !LANDSCAPES.has(thing) ? { ...parts, things: [...parts.things, { thing }] } : undefined;
    },
    leastShare: 0.05,
    margin: 2,
  },
  {
    step: 'number',
    phrases: ({ things: [first, second] }, encoder) =>
      !first || second || !isCounted(first.thing) || LANDSCAPES.has(first.thing)
        ? undefined
        : phraseSet(encoder, `number of ${first.thing}`, () => ({
            phrases: NUMBER_WORDS.slice(1, MOST_COUNTED + 1),
            prompts: (number) => [number === 'one' ? withArticle(first.thing) : `${number} ${pluralise(first.thing)}`],
          })),
    fill: (parts, number) =>
      number === 'one'
        ? undefined
        : withThing(parts, 0, { number: (NUMBER_WORDS as readonly string[]).indexOf(number) }),
    leastShare: 0.3,
    beats: 'one',
    margin: -1,
  },
  colourOf(0),
  colourOf(1),
  {
    step: 'attribute',
    phrases: ({ things: [first] }, encoder) =>
      first && isObject(first.thing)
        ? phraseSet(encoder, 'attributes', () => ({
            phrases: [...phrasesOf('attributes'), ...phrasesOf('materials')],
            prompts: (attribute) => [`something ${attribute}`],
            leastKnown: MOST,
          }))
        : undefined,
    fill: (parts, attribute) => withThing(parts, 0, { attribute }),
    leastShare: 0.3,
    margin: 1.5,
    inFull: true,
  },
  {
    step: 'activity',
    phrases: ({ things: [first], activity }, encoder) => {
      if (!first || activity !== undefined) return undefined;
      if (isPerson(first.thing)) return tableSet(encoder, 'activities', DOING_FRAMES);
      return ANIMALS.has(tableOf(first.thing) ?? '')
        ? tableSet(encoder, 'animal-activities', ['an animal {}'])
        : undefined;
    },
    fill: (parts, activity) => ({ ...parts, activity }),
    leastShare: 0.4,
    margin: -1,
  },
  {
    step: 'place',
    phrases: ({ things: [first] }, encoder) => (first && LANDSCAPES.has(first.thing) ? undefined : settings(encoder)),
    fill: (parts, place) => {
      // What looks like "in an airplane" may well be the airplane, where nothing is named.
      const isThing = parts.things.length === 0 && tableOf(asAnswer(place)) !== undefined;
      return PLACES().has(place) && !isThing ? { ...parts, place } : undefined;
    },
    logPrior: settingPrior,
    leastShare: 0.3,
    margin: -0.25,
  },
  {
    step: 'time',
    phrases: (_, encoder) => tableSet(encoder, 'times', SETTING_FRAMES),
    fill: (parts, time) => ({ ...parts, time }),
    leastShare: 0.5,
    margin: 1,
  },
  {
    step: 'weather',
    phrases: (_, encoder) => tableSet(encoder, 'weather', SETTING_FRAMES),
    fill: (parts, weather) => ({ ...parts, weather }),
    leastShare: 0.5,
    margin: 1,
  },
  {
    step: 'mood',
    phrases: (_, encoder) => tableSet(encoder, 'moods', ['a {} scene'], MOST),
    fill: (parts, mood) => ({ ...parts, mood }),
    leastShare: 0.3,
    margin: 1,
    inFull: true,
  },
  {
    step: 'style',
    phrases: (_, encoder) => tableSet(encoder, 'styles', ['a picture {}'], MOST),
    fill: (parts, style) => ({ ...parts, style }),
    leastShare: 0.4,
    margin: 1,
    inFull: true,
  },
];

function colourOf(at: number): Slot {
  return {
    step: 'colour',
    phrases: ({ things }, encoder) => {
      const thing = things[at]?.thing;
      if (thing === undefined || isPerson(thing) || LANDSCAPES.has(thing)) return undefined;
      return phraseSet(encoder, `colour of ${thing}`, () => ({
        phrases: phrasesOf('colours'),
        prompts: (colour) => [nounPhrase({ thing, colour })],
      }));
    },
    fill: (parts, colour) => withThing(parts, at, { colour }),
    leastShare: 0.8,
    margin: -3,
  };
}

/** Beyond five, counting by CLIP is guessing (docs/scoring.md). */
const MOST_COUNTED = 5;
const ANIMALS: ReadonlySet<string> = new Set(['animal', 'bird', 'sea animal', 'insect']);

function isPerson(thing: string): boolean {
  const table = tableOf(thing);
  return table === 'person' || table === 'job';
}

const isObject = (thing: string): boolean =>
  !isPerson(thing) && !LANDSCAPES.has(thing) && !ANIMALS.has(tableOf(thing) ?? '') && tableOf(thing) !== 'shape';

const SETTING_FRAMES = ['a photo taken {}'] as const;

/** Where, when and in which weather, all against each other and against nowhere: what fits a rainy day best is no place. */
export const settings = (encoder: TextEncoder): PhraseSet =>
  phraseSet(encoder, 'settings', () => ({
    phrases: [...PLACES(), ...phrasesOf('times'), ...phrasesOf('weather'), ...PLAIN_BACKGROUNDS()],
    prompts: (setting) => fillFrames(SETTING_FRAMES, setting),
  }));

/** Nowhere: they compete with places, and no caption says them. */
const PLAIN_BACKGROUNDS = (): readonly string[] =>
  phrasesOf('colours').map((colour) => `on ${withArticle(`${colour} background`)}`);

const PLACES = (): ReadonlySet<string> => {
  places ??= new Set([...phrasesOf('places-indoors'), ...phrasesOf('places-outdoors')]);
  return places;
};
let places: ReadonlySet<string> | undefined;

const tableSet = (encoder: TextEncoder, table: TableName, frames: readonly string[], leastKnown = 0): PhraseSet =>
  phraseSet(encoder, table, () => ({
    phrases: phrasesOf(table),
    prompts: (phrase) => fillFrames(frames, phrase),
    leastKnown,
  }));

function withThing(parts: CaptionParts, at: number, more: Partial<CaptionThing>): CaptionParts {
  return { ...parts, things: parts.things.map((thing, i) => (i === at ? { ...thing, ...more } : thing)) };
}
