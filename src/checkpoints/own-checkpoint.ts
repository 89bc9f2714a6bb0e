import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type CatalogueEntry,
  type CheckpointSource,
  type Precision,
  type Tower,
  towerFile,
} from '../../models/catalogue.ts';
import { UserError } from '../user-error.ts';
import { type CheckpointKind, kindOf } from './checkpoint-kinds.ts';
import { isThere } from './is-there.ts';
import type { Log } from './log.ts';

/** The two files that say what kind of checkpoint a folder holds. */
export const DESCRIBING_FILES = ['config.json', 'preprocessor_config.json'] as const;

const LAYOUT =
  'A checkpoint is a folder in the layout of transformers.js: config.json, preprocessor_config.json, tokenizer.json, ' +
  'tokenizer_config.json, onnx/text_model.onnx and onnx/vision_model.onnx.';

const count = z.number().int().positive();
const tower = z
  .object({ image_size: count, hidden_size: count, max_position_embeddings: count, vocab_size: count })
  .partial();
const configForm = z.object({
  model_type: z.string().optional(),
  logit_scale: z.number().positive().optional(),
  logit_bias: z.number().optional(),
  projection_dim: count.optional(),
  text_config: tower.optional(),
  vision_config: tower.optional(),
});

const side = z.union([
  count,
  z.object({ height: count, width: count }).transform(({ height }) => height),
  z.object({ shortest_edge: count }).transform(({ shortest_edge }) => shortest_edge),
]);
const preprocessorForm = z.object({ size: side.optional(), crop_size: side.optional() });

/** Below this a number can't be the scale, for CLIP's begins at 14.3 and rises: it is the scale's logarithm, as the weights have it. */
const LEAST_SCALE = 10;

/**
 * Makes a catalogue entry of a checkpoint that the catalogue lacks, out of its own `config.json` and
 * `preprocessor_config.json`: a folder of the user's, or a repository of the hub whose two files are in `folder`. What they
 * leave open is taken to be as usual for the kind, with a warning. Throws a UserError (`model-unavailable`) that says what
 * is missing. Whether the towers fit is only seen when they are loaded.
 */
export async function describeOwnCheckpoint(
  id: string,
  source: CheckpointSource,
  folder: string,
  log: Log,
): Promise<CatalogueEntry> {
  const config = await read(id, folder, 'config.json', configForm);
  const preprocessor = await read(id, folder, 'preprocessor_config.json', preprocessorForm);
  const kind = kindOf(config.model_type, config.text_config?.vocab_size);
  if (!kind) {
    const named =
      config.model_type === undefined
        ? 'names no model_type'
        : `names the model_type ${config.model_type.slice(0, 50)}`;
    throw unavailable(
      `${id}: its config.json ${named}. I can use the kinds clip, siglip, siglip2, jina_clip and mobileclip.`,
    );
  }
  const inputSize = preprocessor.crop_size ?? preprocessor.size ?? config.vision_config?.image_size;
  if (inputSize === undefined) {
    throw unavailable(
      `${id}: neither preprocessor_config.json (size, crop_size) nor config.json (vision_config.image_size) says how large its pictures are. Add one of them.`,
    );
  }
  const dimension =
    config.projection_dim ?? (kind.projects ? undefined : config.vision_config?.hidden_size) ?? kind.dimension;
  return {
    id,
    purpose: 'a checkpoint of your own',
    source,
    inputSize,
    dimension,
    scoring: kind.scoring,
    ...scaleOf(id, config, kind, log),
    ...(kind.padTo === undefined ? {} : { padTo: config.text_config?.max_position_embeddings ?? kind.padTo }),
    ...(kind.withoutInt8 ? { withoutInt8: kind.withoutInt8 } : {}),
    licence: 'its own',
    downloadBytes: 0,
    precision: source.kind === 'folder' ? await precisionsIn(id, folder) : { vision: 'fp32', text: 'fp32' },
  };
}

function scaleOf(id: string, config: z.infer<typeof configForm>, kind: CheckpointKind, log: Log) {
  const stated = config.logit_scale;
  const isLogarithm = stated !== undefined && stated < LEAST_SCALE;
  if (isLogarithm) {
    log.warn(`${id}: logit_scale is ${stated} in its config.json, which I take for the logarithm of the scale.`);
  }
  const logitScale = stated === undefined ? kind.logitScale : isLogarithm ? Math.exp(stated) : stated;
  const logitBias = kind.scoring === 'softmax' ? 0 : (config.logit_bias ?? kind.logitBias);
  const assumed = [
    ...(stated === undefined ? [`logit_scale ${Number(logitScale.toFixed(2))}`] : []),
    ...(kind.scoring === 'sigmoid' && config.logit_bias === undefined
      ? [`logit_bias ${Number(logitBias.toFixed(2))}`]
      : []),
  ];
  if (assumed.length > 0) {
    log.warn(
      `${id}: its config.json does not give what is usual for its kind, so I use ${assumed.join(' and ')}. It bears on how sure answers are, not on which are best.`,
    );
  }
  return { logitScale, logitBias };
}

/** Exact before small, for each tower by itself. */
async function precisionsIn(id: string, folder: string): Promise<CatalogueEntry['precision']> {
  const precisionOf = async (tower: Tower): Promise<Precision> => {
    for (const precision of ['fp32', 'q8', 'fp16'] as const) {
      if (await isThere(join(folder, towerFile(tower, precision)))) return precision;
    }
    throw unavailable(`${id} has no ${towerFile(tower, 'fp32')} in ${folder}. ${LAYOUT}`);
  };
  return { vision: await precisionOf('vision'), text: await precisionOf('text') };
}

async function read<T>(id: string, folder: string, file: string, parse: z.ZodType<T>): Promise<T> {
  const content = await readFile(join(folder, file), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw unavailable(
      cause.code === 'ENOENT'
        ? `${id} has no ${file} in ${folder}. ${LAYOUT}`
        : `${id}: ${file} in ${folder} can't be read (${cause.code}).`,
      cause,
    );
  });
  try {
    return parse.parse(JSON.parse(content));
  } catch (cause) {
    const where = cause instanceof z.ZodError ? cause.issues[0]?.path.join('.') : undefined;
    throw unavailable(
      `${id}: ${where ? `${where} in ${file} is not what it should be` : `${file} is not JSON`}. ${LAYOUT}`,
      cause,
    );
  }
}

const unavailable = (message: string, cause?: unknown) => new UserError('model-unavailable', message, { cause });
