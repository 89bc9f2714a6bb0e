import type { Held, Weighing } from '../answer.ts';
import { softmax } from '../clip/embedding.ts';
import { opposite } from '../images/region.ts';
import { type Evidence, heldOf, logitsOf, type View, viewOf } from './evidence.ts';
import { fillFrames } from './prompts.ts';
import type { Contrast, Placed } from './question.ts';
import { THING_TEMPLATES } from './words/categories.ts';

/** How a yes-no question came out. */
export interface Verdict {
  /** How many nats what was asked is likelier than its average rival. */
  readonly nats: number;
  /** The sentence that was asked about. */
  readonly asked: string;
  /** The rival sentence that fits best. */
  readonly rival: string;
  /** What was asked, and its average rival, as they were held against the picture. */
  readonly held: { readonly asked: Held; readonly rival?: Omit<Weighing, 'prior'> | undefined };
}

/**
 * Weighs what was asked against its *average* rival, never against its negation, and not against the strongest rival
 * either: a picture may hold a dog and a cat, and then both "is there ...?" are to be answered yes. One rival out of 16
 * that fits as well leaves log 16 = 2.8 nats for a yes.
 * The weakest of several contrasts decides, as all of them must hold.
 */
export async function weigh(contrasts: readonly Contrast[], view: View, evidence: Evidence): Promise<Verdict> {
  const verdicts = await Promise.all(contrasts.map((contrast) => weighOne(contrast, view, evidence)));
  return verdicts.reduce((weakest, verdict) => (verdict.nats < weakest.nats ? verdict : weakest));
}

/**
 * The chance for a yes, given by how many nats what was asked is likelier than its average rival, and by how many a yes is
 * likelier without the picture. Even at even odds.
 *
 * The slope was fitted by logistic regression to 4,000 questions about 700 drawn pictures (things, numbers, colours,
 * places, activities; yes and no as often, the six kinds alike) in art that glimpse-mini never saw, ranked by it. The best
 * threshold was within 0.7 nats of 0 for all kinds but numbers (-1.7). On 4,648 such questions about 900 other pictures 86 %
 * of the answers are right. The median rival tells yes from no worse: area under the curve 0.87 against 0.92 for things.
 */
export function chanceOfYes(nats: number, prior = 0): number {
  return 1 / (1 + Math.exp(-SLOPE_OF_YES * nats - prior));
}

/** What a nat that the picture makes counts for beside one of the prior (`chanceOfYes`). */
export const SLOPE_OF_YES = 0.63;

/** Sentences that are true of any picture: what is asked is held against them where contrasts are switched off. */
const SAYING_NOTHING: readonly string[] = ['a photo', 'a picture', 'an image', 'a photo of something'];

async function weighOne({ frames, asked, rivals }: Contrast, view: View, evidence: Evidence): Promise<Verdict> {
  const askedPrompts = fillFrames(frames, asked.phrase);
  const rivalPrompts = evidence.scoring.contrasts
    ? rivals.map(({ phrase }) => fillFrames(frames, phrase))
    : SAYING_NOTHING.map((sentence) => [sentence]);
  const ensembles = [askedPrompts, ...rivalPrompts];
  const logits = await logitsOf(ensembles, view.direction, evidence);
  const [own = 0, ...others] = logits;
  const strongest = others.indexOf(Math.max(...others));
  const [ownHeld = NOTHING, ...othersHeld] = await heldOf(ensembles, logits, view, evidence);
  const heldRivals = othersHeld.map((held, at) => ({ prompt: rivalPrompts[at]?.[0] ?? '', ...held }));
  return {
    nats: own - average(others),
    asked: askedPrompts[0] ?? asked.phrase,
    rival: rivalPrompts[strongest]?.[0] ?? '',
    held: { asked: ownHeld, rival: averageRival(heldRivals, others, evidence) },
  };
}

const NOTHING: Held = { similarity: 0, bias: 0 };

/** So many rivals are named. */
const NAMED_RIVALS = 6;

/**
 * The rival that the average likelihood would be of: each counts for its bias as for the likelihood. None where there are
 * no rivals.
 */
function averageRival(
  rivals: NonNullable<Weighing['rivals']>,
  logits: readonly number[],
  { encoder }: Evidence,
): Omit<Weighing, 'prior'> | undefined {
  if (rivals.length === 0) return undefined;
  const shares = softmax(logits);
  const bias = rivals.reduce((sum, held, at) => sum + held.bias * (shares[at] as number), 0);
  const best = rivals.toSorted((a, b) => b.similarity - b.bias - (a.similarity - a.bias));
  return {
    similarity: average(logits) / encoder.logitScale + bias,
    bias,
    rivals: best.slice(0, NAMED_RIVALS),
    rivalsCount: rivals.length,
  };
}

/**
 * By how many nats things fit the regions that they are said to be in better than the opposite ones, all together. Where
 * the picture is only looked at as a whole, by the sentences that say so: "a dog on the left" against "on the right".
 */
export async function weighPlaces(placed: readonly Placed[], evidence: Evidence): Promise<Verdict> {
  const verdicts = await Promise.all(placed.map((one) => weighPlace(one, evidence)));
  const nats = verdicts.reduce((sum, verdict) => sum + verdict.nats, 0);
  const [first] = verdicts;
  return { nats, asked: first?.asked ?? '', rival: first?.rival ?? '', held: first?.held ?? { asked: NOTHING } };
}

async function weighPlace({ phrase, region }: Placed, evidence: Evidence): Promise<Verdict> {
  const across = opposite(region) ?? 'top';
  const [own, other] = (await fitsOf(phrase, [region, across], evidence)) as readonly [Fit, Fit];
  return {
    nats: own.nats - other.nats,
    asked: placedPrompt(phrase, region),
    rival: placedPrompt(phrase, across),
    held: { asked: own.held, rival: other.held },
  };
}

/** How well something fits a region. */
export interface Fit {
  readonly nats: number;
  readonly held: Held;
}

/** How well something fits each region: by looking at it alone or, where that is switched off, by a sentence. */
export async function fitsOf(
  phrase: string,
  regions: readonly Placed['region'][],
  evidence: Evidence,
): Promise<readonly Fit[]> {
  if (!evidence.scoring.crops) {
    const view = await viewOf(undefined, evidence);
    const sentences = regions.map((region) => [placedPrompt(phrase, region)]);
    const logits = await logitsOf(sentences, view.direction, evidence);
    const held = await heldOf(sentences, logits, view, evidence);
    return logits.map((nats, at) => ({ nats, held: held[at] ?? NOTHING }));
  }
  const prompts = fillFrames(THING_TEMPLATES, phrase);
  return Promise.all(
    regions.map(async (region) => {
      const [nats = 0] = await logitsOf([prompts], await evidence.picture.look(region), evidence);
      return { nats, held: { similarity: nats / evidence.encoder.logitScale, bias: 0 } };
    }),
  );
}

/** "a dog on the left". */
export function placedPrompt(phrase: string, region: Placed['region']): string {
  return `${phrase} ${WHERE[region]}`;
}

const WHERE: Readonly<Record<Placed['region'], string>> = {
  left: 'on the left',
  right: 'on the right',
  top: 'at the top',
  bottom: 'at the bottom',
  middle: 'in the middle',
};

/** The logit of the average likelihood: log of the mean of exp. -Infinity for no logits, so that what has no rival is a yes. */
export function average(logits: readonly number[]): number {
  const greatest = Math.max(...logits);
  if (!Number.isFinite(greatest)) return greatest;
  return greatest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - greatest), 0) / logits.length);
}
