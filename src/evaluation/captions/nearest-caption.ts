import { readFile } from 'node:fs/promises';
import { type Embedding, similarity, type TextEncoder } from '../../clip/embedding.ts';
import { UserError } from '../../user-error.ts';

/** Sentences encoded at once: enough to fill a batch, few enough that nobody else waits long. */
const CHUNK = 64;

/** Sentences to caption pictures with, and their embeddings in the same order. */
export interface CaptionBank {
  readonly sentences: readonly string[];
  readonly embeddings: readonly Embedding[];
}

/**
 * Reads a bank of captions, one a line, and encodes them.
 * Throws a UserError (`benchmark-invalid`) where it can't be read or holds none.
 */
export async function openBank(file: string, encoder: TextEncoder): Promise<CaptionBank> {
  const content = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'There is no such file' : `It can't be read (${cause.code})`;
    throw new UserError('benchmark-invalid', `${why}: ${file}. Name a file of captions, one a line.`, { cause });
  });
  const sentences = [...new Set(content.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  if (sentences.length === 0)
    throw new UserError('benchmark-invalid', `${file} is empty. Name a file of captions, one a line.`);
  const embeddings: Embedding[] = [];
  for (let start = 0; start < sentences.length; start += CHUNK)
    embeddings.push(...(await encoder.encodeTexts(sentences.slice(start, start + CHUNK))));
  return { sentences, embeddings };
}

/** The sentence that fits the picture best: captioning by retrieval, which a caption has to beat. */
export function nearestCaption(picture: Embedding, { sentences, embeddings }: CaptionBank): string {
  let best = 0;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const [at, embedding] of embeddings.entries()) {
    const cosine = similarity(picture, embedding);
    if (cosine > greatest) [best, greatest] = [at, cosine];
  }
  return sentences[best] ?? '';
}
