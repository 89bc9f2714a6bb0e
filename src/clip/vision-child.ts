import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { inPieces } from './picture-pieces.ts';
import type { FromVision, ToVision } from './vision-protocol.ts';

/** A running vision process, as its client sees it. */
export interface VisionChild {
  readonly pid: number | undefined;
  /** Messages arrive in their order, a big picture in pieces. A message to a process that has just ended is lost; `onEnd` tells. */
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

/** Starts a vision process and reports on it. */
export type StartVisionChild = (events: VisionChildEvents) => VisionChild;

/** Forks src/clip/vision-process.ts. Works from sources, and from any working directory. */
export const forkVisionProcess: StartVisionChild = (events) => {
  const child = fork(fileURLToPath(new URL('./start-vision-process.js', import.meta.url)), [], {
    execArgv: [],
    serialization: 'advanced',
    env: { ORT_DISABLE_TELEMETRY: '1', VIPS_BLOCK_UNTRUSTED: '1', TMPDIR: tmpdir() },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
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
  let sent = Promise.resolve();
  const sendOne = (message: ToVision) =>
    new Promise<void>((resolve) => {
      if (child.connected) child.send(message, () => resolve());
      else resolve();
    });
  return {
    pid: child.pid,
    send: (message) => {
      sent = sent.then(async () => {
        // Each piece waits for the one before it, so that the event loop has its turn in between.
        for (const piece of inPieces(message)) await sendOne(piece);
      });
    },
    disconnect: () => {
      if (child.connected) child.disconnect();
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};

const TAIL_CHARACTERS = 2000;

/** Native code writes its reasons to standard error; they must never reach the terminal of a command. */
function keepTail(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-TAIL_CHARACTERS);
  });
  return () => tail.trim();
}
