import { corpusBleu } from './bleu.ts';
import { captionTokens } from './caption-tokens.ts';
import { ciderD } from './cider-d.ts';
import type { JudgedCaption } from './judge-caption.ts';
import { addCounts, JUDGED_SLOTS, type JudgedSlot, type SlotCounts } from './judge-slots.ts';

/** How well captions agree with their references, in percent, as papers print it. */
export interface ReferenceScores {
  /** BLEU-4 of the corpus, 0 to 100. */
  readonly bleu4: number;
  /** The mean CIDEr-D a hundredfold, 0 to 1000. */
  readonly ciderD: number;
}

/** What the captions say of a slot: counts over all things, then percent; null where there is nothing to divide by. */
export interface SlotScores extends SlotCounts {
  /** Of what is said, how much is right. */
  readonly precision: number | null;
  /** Of what the pictures show, how much is said rightly. */
  readonly recall: number | null;
  /** The harmonic mean of both. */
  readonly f1: number | null;
}

/** How many captions have something right. Counts of captions, then percent; null where there is nothing to divide by. */
export interface CaptionAccuracy {
  /** Captions of pictures that show it. */
  readonly n: number;
  /** Of these, how many say it rightly, and nothing of it wrongly. One that leaves it out is not right. */
  readonly ofAll: number | null;
  /** Captions that say something of it, right or wrong, whatever the picture shows. */
  readonly nSaid: number;
  /** Of these, how many say it rightly, and nothing of it wrongly. */
  readonly ofSaid: number | null;
}

/** What a caption is counted by. `several` is the number where the picture shows two or more of a thing. */
export const ACCURACIES = [...JUDGED_SLOTS, 'several'] as const;

/** How a caption benchmark came out. The JSON of `glimpse eval --captions --json`, to the letter. */
export interface CaptionEvaluation extends ReferenceScores {
  /** The catalogue id of the checkpoint that captioned. */
  readonly model: string;
  /** Pictures. */
  readonly n: number;
  /** The share of pictures that the checkpoint finds unfamiliar, in percent; of them the captions claim nothing. */
  readonly unfamiliar: number;
  /** The mean length of the captions, in characters. */
  readonly characters: number;
  readonly accuracy: Readonly<Record<(typeof ACCURACIES)[number], CaptionAccuracy>>;
  readonly slots: Readonly<Record<JudgedSlot, SlotScores>>;
  /** The same pictures captioned by the best-fitting sentence of a bank, where one was given. */
  readonly nearest?: NearestScores | undefined;
}

/** What captions taken from a bank of sentences come to. */
export interface NearestScores extends ReferenceScores {
  /** Sentences in the bank. */
  readonly bank: number;
  /** How many times theirs the captions' CIDEr-D is; null where theirs is 0. */
  readonly times: number | null;
}

/** Averages what the pictures of a benchmark came to; at least one. `nearest`: a caption for each from a bank. */
export function summariseCaptions(
  model: string,
  judged: readonly JudgedCaption[],
  nearest?: { readonly bank: number; readonly captions: readonly string[] },
): CaptionEvaluation {
  const scores = referenceScores(judged);
  return {
    model,
    n: judged.length,
    ...scores,
    unfamiliar: percent(judged.filter(({ familiar }) => !familiar).length / judged.length),
    characters: rounded(judged.reduce((sum, { caption }) => sum + caption.length, 0) / judged.length),
    accuracy: byName(ACCURACIES, (name) => accuracyOf(judged, name)),
    slots: byName(JUDGED_SLOTS, (slot) => scoresOf(judged.flatMap(({ slots }) => slots?.[slot] ?? []))),
    ...(nearest && { nearest: nearestScores(judged, nearest, scores) }),
  };
}

/** How well captions agree with their references. */
function referenceScores(captioned: readonly Pick<JudgedCaption, 'caption' | 'captions'>[]): ReferenceScores {
  const tokenised = captioned.map(({ caption, captions }) => ({
    caption: captionTokens(caption),
    references: captions.map(captionTokens),
  }));
  const bleu4 = corpusBleu(tokenised)[3] ?? 0;
  const each = ciderD(tokenised);
  return { bleu4: percent(bleu4), ciderD: percent(each.reduce((sum, score) => sum + score, 0) / each.length) };
}

function nearestScores(
  judged: readonly JudgedCaption[],
  { bank, captions }: { readonly bank: number; readonly captions: readonly string[] },
  { ciderD: own }: ReferenceScores,
): NearestScores {
  const scores = referenceScores(judged.map((given, at) => ({ ...given, caption: captions[at] ?? '' })));
  return { bank, ...scores, times: scores.ciderD === 0 ? null : rounded(own / scores.ciderD) };
}

function accuracyOf(judged: readonly JudgedCaption[], name: (typeof ACCURACIES)[number]): CaptionAccuracy {
  const among = name === 'several' ? judged.filter(({ several }) => several) : judged;
  const captions = among.flatMap(({ slots }) => {
    if (!slots) return [];
    const { said, right, shown } = slots[name === 'several' ? 'number' : name];
    const isRight = name === 'subject' ? slots.subjectRight === true : right > 0 && right === said;
    return [{ said: said > 0, shown: shown > 0, isRight }];
  });
  const shown = captions.filter((caption) => caption.shown);
  const said = captions.filter((caption) => caption.said);
  const rightOf = (some: typeof captions) => share(some.filter(({ isRight }) => isRight).length, some.length);
  return { n: shown.length, ofAll: rightOf(shown), nSaid: said.length, ofSaid: rightOf(said) };
}

function scoresOf(counts: readonly SlotCounts[]): SlotScores {
  const all = counts.reduce(addCounts, { said: 0, right: 0, shown: 0 });
  return {
    ...all,
    precision: share(all.right, all.said),
    recall: share(all.right, all.shown),
    f1: share(2 * all.right, all.said + all.shown),
  };
}

function byName<Name extends string, T>(names: readonly Name[], of: (name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, T>;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : percent(part / whole));
const percent = (part: number): number => rounded(part * 100);
const rounded = (value: number): number => Number(value.toFixed(2));
