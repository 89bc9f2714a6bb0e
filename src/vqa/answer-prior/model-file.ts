import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import type { WordTables } from './words.ts';

/** The trained network of the answer prior, as `training/answer-prior/model_file.py` writes it. */
export interface PriorModel {
  readonly words: WordTables & { readonly stop: readonly string[] };
  /** The answers it can give, the commonest first. */
  readonly answers: readonly string[];
  readonly hidden: number;
  /** The features' hashes, ascending; row `i` of `rows` is the feature's of hash `i`. */
  readonly hashes: Uint32Array;
  /** `Int8Array[features x hidden]`; each row times its scale. */
  readonly rows: Int8Array;
  readonly rowScales: Float32Array;
  readonly hiddenBias: Float32Array;
  /** `Float32Array[hidden x answers]` */
  readonly scores: Float32Array;
  readonly answerBias: Float32Array;
  /** `Float32Array[kinds x hidden]`: what a mention of an answer in the question is worth, by its kind. */
  readonly copies: Float32Array;
  readonly copyBias: Float32Array;
}

const FILE = new URL('../../../models/answer-prior/prior.bin', import.meta.url);
const MAGIC = 'GAP1';
const PREAMBLE = 12;

/**
 * Reads the shipped model (about 5 ms). Throws an Error that says what to do where the file is missing or damaged: its
 * checksum tells.
 */
export function readPriorModel(file: URL = FILE): PriorModel {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw unusable(file, 'cannot be read', cause);
  }
  const isWhole =
    bytes.length > PREAMBLE &&
    bytes.toString('latin1', 0, 4) === MAGIC &&
    crc32(bytes.subarray(8)) === bytes.readUInt32LE(4);
  if (!isWhole) throw unusable(file, 'is damaged');
  return parse(bytes);
}

function unusable(file: URL, what: string, cause?: unknown): Error {
  return new Error(`The answer prior (${fileURLToPath(file)}) ${what}. Install Glimpse again to get it back.`, {
    cause,
  });
}

interface Header {
  readonly words: PriorModel['words'];
  readonly answers: readonly string[];
  readonly features: number;
  readonly hidden: number;
  readonly copyKinds: number;
}

function parse(bytes: Buffer): PriorModel {
  const headerBytes = bytes.readUInt32LE(8);
  const header: Header = JSON.parse(bytes.toString('utf8', PREAMBLE, PREAMBLE + headerBytes));
  const { answers, features, hidden, copyKinds } = header;
  // A copy, so that the arrays start where their type needs them to.
  const { buffer } = Uint8Array.from(bytes.subarray(PREAMBLE + headerBytes));
  let at = 0;
  const take = (size: number): number => {
    const start = at;
    at += size;
    return start;
  };
  const floats = (count: number) => new Float32Array(buffer, take(4 * count), count);
  const hashes = new Uint32Array(buffer, take(4 * features), features);
  const rowScales = floats(features);
  const hiddenBias = floats(hidden);
  const answerScales = floats(answers.length);
  const answerBias = floats(answers.length);
  const copies = floats(copyKinds * hidden);
  const copyBias = floats(copyKinds);
  const rows = new Int8Array(buffer, take(features * hidden), features * hidden);
  const weights = new Int8Array(buffer, take(hidden * answers.length), hidden * answers.length);
  const scores = scaled(weights, answerScales);
  return {
    words: header.words,
    answers,
    hidden,
    hashes,
    rows,
    rowScales,
    hiddenBias,
    scores,
    answerBias,
    copies,
    copyBias,
  };
}

/** Each row of weights times the answers' scales. Spelled out: `Float32Array.from` with a function takes 60 times as long. */
function scaled(weights: Int8Array, scales: Float32Array): Float32Array {
  const scores = new Float32Array(weights.length);
  for (let start = 0; start < weights.length; start += scales.length) {
    for (let place = 0; place < scales.length; place++)
      scores[start + place] = (weights[start + place] as number) * (scales[place] as number);
  }
  return scores;
}
