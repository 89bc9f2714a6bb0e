import type { CaptionParts } from '../answer.ts';
import type { Look } from './look.ts';
import { rankSubjects } from './rank-subjects.ts';
import { asAnswer, isPlainBackground, settingPrior } from './setting-prior.ts';
import { KIND_SLOT, SLOTS, type Slot, settings } from './slots.ts';

/** A word or a few that fit a picture, and the share of the probability that they have among their like, 0 to 1. */
export interface Tag {
  readonly tag: string;
  readonly score: number;
}

/**
 * From this share on. Of the tags of `training/validation/captions.jsonl` 62 % are right then, three to a picture, and the first
 * thing is among them in 73 %; from 0.1 it is 50 and 80 %, from 0.4 it is 78 and 64 %.
 */
const LEAST = 0.2;
/** So many at most: a reply's line or two. Shares of that size leave room for few. */
const MOST = 12;

/**
 * What fits the picture, best first: things and doings, where and when, the kind of picture, its mood and style, each weighed
 * against its like; and what else the caption says, of these `parts`.
 */
export async function tagPicture(parts: CaptionParts, look: Look): Promise<readonly Tag[]> {
  const found = new Map<string, number>();
  const add = (tag: string, score: number) => found.set(tag, Math.max(score, found.get(tag) ?? 0));
  for (const subject of await rankSubjects(look)) {
    for (const { thing } of subject.parts.things) add(thing, subject.share);
    if (subject.parts.activity) add(subject.parts.activity, subject.activityShare ?? 0);
  }
  for (const { phrase, share } of await look.rank(settings(look.encoder), settingPrior)) {
    if (!isPlainBackground(phrase)) add(asAnswer(phrase), share);
  }
  for (const slot of [KIND_SLOT, ...SLOTS]) {
    if (!look.captioning[slot.step]) continue;
    if (OF_PICTURES.has(slot.step)) await addFillers(slot, () => true);
    else if (OF_CAPTIONS.has(slot.step)) await addFillers(slot, (phrase) => isSaid(phrase, parts));
  }
  return [...found]
    .filter(([, score]) => score >= LEAST)
    .map(([tag, score]) => ({ tag, score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);

  async function addFillers(slot: Slot, isTag: (phrase: string) => boolean): Promise<void> {
    const set = slot.phrases(withoutFillers(parts), look.encoder);
    if (!set) return;
    for (const { phrase, share } of await look.rank(set)) {
      if (slot.fill(parts, phrase) && isTag(phrase)) add(asAnswer(phrase), share);
    }
  }
}

/** What is weighed whatever the picture shows. */
const OF_PICTURES: ReadonlySet<string> = new Set(['kind', 'mood', 'style']);
/** What only a caption's whole sentence can tell: one of its phrases always fits best. */
const OF_CAPTIONS: ReadonlySet<string> = new Set(['colour', 'attribute', 'activity', 'place', 'time', 'weather']);

const isSaid = (phrase: string, { things, activity, place, time, weather }: CaptionParts): boolean =>
  [activity, place, time, weather].includes(phrase) ||
  things.some(({ colour, attribute }) => phrase === colour || phrase === attribute);

/** As the slots found them: an activity is looked for where there is none. */
const withoutFillers = ({ activity: _, ...parts }: CaptionParts): CaptionParts => parts;
