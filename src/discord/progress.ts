import { percent } from '../chart.ts';
import type { GlimpseState } from '../glimpse-source.ts';

/** How it is said in one place that the model is not there yet. */
export interface ProgressWords {
  /** Also while it downloads and nobody knows how much that is. */
  readonly loading: string;
  readonly downloading: (share: string) => string;
}

/** How far a model is that is on its way. */
export function progressText(
  state: Extract<GlimpseState, { readonly phase: 'loading' | 'downloading' }>,
  { loading, downloading }: ProgressWords,
): string {
  if (state.phase === 'loading' || !state.total) return loading;
  return downloading(percent(Math.min(1, state.received / state.total)));
}
