import type { Log } from '../checkpoints/log.ts';
import type { TextEmbeddings } from './text-embeddings.ts';
import type { Schedule, VisionClient } from './vision-client.ts';

/**
 * How many prompts are encoded at once while nobody asks, which is how long a picture may have to wait that comes just then:
 * half as long as a picture's own encoding takes, with the full CLIP (a ratio of 0.49) as with glimpse-mini (0.53). Fewer
 * cost more for each prompt: 4 a third more, 2 half as much again.
 */
const BATCH = 8;
/** So long nobody may have asked anything before the next batch. It leaves half of the processor to others, too. */
const QUIET_MS = 100;

/** What encodes texts when there is nothing else to do. */
export interface BackgroundTexts {
  /**
   * Encodes what is not cached yet, in small batches, each only after a moment in which the vision process had nothing to
   * do. The next list is asked for after such a moment, too. Resolves when all is done, or as soon as it is stopped; never
   * rejects, for nobody waits for it.
   */
  encode(lists: AsyncIterable<readonly string[]>): Promise<void>;
  /** Ends it before the next batch. */
  stop(): void;
}

/** `schedule` is the clock of the moments. */
export function createBackgroundTexts(
  texts: TextEmbeddings,
  client: Pick<VisionClient, 'activity'>,
  { schedule, log }: { readonly schedule: Schedule; readonly log: Log },
): BackgroundTexts {
  let stopped = false;
  let wake = () => {};
  return {
    encode: async (lists) => {
      try {
        for await (const list of lists) {
          for (const batch of batchesOf(list.filter((prompt) => !texts.isCached(prompt)))) {
            await quiet();
            if (stopped) return;
            await texts.encode(batch);
          }
          await quiet();
          if (stopped) return;
        }
      } catch (error) {
        // Whoever asks for these prompts has them encoded then, and is told what is wrong.
        if (!stopped)
          log.debug(`Prompts are not encoded beforehand: ${error instanceof Error ? error.message : error}`);
      }
    },
    stop: () => {
      stopped = true;
      wake();
    },
  };

  /** Resolves after a moment in which nothing was to be done, or at once when it is stopped. */
  async function quiet(): Promise<void> {
    for (;;) {
      const before = client.activity();
      await moment();
      const { idle, admitted } = client.activity();
      if (stopped || (idle && admitted === before.admitted)) return;
    }
  }

  function moment(): Promise<void> {
    if (stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = schedule(resolve, QUIET_MS);
      wake = () => {
        cancel();
        resolve();
      };
    });
  }
}

/** Alike lengths together, so that little of a batch is padding. */
function* batchesOf(prompts: readonly string[]): Generator<readonly string[]> {
  const sorted = prompts.toSorted((a, b) => a.length - b.length);
  for (let i = 0; i < sorted.length; i += BATCH) yield sorted.slice(i, i + BATCH);
}
