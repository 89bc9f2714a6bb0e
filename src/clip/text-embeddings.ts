import { LRUCache } from 'lru-cache';
import type { Embedding } from './embedding.ts';
import type { TextCache } from './text-cache.ts';
import type { VisionClient } from './vision-client.ts';
import { MAX_TEXTS } from './vision-protocol.ts';

/** How many prompts' embeddings are kept in memory: 40 MB at 512 dimensions. */
const KEPT = 20_000;

/** The embeddings of prompts, cached. */
export interface TextEmbeddings {
  /** Unit embeddings in the prompts' order. Throws what `VisionClient.encodeTexts` throws. */
  encode(prompts: readonly string[]): Promise<readonly Embedding[]>;
  /** Whether a prompt's embedding is at hand. */
  isCached(prompt: string): boolean;
}

/**
 * Encodes prompts, each once: from memory, from the disk's cache, from another request that is just encoding it, or in
 * batches by the vision process, alike lengths together so that little of a batch is padding.
 */
export function createTextEmbeddings(client: Pick<VisionClient, 'encodeTexts'>, disk: TextCache): TextEmbeddings {
  const kept = new LRUCache<string, Embedding>({ max: KEPT });
  const inFlight = new Map<string, Promise<Embedding>>();

  return { encode, isCached: (prompt) => lookUp(prompt) !== undefined };

  async function encode(prompts: readonly string[]): Promise<readonly Embedding[]> {
    const found = new Map<string, Embedding | Promise<Embedding>>();
    const missing: string[] = [];
    for (const prompt of new Set(prompts)) {
      const known = lookUp(prompt) ?? inFlight.get(prompt);
      if (known) found.set(prompt, known);
      else missing.push(prompt);
    }
    encodeInBatches(missing, (prompt, encoding) => found.set(prompt, encoding));
    return Promise.all(prompts.map((prompt) => found.get(prompt) as Embedding | Promise<Embedding>));
  }

  function lookUp(prompt: string): Embedding | undefined {
    const inMemory = kept.get(prompt);
    if (inMemory) return inMemory;
    const onDisk = disk.get(prompt);
    if (onDisk) kept.set(prompt, onDisk);
    return onDisk;
  }

  /** One batch after the other, so that pictures get their turn in between. */
  function encodeInBatches(missing: readonly string[], tell: (prompt: string, encoding: Promise<Embedding>) => void) {
    const prompts = missing.toSorted((a, b) => a.length - b.length);
    let before: Promise<unknown> | undefined;
    for (let i = 0; i < prompts.length; i += MAX_TEXTS) {
      const batch = prompts.slice(i, i + MAX_TEXTS);
      const encoding: Promise<Embedding[]> = before
        ? before.then(() => client.encodeTexts(batch, { continues: true }))
        : client.encodeTexts(batch);
      before = encoding;
      batch.forEach((prompt, place) => {
        const one = encoding.then((embeddings) => {
          const embedding = embeddings[place] as Embedding;
          kept.set(prompt, embedding);
          return embedding;
        });
        const forget = () => inFlight.delete(prompt);
        one.then(forget, forget);
        inFlight.set(prompt, one);
        tell(prompt, one);
      });
      encoding.then(
        (embeddings) => disk.add(batch, embeddings),
        () => {},
      );
    }
  }
}
