import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveCheckpoint } from '../../src/checkpoints/checkpoint.ts';
import { MINI_FOLDER } from '../clip/support/mini.ts';
import { collectLog } from './support/collect-log.ts';
import { type LoopbackHub, startHub } from './support/hub.ts';

let root: string;
let own: string;
let hub: LoopbackHub;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'glimpse-own-'));
  own = join(root, 'my-clip');
  await cp(MINI_FOLDER, own, { recursive: true });
  hub = await startHub({ repositories: { 'ana/my-clip': own } });
});
afterEach(async () => {
  await hub.close();
  await rm(root, { recursive: true, force: true });
});

async function resolve(clipModel: string, settings: { offline?: boolean; precision?: 'auto' | 'fp32' | 'q8' } = {}) {
  const log = collectLog();
  const config = { clipModel, offline: false, cacheFolder: join(root, 'cache'), hubUrl: hub.url, ...settings };
  const resolved = await resolveCheckpoint(config, { log, pause: async () => {} });
  return { ...resolved, warnings: log.warnings };
}

const message = (clipModel: string, settings = {}) =>
  resolve(clipModel, settings).then(
    () => 'no failure',
    (error: Error) => error.message,
  );

/** What the config of the checkpoint says that all of these are copies of. */
async function shippedScale(): Promise<number> {
  const config: { logit_scale: number } = JSON.parse(
    await readFile(new URL('../../models/glimpse-mini/config.json', import.meta.url), 'utf8'),
  );
  return config.logit_scale;
}

async function change(file: string, changes: Record<string, unknown>): Promise<void> {
  const content = JSON.parse(await readFile(join(own, file), 'utf8'));
  await writeFile(join(own, file), JSON.stringify({ ...content, ...changes }));
}

describe('a folder of the user', () => {
  it('is used where it lies, by its own scale, without a word and without the hub', async () => {
    const { entry, folder, logitScale, warnings } = await resolve(own);
    expect(entry).toMatchObject({ id: basename(own), scoring: 'softmax', inputSize: 96, dimension: 256, logitBias: 0 });
    expect({ folder, warnings, requests: hub.requests }).toEqual({ folder: own, warnings: [], requests: [] });
    expect(logitScale).toBe(await shippedScale());
  });

  it('scores by the usual scale of its kind where it has none, and says so', async () => {
    await change('config.json', { logit_scale: undefined });
    const { logitScale, warnings } = await resolve(own);
    expect(logitScale).toBe(100);
    expect(warnings).toEqual([expect.stringMatching(/^my-clip: .*logit_scale 100.*how sure answers are/)]);
  });

  it('may give the logarithm of its scale, as the weights have it', async () => {
    await change('config.json', { logit_scale: Math.log(50) });
    const { logitScale, warnings } = await resolve(own);
    expect(logitScale).toBeCloseTo(50);
    expect(warnings).toEqual([expect.stringContaining('logarithm')]);
  });

  it.each([
    [{ model_type: 'siglip' }, { scoring: 'sigmoid', padTo: 32, logitBias: -12.932437 }],
    [
      { model_type: 'siglip', text_config: { vocab_size: 256_000 } },
      { scoring: 'sigmoid', padTo: 64, logitBias: -16.771724700927734 },
    ],
    [
      { model_type: 'siglip', logit_bias: -10 },
      { scoring: 'sigmoid', logitBias: -10 },
    ],
    [
      { model_type: 'siglip_model', projection_dim: undefined },
      { scoring: 'sigmoid', dimension: 256 },
    ],
    [
      { model_type: 'jina_clip', projection_dim: undefined },
      { scoring: 'softmax', dimension: 768, withoutInt8: ['text'] },
    ],
    [{ model_type: 'mobileclip' }, { scoring: 'softmax', padTo: 32, withoutInt8: ['vision'] }],
  ])('of %j is read as its kind is', async (changes, expected) => {
    await change('config.json', changes);
    expect((await resolve(own)).entry).toMatchObject(expected);
  });

  it('may say the size of its pictures in any of the ways that preprocessors do', async () => {
    await change('preprocessor_config.json', { crop_size: undefined, size: { height: 64, width: 64 } });
    expect((await resolve(own)).entry.inputSize).toBe(64);
    await change('preprocessor_config.json', { size: undefined });
    expect((await resolve(own)).entry.inputSize).toBe(96); // vision_config.image_size
  });

  it('serves in the precision that it has', async () => {
    await cp(join(own, 'onnx/vision_model.onnx'), join(own, 'onnx/vision_model_quantized.onnx'));
    expect((await resolve(own)).entry.precision).toEqual({ vision: 'fp32', text: 'fp32' });
    expect((await resolve(own)).int8).toEqual(['vision']);
    expect((await resolve(own, { precision: 'fp32' })).int8).toEqual([]);
    const { entry, warnings } = await resolve(own, { precision: 'q8' });
    expect(entry.precision).toEqual({ vision: 'q8', text: 'fp32' });
    expect(warnings).toEqual([expect.stringContaining('my-clip has no onnx/text_model_quantized.onnx')]);
    await rm(join(own, 'onnx/vision_model.onnx'));
    expect((await resolve(own)).entry.precision).toEqual({ vision: 'q8', text: 'fp32' });
  });

  it.each([
    ['config.json', 'my-clip has no config.json'],
    ['preprocessor_config.json', 'my-clip has no preprocessor_config.json'],
    ['tokenizer.json', 'my-clip has no tokenizer.json'],
    ['onnx/text_model.onnx', 'my-clip has no onnx/text_model.onnx'],
  ])('that lacks %s is refused with a sentence that names it', async (file, expected) => {
    await rm(join(own, file));
    expect(await message(own)).toContain(expected);
  });

  it('that is not there is refused with what belongs into it', async () => {
    const failure = await message(join(root, 'nowhere'));
    expect(failure).toMatch(
      /^nowhere has no config\.json in .*\. A checkpoint is a folder .* onnx\/vision_model\.onnx\.$/,
    );
  });

  it.each([
    ['not JSON', 'config.json is not JSON'],
    ['{"model_type":"clip","logit_scale":"much"}', 'logit_scale in config.json is not what it should be'],
    ['{}', 'names no model_type'],
    ['{"model_type":"bert"}', 'names the model_type bert. I can use the kinds clip, siglip'],
  ])('whose config.json is %s is refused', async (content, expected) => {
    await writeFile(join(own, 'config.json'), content);
    expect(await message(own)).toContain(expected);
  });

  it('that does not say how large its pictures are is refused', async () => {
    await change('preprocessor_config.json', { size: undefined, crop_size: undefined });
    await change('config.json', { vision_config: {} });
    expect(await message(own)).toMatch(/says how large its pictures are/);
  });

  it('may be named from the home folder or from where the program runs', async () => {
    await expect(resolve('./no-such-folder-here')).rejects.toThrow(`in ${join(process.cwd(), 'no-such-folder-here')}`);
    await expect(resolve('~/no-such-folder-here')).rejects.toThrow(/no-such-folder-here has no config\.json in \//);
  });
});

describe('a repository of the hub that the catalogue lacks', () => {
  it('is fetched, described by its own files, and kept', async () => {
    const { entry, folder, logitScale } = await resolve('ana/my-clip');
    expect(entry).toMatchObject({ id: 'ana/my-clip', inputSize: 96, dimension: 256 });
    expect({ folder, logitScale }).toEqual({
      folder: join(root, 'cache/models/ana/my-clip'),
      logitScale: await shippedScale(),
    });
    hub.requests.length = 0;
    expect((await resolve('ana/my-clip', { offline: true })).folder).toBe(folder);
    expect(hub.requests).toEqual([]);
  });

  it('may be of a revision, which is kept apart', async () => {
    const { entry, folder } = await resolve('ana/my-clip@v1.0');
    expect(entry.id).toBe('ana/my-clip@v1.0');
    expect(folder).toBe(join(root, 'cache/models/ana/my-clip@v1.0'));
    expect(hub.requests.every((request) => request.includes('/v1.0/') || request.includes('/storage/'))).toBe(true);
  });

  it('that can not serve is given up before its towers are fetched', async () => {
    await change('config.json', { model_type: 'bert' });
    expect(await message('ana/my-clip')).toContain('names the model_type bert');
    expect(hub.requests.filter((request) => request.includes('.onnx'))).toEqual([]);
  });

  it('that is not there is refused with a sentence', async () => {
    expect(await message('ana/another')).toMatch(
      /^ana\/another could not be fetched: .*404 for config\.json: it is not there\./,
    );
  });

  it('that is not here yet is not fetched offline', async () => {
    expect(await message('ana/my-clip', { offline: true })).toMatch(/GLIMPSE_OFFLINE=1 forbids to fetch it/);
  });

  it('that has no towers is refused with what a checkpoint needs', async () => {
    await rm(join(own, 'onnx'), { recursive: true });
    await mkdir(join(own, 'onnx'));
    expect(await message('ana/my-clip')).toMatch(
      /404 for onnx\/text_model\.onnx.*A checkpoint needs .*onnx\/text_model\.onnx/,
    );
  });
});
