import { LRUCache } from 'lru-cache';
import type { Log } from '../checkpoints/log.ts';
import type { HeatMap } from '../images/draw-heat-map.ts';
import type { Box, Region } from '../images/region.ts';
import type { Embedding, EncodedCrops, EncodedPicture } from './embedding.ts';
import { ATTEMPTS, createJobQueue, type Job } from './job-queue.ts';
import { forkVisionProcess, type StartVisionChild, type VisionChild } from './vision-child.ts';
import {
  closed,
  pictureRefused,
  promptsEndedIt,
  queueFull,
  toError,
  tookTooLong,
  unloadable,
} from './vision-failures.ts';
import type {
  CropsMessage,
  FromVision,
  HeatMapMessage,
  JobMessage,
  JobResult,
  OpenMessage,
  PictureMessage,
  TextsMessage,
  VisionFacts,
} from './vision-protocol.ts';

/** The bot's side of the vision process: a bounded queue before one child, which is started again when it ends. */
export interface VisionClient {
  /** Starts the vision process. Throws a UserError (`model-unavailable`) where the checkpoint cannot be loaded. */
  open(): Promise<VisionFacts>;
  /**
   * `hash` tells the file's content apart from others': a picture that brings the process down twice is refused by it.
   * Throws what `Clip.encodePicture` throws.
   */
  encodePicture(file: Uint8Array, hash: string, region?: Region | Box): Promise<EncodedPicture>;
  /** Overlapping crops of a picture, in one job. Refuses and throws as `encodePicture` does. */
  encodeCrops(file: Uint8Array, hash: string): Promise<EncodedCrops>;
  /** The PNG file of a picture with a heat map over it. Refuses and throws as `encodePicture` does. */
  drawHeatMap(file: Uint8Array, hash: string, map: HeatMap): Promise<Uint8Array>;
  /**
   * One batch of at most `MAX_TEXTS` prompts. `continues` marks a further batch of a request that was let in already:
   * it waits its turn, but is not refused for want of room.
   */
  encodeTexts(prompts: readonly string[], options?: { readonly continues?: boolean }): Promise<Embedding[]>;
  /** What work that gives way to all other has to know. */
  activity(): Activity;
  /** Lets the jobs in hand end, refuses those that wait (UserError `busy`), and ends the vision process. */
  close(): Promise<void>;
}

/** How busy the vision process is. */
export interface Activity {
  /** Whether no job waits or is in hand. */
  readonly idle: boolean;
  /** How many jobs were let in so far. */
  readonly admitted: number;
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
  readonly onJobStarted?: (job: { readonly pid: number | undefined; readonly type: JobMessage['type'] }) => void;
}

/** Calls back after so many milliseconds, unless the function that it returns is called first. */
export type Schedule = (callback: () => void, milliseconds: number) => () => void;

/** Reading 600 MB from a slow disk takes its time, and is no job's fault. */
const LOAD_DEADLINE_MS = 180_000;
/** What the jobs in hand are given when the client closes. */
const CLOSE_GRACE_MS = 5_000;
/** How many pictures that brought the process down are remembered. */
const REFUSED_PICTURES = 1000;

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
  const jobs = createJobQueue();
  const refused = new LRUCache<string, true>({ max: REFUSED_PICTURES });
  const openings: { resolve: (facts: VisionFacts) => void; reject: (error: Error) => void }[] = [];
  let running: Running | undefined;
  let crashedLoads = 0;
  let lastId = 0;
  let admitted = 0;
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
    encodeCrops: async (file, hash) => {
      if (refused.has(hash)) throw pictureRefused();
      return submit({ type: 'crops', id: ++lastId, file }, { hash });
    },
    drawHeatMap: async (file, hash, map) => {
      if (refused.has(hash)) throw pictureRefused();
      return submit({ type: 'heat-map', id: ++lastId, file, map }, { hash });
    },
    encodeTexts: async (prompts, { continues = false } = {}) => {
      const embeddings = await submit({ type: 'texts', id: ++lastId, prompts }, { letIn: continues });
      return split(embeddings, prompts.length);
    },
    activity: () => ({ idle: jobs.isEmpty(), admitted }),
    close: () => {
      closing ??= new Promise((resolve) => {
        onClosed = resolve;
        for (const { reject } of openings.splice(0)) reject(closed());
        for (const job of jobs.dropWaiting()) job.reject(closed());
        if (!running) return resolve();
        watch(CLOSE_GRACE_MS);
        if (jobs.isEmpty()) running.child.disconnect();
      });
      return closing;
    },
  };

  function submit(message: PictureMessage, admission: Admission): Promise<EncodedPicture>;
  function submit(message: CropsMessage, admission: Admission): Promise<EncodedCrops>;
  function submit(message: HeatMapMessage, admission: Admission): Promise<Uint8Array>;
  function submit(message: TextsMessage, admission: Admission): Promise<Float32Array>;
  function submit(message: Job['message'], { hash, letIn = false }: Admission): Promise<JobResult> {
    return new Promise((resolve, reject) => {
      if (closing) return reject(closed());
      if (jobs.waiting() >= queueLimit && !letIn) return reject(queueFull());
      admitted += 1;
      jobs.add({ message, hash, resolve, reject });
      pump();
    });
  }

  /** Hands over as many jobs as the child may have in its hands. */
  function pump(): void {
    if (jobs.isEmpty()) return;
    ensureRunning();
    if (!running?.facts || running.ending) return;
    const idle = jobs.head() === undefined;
    for (let job = jobs.handOver(); job; job = jobs.handOver()) running.child.send(job.message);
    if (idle) watchHead();
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
      case 'tried':
        return;
      case 'started':
        begin(message.id, from);
        return;
      case 'done':
        settle(message.id, ({ resolve }) => resolve(message.result));
        return;
      case 'failed':
        settle(message.id, ({ reject }) => reject(toError(message.failure)));
        return;
    }
  }

  function begin(id: number, { child }: Running): void {
    const job = jobs.start(id);
    if (!job) return;
    if (job === jobs.head()?.job) watchHead();
    options.onJobStarted?.({ pid: child.pid, type: job.message.type });
  }

  function settle(id: number, how: (job: Job) => void): void {
    const head = jobs.head();
    const job = jobs.settle(id);
    if (!job) return;
    how(job);
    if (closing) {
      if (jobs.isEmpty()) running?.child.disconnect();
      return;
    }
    pump();
    if (jobs.head() !== head) watchHead();
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
    const late = which.ending === 'deadline';
    const why = late ? 'it took too long' : how;
    if (which.facts) {
      if (which.ending !== 'unloadable') log.warn(`The vision process has ended (${why}) and is started again.`);
      for (const job of jobs.takeBack({ late })) giveUp(job, late);
    } else if (which.ending !== 'unloadable' && ++crashedLoads >= ATTEMPTS) {
      crashedLoads = 0;
      failAll(unloadable(why));
    }
    if (openings.length > 0) ensureRunning();
    pump();
  }

  function giveUp({ hash, reject }: Job, late: boolean): void {
    if (hash) refused.set(hash, true);
    if (late) reject(tookTooLong());
    else reject(hash ? pictureRefused() : promptsEndedIt());
  }

  /** A job's time runs while it is the head. The text tower may have to be loaded before it is begun. */
  function watchHead(): void {
    if (closing) return;
    const head = jobs.head();
    if (head) watch(head.started ? deadlineMs : LOAD_DEADLINE_MS);
    else cancelTimer();
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
    for (const { reject } of jobs.dropAll()) reject(error);
  }
}

/** By `setTimeout`. */
export const scheduleTimeout: Schedule = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/** As many embeddings, each a copy, so that none keeps the whole message alive. */
function split(embeddings: Float32Array, count: number): Embedding[] {
  const dimension = embeddings.length / count;
  return Array.from({ length: count }, (_, i) => embeddings.slice(i * dimension, (i + 1) * dimension));
}
