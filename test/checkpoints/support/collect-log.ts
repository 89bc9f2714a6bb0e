import type { Log } from '../../../src/checkpoints/log.ts';

/** A log that keeps its warnings. */
export function collectLog(): Log & { readonly warnings: string[] } {
  const warnings: string[] = [];
  return { warnings, debug: () => {}, info: () => {}, warn: (message) => warnings.push(message) };
}
