import { fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Call, Handlers, Reply } from './serve.ts';

/** A process that does some work of the benchmark, so that nothing else of it is in that process's time or memory. */
export interface BenchProcess<H extends Handlers> {
  readonly pid: number;
  /** Rejects where the process cannot do it, or ends before it has. */
  call<Name extends keyof H & string>(
    name: Name,
    argument: Parameters<H[Name]>[0],
  ): Promise<Awaited<ReturnType<H[Name]>>>;
  /** Lets go of it, and resolves when it has ended. */
  stop(): Promise<void>;
}

/**
 * Starts a TypeScript file that calls `serve`, by a node with these flags. As in the vision process, onnxruntime's telemetry is
 * off. The type is that of the handlers: `startProcess<typeof handlers>(new URL('./raw-process.ts', import.meta.url))`.
 */
export function startProcess<H extends Handlers>(file: URL, flags: readonly string[] = []): BenchProcess<H> {
  const child = fork(fileURLToPath(new URL('../../src/run.js', import.meta.url)), [fileURLToPath(file)], {
    execArgv: [...flags],
    serialization: 'advanced',
    env: { ORT_DISABLE_TELEMETRY: '1', TMPDIR: tmpdir() },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file.pathname} did not start`);
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  child.on('message', (reply: Reply) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failure' in reply) call?.reject(new Error(reply.failure));
    else call?.resolve(reply.value as never);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      for (const { reject } of waiting.values()) {
        reject(new Error(`a process of the benchmark ended (${signal ?? `exit status ${code}`}): ${file.pathname}`));
      }
      waiting.clear();
      resolve();
    });
  });
  return {
    pid,
    call: (name, argument) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        child.send({ id, name, argument } satisfies Call);
      }),
    stop: () => {
      if (child.connected) child.disconnect();
      return ended;
    },
  };
}
