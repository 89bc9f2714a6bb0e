import { Tensor } from '@huggingface/transformers';

/**
 * Cuts a row of tokens to the context but keeps the end token last, for CLIP reads its embedding off that place.
 * The library's own `truncation` drops it.
 */
export function cutToContext(tokens: readonly number[], context: number, end: number): readonly number[] {
  return tokens.length <= context ? tokens : [...tokens.slice(0, context - 1), end];
}

/**
 * Rows of tokens as a text tower's inputs, padded at their ends to `length`, or to the longest where that is absent:
 * `int64[rows, length]` each. A tower takes of them what it asks for.
 */
export function toBatch(
  rows: readonly (readonly number[])[],
  padding: number,
  length?: number,
): Record<string, Tensor> {
  const longest = length ?? Math.max(...rows.map((row) => row.length));
  const ids = new BigInt64Array(rows.length * longest).fill(BigInt(padding));
  const mask = new BigInt64Array(rows.length * longest);
  rows.forEach((row, r) => {
    row.forEach((token, i) => {
      ids[r * longest + i] = BigInt(token);
      mask[r * longest + i] = 1n;
    });
  });
  const shape = [rows.length, longest];
  return { input_ids: new Tensor('int64', ids, shape), attention_mask: new Tensor('int64', mask, shape) };
}
