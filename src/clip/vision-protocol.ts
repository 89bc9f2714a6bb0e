import type { Precision } from '../../models/catalogue.ts';
import type { Region } from '../images/region.ts';
import type { UserErrorCode } from '../user-error.ts';
import type { EncodedPicture } from './embedding.ts';

/**
 * What the bot and the vision process say to each other. Bytes and vectors travel as typed arrays (the structured clone
 * of `serialization: 'advanced'`). The bot sends one job and awaits its end before it sends the next.
 */
export type ToVision = OpenMessage | PictureMessage | TextsMessage;
export type FromVision = ReadyMessage | UnloadableMessage | StartedMessage | DoneMessage | FailedMessage;

/** Comes first, once: load the vision tower. */
export interface OpenMessage {
  readonly type: 'open';
  readonly checkpoint: VisionCheckpoint;
  readonly threads: number;
}

/** What the vision process needs to know of a checkpoint. All else it reads in the folder. */
export interface VisionCheckpoint {
  /** Absolute path of a folder in the transformers.js layout. */
  readonly folder: string;
  readonly precision: { readonly vision: Precision; readonly text: Precision };
}

/** Decode and encode one picture, or a region of it; of an animation three frames, for one result. */
export interface PictureMessage {
  readonly type: 'picture';
  readonly id: number;
  readonly file: Uint8Array;
  readonly region?: Region | undefined;
}

/** Encode one batch of prompts. */
export interface TextsMessage {
  readonly type: 'texts';
  readonly id: number;
  /** At most `MAX_TEXTS`. */
  readonly prompts: readonly string[];
}

/** The checkpoint is loaded and has encoded an empty picture. */
export interface ReadyMessage extends VisionFacts {
  readonly type: 'ready';
}

/** What is known of a checkpoint once it is loaded. */
export interface VisionFacts {
  /** The length of an embedding. */
  readonly dimension: number;
  /** The side of the square that the vision tower sees, in pixels. */
  readonly inputSize: number;
}

/** The checkpoint, or its text tower, cannot be loaded; the process ends after this. */
export interface UnloadableMessage {
  readonly type: 'unloadable';
  readonly reason: string;
}

/** All that the job needs is loaded and the work begins: from here on its deadline counts. */
export interface StartedMessage {
  readonly type: 'started';
  readonly id: number;
}

/** A job's end. */
export interface DoneMessage {
  readonly type: 'done';
  readonly id: number;
  readonly result: JobResult;
}

/** What a job came to: a picture, or its prompts' unit embeddings one after the other, `Float32Array[count * dimension]`. */
export type JobResult = EncodedPicture | Float32Array;

export interface FailedMessage {
  readonly type: 'failed';
  readonly id: number;
  readonly failure: Failure;
}

/** An error as it crosses the border: a UserError intact, anything else as a bug with its stack. */
export type Failure =
  | { readonly kind: 'user'; readonly code: UserErrorCode; readonly message: string }
  | { readonly kind: 'bug'; readonly stack: string };

/** The most prompts in one job: enough to gain by batching, few enough that pictures get their turn in between. */
export const MAX_TEXTS = 64;
