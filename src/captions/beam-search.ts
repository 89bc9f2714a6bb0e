import type { CaptionParts } from '../answer.ts';
import { composePhrase } from './compose-caption.ts';
import { isConsistent } from './consistency.ts';
import type { Look } from './look.ts';
import type { Slot } from './slots.ts';

/** The beginning of a caption. */
export interface Draft {
  readonly parts: CaptionParts;
  /** How good it is, in nats: the log of its subject's share, and what its further parts bring beyond their margins. */
  readonly score: number;
}

/** So many drafts are kept at each stage. With their fillers, no stage holds more than 20 sentences against the picture. */
export const BEAM = 4;
/** In characters: what guides to alternative text recommend at most, as some screen readers stop there; with the full stop. */
const LONGEST = 125;
/** So many of a slot's fillers are tried in each draft. With 2 and 8 the captions of the validation set are the same. */
const TRIED = 4;
/** How much a nat of a further part counts beside one of the subject. */
const WEIGHT_OF_PARTS = 0.2;

/**
 * Fills one slot after another. At each stage the best fillers of each draft are put into its sentence, and whichever makes
 * the whole sentence fit the picture better by more than the slot's margin makes a draft of its own. So a plain
 * picture gets a plain sentence. Returns the drafts, best first.
 */
export async function fillSlots(
  drafts: readonly Draft[],
  slots: readonly Slot[],
  look: Look,
): Promise<readonly Draft[]> {
  let kept = drafts;
  for (const slot of slots) {
    if (look.captioning[slot.step]) kept = best(await stage(kept, slot, look), look);
  }
  return kept;
}

const best = (drafts: readonly Draft[], look: Look): readonly Draft[] =>
  [...new Map(drafts.toSorted((a, b) => a.score - b.score).map((draft) => [sentenceOf(draft.parts), draft])).values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, look.captioning.beam ? BEAM : 1);

async function stage(drafts: readonly Draft[], slot: Slot, look: Look): Promise<readonly Draft[]> {
  const filled = await Promise.all(
    drafts.map(async (draft) => ({ draft, parts: await fillersFor(draft, slot, look) })),
  );
  const asked = filled.filter(({ parts }) => parts.length > 0);
  const sentences = asked.flatMap(({ draft, parts }) => [draft.parts, ...parts].map(sentenceOf));
  const fits = sentences.length === 0 ? [] : await look.fit(sentences);
  const found: Draft[] = [...drafts];
  let at = 0;
  for (const { draft, parts } of asked) {
    const plain = fits[at++] as number;
    for (const more of parts) {
      const gain = (fits[at++] as number) - plain - slot.margin;
      if (gain > 0 || !look.captioning.margins)
        found.push({ parts: more, score: draft.score + WEIGHT_OF_PARTS * gain });
    }
  }
  return found;
}

/** The draft's parts with each of the fillers that are likely enough by themselves. */
async function fillersFor({ parts }: Draft, slot: Slot, look: Look): Promise<readonly CaptionParts[]> {
  const set = slot.phrases(parts, look.encoder);
  if (!set) return [];
  const ranked = await look.rank(set, slot.logPrior);
  const beaten = ranked.find(({ phrase }) => phrase === slot.beats)?.share ?? 0;
  const fillers: CaptionParts[] = [];
  for (const { phrase, share } of ranked) {
    if (share < slot.leastShare || share <= beaten || fillers.length === TRIED) break;
    const filled = slot.fill(parts, phrase);
    if (filled && isConsistent(filled) && composePhrase(filled).length < LONGEST) fillers.push(filled);
  }
  return fillers;
}

/** A picture of which nothing is said yet is a photo, as most are. */
const sentenceOf = (parts: CaptionParts): string => composePhrase(parts) || 'a photo';
