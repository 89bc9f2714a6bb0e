import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Embedding } from './embedding.ts';
import type { Log } from './log.ts';

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
      const stored = await readFile(file).catch(() => Buffer.alloc(0));
      const whole = readRecords(stored, header, key.dimension, known);
      if (whole === 0) known.clear();
      if (whole !== stored.length || whole === 0)
        await writeFile(file, whole === 0 ? header : stored.subarray(0, whole));
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

/** Fills `known`, and returns how many of the bytes are sound: 0 where the file is not this checkpoint's or is damaged. */
function readRecords(stored: Buffer, header: Buffer, dimension: number, known: Map<string, Embedding>): number {
  if (!stored.subarray(0, header.length).equals(header)) return 0;
  const recordBytes = HASH_BYTES + dimension * Float32Array.BYTES_PER_ELEMENT;
  const end = stored.length - ((stored.length - header.length) % recordBytes);
  for (let at = header.length; at < end; at += recordBytes) {
    const hash = stored.subarray(at, at + HASH_BYTES).toString('latin1');
    const embedding = new Float32Array(dimension);
    Buffer.from(embedding.buffer).set(stored.subarray(at + HASH_BYTES, at + recordBytes));
    if (!hasUnitLength(embedding)) return 0;
    known.set(hash, embedding);
  }
  return end;
}

function hasUnitLength(embedding: Embedding): boolean {
  let squares = 0;
  for (const x of embedding) squares += x * x;
  return Math.abs(squares - 1) < TOLERANCE;
}

function hashOf(prompt: string): Buffer {
  return createHash('sha256').update(prompt).digest();
}
