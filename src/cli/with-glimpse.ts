import type { Log } from '../clip/log.ts';
import { type Config, loadConfig } from '../config.ts';
import { withDownloadBar } from '../download-bar.ts';
import type { Glimpse } from '../glimpse.ts';
import { openGlimpse } from '../open-glimpse.ts';

/** Standard output is for the result alone. */
const WARNINGS: Log = { debug: () => {}, info: () => {}, warn: (line) => void process.stderr.write(`${line}\n`) };

/**
 * Does some work with Glimpse as the settings have it, `model` taking the place of CLIP_MODEL, and closes it however that
 * ends. Throws what `loadConfig` and `openGlimpse` throw.
 */
export async function withGlimpse<T>(model: string | undefined, work: (glimpse: Glimpse) => Promise<T>): Promise<T> {
  const settings = loadConfig();
  const config: Config = model ? { ...settings, clipModel: model } : settings;
  const glimpse = await withDownloadBar((onProgress) => openGlimpse(config, { onProgress, log: WARNINGS }));
  try {
    return await work(glimpse);
  } finally {
    await glimpse.close();
  }
}
