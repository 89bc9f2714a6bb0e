import type { DownloadProgress } from './checkpoints/download-checkpoint.ts';
import type { Glimpse } from './glimpse.ts';

/** How far Glimpse is with getting ready. `ready` and `failed` are final. */
export type GlimpseState =
  | {
      readonly phase: 'downloading';
      /** In bytes, of the whole checkpoint. */
      readonly received: number;
      /** In bytes, an estimate; undefined where nothing is known of it. */
      readonly total: number | undefined;
    }
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready' }
  | {
      readonly phase: 'failed';
      /** A UserError (`model-unavailable`) where the checkpoint can't be had; anything else is a bug. */
      readonly error: unknown;
    };

/** A Glimpse that may not be there yet, so that a bot can be online, and say so, while its checkpoint downloads. */
export interface GlimpseSource {
  state(): GlimpseState;
  /** Rejects where Glimpse could not be opened; nobody has to handle that. Whoever takes the Glimpse closes it. */
  readonly ready: Promise<Glimpse>;
  /**
   * Calls the listener with each state to come, as often as a piece of the download arrives. Returns how to end that.
   * What a listener throws becomes an unhandled rejection: it stops neither the other listeners nor the opening.
   */
  changed(listener: (state: GlimpseState) => void): () => void;
}

/**
 * Begins to open a Glimpse, and tells how far that is.
 *
 * @example startGlimpse((onProgress) => openGlimpse(config, { log, onProgress }))
 */
export function startGlimpse(
  open: (onProgress: (progress: DownloadProgress) => void) => Promise<Glimpse>,
): GlimpseSource {
  let state: GlimpseState = { phase: 'loading' };
  const listeners = new Set<{ readonly tell: (state: GlimpseState) => void }>();

  const ready = opened();
  ready.catch(() => {});
  return {
    state: () => state,
    ready,
    changed: (tell) => {
      // An object of its own, so that one function can listen twice.
      const listener = { tell };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };

  async function opened(): Promise<Glimpse> {
    try {
      const glimpse = await open(onProgress);
      become({ phase: 'ready' });
      return glimpse;
    } catch (error) {
      become({ phase: 'failed', error });
      throw error;
    }
  }

  /** What is downloaded whole is loaded next. */
  function onProgress({ receivedBytes, totalBytes }: DownloadProgress): void {
    if (isFinal(state)) return;
    if (totalBytes > 0 && receivedBytes >= totalBytes) become({ phase: 'loading' });
    else become({ phase: 'downloading', received: receivedBytes, total: totalBytes > 0 ? totalBytes : undefined });
  }

  function become(next: GlimpseState): void {
    if (next.phase === 'loading' && state.phase === 'loading') return;
    state = next;
    for (const { tell } of [...listeners]) {
      try {
        tell(next);
      } catch (error) {
        void Promise.reject(error);
      }
    }
  }
}

const isFinal = ({ phase }: GlimpseState) => phase === 'ready' || phase === 'failed';
