import { type OpenClipOptions, openClip } from './clip/open-clip.ts';
import type { Config } from './config.ts';
import { createGlimpse, type Glimpse } from './glimpse.ts';

/**
 * Loads the checkpoint that the settings name and puts Glimpse together around it.
 * Throws a UserError (`model-unavailable`) where it can't be had.
 */
export async function openGlimpse(config: Config, options: OpenClipOptions = {}): Promise<Glimpse> {
  return createGlimpse(await openClip(config, options));
}
