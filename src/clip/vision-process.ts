/**
 * The vision process: the one place where strangers' pictures are decoded and where onnxruntime runs, which blocks the
 * thread it runs on and may crash with it. Forked by vision-child.ts; speaks vision-protocol.ts.
 */
import { confineDecoder } from '../images/decode-picture.ts';
import { UserError } from '../user-error.ts';
import { joined } from './embedding.ts';
import { loadPictureEncoder, loadPromptEncoder, type PictureEncoder, type PromptEncoder } from './encoders.ts';
import type { Failure, FromVision, OpenMessage, PictureMessage, TextsMessage, ToVision } from './vision-protocol.ts';

interface Opened {
  readonly pictures: PictureEncoder;
  /** Loaded when a text comes that no cache knows; it stays away where all are cached. */
  readonly prompts: () => Promise<PromptEncoder>;
}

let opened: Promise<Opened> | undefined;

// A terminal's Ctrl-C and a service manager's stop reach the whole group; the bot decides when its jobs are over.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToVision) => {
  if (message.type === 'open') opened = open(message);
  else if (opened) void opened.then((encoders) => work(message, encoders));
});

async function open({ checkpoint, threads }: OpenMessage): Promise<Opened> {
  confineDecoder(threads);
  let prompts: Promise<PromptEncoder> | undefined;
  return orEnd(async () => {
    const pictures = await loadPictureEncoder(checkpoint, threads);
    const { embedding } = await pictures.encodeNothing();
    await send({ type: 'ready', dimension: embedding.length, inputSize: pictures.inputSize });
    return {
      pictures,
      prompts: () => {
        prompts ??= orEnd(() => loadPromptEncoder(checkpoint, threads));
        return prompts;
      },
    };
  });
}

async function work(job: PictureMessage | TextsMessage, { pictures, prompts }: Opened): Promise<void> {
  const { id } = job;
  const texts = job.type === 'texts' ? await prompts() : undefined;
  await send({ type: 'started', id });
  try {
    const result =
      job.type === 'picture'
        ? await pictures.encode(await pictures.decode(job.file, job.region))
        : joined(await (texts as PromptEncoder).encode(job.prompts));
    await send({ type: 'done', id, result });
  } catch (error) {
    await send({ type: 'failed', id, failure: toFailure(error) });
  }
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
