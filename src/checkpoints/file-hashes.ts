import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { sha256Of } from './hub-file.ts';

/** A file's size in bytes, time of change in nanoseconds and inode: where one differs, its content may. */
const state = z.object({ size: z.string(), changed: z.string(), inode: z.string() });
const form = z.record(z.string(), state.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }));

type State = z.infer<typeof state>;
type Known = z.infer<typeof form>;

/** Hashes files, and reads again only those that have changed. */
export interface FileHashes {
  /** SHA-256 of the file's content, in hexadecimal. Throws where the file cannot be read. */
  sha256(file: string): Promise<string>;
  /** Resolves when what was computed is written down. Never throws: a full disk costs the next start a second. */
  save(): Promise<void>;
}

/**
 * Hashes files, remembering in the file `memory` what each was, so that a checkpoint of hundreds of megabytes is read once
 * and not at each start. A memory that is missing or damaged is begun anew.
 */
export async function openFileHashes(memory: string): Promise<FileHashes> {
  const known = await recall(memory);
  let learned: Known = {};
  return {
    sha256: async (file) => {
      const path = resolve(file);
      const now = await stateOf(path);
      const before = known[path];
      if (before && isSame(before, now)) return before.sha256;
      const sha256 = await sha256Of(path);
      // One that is being written meanwhile is not to be remembered by the state that it had before.
      if (isSame(await stateOf(path), now)) learned[path] = { ...now, sha256 };
      return sha256;
    },
    save: async () => {
      if (Object.keys(learned).length === 0) return;
      const part = `${memory}.${randomUUID()}.tmp`;
      try {
        await mkdir(dirname(memory), { recursive: true });
        // Read again: another program may have learned something meanwhile.
        await writeFile(part, JSON.stringify({ ...(await recall(memory)), ...learned }));
        await rename(part, memory);
        Object.assign(known, learned);
        learned = {};
      } catch {
        // The cache folder that cannot be written to is warned of where the embeddings are kept.
      }
    },
  };
}

async function recall(memory: string): Promise<Known> {
  try {
    return form.parse(JSON.parse(await readFile(memory, 'utf8')));
  } catch {
    return {};
  }
}

async function stateOf(path: string): Promise<State> {
  const { size, mtimeNs, ino } = await stat(path, { bigint: true });
  return { size: String(size), changed: String(mtimeNs), inode: String(ino) };
}

const isSame = (a: State, b: State) => a.size === b.size && a.changed === b.changed && a.inode === b.inode;
