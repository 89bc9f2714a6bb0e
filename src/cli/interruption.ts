import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** A command was told to stop, and has stopped: its message says what became of it. */
export class Interrupted extends Error {
  /** 130 after Ctrl-C, 143 after SIGTERM: 128 and the signal's number, as shells have it. */
  readonly status: number;

  /** `signal` is the aborted one that `heedingSignals` gave. */
  constructor(signal: AbortSignal, message: string) {
    super(message);
    this.name = 'Interrupted';
    const heard = SIGNALS.find((name) => name === signal.reason) ?? 'SIGINT';
    this.status = 128 + constants.signals[heard];
  }
}

/**
 * Does some work that ends early, by itself, when its signal is aborted: at the first SIGINT (Ctrl-C) or SIGTERM. The
 * second ends the process at once, as it would have without this.
 */
export async function heedingSignals<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (name: NodeJS.Signals) => {
    forget();
    controller.abort(name);
  };
  const forget = () => {
    for (const name of SIGNALS) process.off(name, stop);
  };
  for (const name of SIGNALS) process.on(name, stop);
  try {
    return await work(controller.signal);
  } finally {
    forget();
  }
}
