import type { CaptionOptions, CaptionParts } from '../answer.ts';
import { type Embedding, softmax, type TextEncoder } from '../clip/embedding.ts';
import { type Draft, fillSlots } from './beam-search.ts';
import { captioningWith } from './captioning.ts';
import { composeCaption } from './compose-caption.ts';
import { lookAt } from './look.ts';
import { rankSubjects } from './rank-subjects.ts';
import { KIND_SLOT, SLOTS } from './slots.ts';
import { type Tag, tagPicture } from './tag-picture.ts';

/** A caption and the ones it was chosen from. */
export interface CaptionedPicture {
  /** One sentence, with its capital and its full stop. */
  readonly caption: string;
  /** What it says. */
  readonly parts: CaptionParts;
  /** Where they were asked for. */
  readonly tags?: readonly Tag[];
  /** Best first; the scores add up to 1. The caption is the first of them. */
  readonly candidates: readonly { readonly caption: string; readonly score: number }[];
}

/** Said where nothing is recognised. */
export const MODEST_CAPTION = composeCaption({ things: [] });

/**
 * The likeliest subject's share of the probability among all subjects from which it is named: so that 88 % of those named in the
 * validation set are right, which leaves room for chance above 85.
 */
const NAME_FROM = 0.4;
/** So many of the likeliest subjects begin a caption. */
const SUBJECTS = 4;
/** A subject as much less likely than the first is not made up for by what can be said about it, and costs as many texts. */
const LEAST_LIKELY = 0.05;

/**
 * Captions a picture by ranking: the kind of picture, then what is in it, then, each only where it is clear, a second thing,
 * how many, what colour, doing what, where, when. The parts are put into a grammatical sentence, which is held against the picture
 * at each stage (`fillSlots`).
 */
export async function captionPicture(
  picture: Embedding,
  encoder: TextEncoder,
  { style = 'short', captioning }: CaptionOptions = {},
): Promise<CaptionedPicture> {
  const look = lookAt(picture, encoder, captioningWith(captioning));
  const slots = style === 'alt-text' ? SLOTS : SLOTS.filter(({ inFull }) => !inFull);
  const [blank = BLANK] = await fillSlots([BLANK], [KIND_SLOT], look);
  const subjects = await rankSubjects(look);
  const clear = subjects[0]?.share ?? 0;
  const likely = subjects.slice(0, SUBJECTS).filter(({ share }) => share >= LEAST_LIKELY * clear);
  const drafts = likely.map(({ parts, share }) => ({
    parts: { ...blank.parts, ...parts },
    score: Math.log(share),
  }));
  const named = shared(await fillSlots(drafts, slots, look), clear >= NAME_FROM ? 1 : clear);
  // Where it is can be clear though the thing is not.
  const isBlank = clear < NAME_FROM && !blank.parts.kind;
  const [unnamed = blank] = isBlank ? await fillSlots([blank], SURROUNDINGS, look) : [];
  const guesses = clear >= NAME_FROM ? named : [{ parts: unnamed.parts, score: 1 - clear }, ...named];
  const parts = guesses[0]?.parts ?? BLANK.parts;
  return {
    caption: composeCaption(parts),
    parts,
    ...(style === 'tags' && { tags: await tagPicture(parts, look) }),
    candidates: guesses.map((guess) => ({ caption: composeCaption(guess.parts), score: guess.score })),
  };
}

const SURROUNDINGS = SLOTS.filter(({ step }) => step === 'place' || step === 'time' || step === 'weather');
const BLANK: Draft = { parts: { things: [] }, score: 0 };

/** The drafts with scores that add up to `total`. */
function shared(drafts: readonly Draft[], total: number): readonly Draft[] {
  const shares = softmax(drafts.map(({ score }) => score));
  return drafts.map(({ parts }, at) => ({ parts, score: (shares[at] as number) * total }));
}
