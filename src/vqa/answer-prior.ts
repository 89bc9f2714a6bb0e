import { copiedAnswers } from './answer-prior/copies.ts';
import { featureHash, questionFeatures } from './answer-prior/features.ts';
import { type PriorModel, readPriorModel } from './answer-prior/model-file.ts';
import { wordReader } from './answer-prior/words.ts';

/** An answer and how likely people give it to a question, before anyone looks at the picture. */
export interface PriorAnswer {
  readonly answer: string;
  /** log P(answer | question), natural logarithm: 0 at most. */
  readonly logPrior: number;
}

/**
 * The likeliest answers to a question in English, the best first, `limit` at most, by the question's words alone. Their
 * probabilities over all the answers that the model knows sum to 1. Any text gets answers; case, a missing question mark or
 * apostrophe make no difference. The model (`models/answer-prior`) is read at the first use. Throws an Error where its file
 * is missing or damaged, and a RangeError where `limit` is no whole number from 1.
 *
 * @example
 * priorAnswers('whats the dog playing with', 3)  // [{ answer: 'frisbee', logPrior: -0.9 }, ...]
 */
export function priorAnswers(question: string, limit: number): readonly PriorAnswer[] {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`limit must be a whole number from 1, not ${limit}`);
  const { answers, logPriors } = shippedPrior();
  const values = logPriors(question);
  return placesOfLargest(values, Math.min(limit, answers.length)).map((place) => ({
    answer: answers[place] ?? '',
    logPrior: values[place] ?? Number.NEGATIVE_INFINITY,
  }));
}

/**
 * log P(answer | question) of these answers, in their order; `undefined` for one that the model does not know. An answer is
 * known by its words: "T-shirt" and "t shirt" are the same. Costs what `priorAnswers` costs. Throws as it does.
 *
 * @example
 * logPriorsOf('is it raining?', ['yes', 'a purple yak'])  // [-0.9, undefined]
 */
export function logPriorsOf(question: string, answers: readonly string[]): readonly (number | undefined)[] {
  const { logPriors, placeOf } = shippedPrior();
  const values = logPriors(question);
  return answers.map((answer) => {
    const place = placeOf(answer);
    return place === undefined ? undefined : values[place];
  });
}

/** The answers that `priorAnswers` can give, the commonest first. Throws as it does. */
export function knownAnswers(): readonly string[] {
  return shippedPrior().answers;
}

interface Prior {
  readonly answers: readonly string[];
  readonly placeOf: (answer: string) => number | undefined;
  /** `Float32Array[answers]`, the same array at each call. */
  readonly logPriors: (question: string) => Float32Array;
}

let shipped: Prior | undefined;

function shippedPrior(): Prior {
  shipped ??= openPrior(readPriorModel());
  return shipped;
}

function openPrior(model: PriorModel): Prior {
  const { answers, hidden } = model;
  const readWords = wordReader(model.words);
  const stopWords = new Set(model.words.stop);
  // The commoner of two answers with the same words comes first, and stays.
  const places = new Map<string, number>();
  for (const [place, answer] of answers.entries()) {
    const words = readWords(answer).join(' ');
    if (!places.has(words)) places.set(words, place);
  }
  const layer = new Float32Array(hidden);
  const values = new Float32Array(answers.length);
  let asked: string | undefined;

  const logPriors = (question: string): Float32Array => {
    // Proposing answers and weighing them ask about the same question.
    if (question === asked) return values;
    asked = question;
    const words = readWords(question);
    fillHiddenLayer(model, questionFeatures(words, stopWords), layer);
    fillScores(model, layer, values);
    for (const [place, kind] of copiedAnswers(words, places)) {
      values[place] = (values[place] ?? 0) + copyWorth(model, layer, kind);
    }
    toLogProbabilities(values);
    return values;
  };
  return { answers, placeOf: (answer) => places.get(readWords(answer).join(' ')), logPriors };
}

/** The sum of the known features' rows and the bias, cut at 0. */
function fillHiddenLayer(model: PriorModel, features: readonly string[], layer: Float32Array): void {
  const { hidden, rows, rowScales } = model;
  layer.set(model.hiddenBias);
  for (const hash of new Set(features.map(featureHash))) {
    const row = placeOfHash(model.hashes, hash);
    if (row === undefined) continue;
    const scale = rowScales[row] ?? 0;
    const start = row * hidden;
    for (let unit = 0; unit < hidden; unit++) layer[unit] = (layer[unit] ?? 0) + scale * (rows[start + unit] ?? 0);
  }
  for (let unit = 0; unit < hidden; unit++) layer[unit] = Math.max(0, layer[unit] ?? 0);
}

function placeOfHash(hashes: Uint32Array, hash: number): number | undefined {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === hash ? low : undefined;
}

/** How many units are added at a time: most of the time goes into loading and storing the sums. */
const AT_ONCE = 8;

/** The bias and, for each active unit of the hidden layer, its weights. */
function fillScores({ scores, answerBias }: PriorModel, layer: Float32Array, values: Float32Array): void {
  values.set(answerBias);
  const count = values.length;
  const active = Array.from(layer.keys()).filter((unit) => (layer[unit] as number) > 0);
  for (let next = 0; next < active.length; next += AT_ONCE) {
    // Where fewer are left, the first unit stands for each missing one, times 0.
    const units = Array.from({ length: AT_ONCE }, (_, at) => active[next + at]);
    const starts = units.map((unit) => (unit ?? 0) * count);
    const worths = units.map((unit) => (unit === undefined ? 0 : (layer[unit] as number)));
    addUnits(values, scores, starts, worths);
  }
}

/** Eight sums in one pass, spelled out: a loop over the units would store each sum eight times. */
function addUnits(
  values: Float32Array,
  scores: PriorModel['scores'],
  starts: readonly number[],
  worths: readonly number[],
): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = starts;
  const [byA = 0, byB = 0, byC = 0, byD = 0, byE = 0, byF = 0, byG = 0, byH = 0] = worths;
  for (let place = 0; place < values.length; place++) {
    values[place] =
      (values[place] as number) +
      byA * (scores[a + place] as number) +
      byB * (scores[b + place] as number) +
      byC * (scores[c + place] as number) +
      byD * (scores[d + place] as number) +
      byE * (scores[e + place] as number) +
      byF * (scores[f + place] as number) +
      byG * (scores[g + place] as number) +
      byH * (scores[h + place] as number);
  }
}

function copyWorth({ copies, copyBias, hidden }: PriorModel, layer: Float32Array, kind: number): number {
  let worth = copyBias[kind] ?? 0;
  for (let unit = 0; unit < hidden; unit++) worth += (layer[unit] ?? 0) * (copies[kind * hidden + unit] ?? 0);
  return worth;
}

/** Subtracts the logarithm of the sum of exponentials, in place. */
function toLogProbabilities(values: Float32Array): void {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - most);
  const total = most + Math.log(sum);
  for (let place = 0; place < values.length; place++) values[place] = (values[place] ?? 0) - total;
}

/** The places of the largest values, the largest first; of equal ones the earlier. */
function placesOfLargest(values: Float32Array, count: number): readonly number[] {
  const places: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? Number.NEGATIVE_INFINITY;
    if (places.length === count && value <= least) continue;
    let at = places.length;
    while (at > 0 && (values[places[at - 1] ?? 0] ?? 0) < value) at--;
    places.splice(at, 0, place);
    if (places.length > count) places.pop();
    if (places.length === count) least = values[places[count - 1] ?? 0] ?? Number.NEGATIVE_INFINITY;
  }
  return places;
}
