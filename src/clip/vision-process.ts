/**
 * The vision process: the one place where strangers' pictures are decoded and where onnxruntime runs, which blocks the
 * thread it runs on and may crash with it. Forked by vision-child.ts; speaks vision-protocol.ts.
 */
import { type ConnectOpts, Socket } from 'node:net';
import { confineDecoder } from '../images/decode-picture.ts';
import { drawHeatMap } from '../images/draw-heat-map.ts';
import { UserError } from '../user-error.ts';
import { type EncodedCrops, type EncodedPicture, joined } from './embedding.ts';
import { createWaitingRoom } from './encode-waiting.ts';
import { loadPictureEncoder, loadPromptEncoder, type PictureEncoder, type PromptEncoder } from './encoders.ts';
import { createTurns } from './in-turn.ts';
import { createReceiver } from './picture-pipe.ts';
import {
  type CropsMessage,
  type Failure,
  type FromVision,
  type HeatMapMessage,
  type JobMessage,
  type JobResult,
  type OpenMessage,
  PICTURE_PIPE,
  type PictureMessage,
  type TextsMessage,
  type TrialMessage,
} from './vision-protocol.ts';

interface Opened {
  readonly pictures: PictureEncoder;
  /** Where decoded pictures wait for their turn; it brings others along. */
  readonly waitingRoom: ReturnType<typeof createWaitingRoom>;
  /** Loaded when a text comes that no cache knows; it stays away where all are cached. */
  readonly prompts: () => Promise<PromptEncoder>;
}

let opened: Promise<Opened> | undefined;

/**
 * Two pictures are decoded at a time, by sharp's own threads, while the one before them is encoded: most of decoding a JPEG is
 * done by one thread, so that one picture at a time leaves a core idle (docs/speed.md).
 */
const decodeInTurn = createTurns(2);
/** One run at a time; all jobs end in the order in which they came. */
const encodeInTurn = createTurns();

// A terminal's Ctrl-C and a service manager's stop reach the whole group; the bot decides when its jobs are over.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit(0));
const receiver = createReceiver((message) => {
  if (message.type === 'open') opened = open(message);
  else if (message.type === 'trial') void tryOut(message);
  else if (opened) void opened.then((encoders) => work(message, encoders));
});
process.on('message', receiver.onMessage);
readPipe(receiver.onBytes);

/** Reads the pipe into one piece of memory, again and again: a new one for each 64 KiB is what the garbage collector would run for. */
function readPipe(onBytes: (bytes: Uint8Array) => void): void {
  const buffer = Buffer.allocUnsafeSlow(64 * 1024);
  const callback = (count: number) => {
    onBytes(buffer.subarray(0, count));
    return true;
  };
  const options: ConstructorParameters<typeof Socket>[0] & ConnectOpts = {
    fd: PICTURE_PIPE,
    writable: false,
    onread: { buffer, callback },
  };
  new Socket(options).resume();
}

async function open({ checkpoint, threads }: OpenMessage): Promise<Opened> {
  confineDecoder();
  let prompts: Promise<PromptEncoder> | undefined;
  return orEnd(async () => {
    const pictures = await loadPictureEncoder(checkpoint, threads);
    const { dimension, inputSize } = pictures;
    await send({ type: 'ready', dimension, inputSize });
    return {
      pictures,
      waitingRoom: createWaitingRoom(pictures.encodeAll, checkpoint.precision.vision),
      prompts: () => {
        prompts ??= orEnd(() => loadPromptEncoder(checkpoint, threads, dimension));
        return prompts;
      },
    };
  });
}

async function tryOut({ checkpoint, threads }: TrialMessage): Promise<void> {
  confineDecoder();
  // Only for a trial, once on a machine: not worth its reading at each start.
  const report = await orEnd(async () => (await import('./try-precisions.ts')).tryPrecisions(checkpoint, threads));
  await send({ type: 'tried', report });
}

function work(job: JobMessage, opened: Opened): Promise<void> {
  const begin = beginningOf(job, opened);
  return encodeInTurn(async () => {
    const { id } = job;
    try {
      await send({ type: 'done', id, result: await begin() });
    } catch (error) {
      await send({ type: 'failed', id, failure: toFailure(error) });
    }
  });
}

function beginningOf(job: JobMessage, opened: Opened): () => Promise<JobResult> {
  switch (job.type) {
    case 'picture':
      return lookAt(job, opened);
    case 'crops':
      return lookAtCrops(job, opened);
    case 'heat-map':
      return draw(job);
    case 'texts':
      return read(job, opened);
  }
}

function lookAt({ id, file, region }: PictureMessage, opened: Opened): () => Promise<EncodedPicture> {
  const waiting = decodeSoon(id, async () => opened.waitingRoom(await opened.pictures.decode(file, region)));
  return async () => (await waiting)();
}

function lookAtCrops({ id, file }: CropsMessage, { pictures }: Opened): () => Promise<EncodedCrops> {
  const decoding = decodeSoon(id, () => pictures.decodeCrops(file));
  return async () => {
    const { picture, boxes, pixels } = await decoding;
    return { picture, boxes, embeddings: joined(await pictures.encodeEach(pixels)) };
  };
}

function draw({ id, file, map }: HeatMapMessage): () => Promise<Uint8Array> {
  const drawing = decodeSoon(id, () => drawHeatMap(file, map));
  return () => drawing;
}

/** Begins to decode as soon as the picture before it is decoded. What is left to do waits for its own turn. */
function decodeSoon<T>(id: number, decode: () => Promise<T>): Promise<T> {
  const decoding = decodeInTurn(() => {
    void send({ type: 'started', id });
    return decode();
  });
  // It may fail before its turn comes, when that is told.
  decoding.catch(() => {});
  return decoding;
}

function read({ id, prompts: texts }: TextsMessage, { prompts }: Opened): () => Promise<Float32Array> {
  return async () => {
    const encoder = await prompts();
    await send({ type: 'started', id });
    return joined(await encoder.encode(texts));
  };
}

/** What cannot be loaded once cannot be loaded twice: says so, and ends. */
async function orEnd<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    await send({ type: 'unloadable', reason: error instanceof Error ? error.message : String(error) });
    process.exit(1);
  }
}

function toFailure(error: unknown): Failure {
  if (error instanceof UserError) return { kind: 'user', code: error.code, message: error.message };
  return { kind: 'bug', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** Resolves once the message is on its way, so that a blocking run after it does not hold it back. */
function send(message: FromVision): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, {}, () => resolve());
  });
}
