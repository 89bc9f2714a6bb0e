import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  CATALOGUE,
  type CatalogueEntry,
  checkpointFiles,
  int8Files,
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

  it('holds the checkpoints that people ask for', () => {
    const names = CATALOGUE.map(({ id }) => id.split('/').at(-1));
    expect(names).toEqual([
      'glimpse-mini',
      'clip-vit-base-patch32',
      'clip-vit-base-patch16',
      'clip-vit-large-patch14',
      'clip-vit-large-patch14-336',
      'siglip-base-patch16-224',
      'siglip2-base-patch16-224-ONNX',
      'jina-clip-v1',
      'mobileclip_s0',
      'mobileclip_s2',
    ]);
    expect(new Set(names).size).toBe(names.length); // so that the owner may be left out
  });

  it('lists permissive licences only, or has terms to be agreed to; and auto never takes those', () => {
    for (const { id, licence, terms } of CATALOGUE) {
      expect(['MIT', 'Apache-2.0'].includes(licence), id).toBe(terms === undefined);
      if (terms !== undefined) expect([PREFERRED_CHECKPOINT, SHIPPED_CHECKPOINT]).not.toContain(id);
    }
    expect(entry('Xenova/mobileclip_s0').terms).toMatch(/research only.*https:/);
  });

  it('gives a bias and padding to what scores by sigmoid, and a scale to all', () => {
    for (const { id, source, scoring, logitScale, logitBias, padTo } of CATALOGUE) {
      if (scoring === 'sigmoid') expect({ id, bias: logitBias < -10, padTo }).toEqual({ id, bias: true, padTo: 64 });
      else expect({ id, logitBias }).toEqual({ id, logitBias: 0 });
      if (source.kind === 'hub') expect(logitScale, id).toBeGreaterThan(50);
    }
  });

  it('adds up what is downloaded from what it knows of each file', () => {
    for (const { id, source, bytes, downloadBytes, precision } of CATALOGUE) {
      if (source.kind !== 'hub') continue;
      const towers = (bytes?.vision[precision.vision] ?? NaN) + (bytes?.text[precision.text] ?? NaN);
      expect(downloadBytes, id).toBe(towers + (bytes?.rest ?? NaN));
      expect(bytes?.vision.q8, id).toBeLessThan(bytes?.vision.fp32 ?? 0);
      expect(bytes?.text.q8, id).toBeLessThan(bytes?.text.fp32 ?? 0);
    }
  });

  it('keeps towers whose int8 file answers wrongly from serving in int8', () => {
    expect(int8Files(entry('Xenova/mobileclip_s2'))).toEqual(['onnx/text_model_quantized.onnx']);
    expect(int8Files(entry('jinaai/jina-clip-v1'))).toEqual(['onnx/vision_model_quantized.onnx']);
    expect(int8Files(entry(PREFERRED_CHECKPOINT))).toHaveLength(2);
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
