import type { Log } from '../checkpoints/log.ts';
import type { Clip } from '../clip/clip.ts';
import { type OpenClipOptions, openClip } from '../clip/open-clip.ts';
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
export function withGlimpse<T>(model: string | undefined, work: (glimpse: Glimpse) => Promise<T>): Promise<T> {
  return withOpened(model, openGlimpse, work);
}

/** The same with the Clip alone, for work with embeddings. Throws what `loadConfig` and `openClip` throw. */
export function withClip<T>(model: string | undefined, work: (clip: Clip) => Promise<T>): Promise<T> {
  return withOpened(model, openClip, work);
}

async function withOpened<Opened extends { close(): Promise<void> }, T>(
  model: string | undefined,
  open: (config: Config, options: OpenClipOptions) => Promise<Opened>,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const settings = loadConfig();
  const config: Config = model ? { ...settings, clipModel: model } : settings;
  const opened = await withDownloadBar((onProgress) => open(config, { onProgress, log: WARNINGS }));
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}
