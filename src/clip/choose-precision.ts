import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type CatalogueEntry, towerFile } from '../../models/catalogue.ts';
import type { FileHashes } from '../checkpoints/file-hashes.ts';
import type { Log } from '../checkpoints/log.ts';
import type { PrecisionReport } from './vision-protocol.ts';

/** int8 must be so many times as fast in the median, or it is not worth its rounding. */
const LEAST_SPEEDUP = 1.3;
/**
 * The least mean cosine of a picture's two embeddings. A sound int8 tower of CLIP ViT-B/32's shape has 0.9998 with random
 * weights (src/clip/try-precisions.ts on the full-size stand-in). Trained weights have outliers that int8 rounds worse, so
 * the limit leaves room for them; the embeddings of a broken tower have little in common.
 */
const LEAST_COSINE = 0.98;
/** The least share of pictures for which the same text must fit best. */
const LEAST_AGREEMENT = 0.9;

/** Where verdicts are kept, who is told, and how a trial is run. */
export interface PrecisionOptions {
  /** A file; it need not be there. */
  readonly memory: string;
  readonly threads: number;
  readonly hashes: FileHashes;
  readonly log: Log;
  readonly run: () => Promise<PrecisionReport>;
  /** The processor's name; this machine's by default. */
  readonly processor?: string;
}

/**
 * Whether a checkpoint's vision tower is to serve in int8: where it is faster on this machine and its answers agree. The
 * verdict is kept by the content of both files, the processor and the threads, so that it is made once. What goes wrong
 * leaves the tower in its own precision. The log says which was chosen and why.
 */
export async function choosesInt8(
  entry: Pick<CatalogueEntry, 'id' | 'precision'>,
  folder: string,
  options: PrecisionOptions,
): Promise<boolean> {
  const { memory, hashes, log } = options;
  const own = entry.precision.vision;
  try {
    const files = [towerFile('vision', own), towerFile('vision', 'q8')];
    const contents = await Promise.all(files.map((file) => hashes.sha256(join(folder, file))));
    const processor = options.processor ?? cpus()[0]?.model ?? 'unknown';
    const key = createHash('sha256')
      .update([...contents, processor, options.threads].join())
      .digest('hex');
    const known = (await recall(memory))[key];
    const report = known ?? (await options.run());
    const refusal = whyNot(report);
    log.info(
      `${entry.id}: its vision tower serves in ${refusal === undefined ? 'int8' : own}. ${describe(report, own)}` +
        `${refusal === undefined ? '' : ` ${refusal}`}${known ? ' This was measured at an earlier start.' : ''}`,
    );
    if (!known) await remember(memory, key, report);
    return refusal === undefined;
  } catch (error) {
    log.warn(
      `${entry.id}: whether its vision tower can serve in int8 could not be told, so it serves in ${own} ` +
        `(${error instanceof Error ? error.message : String(error)}). CLIP_PRECISION=fp32 chooses that without a trial.`,
    );
    return false;
  }
}

function whyNot({ exactMs, int8Ms, cosine, agreed, pictures }: PrecisionReport): string | undefined {
  if (!(exactMs >= int8Ms * LEAST_SPEEDUP)) return `That is not ${LEAST_SPEEDUP} times as fast.`;
  if (!(cosine >= LEAST_COSINE)) return `The cosine is under ${LEAST_COSINE}.`;
  if (!(agreed >= pictures * LEAST_AGREEMENT)) return `The answers agree for less than ${LEAST_AGREEMENT * 100} %.`;
  return undefined;
}

function describe({ exactMs, int8Ms, cosine, agreed, pictures }: PrecisionReport, own: string): string {
  return (
    `A picture takes ${int8Ms.toFixed(0)} ms in int8 and ${exactMs.toFixed(0)} ms in ${own}; the embeddings have a mean ` +
    `cosine of ${cosine.toFixed(4)}, and the same text fits best for ${agreed} of ${pictures} trial pictures.`
  );
}

const form = z.record(
  z.string(),
  z.object({
    exactMs: z.number().positive(),
    int8Ms: z.number().positive(),
    cosine: z.number(),
    pictures: z.number().int().positive(),
    agreed: z.number().int().nonnegative(),
  }),
);

async function recall(memory: string): Promise<z.infer<typeof form>> {
  try {
    return form.parse(JSON.parse(await readFile(memory, 'utf8')));
  } catch {
    return {};
  }
}

/** Where it can't be written the trial is made again at the next start; the text embeddings' warning says why. */
async function remember(memory: string, key: string, report: PrecisionReport): Promise<void> {
  const part = `${memory}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(memory), { recursive: true });
    await writeFile(part, JSON.stringify({ ...(await recall(memory)), [key]: report }));
    await rename(part, memory);
  } catch {}
}
