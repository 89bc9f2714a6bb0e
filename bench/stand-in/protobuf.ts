/**
 * As much of protobuf's wire format as an ONNX file needs: https://protobuf.dev/programming-guides/encoding. A message
 * is a list of parts, so that its length, which comes before it, is known without its bytes being made: a tensor of 100
 * MB is a part, too, and is made piece by piece while the file is written.
 */

/** Bytes, or what will be bytes: as many as it says, in pieces, the same whenever it is asked. */
export type Part = Uint8Array | LazyBytes;

/** Bytes that are made when they are written. */
export interface LazyBytes {
  readonly length: number;
  pieces(): Iterable<Uint8Array>;
}

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** How many bytes the parts come to. */
export const lengthOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** An integer field; a negative one takes ten bytes. */
export function integer(field: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(tag(field, VARINT)), ...varint(BigInt.asUintN(64, BigInt(value)))]);
}

/** A 32-bit float field. */
export function float(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(new Float32Array([value]).buffer);
  return Uint8Array.from([...varint(tag(field, FIXED_32)), ...bytes]);
}

/** A text field. */
export function text(field: number, value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value);
  return Uint8Array.from([...varint(tag(field, LENGTH_DELIMITED)), ...varint(BigInt(bytes.length)), ...bytes]);
}

/** A field that holds a message, or plain bytes. */
export function message(field: number, parts: readonly Part[]): readonly Part[] {
  const head = Uint8Array.from([...varint(tag(field, LENGTH_DELIMITED)), ...varint(BigInt(lengthOf(parts)))]);
  return [head, ...parts];
}

const tag = (field: number, wireType: number): bigint => BigInt((field << 3) | wireType);

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return bytes;
}
