import { cp, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkpointFiles, PREFERRED_CHECKPOINT } from '../../models/catalogue.ts';
import { resolveCheckpoint } from '../../src/checkpoints/checkpoint.ts';
import { repairCheckpoint, verifyFiles } from '../../src/checkpoints/verify-checkpoint.ts';
import { MINI_FOLDER } from '../clip/support/mini.ts';
import { collectLog } from './support/collect-log.ts';
import { answers, type LoopbackHub, startHub } from './support/hub.ts';

let hub: LoopbackHub;
let cacheFolder: string;
beforeEach(async () => {
  hub = await startHub();
  cacheFolder = await mkdtemp(join(tmpdir(), 'glimpse-verify-'));
});
afterEach(async () => {
  await hub.close();
  await rm(cacheFolder, { recursive: true, force: true });
});

const TOWER = 'onnx/text_model.onnx';
const config = (offline = false) => ({ clipModel: PREFERRED_CHECKPOINT, offline, cacheFolder, hubUrl: hub.url });

async function resolve(offline = false) {
  const log = collectLog();
  const resolved = await resolveCheckpoint(config(offline), { log, pause: async () => {} });
  return { ...resolved, warnings: log.warnings };
}

async function isSound(folder: string): Promise<boolean> {
  for (const file of checkpointFiles({ precision: { vision: 'fp32', text: 'fp32' } })) {
    if (!(await readFile(join(folder, file))).equals(await readFile(join(MINI_FOLDER, file)))) return false;
  }
  return true;
}

/** Changes a file without changing its length. */
async function damage(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(7, 1000, 2000);
  await writeFile(file, bytes);
}

describe('at a start', () => {
  it('a file that is cut off is found by its size, removed, and fetched again', async () => {
    const { folder } = await resolve();
    await truncate(join(folder, TOWER), 5000);
    const { warnings } = await resolve();
    expect(warnings).toEqual([`${PREFERRED_CHECKPOINT}: ${TOWER} is cut off. I fetch it again.`]);
    expect(await isSound(folder)).toBe(true);
  });

  it('an empty file is found even where it was put there by hand', async () => {
    const folder = join(cacheFolder, 'models', PREFERRED_CHECKPOINT);
    await cp(MINI_FOLDER, folder, { recursive: true });
    await truncate(join(folder, TOWER), 0);
    expect((await resolve()).warnings).toEqual([expect.stringContaining('is cut off')]);
    expect(await isSound(folder)).toBe(true);
  });

  it('a file that is cut off is only reported offline', async () => {
    const { folder } = await resolve();
    await truncate(join(folder, TOWER), 5000);
    await expect(resolve(true)).rejects.toThrow(
      /onnx\/text_model\.onnx in .* is cut off, and GLIMPSE_OFFLINE=1 forbids/,
    );
    expect((await stat(join(folder, TOWER))).size).toBe(5000);
  });
});

describe('weights that lie beside their tower', () => {
  const DATA = `${TOWER}_data`;
  const WEIGHTS = Buffer.alloc(10_000, 'weights');
  let folder: string;
  let log: ReturnType<typeof collectLog>;
  const again = () => resolveCheckpoint(config(), { log, pause: async () => {} });
  beforeEach(async () => {
    const source = join(cacheFolder, 'source');
    await cp(MINI_FOLDER, source, { recursive: true });
    await writeFile(join(source, DATA), WEIGHTS);
    await hub.close();
    hub = await startHub({ repositories: { [PREFERRED_CHECKPOINT]: source } });
    log = collectLog();
    ({ folder } = await again());
  });
  const isWhole = async () => (await readFile(join(folder, DATA))).equals(WEIGHTS);

  it('are fetched again where they are cut off, or gone', async () => {
    await truncate(join(folder, DATA), 5000);
    await again();
    expect(log.warnings).toEqual([`${PREFERRED_CHECKPOINT}: ${DATA} is cut off. I fetch it again.`]);
    expect(await isWhole()).toBe(true);
    await rm(join(folder, DATA));
    await again();
    expect(await isWhole()).toBe(true);
  });

  it('are repaired where they are damaged', async () => {
    const { entry } = await again();
    await damage(join(folder, DATA));
    expect(await repairCheckpoint({ entry, folder }, config(), { log, pause: async () => {} })).toBe(true);
    expect(await isWhole()).toBe(true);
  });

  it('are fetched once where the tower is gone, too', async () => {
    await Promise.all([rm(join(folder, DATA)), rm(join(folder, TOWER))]);
    hub.requests.length = 0;
    await again();
    expect(hub.requests.filter((request) => request.startsWith('/') && request.endsWith(DATA))).toHaveLength(1);
    expect(await isWhole()).toBe(true);
  });
});

describe('repairCheckpoint', () => {
  async function repair(offline = false) {
    const log = collectLog();
    const { entry, folder } = await resolve();
    hub.requests.length = 0;
    const repaired = await repairCheckpoint({ entry, folder }, config(offline), { log, pause: async () => {} });
    return { repaired, folder, warnings: log.warnings };
  }

  it('fetches a damaged file again, and that alone', async () => {
    const { folder } = await resolve();
    await damage(join(folder, TOWER));
    const { repaired, warnings } = await repair();
    expect({ repaired, warnings }).toEqual({
      repaired: true,
      warnings: [`${PREFERRED_CHECKPOINT}: ${TOWER} is changed. I fetch it again.`],
    });
    expect(hub.requests.some((request) => request.includes('vision'))).toBe(false);
    expect(await isSound(folder)).toBe(true);
    expect((await verifyFiles((await resolve()).entry, folder)).every(({ state }) => state === 'whole')).toBe(true);
  });

  it('changes nothing where every file is what it was', async () => {
    const { repaired } = await repair();
    expect(repaired).toBe(false);
    expect(hub.requests).toEqual([]);
  });

  it('changes nothing offline', async () => {
    const { folder } = await resolve();
    await damage(join(folder, TOWER));
    expect((await repair(true)).repaired).toBe(false);
  });

  it('puts what the hub has in the place of files that were put there by hand', async () => {
    const folder = join(cacheFolder, 'models', PREFERRED_CHECKPOINT);
    await cp(MINI_FOLDER, folder, { recursive: true });
    await damage(join(folder, TOWER));
    expect((await repair()).repaired).toBe(true);
    expect(await isSound(folder)).toBe(true);
  });

  it('leaves those files where the hub can not give others', async () => {
    const folder = join(cacheFolder, 'models', PREFERRED_CHECKPOINT);
    await cp(MINI_FOLDER, folder, { recursive: true });
    hub.misbehave = answers(404);
    await expect(repair()).rejects.toThrow(/404/);
    expect(await isSound(folder)).toBe(true);
  });
});

describe('verifyFiles', () => {
  it('knows what ships by its model card', async () => {
    const copy = join(cacheFolder, 'glimpse-mini');
    await cp(MINI_FOLDER, copy, { recursive: true });
    const entry = {
      source: { kind: 'shipped', folder: 'glimpse-mini' },
      precision: { vision: 'fp32', text: 'fp32' },
    } as const;
    expect((await verifyFiles(entry, copy)).filter(({ state }) => state !== 'whole')).toEqual([]);
    await damage(join(copy, TOWER));
    await rm(join(copy, 'glimpse.json'));
    expect((await verifyFiles(entry, copy)).filter(({ state }) => state !== 'whole')).toEqual([
      { path: TOWER, state: 'changed' },
      { path: 'glimpse.json', state: 'missing' },
    ]);
  });
});
