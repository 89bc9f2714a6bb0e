import { type Embedding, meanEmbedding, type TextEncoder } from './embedding.ts';

/** How many ensembles are kept of an encoder before all are made anew: 42 MB at 512 dimensions. */
const MOST = 20_000;
/** So many means lie in one piece of memory, one after the other, as products run through them. */
const BLOCK = 1024;

/**
 * The dot products of a view with prompt ensembles: with the mean of each list's unit embeddings, made unit length again
 * (`meanEmbedding`). Encodes the prompts of all ensembles that are new, each once, in one call. The means stay with the encoder,
 * so that an ensemble that was weighed before costs a look-up and a product.
 */
export async function ensembleProducts(
  ensembles: readonly (readonly string[])[],
  view: Float32Array,
  encoder: TextEncoder,
): Promise<readonly number[]> {
  const means = meansOf(encoder, view.length);
  let rows = means.rowsOf(ensembles);
  if (!rows) {
    const missing = ensembles.filter((ensemble) => means.rowOf(ensemble) === undefined);
    const prompts = [...new Set(missing.flat())];
    const embeddings = await encoder.encodeTexts(prompts);
    const byPrompt = new Map(prompts.map((prompt, at) => [prompt, embeddings[at] as Embedding]));
    for (const ensemble of missing)
      means.add(ensemble, () => meanEmbedding(ensemble.map((prompt) => byPrompt.get(prompt) as Embedding)));
    rows = means.rowsOf(ensembles) as readonly number[];
  }
  const wide = Float64Array.from(view);
  return rows.map((row) => means.product(row, wide));
}

const KEPT = new WeakMap<TextEncoder, Means>();

function meansOf(encoder: TextEncoder, dimension: number): Means {
  const kept = KEPT.get(encoder);
  if (kept && kept.size < MOST) return kept;
  const fresh = new Means(dimension);
  KEPT.set(encoder, fresh);
  return fresh;
}

/** Ensembles' means by their rows in blocks of memory. */
class Means {
  /** By their first prompts. Few ensembles begin alike, and comparing them costs less than hashing all their prompts. */
  readonly #known = new Map<string, Known[]>();
  /** By the list itself: a word table's is the same at every question. */
  readonly #lists = new WeakMap<readonly (readonly string[])[], readonly number[]>();
  readonly #blocks: Float32Array[] = [];
  readonly #dimension: number;
  size = 0;

  constructor(dimension: number) {
    this.#dimension = dimension;
  }

  /** The rows of all ensembles of a list; undefined where not all are there. */
  rowsOf(ensembles: readonly (readonly string[])[]): readonly number[] | undefined {
    const known = this.#lists.get(ensembles);
    if (known) return known;
    const rows: number[] = [];
    for (const ensemble of ensembles) {
      const row = this.rowOf(ensemble);
      if (row === undefined) return undefined;
      rows.push(row);
    }
    if (ensembles.length > 48) this.#lists.set(ensembles, rows);
    return rows;
  }

  rowOf(ensemble: readonly string[]): number | undefined {
    const alike = this.#known.get(ensemble[0] ?? '');
    return alike?.find((known) => isSame(known.ensemble, ensemble))?.row;
  }

  /** Throws a RangeError where the mean is not of the view's dimension. */
  add(ensemble: readonly string[], mean: () => Embedding): void {
    if (this.rowOf(ensemble) !== undefined) return;
    const values = mean();
    if (values.length !== this.#dimension)
      throw new RangeError(`embeddings of ${this.#dimension} and ${values.length} dimensions do not compare`);
    const row = this.size++;
    if (row % BLOCK === 0) this.#blocks.push(new Float32Array(BLOCK * this.#dimension));
    this.#blocks.at(-1)?.set(values, (row % BLOCK) * this.#dimension);
    const first = ensemble[0] ?? '';
    this.#known.set(first, [...(this.#known.get(first) ?? []), { ensemble, row }]);
  }

  product(row: number, view: Float64Array): number {
    return dotProduct(this.#blocks[Math.floor(row / BLOCK)] as Float32Array, (row % BLOCK) * this.#dimension, view);
  }
}

interface Known {
  readonly ensemble: readonly string[];
  readonly row: number;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((prompt, at) => prompt === other[at]);

/**
 * Of the view with as many numbers of the block, from `start` on. Four sums side by side: one alone waits for itself at each
 * step, and takes twice as long.
 */
function dotProduct(block: Float32Array, start: number, view: Float64Array): number {
  const { length } = view;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    a += (block[start + i] as number) * (view[i] as number);
    b += (block[start + i + 1] as number) * (view[i + 1] as number);
    c += (block[start + i + 2] as number) * (view[i + 2] as number);
    d += (block[start + i + 3] as number) * (view[i + 3] as number);
  }
  for (; i < length; i++) a += (block[start + i] as number) * (view[i] as number);
  return a + b + (c + d);
}
