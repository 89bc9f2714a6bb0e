import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority, tmpdir } from 'node:os';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { toSend } from './picture-pipe.ts';
import { type FromVision, PICTURE_PIPE, type ToVision } from './vision-protocol.ts';

/** A running vision process, as its client sees it. */
export interface VisionChild {
  readonly pid: number | undefined;
  /** Messages arrive in their order. A message to a process that has just ended is lost; `onEnd` tells. */
  send(message: ToVision): void;
  /** Closes the channel: the process ends by itself, after the run that it is in. */
  disconnect(): void;
  /** Ends it at once, wherever it is. */
  kill(): void;
}

/** What a vision process reports. `onEnd` comes once and last. */
export interface VisionChildEvents {
  readonly onMessage: (message: FromVision) => void;
  /** `how` says for a log how it ended, with the last of what it wrote on its standard error. */
  readonly onEnd: (how: string) => void;
}

/**
 * In bytes: from this size on glibc gives freed memory back at once, instead of from up to 32 MB on (mallopt(3); other systems do
 * not heed it). Two sizes of picture and a tower's weights leave holes in its heap otherwise (docs/speed.md).
 */
const MALLOC_MMAP_THRESHOLD_ = String(256 * 1024);

/**
 * In MiB. The tokenizer of SigLIP 2, the largest, takes 200 to 230 of the heap (256,000 tokens and 580,000 merges in either form of
 * tokenizer.json); without a limit V8 would collect later, and keep more (docs/speed.md).
 */
const HEAP_LIMITS = ['--max-old-space-size=512', '--max-semi-space-size=8'];

/** Starts a vision process and reports on it. */
export type StartVisionChild = (events: VisionChildEvents) => VisionChild;

/** Forks src/clip/vision-process.ts. Works from sources, and from any working directory. */
export const forkVisionProcess: StartVisionChild = (events) => {
  const child = fork(fileURLToPath(new URL('./start-vision-process.js', import.meta.url)), [], {
    execArgv: HEAP_LIMITS,
    serialization: 'advanced',
    env: { ORT_DISABLE_TELEMETRY: '1', VIPS_BLOCK_UNTRUSTED: '1', TMPDIR: tmpdir(), MALLOC_MMAP_THRESHOLD_ },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
  });
  const lastWords = keepTail(child);
  let ended = false;
  const end = (how: string) => {
    if (ended) return;
    ended = true;
    events.onEnd(how);
  };
  child.on('message', (message) => events.onMessage(message as FromVision));
  child.on('error', (error) => {
    if (child.pid === undefined) end(`it did not start: ${error.message}`);
  });
  child.on('exit', (code, signal) =>
    end([signal ? `killed by ${signal}` : `exit status ${code}`, lastWords()].filter(Boolean).join('; ')),
  );
  giveWay(child);
  // There is none where the process could not start, which `error` tells.
  const pipe = child.stdio?.[PICTURE_PIPE] as Writable | undefined;
  // It breaks when the process ends, which `exit` tells.
  pipe?.on('error', () => {});
  return {
    pid: child.pid,
    send: (toVision) => {
      if (!child.connected) return;
      const { message, file } = toSend(toVision);
      child.send(message, () => {});
      if (file) pipe?.write(file);
    },
    disconnect: () => {
      if (child.connected) child.disconnect();
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};

/**
 * Forks a vision process now, for whoever starts the first one: it loads while the bot does. Where it has ended by then, and from the
 * second time on, another is forked.
 *
 * @example const start = forkAhead(); // later: openClip(config, { start })
 */
export function forkAhead(fork: StartVisionChild = forkVisionProcess): StartVisionChild {
  let taker: VisionChildEvents | undefined;
  let ended = false;
  const child = fork({
    onMessage: (message) => taker?.onMessage(message),
    onEnd: (how) => {
      ended = true;
      taker?.onEnd(how);
    },
  });
  // A bot that exits before it takes it, for want of a token, is not outlived by what loads for it.
  process.once('exit', () => {
    if (!taker) child.kill();
  });
  return (events) => {
    if (taker || ended) return fork(events);
    taker = events;
    return child;
  };
}

/**
 * With 16 askers on two cores the bot's event loop was at most 19 ms late 99 times of 100, instead of 33 where both processes had
 * the same priority (docs/speed.md); the answers were there as soon. The owner's other programs gain by it, too.
 */
function giveWay({ pid }: ChildProcess): void {
  try {
    // At once: threads take over the priority of the one that creates them.
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where the system does not allow it, it answers all the same.
  }
}

const TAIL_CHARACTERS = 2000;

/** Native code writes its reasons to standard error; they must never reach the terminal of a command. */
function keepTail(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-TAIL_CHARACTERS);
  });
  return () => tail.trim();
}
