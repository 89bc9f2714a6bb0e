import { open, rename } from 'node:fs/promises';
import { type Attribute, ELEMENT, type Graph, type GraphValue, type Initializer, type Node } from './graph.ts';
import { float, integer, lengthOf, message, type Part, text } from './protobuf.ts';

/** The first operator set that has LayerNormalization. */
const OPERATOR_SET = 17;
/** The version of the file format that belongs to it. */
const FILE_VERSION = 8;

/** How many bytes `writeOnnx` will write. */
export const onnxBytes = (graph: Graph): number => lengthOf(modelParts(graph));

/**
 * Writes the graph as an ONNX ModelProto, its tensors piece by piece, so that memory stays at what the largest takes.
 * The file has its name only once it is whole.
 */
export async function writeOnnx(file: string, graph: Graph): Promise<void> {
  const unfinished = `${file}.tmp`;
  const handle = await open(unfinished, 'w');
  try {
    for (const part of modelParts(graph)) {
      if (part instanceof Uint8Array) await handle.writeFile(part);
      else for (const piece of part.pieces()) await handle.writeFile(piece);
    }
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

/** Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto. */
function modelParts(graph: Graph): readonly Part[] {
  return [
    integer(1, FILE_VERSION),
    text(2, 'glimpse-stand-in'),
    ...message(7, graphParts(graph)),
    ...message(8, [text(1, ''), integer(2, OPERATOR_SET)]),
  ];
}

const graphParts = ({ nodes, initializers, inputs, outputs }: Graph): readonly Part[] => [
  ...nodes.flatMap((node) => message(1, nodeParts(node))),
  text(2, 'tower'),
  ...initializers.flatMap((initializer) => message(5, tensorParts(initializer))),
  ...inputs.flatMap((value) => message(11, valueParts(value))),
  ...outputs.flatMap((value) => message(12, valueParts(value))),
];

const nodeParts = ({ operator, name, inputs, outputs, attributes }: Node): readonly Part[] => [
  ...inputs.map((input) => text(1, input)),
  ...outputs.map((output) => text(2, output)),
  text(3, name),
  text(4, operator),
  ...Object.entries(attributes).flatMap(([key, attribute]) => message(5, attributeParts(key, attribute))),
];

/** Field 20 says which of the others holds the value (`AttributeProto.AttributeType`). */
function attributeParts(name: string, value: Attribute): readonly Part[] {
  const named = text(1, name);
  if (typeof value === 'number') return [named, integer(3, value), integer(20, 2)];
  if (typeof value === 'string') return [named, text(4, value), integer(20, 3)];
  if ('float' in value) return [named, float(2, value.float), integer(20, 1)];
  return [named, ...value.map((one) => integer(8, one)), integer(20, 7)];
}

const tensorParts = ({ name, element, dims, data }: Initializer): readonly Part[] => [
  ...dims.map((dim) => integer(1, dim)),
  integer(2, ELEMENT[element]),
  text(8, name),
  ...message(9, [data]),
];

function valueParts({ name, element, dims }: GraphValue): readonly Part[] {
  const shape = dims.flatMap((dim) => message(1, [typeof dim === 'number' ? integer(1, dim) : text(2, dim)]));
  const tensor = [integer(1, ELEMENT[element]), ...message(2, shape)];
  return [text(1, name), ...message(2, message(1, tensor))];
}
