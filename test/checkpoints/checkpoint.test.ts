import { statSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE, checkpointFiles, PREFERRED_CHECKPOINT } from '../../models/catalogue.ts';
import { type CheckpointConfig, type ResolveOptions, resolveCheckpoint } from '../../src/checkpoints/checkpoint.ts';
import { MINI_FOLDER } from '../clip/support/mini.ts';
import { collectLog } from './support/collect-log.ts';
import { answers, type LoopbackHub, type Misbehaviour, onlyTowers, startHub } from './support/hub.ts';

let hub: LoopbackHub;
let cacheFolder: string;
beforeEach(async () => {
  hub = await startHub();
  cacheFolder = await mkdtemp(join(tmpdir(), 'glimpse-cache-'));
});
afterEach(async () => {
  await hub.close();
  await rm(cacheFolder, { recursive: true, force: true });
});

const FILES = checkpointFiles({ precision: { vision: 'fp32', text: 'fp32' } });
const downloaded = () => join(cacheFolder, 'models', ...PREFERRED_CHECKPOINT.split('/'));

async function resolve(settings: Partial<CheckpointConfig> = {}, options: Partial<ResolveOptions> = {}) {
  const log = collectLog();
  const checkpoint = await resolveCheckpoint(
    { clipModel: 'auto', offline: false, cacheFolder, hubUrl: hub.url, ...settings },
    { log, pause: () => Promise.resolve(), ...options },
  );
  return { id: checkpoint.entry.id, ...checkpoint, warnings: log.warnings };
}

/** Every file that is there under the name it is loaded by must be the real one. */
async function expectNothingBroken(): Promise<void> {
  for (const file of FILES) {
    const got = await readFile(join(downloaded(), file)).catch(() => undefined);
    if (got) expect(got.equals(await readFile(join(MINI_FOLDER, file)))).toBe(true);
  }
}

describe('auto', () => {
  it('downloads the full CLIP from the hub, without a warning, and tells how far it is', async () => {
    const progress: number[] = [];
    const { id, folder, logitScale, warnings } = await resolve(
      {},
      { onProgress: ({ receivedBytes, totalBytes }) => progress.push(receivedBytes / totalBytes) },
    );
    expect({ id, folder, logitScale, warnings }).toEqual({
      id: PREFERRED_CHECKPOINT,
      folder: downloaded(),
      logitScale: 100,
      warnings: [],
    });
    for (const file of FILES) expect((await stat(join(folder, file))).size).toBeGreaterThan(0);
    await expectNothingBroken();
    expect(progress.toSorted((a, b) => a - b)).toEqual(progress);
    expect(progress.at(-1)).toBe(1);
  });

  it('asks the hub nothing once the files are there', async () => {
    await resolve();
    hub.requests.length = 0;
    expect((await resolve()).id).toBe(PREFERRED_CHECKPOINT);
    expect(hub.requests).toEqual([]);
  });

  it('takes files that were put into the cache by hand', async () => {
    await cp(MINI_FOLDER, downloaded(), { recursive: true });
    expect((await resolve({ offline: true })).id).toBe(PREFERRED_CHECKPOINT);
    expect(hub.requests).toEqual([]);
  });

  it('never touches the network when it is offline, warns, and serves with what ships', async () => {
    const fetch = () => Promise.reject(new Error('the network was touched'));
    const { id, folder, logitScale, warnings } = await resolve({ offline: true }, { fetch });
    expect({ id, folder }).toEqual({ id: 'glimpse-mini', folder: MINI_FOLDER });
    const config = JSON.parse(await readFile(join(MINI_FOLDER, 'config.json'), 'utf8'));
    expect(logitScale).toBe(config.logit_scale);
    expect(warnings).toEqual([expect.stringMatching(/clip-vit-base-patch32.*GLIMPSE_OFFLINE.*glimpse-mini/s)]);
  });
});

describe('auto, where the hub fails', () => {
  const never: Misbehaviour = () => true;
  const signIn: Misbehaviour = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in to this network</html>');
    return true;
  };
  const signInElsewhere: Misbehaviour = (file, response) => {
    if (file === 'sign-in') return signIn(file, response, response.req);
    response.writeHead(302, { location: '/storage/sign-in' }).end();
    return true;
  };
  const disguisedSignIn: Misbehaviour = (_, response) => {
    response.end('<html>Sign in to this network</html>');
    return true;
  };
  const hangsUp: Misbehaviour = (_, response) => {
    response.destroy();
    return true;
  };
  const circles: Misbehaviour = (file, response) => {
    response.writeHead(302, { location: `/storage/${file}` }).end();
    return true;
  };
  const half: Misbehaviour = (file, response) => {
    response.writeHead(200, { 'content-length': 1000 });
    response.write(`half of ${file}`, () => response.destroy());
    return true;
  };
  const stalls: Misbehaviour = (file, response) => {
    response.writeHead(200, { 'content-length': 1000 }).write(`half of ${file}`);
    return true;
  };
  const falsified: Misbehaviour = (file, response, request) => {
    if (!request.url?.startsWith('/storage/')) return false;
    response.end(Buffer.alloc(statSync(join(MINI_FOLDER, file)).size));
    return true;
  };
  const sizeless: Misbehaviour = (_, response) => {
    response.writeHead(200, { connection: 'close' }).flushHeaders();
    response.end('short');
    return true;
  };

  it.each<[string, Misbehaviour]>([
    ['answers nothing', never],
    ['answers with a sign-in page', signIn],
    ['redirects to a sign-in page', signInElsewhere],
    ['answers with a sign-in page that does not say it is one', disguisedSignIn],
    ['does not know the checkpoint', answers(404)],
    ['is overloaded', answers(503)],
    ['hangs up', hangsUp],
    ['redirects in circles', circles],
    ['hangs up in the middle of a tower', onlyTowers(half)],
    ['stalls in the middle of a tower', onlyTowers(stalls)],
    ['does not know a tower', onlyTowers(answers(404))],
    ['answers with a sign-in page for a tower', onlyTowers(signIn)],
    ['sends other bytes than it states', onlyTowers(falsified)],
    ['does not state the size of a tower', onlyTowers(sizeless)],
  ])('warns and serves with what ships if it %s; the cache stays sound', async (_, misbehave) => {
    hub.misbehave = misbehave;
    const first = await resolve({}, { deadlines: { reachMs: 300, silenceMs: 300 } });
    expect(first.id).toBe('glimpse-mini');
    expect(first.warnings).toEqual([expect.stringMatching(/^Xenova\/clip-vit-base-patch32 could not be fetched: /)]);
    await expectNothingBroken();
    expect((await resolve({ offline: true })).id).toBe('glimpse-mini');

    hub.misbehave = undefined;
    expect((await resolve()).id).toBe(PREFERRED_CHECKPOINT);
    await expectNothingBroken();
  });

  it('does so if nobody listens there', async () => {
    await hub.close();
    const { id, warnings } = await resolve();
    expect(id).toBe('glimpse-mini');
    expect(warnings).toEqual([expect.stringContaining('ECONNREFUSED')]);
  });

  it('does so if its name does not resolve', async () => {
    const { id } = await resolve({ hubUrl: 'http://hub.invalid' }, { deadlines: { reachMs: 2000, silenceMs: 2000 } });
    expect(id).toBe('glimpse-mini');
  });

  it('does so if the look-up of its name hangs and heeds no signal', async () => {
    const { id, warnings } = await resolve(
      {},
      { fetch: () => new Promise(() => {}), deadlines: { reachMs: 100, silenceMs: 60_000 } },
    );
    expect(id).toBe('glimpse-mini');
    expect(warnings).toEqual([expect.stringContaining('no answer within 0.1 s')]);
  });

  it('does so if the cache cannot be written', async () => {
    await writeFile(join(cacheFolder, 'in-the-way'), '');
    const { id, warnings } = await resolve({ cacheFolder: join(cacheFolder, 'in-the-way') });
    expect(id).toBe('glimpse-mini');
    expect(warnings).toHaveLength(1);
  });
});

describe('a download that breaks off', () => {
  const towers = async () => (await readdir(join(downloaded(), 'onnx'))).toSorted();

  it('goes on where it stopped, and leaves nothing but the files', async () => {
    let breaks = 0;
    hub.misbehave = (file, response, request) => {
      if (!file.includes('vision') || !request.url?.startsWith('/storage/') || breaks++ > 0) return false;
      response.writeHead(200, { 'content-length': 8_000_000 });
      response.write(Buffer.alloc(0));
      readFile(join(MINI_FOLDER, file)).then((bytes) =>
        response.write(bytes.subarray(0, 100_000), () => setImmediate(() => response.destroy())),
      );
      return true;
    };
    expect((await resolve()).id).toBe(PREFERRED_CHECKPOINT);
    expect(hub.requests.filter((request) => / bytes=[1-9]\d*-$/.test(request))).not.toEqual([]);
    expect(await towers()).toEqual(['text_model.onnx', 'vision_model.onnx']);
    await expectNothingBroken();
  });

  it('starts over where the hub cannot go on in the middle', async () => {
    let breaks = 0;
    hub.misbehave = (file, response, request) => {
      delete request.headers.range;
      if (!file.includes('vision') || !request.url?.startsWith('/storage/') || breaks++ > 0) return false;
      response.writeHead(200, { 'content-length': 8_000_000 });
      response.write(Buffer.alloc(100_000, 7), () => setImmediate(() => response.destroy()));
      return true;
    };
    expect((await resolve()).id).toBe(PREFERRED_CHECKPOINT);
    await expectNothingBroken();
  });

  it('is shared by two programs that fetch the same checkpoint at once', async () => {
    const both = await Promise.all([resolve(), resolve()]);
    expect(both.map(({ id }) => id)).toEqual([PREFERRED_CHECKPOINT, PREFERRED_CHECKPOINT]);
    expect(await towers()).toEqual(['text_model.onnx', 'vision_model.onnx']);
    await expectNothingBroken();
  });
});

describe('a checkpoint asked for by name', () => {
  it('is not replaced by another where it cannot be had', async () => {
    hub.misbehave = answers(404);
    await expect(resolve({ clipModel: PREFERRED_CHECKPOINT })).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringMatching(/404.*HF_ENDPOINT.*put its files into/s),
    });
  });

  it('is not fetched when it is offline', async () => {
    await expect(resolve({ clipModel: PREFERRED_CHECKPOINT, offline: true })).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining('GLIMPSE_OFFLINE'),
    });
    expect(hub.requests).toEqual([]);
  });

  it('needs no network if it ships with Glimpse', async () => {
    expect(await resolve({ clipModel: 'glimpse-mini' })).toMatchObject({ id: 'glimpse-mini', warnings: [] });
    expect(hub.requests).toEqual([]);
  });

  it('says so if it should ship with Glimpse but does not', async () => {
    await expect(resolve({ clipModel: 'glimpse-mini' }, { modelsFolder: cacheFolder })).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining('config.json'),
    });
  });

  it('names those it knows if it knows none of that name', async () => {
    const error = await resolve({ clipModel: 'clip-vit-huge' }).catch((thrown: Error) => thrown);
    for (const name of ['clip-vit-huge', 'auto', ...CATALOGUE.map(({ id }) => id)]) {
      expect((error as Error).message).toContain(name);
    }
  });
});
