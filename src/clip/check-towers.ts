import type { Tensor } from '@huggingface/transformers';
import type { Embedding } from './embedding.ts';
import { misfit } from './misfit.ts';
import { type OnnxSignature, readOnnxSignature } from './onnx-signature.ts';

/** Which of a checkpoint's towers. */
export type TowerKind = 'vision' | 'text';

/** What onnxruntime says of a loaded tower. */
export interface TowerSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** A dimension that is not fixed has a name instead of a number. */
  readonly inputMetadata: readonly {
    readonly name: string;
    readonly isTensor: boolean;
    readonly shape?: readonly (number | string)[];
  }[];
}

/** A tower's outputs by name. */
export type Outputs = Readonly<Record<string, Tensor | undefined>>;

interface TowerNames {
  readonly required: string;
  /** All that Glimpse, or transformers.js by itself, can give. */
  readonly given: readonly string[];
  /** The embedding's names, the best first: a SigLIP's `pooler_output` is one, a CLIP's is not projected yet. */
  readonly embeddings: readonly string[];
}

const NAMES: Readonly<Record<TowerKind, TowerNames>> = {
  vision: {
    required: 'pixel_values',
    given: ['pixel_values'],
    embeddings: ['image_embeds', 'l2norm_image_embeddings', 'image_embeddings', 'pooler_output'],
  },
  text: {
    required: 'input_ids',
    given: ['input_ids', 'attention_mask', 'token_type_ids'],
    embeddings: ['text_embeds', 'l2norm_text_embeddings', 'text_embeddings', 'pooler_output'],
  },
};

/**
 * The name of the output that holds a tower's embeddings. Throws a UserError (`model-unavailable`) where it is not fed
 * and read by names that CLIP's and SigLIP's exports have.
 */
export function embeddingOutputOf(kind: TowerKind, { inputNames, outputNames }: TowerSession): string {
  const { required, given } = NAMES[kind];
  if (!inputNames.includes(required)) {
    throw misfit(`its ${kind} tower takes ${list(inputNames)}, and ${required} is expected.`);
  }
  const unknown = inputNames.filter((name) => !given.includes(name));
  if (unknown.length > 0) {
    throw misfit(`its ${kind} tower asks for ${list(unknown)}, and all that I can give is ${list(given)}.`);
  }
  return knownOutput(kind, outputNames);
}

function knownOutput(kind: TowerKind, outputNames: readonly string[]): string {
  const { embeddings } = NAMES[kind];
  const output = embeddings.find((name) => outputNames.includes(name));
  if (output !== undefined) return output;
  throw misfit(`its ${kind} tower gives ${list(outputNames)}, but none of ${list(embeddings)}.`);
}

/**
 * Checks a text tower that is not loaded yet, as far as its file tells: that it has an output for the embedding, of the
 * vision tower's dimension. What cannot be read is left to onnxruntime, which says why. Throws a UserError.
 */
export async function checkTextTowerFile(file: string, dimension: number): Promise<void> {
  const signature: OnnxSignature | undefined = await readOnnxSignature(file).catch(() => undefined);
  if (!signature || signature.outputs.length === 0) return;
  const name = knownOutput(
    'text',
    signature.outputs.map((output) => output.name),
  );
  const length = signature.outputs.find((output) => output.name === name)?.dims.at(-1);
  if (length !== undefined && length > 0) checkDimensions(dimension, length);
}

/** Throws a UserError where the file itself says that its vision tower sees another square than it would be shown. */
export function checkSide({ inputMetadata }: TowerSession, size: number): void {
  const [, , height, width] = inputMetadata.find(({ name }) => name === 'pixel_values')?.shape ?? [];
  if (isOther(height, size) || isOther(width, size)) {
    throw misfit(
      `its vision tower sees ${width}x${height} pixels, and preprocessor_config.json gives ${size}x${size}.`,
    );
  }
}

const isOther = (dimension: number | string | undefined, size: number): boolean =>
  typeof dimension === 'number' && dimension > 0 && dimension !== size;

/**
 * The rows of a tower's output: `Float32Array[dimension]` each, views of the whole. Throws a UserError where it is not
 * one row of 32-bit floats for each input.
 */
export function rowsOf(kind: TowerKind, outputs: Outputs, name: string, rows: number): Float32Array[] {
  const tensor = outputs[name];
  const data = tensor?.data;
  if (!tensor || !(data instanceof Float32Array)) {
    throw misfit(`its ${kind} tower gives ${name} in ${tensor?.type ?? 'nothing'}, and float32 is expected.`);
  }
  const [count, dimension = 0] = tensor.dims;
  if (tensor.dims.length !== 2 || count !== rows) {
    throw misfit(`its ${kind} tower gives ${name} of ${tensor.dims.join('x')} numbers, and ${rows}xN are expected.`);
  }
  return Array.from({ length: rows }, (_, row) => data.subarray(row * dimension, (row + 1) * dimension));
}

/** A run whose failure is the checkpoint's, with what was tried in the sentence: `see pictures of 224x224 pixels`. */
export async function tryOut(kind: TowerKind, what: string, run: () => Promise<Embedding>): Promise<Embedding> {
  let embedding: Embedding;
  try {
    embedding = await run();
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'UserError') throw cause;
    const said = (cause instanceof Error ? cause.message : String(cause)).replaceAll(/\s+/g, ' ').trim();
    throw misfit(`its ${kind} tower can't ${what}: ${said.slice(0, LONGEST_REASON)}.`, { cause });
  }
  if (!embedding.every(Number.isFinite)) throw misfit(`its ${kind} tower gives numbers that are not finite.`);
  if (embedding.every((x) => x === 0)) throw misfit(`its ${kind} tower gives nothing but zeros.`);
  return embedding;
}

/** onnxruntime's reasons name the operator first, and go on with its source files. */
const LONGEST_REASON = 300;

/** Throws a UserError where the two towers' embeddings do not compare. */
export function checkDimensions(vision: number, text: number): void {
  if (vision !== text) {
    throw misfit(`its vision tower gives ${vision} numbers and its text tower ${text}, and the two must be equal.`);
  }
}

/** `a`, `a and b`, `a, b and c`. */
function list(names: readonly string[]): string {
  const last = names.at(-1) ?? 'nothing';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
