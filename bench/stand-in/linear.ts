import type { GraphBuilder } from './graph.ts';
import type { LazyBytes } from './protobuf.ts';
import { allWeights, asFloats, asInt8, bound, type RandomWeights } from './random-weights.ts';

/** The precisions that a stand-in is written in; `q8` as onnxruntime's `quantize_dynamic` writes it. */
export type StandInPrecision = 'fp32' | 'q8';

/** A graph that grows, with what its weights are drawn by and written in. */
export interface TowerBuilder {
  readonly graph: GraphBuilder;
  readonly seed: number;
  readonly precision: StandInPrecision;
  /** Activations that are quantised already, so that query, key and value share one quantisation. */
  readonly quantised: Map<string, QuantisedActivation>;
}

interface QuantisedActivation {
  readonly values: string;
  readonly scale: string;
  readonly zeroPoint: string;
}

/** Random weights in 32-bit floats. */
export function floats(tower: TowerBuilder, name: string, dims: readonly number[], deviation: number): string {
  const data = asFloats(weightsOf(tower, name, dims, deviation));
  return tower.graph.initializer({ name, element: 'float', dims, data });
}

/** Ones, or zeros: what a trained scale or shift starts from. */
export function filled(tower: TowerBuilder, name: string, length: number, value: 0 | 1): string {
  const bytes = new Uint8Array(new Float32Array(length).fill(value).buffer);
  const data = { length: bytes.length, pieces: () => [bytes] };
  return tower.graph.initializer({ name, element: 'float', dims: [length], data });
}

/**
 * What a linear layer is made of; its weights have the deviation `gain / sqrt(from)`, which keeps the activations'
 * size.
 */
export interface LinearShape {
  readonly from: number;
  readonly to: number;
  /** 1 by default. */
  readonly gain?: number | undefined;
  /** True by default. */
  readonly bias?: boolean;
}

/** `x * weight + bias`, over the last dimension. */
export function linear(tower: TowerBuilder, x: string, name: string, shape: LinearShape): string {
  const { from, to, gain = 1, bias = true } = shape;
  const weights = weightsOf(tower, `${name}.weight`, [from, to], gain / Math.sqrt(from));
  const product =
    tower.precision === 'q8' ? int8Product(tower, x, weights, to) : floatProduct(tower, x, weights, [from, to]);
  if (!bias) return product;
  return tower.graph.add('Add', [product, floats(tower, `${name}.bias`, [to], BIAS_DEVIATION)]);
}

const BIAS_DEVIATION = 0.02;

/** A table of embeddings, one a token; in int8 with one scale for all, as `quantize_dynamic` does with a Gather. */
export function lookUp(
  tower: TowerBuilder,
  ids: string,
  name: string,
  [rows, width]: readonly [number, number],
): string {
  const { graph, precision } = tower;
  const weights = weightsOf(tower, name, [rows, width], TOKEN_DEVIATION);
  if (precision === 'fp32') return graph.add('Gather', [floats(tower, name, [rows, width], TOKEN_DEVIATION), ids]);
  const table = graph.initializer({ name, element: 'int8', dims: [rows, width], data: asInt8(weights) });
  return graph.add('DequantizeLinear', [graph.add('Gather', [table, ids]), graph.scalar(bound(TOKEN_DEVIATION) / 127)]);
}

const TOKEN_DEVIATION = 1;

function weightsOf({ seed }: TowerBuilder, name: string, dims: readonly number[], deviation: number): RandomWeights {
  return { seed, name, count: dims.reduce((product, dim) => product * dim, 1), deviation };
}

function floatProduct({ graph }: TowerBuilder, x: string, weights: RandomWeights, dims: readonly number[]): string {
  const { name } = weights;
  return graph.add('MatMul', [x, graph.initializer({ name, element: 'float', dims, data: asFloats(weights) })]);
}

/** The pattern that onnxruntime joins into one kernel: weights in signed int8 with a scale for each column. */
function int8Product(tower: TowerBuilder, x: string, weights: RandomWeights, columns: number): string {
  const { graph } = tower;
  const { name, count } = weights;
  const { values, scale, zeroPoint } = quantisedActivation(tower, x);
  const table = graph.initializer({
    name: `${name}_quantized`,
    element: 'int8',
    dims: [count / columns, columns],
    data: lazily(count, () => quantised(allWeights(weights), columns)),
  });
  const scales = graph.initializer({
    name: `${name}_scale`,
    element: 'float',
    dims: [columns],
    data: lazily(columns * 4, () => columnScales(allWeights(weights), columns)),
  });
  const zeros = graph.initializer({
    name: `${name}_zero_point`,
    element: 'int8',
    dims: [columns],
    data: lazily(columns, () => new Int8Array(columns)),
  });
  const product = graph.add('Cast', [graph.add('MatMulInteger', [values, table, zeroPoint, zeros])], { to: 1 });
  return graph.add('Mul', [product, graph.add('Mul', [scale, scales])]);
}

function quantisedActivation({ graph, quantised: known }: TowerBuilder, x: string): QuantisedActivation {
  const before = known.get(x);
  if (before) return before;
  const made = { values: `${x}_quantized`, scale: `${x}_scale`, zeroPoint: `${x}_zero_point` };
  graph.addWithOutputs('DynamicQuantizeLinear', [x], [made.values, made.scale, made.zeroPoint]);
  known.set(x, made);
  return made;
}

function columnScales(weights: Float32Array, columns: number): Float32Array {
  const greatest = new Float32Array(columns);
  for (let row = 0; row < weights.length; row += columns) {
    for (let column = 0; column < columns; column++) {
      greatest[column] = Math.max(greatest[column] as number, Math.abs(weights[row + column] as number));
    }
  }
  return greatest.map((most) => most / 127 || 1);
}

function quantised(weights: Float32Array, columns: number): Int8Array {
  const scales = columnScales(weights, columns);
  const whole = new Int8Array(weights.length);
  for (let row = 0; row < weights.length; row += columns) {
    for (let column = 0; column < columns; column++) {
      whole[row + column] = Math.round((weights[row + column] as number) / (scales[column] as number));
    }
  }
  return whole;
}

/** Made only when written, for the weights of all layers would not fit. */
function lazily(length: number, make: () => Int8Array | Float32Array): LazyBytes {
  return {
    length,
    pieces: () => {
      const { buffer } = make();
      return [new Uint8Array(buffer)];
    },
  };
}
