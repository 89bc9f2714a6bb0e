import type { Limit } from './table.ts';

/** A limit that a row is held against, from its median and its ratio. */
type Judge = (median: number, ratio: number) => Limit;

const atMost =
  (most: number, says: string, of: 'median' | 'ratio'): Judge =>
  (median, ratio) => ({
    says,
    met: (of === 'median' ? median : ratio) <= most,
  });
const atLeast =
  (least: number, says: string): Judge =>
  (_, ratio) => ({ says, met: ratio >= least });

/** What Glimpse promises of its speed and size on two cores. The command prints whether each is kept, and fails for none. */
export const LIMITS = {
  /** A warm question with 64 candidates at full size, against decoding and encoding alone. */
  question: atMost(1.25, 'at most 1.25 times', 'ratio'),
  /** The zero-shot pipeline with the same 64 candidates, against the warm question. */
  pipeline64: atLeast(5, 'at least 5 times'),
  /** The same with 1,000 candidates. */
  pipeline1000: atLeast(50, 'at least 50 times'),
  scoring: atMost(2, 'under 2 ms', 'median'),
  throughput: atLeast(0.9, 'at least 0.9'),
  memory: atMost(1.05, 'within 5 %', 'ratio'),
  loopP99: atMost(20, 'at most 20 ms', 'median'),
  loopMost: atMost(60, 'never over 60 ms', 'median'),
  miniReady: atMost(1500, 'under 1.5 s', 'median'),
  fullReady: atMost(5000, 'under 5 s', 'median'),
} as const satisfies Record<string, Judge>;
