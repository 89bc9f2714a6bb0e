import { chmod, cp, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PREFERRED_CHECKPOINT } from '../../models/catalogue.ts';
import { withSetting } from '../../src/cli/env-file.ts';
import { useModel } from '../../src/cli/models-use.ts';
import { collectLog } from '../checkpoints/support/collect-log.ts';
import { MINI_FOLDER } from '../clip/support/mini.ts';

let folder: string;
let envFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-use-'));
  envFile = join(folder, '.env');
  await cp(fileURLToPath(new URL('../../.env.example', import.meta.url)), join(folder, '.env.example'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function use(id: string, { isOverridden = false, offline = false } = {}) {
  const log = collectLog();
  const said = await useModel(id, { cacheFolder: join(folder, 'cache'), offline }, { log, envFile, isOverridden });
  return { said, warnings: log.warnings, settings: dotenv.parse(await readFile(envFile)) };
}

describe('glimpse models use', () => {
  it('changes CLIP_MODEL and leaves every other line and the permissions as they were', async () => {
    const before = '# mine\nDISCORD_TOKEN=abc\n\nCLIP_MODEL = auto # for now\nGLIMPSE_OFFLINE=1\n';
    await writeFile(envFile, before);
    await chmod(envFile, 0o640);
    const { said } = await use('glimpse-mini');
    expect(said).toBe(`CLIP_MODEL=glimpse-mini is in ${envFile}. It serves from the next start on.\n`);
    expect(await readFile(envFile, 'utf8')).toBe(
      before.replace('CLIP_MODEL = auto # for now', 'CLIP_MODEL=glimpse-mini'),
    );
    expect((await stat(envFile)).mode & 0o777).toBe(0o640);
  });

  it('makes the file from the example where there is none, for its owner alone, and reminds of the token', async () => {
    const { warnings, settings } = await use('glimpse-mini');
    expect(settings).toMatchObject({ CLIP_MODEL: 'glimpse-mini', DISCORD_TOKEN: '', LOG_LEVEL: 'info' });
    expect(warnings).toEqual([expect.stringMatching(/was made from \.env\.example\. .*DISCORD_TOKEN is still empty/)]);
    expect((await stat(envFile)).mode & 0o777).toBe(0o600);
  });

  it('writes a whole id for a short one, and the whole path of a folder', async () => {
    await writeFile(envFile, '');
    expect((await use('clip-vit-base-patch32')).settings.CLIP_MODEL).toBe(PREFERRED_CHECKPOINT);
    expect((await use('ana/my-clip@v2')).settings.CLIP_MODEL).toBe('ana/my-clip@v2');
    expect((await use('auto')).settings.CLIP_MODEL).toBe('auto');
    const own = join(folder, 'my # clip');
    await cp(MINI_FOLDER, own, { recursive: true });
    expect((await use(own)).settings.CLIP_MODEL).toBe(own);
  });

  it('says when the model is not here yet, and how to get it', async () => {
    await writeFile(envFile, '');
    expect((await use(PREFERRED_CHECKPOINT)).warnings).toEqual([
      expect.stringMatching(/not here yet: the next start fetches it/),
    ]);
    expect((await use('mobileclip_s0')).warnings).toEqual([
      expect.stringMatching(/not here yet: fetch it with glimpse models pull/),
    ]);
    expect((await use(PREFERRED_CHECKPOINT, { offline: true })).warnings).toEqual([
      expect.stringMatching(/fetch it with/),
    ]);
  });

  it('says when the environment has another, which wins', async () => {
    await writeFile(envFile, '');
    expect((await use('glimpse-mini', { isOverridden: true })).warnings).toEqual([
      expect.stringContaining('wins over .env'),
    ]);
  });

  it('writes nothing for what is no model', async () => {
    await writeFile(envFile, 'CLIP_MODEL=auto\n');
    await expect(use('no-such-model')).rejects.toThrow('There is no checkpoint named "no-such-model"');
    await expect(use(folder)).rejects.toThrow(/has no config\.json/);
    expect(await readFile(envFile, 'utf8')).toBe('CLIP_MODEL=auto\n');
  });

  it('writes through a link to where the file is', async () => {
    await writeFile(join(folder, 'elsewhere'), 'CLIP_MODEL=auto\n');
    await symlink(join(folder, 'elsewhere'), envFile);
    await use('glimpse-mini');
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('CLIP_MODEL=glimpse-mini\n');
  });

  it('says in a sentence where the file can not be read or written', async () => {
    envFile = folder;
    await expect(use('glimpse-mini')).rejects.toMatchObject({
      code: 'file-unwritable',
      message: expect.stringContaining('EISDIR'),
    });
  });
});

describe('withSetting', () => {
  it.each([
    ['', 'A=1\n'],
    ['B=2', 'B=2\nA=1\n'],
    ['B=2\r\nA=0\r\nC=3\r\n', 'B=2\r\nA=1\r\nC=3\r\n'],
    ['export A=0\nAA=0\n#A=0\n', 'A=1\nAA=0\n#A=0\n'],
    ['A=0\nA=5\n', 'A=1\nA=1\n'],
  ])('makes of %j %j', (before, after) => {
    expect(withSetting(before, 'A', '1')).toBe(after);
  });
});
