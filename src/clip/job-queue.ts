import type { JobMessage, JobResult } from './vision-protocol.ts';

/** A request to the vision process, and whom to tell of its end. */
export interface Job {
  readonly message: JobMessage;
  /** Of a picture's file. */
  readonly hash: string | undefined;
  readonly resolve: (result: JobResult) => void;
  readonly reject: (error: Error) => void;
}

/** How many jobs the vision process holds: two that are encoded, two that are decoded meanwhile, and two on their way. */
export const IN_HAND = 6;
/** How often a job is tried. Failing twice is no coincidence. */
export const ATTEMPTS = 2;

/** A job in the vision process's hands. */
interface Handed {
  readonly job: Job;
  /** Whether the vision process has begun with it. */
  started: boolean;
}

/**
 * The jobs that wait, and those in the vision process's hands, which are worked on in the order of their handing over:
 * the first of them, the head, is the one whose time runs. After a crash nobody knows whose fault it was, so a job that
 * has been in one is from then on tried with no other beside it.
 */
export function createJobQueue() {
  const waiting: Job[] = [];
  const inHand: Handed[] = [];
  const failures = new WeakMap<Job, number>();
  const hasFailed = (job: Job) => failures.has(job);

  return {
    waiting: () => waiting.length,
    /** The job that is worked on, if any. */
    head: () => inHand[0],
    isEmpty: () => waiting.length === 0 && inHand.length === 0,
    add: (job: Job) => void waiting.push(job),
    /** Moves the next job into the process's hands and returns it; undefined where none waits or none may be added. */
    handOver(): Job | undefined {
      const [next] = waiting;
      if (!next || inHand.length >= IN_HAND) return undefined;
      if (inHand.length > 0 && (hasFailed(next) || inHand.some(({ job }) => hasFailed(job)))) return undefined;
      waiting.shift();
      inHand.push({ job: next, started: false });
      return next;
    },
    /** Notes that the process has begun with a job, and returns it. */
    start(id: number): Job | undefined {
      const handed = inHand.find(({ job }) => job.message.id === id);
      if (handed) handed.started = true;
      return handed?.job;
    },
    /** Takes a job that is over out of the process's hands, and returns it. */
    settle(id: number): Job | undefined {
      const at = inHand.findIndex(({ job }) => job.message.id === id);
      return at < 0 ? undefined : inHand.splice(at, 1)[0]?.job;
    },
    /**
     * The process has ended: what was in its hands waits again, before all others. It counts as a failure of the head
     * and, unless the head alone was `late`, of every job begun. Returns those that have failed as often as they may.
     */
    takeBack({ late }: { readonly late: boolean }): readonly Job[] {
      const blamed = inHand.filter(({ started }, at) => at === 0 || (started && !late)).map(({ job }) => job);
      for (const job of blamed) failures.set(job, (failures.get(job) ?? 0) + 1);
      const gone = blamed.filter((job) => (failures.get(job) ?? 0) >= ATTEMPTS);
      waiting.unshift(...inHand.map(({ job }) => job).filter((job) => !gone.includes(job)));
      inHand.length = 0;
      return gone;
    },
    /** Gives up those that wait, and returns them. */
    dropWaiting: (): readonly Job[] => waiting.splice(0),
    /** Gives up all of them, and returns them. */
    dropAll: (): readonly Job[] => [...inHand.splice(0).map(({ job }) => job), ...waiting.splice(0)],
  };
}
