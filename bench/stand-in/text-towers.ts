import type { CheckpointShape } from './checkpoint-shape.ts';
import { floats, linear, lookUp, type TowerBuilder } from './linear.ts';
import { layerNorm, transformer } from './transformer.ts';

/**
 * Adds a CLIP's text tower: `input_ids` (`int64[batch, places]`) to the embeddings (`float[batch, dimension]`), which
 * are read off the place of the greatest token, the end.
 */
export function clipText(tower: TowerBuilder, shape: CheckpointShape): void {
  const { graph } = tower;
  const { width } = shape.text;
  const ids = inputIds(tower);
  const encoded = transformer(tower, embedded(tower, ids, shape), {
    shape: shape.text,
    gelu: 'quick',
    mask: maskOf(tower, ids, shape),
  });
  const hidden = layerNorm(tower, encoded, 'final_layer_norm', width);
  const end = graph.add('ArgMax', [graph.add('Cast', [ids], { to: 6 })], { axis: 1, keepdims: 1 });
  const pooled = graph.add('GatherND', [hidden, end], { batch_dims: 1 });
  const projected = linear(tower, pooled, 'text_projection', {
    from: width,
    to: shape.dimension,
    gain: shape.lastGain,
    bias: false,
  });
  graph.output(projected, { name: shape.textOutput, element: 'float', dims: ['batch_size', shape.dimension] });
}

/** Adds a SigLIP's text tower: read off the last place, which is padding but for the longest prompts. */
export function siglipText(tower: TowerBuilder, shape: CheckpointShape): void {
  const { graph } = tower;
  const { width } = shape.text;
  const ids = inputIds(tower);
  const encoded = transformer(tower, embedded(tower, ids, shape), {
    shape: shape.text,
    gelu: 'tanh',
    mask: maskOf(tower, ids, shape),
  });
  const hidden = layerNorm(tower, encoded, 'final_layer_norm', width);
  graph.output(hidden, { name: 'last_hidden_state', element: 'float', dims: ['batch_size', 'sequence_length', width] });
  const last = graph.add('Gather', [hidden, graph.whole(-1)], { axis: 1 });
  const pooled = linear(tower, last, 'head', { from: width, to: shape.dimension, gain: shape.lastGain });
  graph.output(pooled, { name: shape.textOutput, element: 'float', dims: ['batch_size', shape.dimension] });
}

const inputIds = ({ graph }: TowerBuilder): string =>
  graph.input({ name: 'input_ids', element: 'int64', dims: ['batch_size', 'sequence_length'] });

function embedded(tower: TowerBuilder, ids: string, { text }: CheckpointShape): string {
  const { graph } = tower;
  const tokens = lookUp(tower, ids, 'embeddings.token_embedding', [text.vocabulary, text.width]);
  const places = floats(tower, 'embeddings.position_embedding', [text.context, text.width], POSITION_DEVIATION);
  const present = graph.add('Slice', [places, graph.whole([0]), lengthOf(tower, ids), graph.whole([0])]);
  return graph.add('Add', [tokens, present]);
}

const POSITION_DEVIATION = 0.2;

/** Far below any logit, and still a number when two of them are added. */
const NEVER = -1e9;

/** What is added to the attention's logits: `float[places, places]` or `float[batch, 1, 1, places]`. */
function maskOf(tower: TowerBuilder, ids: string, { text }: CheckpointShape): string | undefined {
  switch (text.attention) {
    case 'all':
      return undefined;
    case 'causal':
      return causalMask(tower, ids, text.context);
    case 'unpadded':
      return paddingMask(tower);
  }
}

/** All of the context's, cut to the prompts at hand. */
function causalMask(tower: TowerBuilder, ids: string, context: number): string {
  const { graph } = tower;
  const values = Float32Array.from({ length: context ** 2 }, (_, i) => (i % context > i / context ? NEVER : 0));
  const bytes = new Uint8Array(values.buffer);
  const all = graph.initializer({
    name: 'causal_mask',
    element: 'float',
    dims: [context, context],
    data: { length: bytes.length, pieces: () => [bytes] },
  });
  const length = lengthOf(tower, ids);
  const ends = graph.add('Concat', [length, length], { axis: 0 });
  return graph.add('Slice', [all, graph.whole([0, 0]), ends, graph.whole([0, 1])]);
}

function paddingMask({ graph }: TowerBuilder): string {
  const given = graph.input({ name: 'attention_mask', element: 'int64', dims: ['batch_size', 'sequence_length'] });
  const padding = graph.add('Sub', [graph.scalar(1), graph.add('Cast', [given], { to: 1 })]);
  return graph.add('Unsqueeze', [graph.add('Mul', [padding, graph.scalar(NEVER)]), graph.whole([1, 2])]);
}

/** How many places the prompts have: `int64[1]`. */
const lengthOf = ({ graph }: TowerBuilder, ids: string): string =>
  graph.add('Slice', [graph.add('Shape', [ids]), graph.whole([1]), graph.whole([2])]);
