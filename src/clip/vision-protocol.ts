import type { Precision } from '../../models/catalogue.ts';
import type { HeatMap } from '../images/draw-heat-map.ts';
import type { Box, Region } from '../images/region.ts';
import type { UserErrorCode } from '../user-error.ts';
import type { EncodedCrops, EncodedPicture } from './embedding.ts';

/**
 * What the bot and the vision process say to each other. Vectors travel as typed arrays (the structured clone of
 * `serialization: 'advanced'`), strangers' files by a pipe beside the channel (picture-pipe.ts). The bot keeps a few jobs in the vision process's hands, which works on them in the order
 * of their arrival: it decodes the next pictures while it encodes the one before.
 */
export type ToVision = OpenMessage | TrialMessage | JobMessage;
export type FromVision = ReadyMessage | TriedMessage | UnloadableMessage | StartedMessage | DoneMessage | FailedMessage;

/** What the vision process works on, one after the other. */
export type JobMessage = FileMessage | TextsMessage;
/** The jobs that bring a stranger's file. */
export type FileMessage = PictureMessage | CropsMessage | HeatMapMessage;

/** A job without its file, whose bytes go by the pipe (picture-pipe.ts). */
export type PipedMessage = Piped<PictureMessage> | Piped<CropsMessage> | Piped<HeatMapMessage>;
type Piped<Message extends FileMessage> = Omit<Message, 'file'> & {
  /** How many they are. */
  readonly bytes: number;
};

/** What goes by the channel. */
export type SentToVision = Exclude<ToVision, FileMessage> | PipedMessage;

/** Comes first, once: load the vision tower. A process that is for a trial gets a TrialMessage in its place. */
export interface OpenMessage {
  readonly type: 'open';
  readonly checkpoint: VisionCheckpoint;
  readonly threads: number;
}

/** Try the vision tower out in its own precision and in int8, and report. */
export interface TrialMessage {
  readonly type: 'trial';
  readonly checkpoint: VisionCheckpoint;
  readonly threads: number;
}

/** What the vision process needs to know of a checkpoint. All else it reads in the folder. */
export interface VisionCheckpoint {
  /** Absolute path of a folder in the transformers.js layout. */
  readonly folder: string;
  readonly precision: { readonly vision: Precision; readonly text: Precision };
  /** How many tokens every prompt is padded to; see `CatalogueEntry`. */
  readonly padTo?: number | undefined;
}

/** Decode and encode one picture, or a region of it; of an animation three frames, for one result. */
export interface PictureMessage {
  readonly type: 'picture';
  readonly id: number;
  readonly file: Uint8Array;
  readonly region?: Region | Box | undefined;
}

/** Decode one picture once, and encode overlapping crops of it as one batch; of an animation, of its first frame. */
export interface CropsMessage {
  readonly type: 'crops';
  readonly id: number;
  readonly file: Uint8Array;
}

/** Draw one picture with a heat map over it. Needs neither tower. */
export interface HeatMapMessage {
  readonly type: 'heat-map';
  readonly id: number;
  readonly file: Uint8Array;
  readonly map: HeatMap;
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

/** How a trial went. */
export interface TriedMessage {
  readonly type: 'tried';
  readonly report: PrecisionReport;
}

/** A vision tower in its own precision beside the same one in int8, on the trial pictures. */
export interface PrecisionReport {
  /** Of encoding one picture, in the median, in milliseconds. */
  readonly exactMs: number;
  readonly int8Ms: number;
  /** The mean cosine of the two embeddings of a picture. */
  readonly cosine: number;
  /** How many pictures there were, and for how many of them the same text fits best. */
  readonly pictures: number;
  readonly agreed: number;
}

/** The checkpoint, or its text tower, cannot be loaded; the process ends after this. */
export interface UnloadableMessage {
  readonly type: 'unloadable';
  readonly reason: string;
}

/**
 * All that the job needs is loaded and the work begins: from here on its deadline counts, unless another was begun before
 * it, from whose end it counts then.
 */
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

/**
 * What a job came to: a picture, its crops, its prompts' unit embeddings one after the other
 * (`Float32Array[count * dimension]`), or the PNG file of a heat map.
 */
export type JobResult = EncodedPicture | EncodedCrops | Float32Array | Uint8Array;

export interface FailedMessage {
  readonly type: 'failed';
  readonly id: number;
  readonly failure: Failure;
}

/** An error as it crosses the border: a UserError intact, anything else as a bug with its stack. */
export type Failure =
  | { readonly kind: 'user'; readonly code: UserErrorCode; readonly message: string }
  | { readonly kind: 'bug'; readonly stack: string };

/**
 * The most prompts in one job: enough to gain by batching, few enough that pictures get their turn in between. With the full
 * CLIP a batch of 16 takes as long as a picture (a ratio of 1.01), 32 takes 1.9 times as long and 64 takes 4.1, and a prompt
 * costs the same in all of them; with glimpse-mini 16 take 1.02, 32 take 1.5 and 64 take 3.6.
 */
export const MAX_TEXTS = 32;

/** The vision process's file descriptor of the pipe that strangers' files come by: the next after the channel. */
export const PICTURE_PIPE = 4;
