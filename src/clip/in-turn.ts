/**
 * Makes asynchronous work take turns: each begins, in the order of the calls, when fewer than `atOnce` of those before it are
 * not over yet, however they ended.
 */
export function createTurns(atOnce = 1): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let going = 0;
  return async (work) => {
    if (going === atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else going++;
    try {
      return await work();
    } finally {
      // Whoever waited longest takes over the place.
      const next = waiting.shift();
      if (next) next();
      else going--;
    }
  };
}
