import { opposite } from '../images/region.ts';
import { type Evidence, logitsOf, type View, viewOf } from './evidence.ts';
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
  return 1 / (1 + Math.exp(-SLOPE * nats - prior));
}

const SLOPE = 0.63;

/** Sentences that are true of any picture: what is asked is held against them where contrasts are switched off. */
const SAYING_NOTHING: readonly string[] = ['a photo', 'a picture', 'an image', 'a photo of something'];

async function weighOne({ frames, asked, rivals }: Contrast, view: View, evidence: Evidence): Promise<Verdict> {
  const askedPrompts = fillFrames(frames, asked.phrase);
  const rivalPrompts = evidence.scoring.contrasts
    ? rivals.map(({ phrase }) => fillFrames(frames, phrase))
    : SAYING_NOTHING.map((sentence) => [sentence]);
  const [own = 0, ...others] = await logitsOf([askedPrompts, ...rivalPrompts], view, evidence);
  const strongest = others.indexOf(Math.max(...others));
  return {
    nats: own - average(others),
    asked: askedPrompts[0] ?? asked.phrase,
    rival: rivalPrompts[strongest]?.[0] ?? '',
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
  return { nats, asked: first?.asked ?? '', rival: first?.rival ?? '' };
}

async function weighPlace({ phrase, region }: Placed, evidence: Evidence): Promise<Verdict> {
  const across = opposite(region) ?? 'top';
  const [own, other] = await fitsOf(phrase, [region, across], evidence);
  return {
    nats: (own as number) - (other as number),
    asked: placedPrompt(phrase, region),
    rival: placedPrompt(phrase, across),
  };
}

/** How well something fits each region, in nats: by looking at it alone or, where that is switched off, by a sentence. */
export async function fitsOf(
  phrase: string,
  regions: readonly Placed['region'][],
  evidence: Evidence,
): Promise<readonly number[]> {
  if (!evidence.scoring.crops) {
    const view = await viewOf(undefined, evidence);
    return logitsOf(
      regions.map((region) => [placedPrompt(phrase, region)]),
      view,
      evidence,
    );
  }
  const prompts = fillFrames(THING_TEMPLATES, phrase);
  return Promise.all(
    regions.map(async (region) => {
      const [fit = 0] = await logitsOf([prompts], await evidence.picture.look(region), evidence);
      return fit;
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
