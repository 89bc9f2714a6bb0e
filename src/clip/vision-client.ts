import { LRUCache } from 'lru-cache';
import type { Region } from '../images/region.ts';
import { UserError } from '../user-error.ts';
import type { Embedding, EncodedPicture } from './embedding.ts';
import type { Log } from './log.ts';
import { forkVisionProcess, type StartVisionChild, type VisionChild } from './vision-child.ts';
import type {
  Failure,
  FromVision,
  JobResult,
  OpenMessage,
  PictureMessage,
  TextsMessage,
  VisionFacts,
} from './vision-protocol.ts';

/** The bot's side of the vision process: a bounded queue in front of one child, which is started again when it ends. */
export interface VisionClient {
  /** Starts the vision process. Throws a UserError (`model-unavailable`) where the checkpoint cannot be loaded. */
  open(): Promise<VisionFacts>;
  /**
   * `hash` tells the file's content apart from others': a picture that brings the process down twice is refused by it.
   * Throws what `Clip.encodePicture` throws.
   */
  encodePicture(file: Uint8Array, hash: string, region?: Region): Promise<EncodedPicture>;
  /**
   * One batch of at most `MAX_TEXTS` prompts. `continues` marks a further batch of a request that was let in already:
   * it waits its turn, but is not refused for want of room.
   */
  encodeTexts(prompts: readonly string[], options?: { readonly continues?: boolean }): Promise<Embedding[]>;
  /** Lets the job in hand end, refuses those that wait (UserError `busy`), and ends the vision process. */
  close(): Promise<void>;
}

/** The checkpoint to load, and the bounds that keep one job or one asker from stopping the others. */
export interface VisionClientOptions extends Omit<OpenMessage, 'type'> {
  /** Jobs that may wait; one more is refused with a UserError (`busy`). */
  readonly queueLimit: number;
  /** How long a job may take, from the moment that the vision process begins with it. */
  readonly deadlineMs: number;
  readonly log: Log;
  /** How a child is started. Forks vision-process.ts by default. */
  readonly start?: StartVisionChild;
  /** `setTimeout` by default. */
  readonly schedule?: Schedule;
  /** Told when the vision process begins with a job. */
  readonly onJobStarted?: (job: { readonly pid: number | undefined; readonly type: 'picture' | 'texts' }) => void;
}

/** Calls back after so many milliseconds, unless the function that it returns is called first. */
export type Schedule = (callback: () => void, milliseconds: number) => () => void;

/** How often a job is tried, and a load that crashed. Failing twice is no coincidence. */
const ATTEMPTS = 2;
/** Reading 600 MB from a slow disk takes its time, and is no job's fault. */
const LOAD_DEADLINE_MS = 180_000;
/** What the job in hand is given when the client closes. */
const CLOSE_GRACE_MS = 5_000;
/** How many pictures that brought the process down are remembered. */
const REFUSED_PICTURES = 1000;

interface Job {
  readonly message: PictureMessage | TextsMessage;
  readonly hash: string | undefined;
  readonly resolve: (result: JobResult) => void;
  readonly reject: (error: Error) => void;
  failures: number;
}

/** What lets a job in: `hash` is a picture's, `letIn` whether it passes a full queue. */
interface Admission {
  readonly hash?: string;
  readonly letIn?: boolean;
}

/** A started child. `facts` once it is loaded; `ending` once it is known that it will end, and why. */
interface Running {
  readonly child: VisionChild;
  facts?: VisionFacts;
  ending?: 'deadline' | 'unloadable';
}

/** Creates the client; nothing runs until `open` or the first job. */
export function createVisionClient(options: VisionClientOptions): VisionClient {
  const { queueLimit, deadlineMs, log, start = forkVisionProcess, schedule = scheduleTimeout } = options;
  const waiting: Job[] = [];
  const refused = new LRUCache<string, true>({ max: REFUSED_PICTURES });
  const openings: { resolve: (facts: VisionFacts) => void; reject: (error: Error) => void }[] = [];
  let running: Running | undefined;
  let current: Job | undefined;
  let crashedLoads = 0;
  let lastId = 0;
  let cancelTimer = () => {};
  let closing: Promise<void> | undefined;
  let onClosed = () => {};

  return {
    open: () =>
      new Promise((resolve, reject) => {
        if (closing) return reject(closed());
        if (running?.facts) return resolve(running.facts);
        openings.push({ resolve, reject });
        ensureRunning();
      }),
    encodePicture: async (file, hash, region) => {
      if (refused.has(hash)) throw pictureRefused();
      const { embedding, familiar } = await submit({ type: 'picture', id: ++lastId, file, region }, { hash });
      return { embedding: embedding.slice(), familiar };
    },
    encodeTexts: async (prompts, { continues = false } = {}) => {
      const embeddings = await submit({ type: 'texts', id: ++lastId, prompts }, { letIn: continues });
      return split(embeddings, prompts.length);
    },
    close: () => {
      closing ??= new Promise((resolve) => {
        onClosed = resolve;
        for (const { reject } of openings.splice(0)) reject(closed());
        for (const job of waiting.splice(0)) job.reject(closed());
        if (!running) return resolve();
        watch(CLOSE_GRACE_MS);
        if (!current) running.child.disconnect();
      });
      return closing;
    },
  };

  function submit(message: PictureMessage, admission: Admission): Promise<EncodedPicture>;
  function submit(message: TextsMessage, admission: Admission): Promise<Float32Array>;
  function submit(message: Job['message'], { hash, letIn = false }: Admission): Promise<JobResult> {
    return new Promise((resolve, reject) => {
      if (closing) return reject(closed());
      if (waiting.length >= queueLimit && !letIn) return reject(queueFull());
      waiting.push({ message, hash, resolve, reject, failures: 0 });
      pump();
    });
  }

  /** Hands the next job over, if the child is free. */
  function pump(): void {
    if (current || waiting.length === 0) return;
    ensureRunning();
    if (!running?.facts || running.ending) return;
    current = waiting.shift() as Job;
    // The text tower may have to be loaded first; the job's own deadline begins with `started`.
    watch(LOAD_DEADLINE_MS);
    running.child.send(current.message);
  }

  function ensureRunning(): void {
    if (running) return;
    const started: Running = {
      child: start({ onMessage: (message) => onMessage(started, message), onEnd: (how) => onEnd(started, how) }),
    };
    running = started;
    watch(LOAD_DEADLINE_MS);
    started.child.send({ type: 'open', checkpoint: options.checkpoint, threads: options.threads });
  }

  function onMessage(from: Running, message: FromVision): void {
    if (from !== running) return;
    switch (message.type) {
      case 'ready':
        crashedLoads = 0;
        from.facts = { dimension: message.dimension, inputSize: message.inputSize };
        if (closing) return;
        cancelTimer();
        for (const { resolve } of openings.splice(0)) resolve(from.facts);
        pump();
        return;
      case 'unloadable':
        from.ending = 'unloadable';
        failAll(unloadable(message.reason));
        return;
      case 'started':
        if (current?.message.id !== message.id) return;
        if (!closing) watch(deadlineMs);
        options.onJobStarted?.({ pid: from.child.pid, type: current.message.type });
        return;
      case 'done':
        settle(message.id, ({ resolve }) => resolve(message.result));
        return;
      case 'failed':
        settle(message.id, ({ reject }) => reject(toError(message.failure)));
        return;
    }
  }

  function settle(id: number, how: (job: Job) => void): void {
    if (current?.message.id !== id) return;
    how(current);
    current = undefined;
    if (closing) {
      running?.child.disconnect();
    } else {
      cancelTimer();
      pump();
    }
  }

  function onEnd(which: Running, how: string): void {
    if (which !== running) return;
    running = undefined;
    cancelTimer();
    if (closing) {
      failAll(closed());
      onClosed();
      return;
    }
    const why = which.ending === 'deadline' ? 'it took too long' : how;
    if (which.facts) {
      if (which.ending !== 'unloadable') log.warn(`The vision process has ended (${why}) and is started again.`);
      const job = current;
      current = undefined;
      if (job) retryOrReject(job, which.ending === 'deadline');
    } else if (which.ending !== 'unloadable' && ++crashedLoads >= ATTEMPTS) {
      crashedLoads = 0;
      failAll(unloadable(why));
    }
    if (openings.length > 0) ensureRunning();
    pump();
  }

  function retryOrReject(job: Job, late: boolean): void {
    if (++job.failures < ATTEMPTS) {
      waiting.unshift(job);
      return;
    }
    if (job.hash) refused.set(job.hash, true);
    if (late) job.reject(tookTooLong());
    else job.reject(job.hash ? pictureRefused() : new Error('The vision process ended twice over the same prompts.'));
  }

  /** Ends the child unless it is heard of in time. There is one timer, for there is one thing to wait for. */
  function watch(milliseconds: number): void {
    cancelTimer();
    const watched = running;
    cancelTimer = schedule(() => {
      if (!watched || watched !== running) return;
      watched.ending ??= 'deadline';
      watched.child.kill();
    }, milliseconds);
  }

  /** For what no retry helps against. The next job starts the child anew. */
  function failAll(error: Error): void {
    for (const { reject } of openings.splice(0)) reject(error);
    for (const { reject } of current ? [current, ...waiting.splice(0)] : waiting.splice(0)) reject(error);
    current = undefined;
  }
}

const scheduleTimeout: Schedule = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/** As many embeddings, each a copy, so that none keeps the whole message alive. */
function split(embeddings: Float32Array, count: number): Embedding[] {
  const dimension = embeddings.length / count;
  return Array.from({ length: count }, (_, i) => embeddings.slice(i * dimension, (i + 1) * dimension));
}

function toError(failure: Failure): Error {
  if (failure.kind === 'user') return new UserError(failure.code, failure.message);
  return Object.assign(new Error('The vision process failed at a job.'), { stack: failure.stack });
}

const queueFull = () => new UserError('busy', 'I have more pictures to look at than I can. Try again in a minute.');
const closed = () => new UserError('busy', 'I am shutting down. Try again in a minute.');
const tookTooLong = () => new UserError('timeout', 'I did not get done with this in time. Try again in a minute.');
const pictureRefused = () =>
  new UserError(
    'picture-refused',
    'This picture has stopped me in my tracks twice, so I leave it alone. Save it in another format and send that.',
  );
const unloadable = (reason: string) =>
  new UserError('model-unavailable', `The CLIP checkpoint cannot be loaded: ${reason.replaceAll(/\s+/g, ' ').trim()}`);
