/** How to learn that something has changed: calls the listener at each change until the function it gives is called. */
export type Changes = (listener: () => void) => () => void;

/**
 * Waits until `look` gives something, asking at once and after each change. Rejects with what `look` throws, or after
 * `patienceMs` of real time with the sentence that `complaint` makes.
 */
export function waitUntil<T>(
  changes: Changes,
  look: () => T | undefined,
  patienceMs: number,
  complaint: () => string,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let stop = () => {};
    const timer = setTimeout(() => {
      stop();
      reject(new Error(complaint()));
    }, patienceMs);
    const check = () => {
      try {
        const found = look();
        if (found === undefined) return;
        resolve(found);
      } catch (error) {
        reject(error as Error);
      }
      clearTimeout(timer);
      stop();
    };
    stop = changes(check);
    check();
  });
}
