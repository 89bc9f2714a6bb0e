import { type Embedding, meanEmbedding, type TextEncoder } from './embedding.ts';
import { RowProducts } from './row-products.ts';

/** How many ensembles are kept of an encoder before all are made anew: 42 MB at 512 dimensions. */
const MOST = 20_000;

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
      means.keep(ensemble, () => meanEmbedding(ensemble.map((prompt) => byPrompt.get(prompt) as Embedding)));
    rows = means.rowsOf(ensembles) as Uint32Array;
  }
  return means.products(rows, view);
}

const KEPT = new WeakMap<TextEncoder, Means>();

function meansOf(encoder: TextEncoder, dimension: number): Means {
  const kept = KEPT.get(encoder);
  if (kept && kept.size < MOST) return kept;
  const fresh = new Means(dimension);
  KEPT.set(encoder, fresh);
  return fresh;
}

/** Ensembles' means, by the addresses of their rows. */
class Means extends RowProducts {
  /** By their first prompts. Few ensembles begin alike, and comparing them costs less than hashing all their prompts. */
  readonly #known = new Map<string, Known[]>();
  /** By the list itself: a word table's is the same at every question. */
  readonly #lists = new WeakMap<readonly (readonly string[])[], Uint32Array>();
  size = 0;

  /** The rows of all ensembles of a list; undefined where not all are there. */
  rowsOf(ensembles: readonly (readonly string[])[]): Uint32Array | undefined {
    const known = this.#lists.get(ensembles);
    if (known) return known;
    const rows = new Uint32Array(ensembles.length);
    for (const [at, ensemble] of ensembles.entries()) {
      const row = this.rowOf(ensemble);
      if (row === undefined) return undefined;
      rows[at] = row;
    }
    if (ensembles.length > 48) this.#lists.set(ensembles, rows);
    return rows;
  }

  rowOf(ensemble: readonly string[]): number | undefined {
    const alike = this.#known.get(ensemble[0] ?? '');
    return alike?.find((known) => isSame(known.ensemble, ensemble))?.row;
  }

  /** Adds an ensemble with its mean, but where it is there. Throws a RangeError where the mean is not of the dimension. */
  keep(ensemble: readonly string[], mean: () => Embedding): void {
    if (this.rowOf(ensemble) !== undefined) return;
    const row = this.add(mean());
    this.size++;
    const first = ensemble[0] ?? '';
    this.#known.set(first, [...(this.#known.get(first) ?? []), { ensemble, row }]);
  }
}

interface Known {
  readonly ensemble: readonly string[];
  readonly row: number;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((prompt, at) => prompt === other[at]);
