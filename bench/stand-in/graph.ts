import type { LazyBytes } from './protobuf.ts';

/** The element types that are used here, by their number in onnx.proto (`TensorProto.DataType`). */
export const ELEMENT = { float: 1, int8: 3, int32: 6, int64: 7 } as const;
export type Element = keyof typeof ELEMENT;

/** A node's attribute: what it holds follows from its type, as ONNX has one kind of each. */
export type Attribute = number | string | readonly number[] | { readonly float: number };

/** One operator. */
export interface Node {
  readonly operator: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** A tensor that is part of the file. */
export interface Initializer {
  readonly name: string;
  readonly element: Element;
  readonly dims: readonly number[];
  /** Little-endian, row by row. */
  readonly data: LazyBytes;
}

/** An input or output of the whole graph; a dimension that has a name instead of a number may have any size. */
export interface GraphValue {
  readonly name: string;
  readonly element: Element;
  readonly dims: readonly (number | string)[];
}

/** A graph to be written by `writeOnnx`. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly initializers: readonly Initializer[];
  readonly inputs: readonly GraphValue[];
  readonly outputs: readonly GraphValue[];
}

/** Grows a graph: every method returns the name of the value that it adds. */
export interface GraphBuilder extends Graph {
  /** Adds a node with one output. */
  add(operator: string, inputs: readonly string[], attributes?: Readonly<Record<string, Attribute>>): string;
  addWithOutputs(operator: string, inputs: readonly string[], outputs: readonly string[]): void;
  initializer(initializer: Initializer): string;
  /** A small tensor of whole numbers, or a single one. */
  whole(values: readonly number[] | number, element?: 'int64' | 'int32'): string;
  /** A single 32-bit float. */
  scalar(value: number): string;
  input(value: GraphValue): string;
  /** Gives a value its name as an output of the whole graph. */
  output(of: string, value: GraphValue): void;
}

/** An empty graph. */
export function buildGraph(): GraphBuilder {
  const nodes: Node[] = [];
  const initializers = new Map<string, Initializer>();
  const inputs: GraphValue[] = [];
  const outputs: GraphValue[] = [];
  const addNode = (operator: string, from: readonly string[], to: readonly string[], attributes: Node['attributes']) =>
    nodes.push({ operator, name: `${operator}_${nodes.length}`, inputs: from, outputs: to, attributes });

  /** The same constant is kept once. */
  const constant = (name: string, element: Element, dims: readonly number[], bytes: Uint8Array): string => {
    initializers.set(name, { name, element, dims, data: { length: bytes.length, pieces: () => [bytes] } });
    return name;
  };

  return {
    nodes,
    inputs,
    outputs,
    get initializers() {
      return [...initializers.values()];
    },
    add: (operator, from, attributes = {}) => {
      const output = `${operator}_${nodes.length}_out`;
      addNode(operator, from, [output], attributes);
      return output;
    },
    addWithOutputs: (operator, from, to) => {
      addNode(operator, from, to, {});
    },
    initializer: (initializer) => {
      initializers.set(initializer.name, initializer);
      return initializer.name;
    },
    whole: (values, element = 'int64') => {
      const list = typeof values === 'number' ? [values] : values;
      const dims = typeof values === 'number' ? [] : [values.length];
      const data = element === 'int64' ? BigInt64Array.from(list, BigInt) : Int32Array.from(list);
      const name = `${element}_${typeof values === 'number' ? values : `[${list.join()}]`}`;
      return constant(name, element, dims, new Uint8Array(data.buffer));
    },
    scalar: (value) => constant(`float_${value}`, 'float', [], new Uint8Array(Float32Array.of(value).buffer)),
    input: (value) => {
      inputs.push(value);
      return value.name;
    },
    output: (of, value) => {
      addNode('Identity', [of], [value.name], {});
      outputs.push(value);
    },
  };
}
