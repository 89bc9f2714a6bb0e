import type { CaptionParts } from '../answer.ts';
import type { TextEncoder } from '../clip/embedding.ts';
import { phrasesOf } from '../phrases/phrase-table.ts';
import { fillFrames } from '../vqa/prompts.ts';
import { nounTerm, nounTerms } from '../vqa/words/nouns.ts';
import { THINGS } from '../vqa/words/things.ts';
import type { Look } from './look.ts';
import { type PhraseSet, phraseSet } from './phrase-set.ts';

/** What a picture may be of: a thing, or somebody doing something. */
export interface Subject {
  readonly parts: Pick<CaptionParts, 'things' | 'activity'>;
  /** Its share of the probability among all subjects, 0 to 1: of a person, all that people do together. */
  readonly share: number;
  /** The share of what the person does alone, where it is said. */
  readonly activityShare?: number;
}

/**
 * One alone, for all of them are encoded before the first caption: two or three more made no difference beyond chance
 * (docs/captions.md).
 */
const THING_FRAMES = ['a photo of {}'] as const;
/** Sentences for what a person does. */
export const DOING_FRAMES = ['a person {}', 'a man {}', 'a woman {}'] as const;
const DOING = 'person ';
/**
 * In nats: how much less likely than a thing each activity is taken to be, as there are so many. Of 0, 1 and 2 the best on
 * `training/validation/captions.jsonl`: the subject right in 68.0, 68.6 and 67.8 %, activities with an F1 of 63.0, 63.9 and 61.8.
 */
const RARITY_OF_DOING = 1;

/**
 * What a person does is said from this part of the person's share on. Of 0, 0.3, 0.4, 0.5 and 0.6 the best on
 * `training/validation/captions.jsonl`: CIDEr-D 237.5, 237.9, 237.3, 237.3, 233.5; activities right in 75, 79, 80, 80, 74 % of those said.
 */
const LEAST_OF_DOINGS = 0.3;

/**
 * What the picture may be of, the likeliest first. People at something are weighed beside things, as a person asleep looks like
 * a bed.
 */
export async function rankSubjects(look: Look): Promise<readonly Subject[]> {
  const ranked = await look.rank(subjectsFor(look.encoder), (phrase) => (isDoing(phrase) ? -RARITY_OF_DOING : 0));
  const shares = new Map<string, number>();
  const activities = new Map<string, { readonly activity: string; readonly activityShare: number }>();
  for (const { phrase, share } of ranked) {
    const activity = isDoing(phrase) ? phrase.slice(DOING.length) : undefined;
    const thing = activity === undefined ? phrase : 'person';
    // The first is the likeliest.
    if (activity !== undefined && !shares.has(thing)) activities.set(thing, { activity, activityShare: share });
    shares.set(thing, (shares.get(thing) ?? 0) + share);
  }
  return [...shares]
    .map(([thing, share]) => {
      const { activity, activityShare = 0 } = activities.get(thing) ?? {};
      if (activity === undefined || activityShare < LEAST_OF_DOINGS * share)
        return { parts: { things: [{ thing }] }, share };
      return { parts: { things: [{ thing }], activity }, share, activityShare };
    })
    .sort((a, b) => b.share - a.share);
}

/** Every thing, then everything that a person may do (`isDoing`). */
export function subjectsFor(encoder: TextEncoder): PhraseSet {
  return phraseSet(encoder, 'subjects', () => ({
    phrases: [...SUBJECTS, ...phrasesOf('activities').map((activity) => `${DOING}${activity}`)],
    prompts: (phrase) =>
      isDoing(phrase)
        ? fillFrames(DOING_FRAMES, phrase.slice(DOING.length))
        : fillFrames(THING_FRAMES, nounTerm(phrase).phrase),
  }));
}

/** Whether a subject is somebody doing something, rather than a thing. */
export const isDoing = (subject: string): boolean => subject.startsWith(DOING);

/** Shapes are few and plain, and nothing else is mistaken for them. */
const SUBJECTS: readonly string[] = [...new Set([...THINGS, ...nounTerms('shape')].map(({ answer }) => answer))];
