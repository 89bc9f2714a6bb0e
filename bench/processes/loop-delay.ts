import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How often the delay is looked at, in milliseconds: Node's own default. */
const RESOLUTION_MS = 10;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

/** How late a process's event loop is, as that process can be asked. */
export const loopDelay = {
  watchDelay: async (_: undefined): Promise<void> => {
    delay.enable();
    delay.reset();
  },
  /** In milliseconds, since `watchDelay`. */
  delay: async (_: undefined) => {
    delay.disable();
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
    return { median: late(delay.percentile(50)), p99: late(delay.percentile(99)), most: late(delay.max) };
  },
};
