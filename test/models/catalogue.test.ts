import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  CATALOGUE,
  type CatalogueEntry,
  checkpointFiles,
  PREFERRED_CHECKPOINT,
  SHIPPED_CHECKPOINT,
} from '../../models/catalogue.ts';

const entry = (id: string) => CATALOGUE.find((candidate) => candidate.id === id) as CatalogueEntry;

describe('the catalogue', () => {
  it('names each checkpoint once', () => {
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length);
  });

  it('knows what auto serves with', () => {
    expect(entry(PREFERRED_CHECKPOINT).source.kind).toBe('hub');
    expect(entry(SHIPPED_CHECKPOINT).source.kind).toBe('shipped');
  });

  it('lists permissive licences only', () => {
    expect(CATALOGUE.filter(({ licence }) => !['MIT', 'Apache-2.0'].includes(licence))).toEqual([]);
  });

  it('agrees with the files of the checkpoint that ships', async () => {
    const folder = fileURLToPath(new URL('../../models/glimpse-mini', import.meta.url));
    const json = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'));
    const { inputSize, dimension } = entry(SHIPPED_CHECKPOINT);
    expect((await json('preprocessor_config.json')).crop_size).toEqual({ height: inputSize, width: inputSize });
    expect((await json('config.json')).projection_dim).toBe(dimension);
  });

  it('names the files of each precision as transformers.js does', () => {
    expect(
      checkpointFiles({ precision: { vision: 'fp32', text: 'q8' } }).filter((file) => file.endsWith('.onnx')),
    ).toEqual(['onnx/text_model_quantized.onnx', 'onnx/vision_model.onnx']);
  });
});
