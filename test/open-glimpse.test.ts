import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { openGlimpse } from '../src/open-glimpse.ts';

let cacheFolder: string;
beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'glimpse-open-'));
});
afterEach(() => rm(cacheFolder, { recursive: true }));

it('prepares for questions before anybody asks where it is to, and leaves off when it closes', async () => {
  let begun = () => {};
  const texts = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const config = readConfig({ CLIP_MODEL: 'glimpse-mini', GLIMPSE_OFFLINE: '1', GLIMPSE_CACHE: cacheFolder });
  const glimpse = await openGlimpse(config, {
    warmUp: true,
    onJobStarted: ({ type }) => {
      if (type === 'texts') begun();
    },
  });
  await texts;
  await glimpse.close();
  const [cached = ''] = await readdir(join(cacheFolder, 'texts'));
  // A header, and the batch that was in hand.
  expect((await stat(join(cacheFolder, 'texts', cached))).size).toBeGreaterThan(1000);
});
