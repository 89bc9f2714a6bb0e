import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../src/cli/bin.js', import.meta.url));

/** Where the command line runs, what it reads, and settings other than glimpse-mini with a cache in that folder. */
export interface RunOptions {
  readonly folder: string;
  /** `open` leaves it to `onStart` to write there and to end it. */
  readonly stdin?: Uint8Array | 'open' | undefined;
  readonly settings?: Record<string, string>;
  /** Told of the process once it is started. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the command line as a person does: in a process of its own, from a folder that is not the project's. */
export function runGlimpse(args: readonly string[], { folder, stdin, settings = {}, onStart }: RunOptions) {
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    const env = {
      PATH: process.env.PATH,
      CLIP_MODEL: 'glimpse-mini',
      GLIMPSE_CACHE: join(folder, 'cache'),
      ...settings,
    };
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env });
    onStart?.(child);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.stdin.on('error', () => {}); // it may end before it has read everything
    if (stdin !== 'open') child.stdin.end(stdin);
    child.on('error', reject).on('close', (status) => resolve({ status, stdout, stderr }));
  });
}
