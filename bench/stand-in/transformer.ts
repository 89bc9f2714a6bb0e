import { filled, linear, type TowerBuilder } from './linear.ts';

/** The sizes of a transformer. */
export interface TransformerShape {
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** The width of the layer between, of each block's two linear layers. */
  readonly mlp: number;
}

/** `quick` is x * sigmoid(1.702 x), of CLIP; `tanh` the usual approximation, of SigLIP (Hendrycks & Gimpel 2016). */
export type Gelu = 'quick' | 'tanh';

/**
 * Blocks that normalise before each of their halves (Radford et al. 2021, section 2.4): `float[batch, places, width]`
 * to the same. `mask` is added to the attention's logits.
 */
export function transformer(
  tower: TowerBuilder,
  x: string,
  { shape, gelu, mask }: { readonly shape: TransformerShape; readonly gelu: Gelu; readonly mask?: string | undefined },
): string {
  const { graph } = tower;
  let hidden = x;
  for (let i = 0; i < shape.layers; i++) {
    const name = `encoder.layers.${i}`;
    const before = layerNorm(tower, hidden, `${name}.layer_norm1`, shape.width);
    const attended = attention(tower, before, before, { name: `${name}.self_attn`, shape, mask });
    hidden = graph.add('Add', [hidden, attended]);
    const between = layerNorm(tower, hidden, `${name}.layer_norm2`, shape.width);
    hidden = graph.add('Add', [hidden, perceptron(tower, between, { name: `${name}.mlp`, shape, gelu })]);
  }
  return hidden;
}

/** Normalises the last dimension to mean 0 and deviation 1, then scales and shifts. */
export function layerNorm(tower: TowerBuilder, x: string, name: string, width: number): string {
  const scale = filled(tower, `${name}.weight`, width, 1);
  const shift = filled(tower, `${name}.bias`, width, 0);
  return tower.graph.add('LayerNormalization', [x, scale, shift], { axis: -1, epsilon: { float: 1e-5 } });
}

/** Attention with several heads, of the queries to the others. */
export function attention(
  tower: TowerBuilder,
  queries: string,
  others: string,
  {
    name,
    shape,
    mask,
  }: { readonly name: string; readonly shape: TransformerShape; readonly mask?: string | undefined },
): string {
  const { graph } = tower;
  const { width, heads } = shape;
  const project = (x: string, which: string) => linear(tower, x, `${name}.${which}`, { from: width, to: width });
  const split = (x: string, perm: readonly number[]) =>
    graph.add('Transpose', [graph.add('Reshape', [x, graph.whole([0, 0, heads, width / heads])])], { perm });
  const scaled = graph.add('Mul', [project(queries, 'q_proj'), graph.scalar((width / heads) ** -0.5)]);
  const keys = split(project(others, 'k_proj'), [0, 2, 3, 1]);
  const values = split(project(others, 'v_proj'), [0, 2, 1, 3]);
  const logits = graph.add('MatMul', [split(scaled, [0, 2, 1, 3]), keys]);
  const shares = graph.add('Softmax', [mask === undefined ? logits : graph.add('Add', [logits, mask])], { axis: -1 });
  const mixed = graph.add('Transpose', [graph.add('MatMul', [shares, values])], { perm: [0, 2, 1, 3] });
  return project(graph.add('Reshape', [mixed, graph.whole([0, 0, width])]), 'out_proj');
}

/** Two linear layers with a GELU between. */
export function perceptron(
  tower: TowerBuilder,
  x: string,
  { name, shape, gelu }: { readonly name: string; readonly shape: TransformerShape; readonly gelu: Gelu },
): string {
  const { width, mlp } = shape;
  const wide = linear(tower, x, `${name}.fc1`, { from: width, to: mlp });
  const active = gelu === 'quick' ? quickGelu(tower, wide) : tanhGelu(tower, wide);
  return linear(tower, active, `${name}.fc2`, { from: mlp, to: width });
}

function quickGelu({ graph }: TowerBuilder, x: string): string {
  return graph.add('Mul', [x, graph.add('Sigmoid', [graph.add('Mul', [x, graph.scalar(1.702)])])]);
}

/** 0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) */
function tanhGelu({ graph }: TowerBuilder, x: string): string {
  const cubed = graph.add('Mul', [graph.add('Pow', [x, graph.scalar(3)]), graph.scalar(0.044715)]);
  const inner = graph.add('Mul', [graph.add('Add', [x, cubed]), graph.scalar(Math.sqrt(2 / Math.PI))]);
  const shifted = graph.add('Add', [graph.add('Tanh', [inner]), graph.scalar(1)]);
  return graph.add('Mul', [graph.add('Mul', [x, shifted]), graph.scalar(0.5)]);
}
