import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE, PREFERRED_CHECKPOINT } from '../../models/catalogue.ts';
import { removeModel } from '../../src/cli/models-remove.ts';
import { atFirst, type LoopbackHub, startHub } from '../checkpoints/support/hub.ts';
import { MINI_FOLDER } from '../clip/support/mini.ts';
import { runGlimpse } from './run-glimpse.ts';

const MOBILECLIP = 'Xenova/mobileclip_s0';

let folder: string;
let int8: string;
let hub: LoopbackHub;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-models-'));
  // glimpse-mini has no int8 files; what they hold does not matter here.
  int8 = join(folder, 'with-int8');
  await cp(MINI_FOLDER, int8, { recursive: true });
  for (const tower of ['text', 'vision']) {
    await cp(join(int8, `onnx/${tower}_model.onnx`), join(int8, `onnx/${tower}_model_quantized.onnx`));
  }
  hub = await startHub({ repositories: { [PREFERRED_CHECKPOINT]: int8, [MOBILECLIP]: int8, 'ana/my-clip': int8 } });
});
afterEach(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

const models = (args: readonly string[], settings: Record<string, string> = {}) =>
  runGlimpse(['models', ...args], { folder, settings: { HF_ENDPOINT: hub.url, ...settings } });
const cached = (id: string, ...path: string[]) => join(folder, 'cache', 'models', ...id.split('/'), ...path);

interface Listed {
  readonly id: string;
  readonly state: string;
  readonly diskBytes: number;
  readonly inUse: boolean;
}

async function list(settings: Record<string, string> = {}): Promise<readonly Listed[]> {
  const { status, stdout, stderr } = await models(['list', '--json'], settings);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('glimpse models list', () => {
  it('shows every model of the catalogue, which one serves, and what each is for', async () => {
    const { status, stdout, stderr } = await models(['list']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const { id, purpose, licence } of CATALOGUE) {
      expect(stdout).toMatch(
        new RegExp(`^[* ]  ${id} +[\\d.]+ [MG]B (?:here|to fetch) +${licence} +${purpose.slice(0, 20)}`, 'm'),
      );
    }
    expect(stdout.match(/^\*/gm)).toHaveLength(2); // the model, and what the asterisk means
    expect(stdout).toMatch(/^\* {2}glimpse-mini +\d+ MB here/m);
  });

  it('knows what was fetched, the catalogue has it or not, and what auto would serve with', async () => {
    expect((await list({ CLIP_MODEL: 'auto' })).filter(({ inUse }) => inUse).map(({ id }) => id)).toEqual([
      'glimpse-mini',
    ]);
    await models(['pull', PREFERRED_CHECKPOINT]);
    await models(['pull', 'ana/my-clip@v2']);
    const listed = await list({ CLIP_MODEL: 'auto' });
    expect(listed.filter(({ state }) => state === 'here').map(({ id }) => id)).toEqual([
      'glimpse-mini',
      PREFERRED_CHECKPOINT,
      'ana/my-clip@v2',
    ]);
    expect(listed.filter(({ inUse }) => inUse).map(({ id }) => id)).toEqual([PREFERRED_CHECKPOINT]);
  });

  it('shows a folder of the user that CLIP_MODEL names', async () => {
    const listed = await list({ CLIP_MODEL: int8 });
    expect(listed.at(-1)).toMatchObject({ id: int8, state: 'here', inUse: true });
  });

  it('tells a model that is not whole', async () => {
    await models(['pull', PREFERRED_CHECKPOINT]);
    await rm(cached(PREFERRED_CHECKPOINT, 'onnx/vision_model.onnx'));
    expect((await list()).find(({ id }) => id === PREFERRED_CHECKPOINT)?.state).toBe('partly');
  });
});

describe('glimpse models pull', () => {
  it('fetches a model and says where it is', async () => {
    const { status, stdout, stderr } = await models(['pull', 'clip-vit-base-patch32']);
    expect(status).toBe(0);
    expect(stdout).toBe(`${PREFERRED_CHECKPOINT} is here: 12 MB in ${cached(PREFERRED_CHECKPOINT)}\n`);
    expect(stderr).toMatch(/^Downloading Xenova\/clip-vit-base-patch32 .* % of .*B, /m);
    expect(existsSync(cached(PREFERRED_CHECKPOINT, 'onnx/vision_model_quantized.onnx'))).toBe(false);
  });

  it('adds the int8 files where they are asked for', async () => {
    await models(['pull', PREFERRED_CHECKPOINT, '--int8']);
    expect((await readdir(cached(PREFERRED_CHECKPOINT, 'onnx'))).toSorted()).toEqual([
      'text_model.onnx',
      'text_model_quantized.onnx',
      'vision_model.onnx',
      'vision_model_quantized.onnx',
    ]);
  });

  it('fetches int8 files alone where CLIP_PRECISION says that they serve', async () => {
    await models(['pull', PREFERRED_CHECKPOINT], { CLIP_PRECISION: 'q8' });
    expect((await readdir(cached(PREFERRED_CHECKPOINT, 'onnx'))).toSorted()).toEqual([
      'text_model_quantized.onnx',
      'vision_model_quantized.onnx',
    ]);
    const { status, stdout } = await models(['check', PREFERRED_CHECKPOINT]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `sound  ${PREFERRED_CHECKPOINT}  6 files\n` });
  });

  it('shows the terms of a model that has some, and fetches nothing unless they are accepted', async () => {
    const refused = await models(['pull', MOBILECLIP]);
    expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/research only.*LICENSE_MODELS\nglimpse: .*add --accept-licence\.\n$/s);
    expect(hub.requests).toEqual([]);
    const { status, stderr } = await models(['pull', MOBILECLIP, '--accept-licence', '--int8']);
    expect(status).toBe(0);
    expect(stderr).toMatch(/the int8 file of its vision tower gives wrong answers, so I leave it/);
    expect(existsSync(cached(MOBILECLIP, 'onnx/text_model_quantized.onnx'))).toBe(true);
    expect(existsSync(cached(MOBILECLIP, 'onnx/vision_model_quantized.onnx'))).toBe(false);
  });

  it('goes on where a download was cut off, by another run of it', async () => {
    hub.misbehave = (file, response, request) => {
      if (!file.endsWith('vision_model.onnx') || !request.url?.startsWith('/storage/')) return false;
      readFile(join(int8, file)).then((bytes) => {
        response.writeHead(200, { 'content-length': bytes.length });
        response.write(bytes.subarray(0, request.headers.range ? 0 : 500_000), () => response.destroy());
      });
      return true;
    };
    const cut = await models(['pull', PREFERRED_CHECKPOINT]);
    expect(cut.status).toBe(1);
    expect(cut.stderr).toMatch(/glimpse: .*could not be fetched: the transfer broke off\./);
    hub.misbehave = undefined;
    hub.requests.length = 0;
    expect((await models(['pull', PREFERRED_CHECKPOINT])).status).toBe(0);
    expect(hub.requests.filter((request) => / bytes=[1-9]\d*-$/.test(request))).not.toEqual([]);
  });

  it('says that what ships need not be fetched', async () => {
    expect(await models(['pull', 'glimpse-mini'])).toEqual({
      status: 0,
      stdout: 'glimpse-mini ships with Glimpse: there is nothing to fetch.\n',
      stderr: '',
    });
  });

  it('fetches nothing offline', async () => {
    const { status, stderr } = await models(['pull', PREFERRED_CHECKPOINT], { GLIMPSE_OFFLINE: '1' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/GLIMPSE_OFFLINE=1 forbids to fetch it/);
  });

  it('sends the token of the settings and shows it nowhere, whatever fails', async () => {
    hub.misbehave = atFirst(1, (_, response) => {
      response.writeHead(403).end();
      return true;
    });
    const { stdout, stderr } = await models(['pull', PREFERRED_CHECKPOINT], { HF_TOKEN: 'hf_very-secret' });
    expect(hub.heard[0]?.authorization).toBe('Bearer hf_very-secret');
    expect(stderr).toContain('HF_TOKEN');
    expect(stdout + stderr).not.toContain('very-secret');
  });
});

describe('glimpse models check', () => {
  it('finds what ships sound', async () => {
    expect(await models(['check'])).toEqual({ status: 0, stdout: 'sound  glimpse-mini  7 files\n', stderr: '' });
  });

  it('finds a changed byte, and pull mends it', async () => {
    await models(['pull', PREFERRED_CHECKPOINT]);
    const tower = cached(PREFERRED_CHECKPOINT, 'onnx/text_model.onnx');
    const bytes = await readFile(tower);
    bytes.fill(7, 1000, 1100);
    await writeFile(tower, bytes);
    const { status, stdout, stderr } = await models(['check']);
    expect(status).toBe(1);
    expect(stdout).toContain(`broken  ${PREFERRED_CHECKPOINT}  6 files\n        onnx/text_model.onnx: not what it was`);
    expect(stderr).toBe(
      `glimpse: Not all is well with ${PREFERRED_CHECKPOINT}. glimpse models pull ${PREFERRED_CHECKPOINT} fetches what is broken again.\n`,
    );
    await models(['pull', PREFERRED_CHECKPOINT]);
    expect((await models(['check', PREFERRED_CHECKPOINT])).status).toBe(0);
  });

  it('finds a file that is cut off, in JSON too', async () => {
    await models(['pull', PREFERRED_CHECKPOINT]);
    await truncate(cached(PREFERRED_CHECKPOINT, 'tokenizer.json'), 100);
    const { status, stdout } = await models(['check', PREFERRED_CHECKPOINT, '--json']);
    expect(status).toBe(1);
    const [checked] = JSON.parse(stdout);
    expect(checked).toMatchObject({ id: PREFERRED_CHECKPOINT, sound: false });
    expect(checked.files).toContainEqual({ path: 'tokenizer.json', state: 'cut off' });
  });

  it('says so where a model is not here', async () => {
    const { status, stdout, stderr } = await models(['check', PREFERRED_CHECKPOINT]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/is not here\. glimpse models pull/);
  });
});

describe('glimpse models remove', () => {
  it('deletes a model and says how much room that made', async () => {
    await models(['pull', PREFERRED_CHECKPOINT]);
    expect(await models(['remove', PREFERRED_CHECKPOINT])).toEqual({
      status: 0,
      stdout: `Removed ${PREFERRED_CHECKPOINT}: 12 MB freed.\n`,
      stderr: '',
    });
    expect(existsSync(cached(PREFERRED_CHECKPOINT))).toBe(false);
  });

  it('says so where CLIP_MODEL still names it', async () => {
    await models(['pull', PREFERRED_CHECKPOINT]);
    const { stderr } = await models(['remove', PREFERRED_CHECKPOINT], { CLIP_MODEL: PREFERRED_CHECKPOINT });
    expect(stderr).toMatch(/CLIP_MODEL still names/);
  });

  it('refuses what ships', async () => {
    const { status, stdout, stderr } = await models(['remove', 'glimpse-mini']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^glimpse: glimpse-mini ships with Glimpse .*so it stays\.\n$/);
  });

  it.each([
    ['auto', 'auto is not one model'],
    [PREFERRED_CHECKPOINT, 'is not here'],
    ['../..', 'a folder of your own'],
    ['ana/../../precious', 'There is no checkpoint named'],
  ])('refuses %s', async (id, expected) => {
    const config = { clipModel: 'auto', cacheFolder: join(folder, 'cache') };
    await expect(removeModel(id, config, () => {})).rejects.toThrow(expected);
  });
});

describe('wrong usage', () => {
  it.each([[[]], [['pull']], [['list', '--yaml']]])('of models %j exits with 2', async (args) => {
    const { status, stdout } = await models(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
