import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const folder = new URL('../../models/glimpse-mini/', import.meta.url);

it('the model card names the hash of every file that ships', async () => {
  const card = await readFile(new URL('README.md', folder), 'utf8');
  const named = [...card.matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm)].map(([, hash, file]) => [file, hash]);
  expect(named.map(([file]) => file)).toEqual([
    'config.json',
    'glimpse.json',
    'preprocessor_config.json',
    'tokenizer.json',
    'tokenizer_config.json',
    'onnx/text_model.onnx',
    'onnx/vision_model.onnx',
  ]);
  for (const [file = '', hash] of named) {
    const content = await readFile(new URL(file, folder));
    expect(createHash('sha256').update(content).digest('hex'), file).toBe(hash);
  }
});
