import type { EncodedCrops, EncodedPicture, TextEncoder } from '../clip/embedding.ts';
import { contrastsOfExistence } from '../vqa/contrasts.ts';
import { parseNounPhrase } from '../vqa/noun-phrase.ts';
import type { Contrast } from '../vqa/question.ts';
import { isReadable } from '../vqa/readable.ts';
import { bestRegion, placeOf } from './best-region.ts';
import { marginsOf } from './crop-margins.ts';
import { type HeatGrid, heatGrid } from './heat-grid.ts';
import type { Sighting } from './sighting.ts';

/** What looking gave, without the model's name and the clock. */
export interface Found {
  readonly sighting: Omit<Sighting, 'model' | 'milliseconds'>;
  readonly heat: HeatGrid;
}

/**
 * A thing is taken to be there from this many nats on, by which it fits one of the largest crops better than the average
 * rival: there the chance is even. The slope was fitted with it, by logistic regression to 120 scenes with the thing and 60
 * without (of `training/validation/where.jsonl`), both kinds weighing the same. docs/where.md has how often it is right.
 */
const EVEN_AT = 2.24;
const SLOPE = 1.35;

/**
 * In nats: by so much more the whole picture fits the thing than the best of the smallest crops does where the thing is large. Of -1
 * to 2 the best, together with `HOT_IN_LARGE` (best-region.ts), on the validation scenes and the drawn pictures of src/demo (docs/where.md).
 */
const LARGE_FROM = 1;

/** A picture as a thing is looked for in it: all of it, and by its crops. */
export interface SearchedPicture {
  readonly whole: EncodedPicture;
  readonly crops: EncodedCrops;
}

/** Looks for a thing ("red car") in a picture's crops: holds it and what could be there instead against each of them. */
export async function findThing(
  thing: string,
  { whole: { embedding, familiar }, crops }: SearchedPicture,
  encoder: TextEncoder,
): Promise<Found> {
  const { picture, boxes, embeddings } = crops;
  const { length: dimension } = embedding;
  // The whole picture comes last.
  const views = [...boxes.map((_, at) => embeddings.subarray(at * dimension, (at + 1) * dimension)), embedding];
  const contrasts = contrastsOf(thing);
  const margins = await Promise.all(contrasts.map((contrast) => marginsOf(contrast, views, encoder)));
  // All that is said of the thing must hold, each in the same place.
  const weakest = boxes.map((_, at) => Math.min(...margins.map(({ overLikelihood }) => overLikelihood[at] ?? 0)));
  const ofViews = views.map((_, at) => margins.reduce((sum, { overMean }) => sum + (overMean[at] ?? 0), 0));
  const [summed, whole = 0] = [ofViews.slice(0, -1), ofViews.at(-1)];
  const largest = Math.max(...boxes.map(({ width }) => width));
  const nats = Math.max(...weakest.filter((_, at) => boxes[at]?.width === largest));
  const confidence = 1 / (1 + Math.exp(-SLOPE * (nats - EVEN_AT)));
  const heat = heatGrid(picture, boxes, summed);
  const told = { thing, confidence, picture, crops: boxes.length };
  const isKnown = contrasts.every(({ asked }) => isReadable(asked.phrase, encoder.words));
  if (!familiar || !isKnown) return { sighting: { ...told, outcome: familiar ? 'unknown' : 'unfamiliar' }, heat };
  if (confidence < 0.5) return { sighting: { ...told, outcome: 'absent' }, heat };
  const smallest = Math.min(...boxes.map(({ width }) => width));
  const isLarge = whole - Math.max(...summed.filter((_, at) => boxes[at]?.width === smallest)) > LARGE_FROM;
  const box = bestRegion(heat, picture, isLarge);
  return { sighting: { ...told, outcome: 'found', place: placeOf(box, picture), box }, heat };
}

/** What is asserted of the thing, but its number: a crop need not show all of "three apples". */
function contrastsOf(thing: string): readonly Contrast[] {
  const { number, colour, noun, tail } = parseNounPhrase(thing);
  const one = number === undefined ? thing : [colour, noun, tail].filter(Boolean).join(' ');
  return contrastsOfExistence(one);
}
