/** Answer times that the median is taken of. */
const ANSWERS = 500;

/** How the bot is doing, for `/about`. */
export interface Vitals {
  /** Milliseconds since the bot started. */
  uptimeMs(): number;
  /** Answers since the start. */
  answered(): number;
  /** The median time of the last answers in milliseconds; undefined before the first. */
  medianMs(): number | undefined;
  /** Notes that an answer took so many milliseconds. */
  note(milliseconds: number): void;
}

/** Counts from now on. `now` is a clock in milliseconds. */
export function createVitals(now: () => number): Vitals {
  const start = now();
  const times: number[] = [];
  let answered = 0;
  return {
    uptimeMs: () => now() - start,
    answered: () => answered,
    medianMs() {
      const sorted = times.toSorted((a, b) => a - b);
      return sorted[Math.floor(sorted.length / 2)];
    },
    note(milliseconds) {
      answered += 1;
      times.push(milliseconds);
      if (times.length > ANSWERS) times.shift();
    },
  };
}
