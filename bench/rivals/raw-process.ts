/** The raw run in a process of its own, as the bot's vision process is. Takes its times itself: no message is in them. */
import { serve } from '../processes/serve.ts';
import { timed } from '../timed.ts';
import { loadRawRun, type RawRun, type RawSettings } from './raw-run.ts';

let loaded: RawRun | undefined;

const handlers = {
  load: async (settings: RawSettings): Promise<void> => {
    loaded = await loadRawRun(settings);
  },
  /** Milliseconds. */
  decode: (file: Uint8Array) => timed(() => raw().decode(file)),
  /** Milliseconds; the decoding before is not in them. */
  encode: async (file: Uint8Array) => {
    const pixels = await raw().decode(file);
    return timed(() => raw().encode(pixels));
  },
  /** Milliseconds, of one picture after the other. */
  both: (files: readonly Uint8Array[]) =>
    timed(async () => {
      for (const file of files) await raw().encode(await raw().decode(file));
    }),
};

/** What this process can be asked. */
export type RawHandlers = typeof handlers;

serve(handlers);

function raw(): RawRun {
  if (!loaded) throw new Error('nothing is loaded');
  return loaded;
}
