/** Over so many milliseconds a speed is averaged: long enough to be steady, short enough to notice that the line went slow. */
const WINDOW_MS = 5_000;

/** Measures how fast something comes in. */
export interface TransferRate {
  /** Takes note of how many bytes are here by now, and gives the bytes per second of late; undefined before it can tell. */
  note(receivedBytes: number): number | undefined;
}

/** A measure of speed. What was here at the first note came earlier and does not count. */
export function createTransferRate(now: () => number = () => performance.now()): TransferRate {
  const notes: { readonly at: number; readonly bytes: number }[] = [];
  return {
    note(bytes) {
      const at = now();
      // A transfer that begins anew has less than before.
      if (bytes < (notes.at(-1)?.bytes ?? 0)) notes.length = 0;
      notes.push({ at, bytes });
      while (notes.length > 2 && at - (notes[1]?.at ?? at) >= WINDOW_MS) notes.shift();
      const oldest = notes[0];
      if (!oldest || at - oldest.at < 1) return undefined;
      return ((bytes - oldest.bytes) * 1000) / (at - oldest.at);
    },
  };
}
