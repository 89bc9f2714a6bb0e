import { readdir, readFile } from 'node:fs/promises';

/** The memory of a process that is in RAM, in MiB. */
export interface ProcessMemory {
  readonly now: number;
  /** The most that it ever was. */
  readonly peak: number;
}

/** Reads it from Linux's /proc (proc(5): VmRSS, VmHWM). Throws where there is no such file. */
export async function processMemory(pid: number): Promise<ProcessMemory> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const inMebibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { now: inMebibytes('VmRSS'), peak: inMebibytes('VmHWM') };
}

/** The vision process that a process has forked. Throws where it has none. */
export async function visionProcessOf(parent: number): Promise<number> {
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const [status, command] = await Promise.all(
      ['status', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
    );
    if (status?.includes(`PPid:\t${parent}\n`) && command?.includes('vision-process')) return pid;
  }
  throw new Error(`process ${parent} has no vision process`);
}
