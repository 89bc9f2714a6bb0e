import { createHash } from 'node:crypto';
import { appendFile, type FileHandle, mkdir, open, truncate, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Log } from '../checkpoints/log.ts';
import type { Embedding } from './embedding.ts';

/** The embeddings of prompts that a checkpoint's text tower has read before, kept in a file. */
export interface TextCache {
  get(prompt: string): Embedding | undefined;
  /** Remembers `embeddings[i]` for `prompts[i]`. Never throws: a full disk costs the cache, not the answer. */
  add(prompts: readonly string[], embeddings: readonly Embedding[]): void;
  /** Resolves when all that was added is written. */
  flush(): Promise<void>;
}

/** What a cache file is bound to. */
export interface TextCacheKey {
  /** Tells the text tower, its precision and its tokenizer apart from all others. */
  readonly checkpoint: string;
  /** The length of an embedding. */
  readonly dimension: number;
}

/** A file that holds as many is added to no more: 42 MB at 512 dimensions. */
const MOST_RECORDS = 20_000;
const HASH_BYTES = 32;
/** So many records are read at once: 270 kB at 512 dimensions. The event loop has its turn after each. */
const RECORDS_AT_ONCE = 128;
/** How far from 1 a stored embedding's length may be, squared; beyond it the file is damaged. */
const TOLERANCE = 1e-3;

/**
 * Opens the cache in `file`, or begins it. A file of another checkpoint, or a damaged one, is begun anew; one that was
 * cut off in the middle of a record loses that record. A header line, then records of 32 bytes (the prompt's SHA-256:
 * people's words are not kept) and `dimension` floats in this machine's byte order. Records are only ever appended, so
 * two programs may share the file.
 */
export async function openTextCache(file: string, key: TextCacheKey, log: Log): Promise<TextCache> {
  const header = Buffer.from(`glimpse text embeddings 1 ${key.checkpoint} ${key.dimension}\n`);
  const known = new Map<string, Embedding>();
  let broken = false;
  let writing = begin();
  await writing;
  return {
    get: (prompt) => known.get(hashOf(prompt).toString('latin1')),
    add: (prompts, embeddings) => {
      if (broken || known.size >= MOST_RECORDS) return;
      const records = prompts.map((prompt, i) => {
        const hash = hashOf(prompt);
        const embedding = embeddings[i] as Embedding;
        known.set(hash.toString('latin1'), embedding);
        return [hash, Buffer.from(embedding.buffer, embedding.byteOffset, embedding.byteLength)];
      });
      const bytes = Buffer.concat(records.flat());
      writing = writing.then(() => (broken ? undefined : appendFile(file, bytes))).catch(giveUp);
    },
    flush: () => writing,
  };

  async function begin(): Promise<void> {
    try {
      await mkdir(dirname(file), { recursive: true });
      const { size, sound } = await readRecords(file, header, key.dimension, known);
      if (sound === 0) {
        known.clear();
        await writeFile(file, header);
      } else if (sound < size) {
        await truncate(file, sound);
      }
    } catch (error) {
      giveUp(error);
    }
  }

  function giveUp(error: unknown): void {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    log.warn(`The text embeddings are not kept: ${file} cannot be written (${code}).`);
    broken = true;
  }
}

/**
 * Fills `known` a piece at a time, and returns how many bytes there are and how many of them are sound: none where the
 * file is not this checkpoint's, is damaged or is not there.
 */
async function readRecords(file: string, header: Buffer, dimension: number, known: Map<string, Embedding>) {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return { size: 0, sound: 0 };
  try {
    const { size } = await handle.stat();
    const start = await readPiece(handle, Buffer.alloc(header.length), 0);
    if (!start.equals(header)) return { size, sound: 0 };
    const recordBytes = HASH_BYTES + dimension * Float32Array.BYTES_PER_ELEMENT;
    let sound = header.length;
    const piece = Buffer.alloc(recordBytes * RECORDS_AT_ONCE);
    for (;;) {
      const read = await readPiece(handle, piece, sound);
      const whole = read.length - (read.length % recordBytes);
      // One array for all of a piece: with one for each embedding a full file takes about 310 ms, so about 170.
      const floats = new Float32Array((whole / recordBytes) * dimension);
      const bytes = Buffer.from(floats.buffer);
      for (let at = 0, i = 0; at < whole; at += recordBytes, i += dimension) {
        read.copy(bytes, i * Float32Array.BYTES_PER_ELEMENT, at + HASH_BYTES, at + recordBytes);
        const embedding = floats.subarray(i, i + dimension);
        if (!hasUnitLength(embedding)) return { size, sound: 0 };
        known.set(read.toString('latin1', at, at + HASH_BYTES), embedding);
      }
      sound += whole;
      if (read.length < piece.length) return { size, sound };
      await nextTurn();
    }
  } finally {
    await handle.close();
  }
}

/** As many bytes as the piece holds, or as the file has left. */
async function readPiece(handle: FileHandle, piece: Buffer, position: number): Promise<Buffer> {
  let length = 0;
  while (length < piece.length) {
    const { bytesRead } = await handle.read(piece, length, piece.length - length, position + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return piece.subarray(0, length);
}

function hasUnitLength(embedding: Embedding): boolean {
  let squares = 0;
  for (const x of embedding) squares += x * x;
  return Math.abs(squares - 1) < TOLERANCE;
}

function hashOf(prompt: string): Buffer {
  return createHash('sha256').update(prompt).digest();
}
