import type { StartVisionChild, VisionChild } from './vision-child.ts';
import type { PrecisionReport, VisionCheckpoint } from './vision-protocol.ts';

/** Loading two towers and a text tower from a slow disk takes its time. */
const TRIAL_DEADLINE_MS = 180_000;

/**
 * Tries a checkpoint's vision tower out in both precisions, in a vision process of its own that is ended afterwards, so that
 * nothing of the tower that is not chosen stays in memory. Rejects with an Error that says what went wrong.
 */
export function runPrecisionTrial(
  checkpoint: VisionCheckpoint,
  { threads, start }: { readonly threads: number; readonly start: StartVisionChild },
): Promise<PrecisionReport> {
  return new Promise((resolve, reject) => {
    let child: VisionChild | undefined;
    const timer = setTimeout(() => end(() => reject(new Error('the trial took too long'))), TRIAL_DEADLINE_MS);
    const end = (how: () => void) => {
      clearTimeout(timer);
      child?.kill();
      how();
    };
    child = start({
      onMessage: (message) => {
        if (message.type === 'tried') end(() => resolve(message.report));
        if (message.type === 'unloadable') end(() => reject(new Error(message.reason)));
      },
      onEnd: (how) => end(() => reject(new Error(`the vision process has ended: ${how}`))),
    });
    child.send({ type: 'trial', checkpoint, threads });
  });
}
