import type { CheckpointShape } from './checkpoint-shape.ts';
import { floats, linear, type TowerBuilder } from './linear.ts';
import { attention, layerNorm, perceptron, transformer } from './transformer.ts';

/**
 * Adds a CLIP's vision tower: `pixel_values` (`float[batch, 3, side, side]`) to the embeddings (`float[batch,
 * dimension]`).
 */
export function clipVision(tower: TowerBuilder, shape: CheckpointShape): void {
  const { graph } = tower;
  const { vision } = shape;
  const { width } = vision;
  const pixels = pixelValues(tower);
  const batch = graph.add('Slice', [graph.add('Shape', [pixels]), graph.whole([0]), graph.whole([1])]);
  const one = floats(tower, 'embeddings.class_embedding', [1, 1, width], CLASS_DEVIATION);
  const first = graph.add('Expand', [one, graph.add('Concat', [batch, graph.whole([1, width])], { axis: 0 })]);
  const places = graph.add('Concat', [first, patches(tower, pixels, shape)], { axis: 1 });
  const placed = graph.add('Add', [places, positions(tower, (vision.side / vision.patch) ** 2 + 1, width)]);
  const hidden = transformer(tower, layerNorm(tower, placed, 'pre_layrnorm', width), { shape: vision, gelu: 'quick' });
  const pooled = layerNorm(tower, graph.add('Gather', [hidden, graph.whole(0)], { axis: 1 }), 'post_layernorm', width);
  const projected = linear(tower, pooled, 'visual_projection', {
    from: width,
    to: shape.dimension,
    gain: shape.lastGain,
    bias: false,
  });
  graph.output(projected, { name: shape.imageOutput, element: 'float', dims: ['batch_size', shape.dimension] });
}

/**
 * Adds a SigLIP's vision tower: no class token, but a query of its own that attends to all places (Zhai et al. 2022).
 */
export function siglipVision(tower: TowerBuilder, shape: CheckpointShape): void {
  const { graph } = tower;
  const { vision } = shape;
  const { width } = vision;
  const count = (vision.side / vision.patch) ** 2;
  const placed = graph.add('Add', [patches(tower, pixelValues(tower), shape), positions(tower, count, width)]);
  const encoded = transformer(tower, placed, { shape: vision, gelu: 'tanh' });
  const hidden = layerNorm(tower, encoded, 'post_layernorm', width);
  const query = floats(tower, 'head.probe', [1, 1, width], 1);
  const pooled = attention(tower, query, hidden, { name: 'head.attention', shape: vision });
  const between = layerNorm(tower, pooled, 'head.layernorm', width);
  const added = graph.add('Add', [
    pooled,
    perceptron(tower, between, { name: 'head.mlp', shape: vision, gelu: 'tanh' }),
  ]);
  graph.output(hidden, { name: 'last_hidden_state', element: 'float', dims: ['batch_size', count, width] });
  const only = graph.add('Gather', [added, graph.whole(0)], { axis: 1 });
  graph.output(only, { name: shape.imageOutput, element: 'float', dims: ['batch_size', width] });
}

/** As the hub's exports have it: every dimension may have any size, though the positions allow but one. */
const pixelValues = ({ graph }: TowerBuilder): string =>
  graph.input({ name: 'pixel_values', element: 'float', dims: ['batch_size', 'num_channels', 'height', 'width'] });

/** Cuts the picture into patches and embeds each: `float[batch, patches, width]`. */
function patches(tower: TowerBuilder, pixels: string, { vision: { width, patch } }: CheckpointShape): string {
  const { graph } = tower;
  const kernel = floats(tower, 'embeddings.patch_embedding', [width, 3, patch, patch], (3 * patch * patch) ** -0.5);
  const squares = graph.add('Conv', [pixels, kernel], { kernel_shape: [patch, patch], strides: [patch, patch] });
  return graph.add('Transpose', [graph.add('Reshape', [squares, graph.whole([0, width, -1])])], { perm: [0, 2, 1] });
}

/** Small beside a patch's embedding, so that pictures differ. */
const CLASS_DEVIATION = 0.1;
const POSITION_DEVIATION = 0.1;

const positions = (tower: TowerBuilder, count: number, width: number): string =>
  floats(tower, 'embeddings.position_embedding', [count, width], POSITION_DEVIATION);
