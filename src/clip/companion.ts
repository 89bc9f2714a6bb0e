import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { TextEncoder } from './embedding.ts';

/**
 * What was measured with a checkpoint for answering questions, beside what transformers.js knows of it; and how it
 * scores, where its owner says so, as the hub's exports of single towers do not.
 */
export type Companion = Pick<TextEncoder, 'reference' | 'words' | 'calibration' | 'scoring' | 'logitBias'> &
  Partial<Pick<TextEncoder, 'logitScale'>>;

/** The file in a checkpoint's folder. */
const FILE = 'glimpse.json';

const share = z.number().min(0).max(1);
const form = z.object({
  reference: z.object({ mean: z.array(z.number()) }).optional(),
  words: z.string().optional(),
  calibration: z.record(z.string(), z.array(z.tuple([share, share])).min(1)).optional(),
  scoring: z.enum(['softmax', 'sigmoid']).optional(),
  logitScale: z.number().positive().optional(),
  logitBias: z.number().optional(),
});

/**
 * Reads what lies in a checkpoint's folder for Glimpse: the mean embedding of its reference pictures, of this
 * dimension, the words that it has read, its table of confidences, and how it scores. What the file does not say is
 * left out, so that it can be laid over what the catalogue knows. A checkpoint of the hub has none of them. Throws an
 * Error where the file is not what it should be.
 */
export async function readCompanion(folder: string, dimension: number): Promise<Companion> {
  const content = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (content === undefined) return {};
  const { reference, words, logitScale, ...rest } = form.parse(JSON.parse(content));
  if (reference && reference.mean.length !== dimension)
    throw new Error(`${FILE} is of an embedding of ${reference.mean.length} numbers, not ${dimension}`);
  return {
    ...rest,
    ...(logitScale !== undefined && { logitScale }),
    ...(reference && { reference: Float32Array.from(reference.mean) }),
    ...(words !== undefined && { words: new Set(words.split(' ')) }),
  };
}
