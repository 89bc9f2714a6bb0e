import { type FileHandle, open } from 'node:fs/promises';

/** An input or output of an ONNX graph. A dimension that is not fixed is undefined. */
export interface OnnxValue {
  readonly name: string;
  readonly dims: readonly (number | undefined)[];
}

/** What an ONNX graph takes and gives. */
export interface OnnxSignature {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

/**
 * Reads what a graph takes and gives off its file alone, passing over the weights: some kilobytes of a file of
 * gigabytes. A very old file lists weights among its inputs. Throws a RangeError where it is no ONNX file.
 *
 * @example (await readOnnxSignature('onnx/text_model.onnx')).outputs // [{ name: 'text_embeds', dims: [undefined, 512]
 * }]
 */
export async function readOnnxSignature(file: string): Promise<OnnxSignature> {
  const handle = await open(file);
  try {
    const bytes = createWindow(handle);
    const { size } = await handle.stat();
    const inputs: OnnxValue[] = [];
    const outputs: OnnxValue[] = [];
    for await (const graph of fieldsOf(bytes, 0, size)) {
      if (graph.field !== MODEL.graph) continue;
      for await (const { field, start, end } of fieldsOf(bytes, graph.start, graph.end)) {
        if (field === GRAPH.input) inputs.push(await valueAt(bytes, start, end));
        if (field === GRAPH.output) outputs.push(await valueAt(bytes, start, end));
      }
    }
    return { inputs, outputs };
  } finally {
    await handle.close();
  }
}

// Field numbers of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
const MODEL = { graph: 7 };
const GRAPH = { input: 11, output: 12 };
const VALUE = { name: 1, type: 2 };
const TYPE = { tensor: 1 };
const TENSOR_TYPE = { shape: 2 };
const SHAPE = { dim: 1 };
const DIM = { value: 1 };

async function valueAt(bytes: Window, from: number, to: number): Promise<OnnxValue> {
  let name = '';
  const dims: (number | undefined)[] = [];
  for await (const { field, start, end } of fieldsOf(bytes, from, to)) {
    if (field === VALUE.name) name = (await bytes(start, end - start)).toString('utf8');
    if (field !== VALUE.type) continue;
    for await (const type of fieldsOf(bytes, start, end)) {
      if (type.field !== TYPE.tensor) continue;
      for await (const tensor of fieldsOf(bytes, type.start, type.end)) {
        if (tensor.field !== TENSOR_TYPE.shape) continue;
        for await (const dim of fieldsOf(bytes, tensor.start, tensor.end)) {
          if (dim.field === SHAPE.dim) dims.push(await dimensionAt(bytes, dim.start, dim.end));
        }
      }
    }
  }
  return { name, dims };
}

async function dimensionAt(bytes: Window, from: number, to: number): Promise<number | undefined> {
  for await (const { field, value } of fieldsOf(bytes, from, to)) if (field === DIM.value) return value;
  return undefined;
}

/** A field of a protobuf message: where its bytes are, or, of a number, what it is. */
interface Field {
  readonly field: number;
  readonly start: number;
  readonly end: number;
  readonly value: number | undefined;
}

/** https://protobuf.dev/programming-guides/encoding */
async function* fieldsOf(bytes: Window, from: number, to: number): AsyncGenerator<Field> {
  for (let at = from; at < to; ) {
    const tag = await varintAt(bytes, at);
    const field = Math.floor(tag.value / 8);
    const body = at + tag.length;
    const { start, end, value } = await bodyAt(bytes, body, tag.value % 8);
    if (end > to) throw new RangeError('a field is longer than what it is part of');
    yield { field, start, end, value };
    at = end;
  }
}

async function bodyAt(bytes: Window, at: number, wireType: number): Promise<Omit<Field, 'field'>> {
  switch (wireType) {
    case 0: {
      const { value, length } = await varintAt(bytes, at);
      return { start: at, end: at + length, value };
    }
    case 1:
      return { start: at, end: at + 8, value: undefined };
    case 2: {
      const { value, length } = await varintAt(bytes, at);
      return { start: at + length, end: at + length + value, value: undefined };
    }
    case 5:
      return { start: at, end: at + 4, value: undefined };
    default:
      throw new RangeError(`there is no wire type ${wireType}`);
  }
}

/** Exact up to 2^53; what is greater, a negative number say, is nothing that is asked for here. */
async function varintAt(bytes: Window, at: number): Promise<{ value: number; length: number }> {
  let value = 0;
  for (const [i, byte] of (await bytes(at, LONGEST_VARINT)).entries()) {
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return { value, length: i + 1 };
  }
  throw new RangeError('a number does not end');
}

const LONGEST_VARINT = 10;

/** So many bytes from a place on, fewer at the file's end. */
type Window = (at: number, length: number) => Promise<Buffer>;

const WINDOW = 65_536;

/** Keeps the last stretch that it has read, for most fields are short and lie side by side. */
function createWindow(handle: FileHandle): Window {
  let kept = Buffer.alloc(0);
  let from = 0;
  return async (at, length) => {
    if (at < from || at + length > from + kept.length) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.max(WINDOW, length)), 0, undefined, at);
      kept = buffer.subarray(0, bytesRead);
      from = at;
    }
    return kept.subarray(at - from, at - from + length);
  };
}
