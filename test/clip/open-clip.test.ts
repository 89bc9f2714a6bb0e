import { appendFile, cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TINY_CLIP } from '../../bench/stand-in/checkpoint-shape.ts';
import { PREFERRED_CHECKPOINT } from '../../models/catalogue.ts';
import type { Clip } from '../../src/clip/clip.ts';
import { similarity } from '../../src/clip/embedding.ts';
import { type ClipConfig, type OpenClipOptions, openClip } from '../../src/clip/open-clip.ts';
import { forkVisionProcess, type StartVisionChild } from '../../src/clip/vision-child.ts';
import { readConfig } from '../../src/config.ts';
import { collectLog } from '../checkpoints/support/collect-log.ts';
import { startHub } from '../checkpoints/support/hub.ts';
import { MINI_FOLDER } from './support/mini.ts';
import { laboriousPicture, smallPicture } from './support/pictures.ts';
import { removeTinyCheckpoints, tinyCheckpoint } from './support/tiny-checkpoint.ts';

/** ONNX's ModelProto, field 6 (`doc_string`), of one character. */
const DOC_STRING = Uint8Array.of((6 << 3) | 2, 1, 0x2e);

let cacheFolder: string;
const clips: Clip[] = [];

afterAll(removeTinyCheckpoints);
beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'glimpse-clip-'));
});
afterEach(async () => {
  for (const clip of clips.splice(0)) await clip.close();
  await rm(cacheFolder, { recursive: true });
});

/** Where the full CLIP is cached. */
const preferred = () => join(cacheFolder, 'models', ...PREFERRED_CHECKPOINT.split('/'));

/** A Clip in front of a real vision process, with the jobs that reach it. */
async function open(settings: Partial<ClipConfig> = {}, options: OpenClipOptions = {}) {
  const log = collectLog();
  const jobs: string[] = [];
  const clip = await openClip(
    { ...readConfig({ CLIP_MODEL: 'glimpse-mini', GLIMPSE_OFFLINE: '1' }), cacheFolder, ...settings },
    { log, onJobStarted: ({ type }) => void jobs.push(type), ...options },
  );
  clips.push(clip);
  return { clip, jobs, warnings: log.warnings };
}

describe('pictures', () => {
  it('encodes a picture once for all who ask about it at the same time', async () => {
    const { clip, jobs } = await open();
    const file = await laboriousPicture();
    const encoded = await Promise.all(Array.from({ length: 25 }, () => clip.encodePicture(new Uint8Array(file))));
    expect(new Set(encoded).size).toBe(1);
    await clip.encodePicture(file);
    expect(jobs).toEqual(['picture']);
  });

  it('tells pictures apart', async () => {
    const { clip, jobs } = await open();
    const [red, blue] = await Promise.all([
      clip.encodePicture(await smallPicture('red')),
      clip.encodePicture(await smallPicture('blue')),
    ]);
    expect(similarity(red.embedding, blue.embedding)).toBeLessThan(0.9999);
    expect(jobs).toEqual(['picture', 'picture']);
  });

  it('sees the same in a picture whatever its format', async () => {
    const { clip } = await open();
    const png = await smallPicture('olive');
    const { default: sharp } = await import('sharp');
    const webp = await sharp(png).webp({ lossless: true }).toBuffer();
    const [one, other] = await Promise.all([clip.encodePicture(png), clip.encodePicture(webp)]);
    expect(similarity(one.embedding, other.embedding)).toBeCloseTo(1, 5);
  });

  it('refuses what is no picture without troubling the vision process', async () => {
    const { clip, jobs } = await open();
    await expect(clip.encodePicture(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'picture-type' });
    expect(jobs).toEqual([]);
  });
});

describe('texts', () => {
  let clip: Clip;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glimpse-texts-'));
    clip = await openClip({ ...readConfig({ CLIP_MODEL: 'glimpse-mini', GLIMPSE_OFFLINE: '1' }), cacheFolder: folder });
  });
  afterAll(async () => {
    await clip.close();
    await rm(folder, { recursive: true });
  });

  it('gives a prompt the same embedding alone and beside longer ones', async () => {
    const [alone] = await clip.encodeTexts(['a red apple']);
    const { clip: other } = await open();
    const [beside] = await other.encodeTexts(['a red apple', 'a photo of a very long street with many green trees']);
    expect(similarity(alone as Float32Array, beside as Float32Array)).toBeCloseTo(1, 5);
  });

  it('cuts a prompt longer than the context, and reads its beginning', async () => {
    const [at, over, far] = await clip.encodeTexts([
      // 30 tokens between the start and the end of a context of 32.
      'x '.repeat(30).trim(),
      'x '.repeat(31).trim(),
      'x '.repeat(2000),
    ]);
    expect(similarity(at as Float32Array, over as Float32Array)).toBeCloseTo(1, 5);
    expect(similarity(at as Float32Array, far as Float32Array)).toBeCloseTo(1, 5);
  });

  it('embeds an empty prompt, too', async () => {
    const [nothing] = await clip.encodeTexts(['']);
    expect(Math.hypot(...(nothing as Float32Array))).toBeCloseTo(1, 5);
  });

  it('remembers prompts over a restart', async () => {
    const first = await open();
    const before = await first.clip.encodeTexts(['a cat', 'a dog']);
    await first.clip.close();
    const second = await open();
    const after = await second.clip.encodeTexts(['a dog', 'a cat']);
    expect(second.jobs).toEqual([]);
    expect([after[1], after[0]]).toEqual(before);
  });
});

describe('prompts encoded beforehand', () => {
  async function* lists() {
    yield ['a cat', 'a dog'];
    yield ['a dog', 'a cow'];
  }

  it('cost whoever asks for them later nothing', async () => {
    const { clip, jobs } = await open();
    await clip.encodeBeforehand(lists());
    const before = jobs.length;
    expect(before).toBeGreaterThan(0);
    await clip.encodeTexts(['a cow', 'a dog', 'a cat']);
    expect(jobs).toHaveLength(before);
  });

  it('end with the Clip', async () => {
    const { clip, jobs } = await open();
    const encoding = clip.encodeBeforehand(lists());
    await clip.close();
    await encoding;
    expect(jobs).toEqual([]);
  });
});

describe('an int8 vision tower', () => {
  /** A full CLIP in the cache, of the tiny kind, with an int8 tower that is this one. */
  async function withInt8(tower: (checkpoint: string) => string) {
    const { folder } = await tinyCheckpoint(TINY_CLIP);
    await cp(folder, preferred(), { recursive: true });
    await cp(tower(preferred()), join(preferred(), 'onnx', 'vision_model_quantized.onnx'));
  }
  const exact = (folder: string) => join(folder, 'onnx', 'vision_model.onnx');

  it('is tried out at the first start alone, and not at all where the settings say what to serve in', async () => {
    await withInt8(exact);
    const started: string[] = [];
    const start: StartVisionChild = (events) => {
      const child = forkVisionProcess(events);
      return {
        ...child,
        send: (message) => {
          if (message.type === 'trial') started.push('trial');
          if (message.type === 'open') started.push(`open ${message.checkpoint.precision.vision}`);
          child.send(message);
        },
      };
    };
    await (await open({ clipModel: 'auto' }, { start })).clip.close();
    await (await open({ clipModel: 'auto' }, { start })).clip.close();
    // Which of two equal towers is faster is chance; the verdict is kept all the same.
    const [trial, first, second] = started;
    expect({ trial, starts: started.length, same: first === second }).toEqual({
      trial: 'trial',
      starts: 3,
      same: true,
    });
    started.length = 0;
    await (await open({ clipModel: 'auto', precision: 'fp32' }, { start })).clip.close();
    expect(started).toEqual(['open fp32']);
  });

  it('does no harm where it is broken', async () => {
    await withInt8((folder) => join(folder, 'config.json'));
    const { clip, warnings } = await open({ clipModel: 'auto' });
    expect(warnings).toEqual([expect.stringContaining('so it serves in fp32')]);
    await expect(clip.encodePicture(await smallPicture())).resolves.toBeDefined();
  });
});

describe('the checkpoint', () => {
  it('serves with the full CLIP where the cache has it, and says so', async () => {
    await cp(MINI_FOLDER, preferred(), { recursive: true });
    const { clip, warnings } = await open({ clipModel: 'auto' });
    expect({ model: clip.model, logitScale: clip.logitScale, warnings }).toEqual({
      model: PREFERRED_CHECKPOINT,
      logitScale: 100,
      warnings: [],
    });
  });

  it('serves with what ships, and warns, where a file in the cache is broken', async () => {
    await cp(MINI_FOLDER, preferred(), { recursive: true });
    await truncate(join(preferred(), 'onnx', 'vision_model.onnx'), 1_000_000);
    const { clip, warnings } = await open({ clipModel: 'auto' });
    expect(clip.model).toBe('glimpse-mini');
    expect(warnings).toEqual([expect.stringMatching(/cannot be loaded.*Delete .*clip-vit-base-patch32/s)]);
    await expect(clip.encodePicture(await smallPicture())).resolves.toBeDefined();
  });

  it('is fetched again, the broken file alone, where one of the hub can no longer be loaded', async () => {
    const hub = await startHub();
    const settings = { clipModel: PREFERRED_CHECKPOINT, offline: false, hubUrl: hub.url };
    await (await open(settings)).clip.close();
    const tower = join(preferred(), 'onnx', 'vision_model.onnx');
    const whole = await readFile(tower);
    await writeFile(tower, Buffer.alloc(whole.length));
    hub.requests.length = 0;
    const { clip, warnings } = await open(settings);
    await hub.close();
    expect(warnings).toEqual([expect.stringMatching(/vision_model\.onnx is \w+.*fetch it again/)]);
    expect((await readFile(tower)).equals(whole)).toBe(true);
    expect(hub.requests.join()).not.toContain('text_model');
    await expect(clip.encodePicture(await smallPicture())).resolves.toBeDefined();
  });

  it('is an error where one asked for by name is broken', async () => {
    await cp(MINI_FOLDER, preferred(), { recursive: true });
    await writeFile(join(preferred(), 'onnx', 'vision_model.onnx'), '<html>');
    await expect(open({ clipModel: PREFERRED_CHECKPOINT })).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining(preferred()),
    });
  });

  it('has text embeddings of its own', async () => {
    await cp(MINI_FOLDER, preferred(), { recursive: true });
    const mini = await open();
    await mini.clip.encodeTexts(['a cat']);
    const full = await open({ clipModel: 'auto' });
    await full.clip.encodeTexts(['a cat']);
    expect(full.jobs).toEqual(['texts']);
    await Promise.all([mini.clip.close(), full.clip.close()]);
    expect(await readdir(join(cacheFolder, 'texts'))).toHaveLength(2);
  });

  it('forgets the text embeddings of a tower that was trained anew', async () => {
    const modelsFolder = await mkdtemp(join(tmpdir(), 'glimpse-models-'));
    await cp(MINI_FOLDER, join(modelsFolder, 'glimpse-mini'), { recursive: true });
    const before = await open({}, { modelsFolder });
    await before.clip.encodeTexts(['a cat']);
    await before.clip.close();
    // Its file with a field that says nothing: other bytes, as after a training.
    await appendFile(join(modelsFolder, 'glimpse-mini', 'onnx', 'text_model.onnx'), DOC_STRING);
    const after = await open({}, { modelsFolder });
    await after.clip.encodeTexts(['a cat']);
    expect(after.jobs).toEqual(['texts']);
    await rm(modelsFolder, { recursive: true });
  });
});
