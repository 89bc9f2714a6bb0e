import { randomUUID } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Of } from './hub-file.ts';

/** Lies beside a checkpoint's files and says what they were when they came from the hub, so that a later look can tell. */
export const MANIFEST = 'glimpse-files.json';

const hexadecimal = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

const listedFile = z.object({
  /** Relative to the checkpoint's folder, with slashes. */
  path: z.string(),
  bytes: z.number().int().nonnegative().optional(),
  sha256: hexadecimal(64),
});

const form = z.object({
  repository: z.string(),
  revision: z.string(),
  /** The commit that the revision stood for. */
  commit: hexadecimal(40).optional(),
  files: z.array(listedFile),
});

/** What one file was. */
export type ListedFile = Readonly<z.infer<typeof listedFile>>;

/** What a checkpoint's files were. */
export type FileManifest = Readonly<Omit<z.infer<typeof form>, 'files'>> & { readonly files: readonly ListedFile[] };

/** The manifest of a folder; undefined where there is none, or none that can be read. */
export async function readManifest(folder: string): Promise<FileManifest | undefined> {
  try {
    return form.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Adds files to a folder's manifest, or puts them in the place of what it says of the same paths. */
export async function addToManifest(folder: string, added: FileManifest): Promise<void> {
  const paths = new Set(added.files.map(({ path }) => path));
  const kept = (await readManifest(folder))?.files.filter(({ path }) => !paths.has(path)) ?? [];
  const files = [...kept, ...added.files].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const part = join(folder, `${MANIFEST}.${randomUUID()}.tmp`);
  await writeFile(part, `${JSON.stringify({ ...added, files }, undefined, 2)}\n`);
  await rename(part, join(folder, MANIFEST));
}

/** These files of a checkpoint, and what the list has of their weights outside of them (`model.onnx_data`). */
export function withListedData(
  files: readonly string[],
  list: readonly ListedFile[] | undefined = [],
): readonly string[] {
  const data = list.map(({ path }) => path).filter((path) => files.some((file) => path.startsWith(`${file}_data`)));
  return [...files, ...data];
}

/** The hashes in a model card, as `sha256sum` prints them: how the checkpoints that ship list their files. */
export async function readModelCard(folder: string): Promise<readonly ListedFile[]> {
  const card = await readFile(join(folder, 'README.md'), 'utf8').catch(() => '');
  return [...card.matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm)].map(([, sha256 = '', path = '']) => ({ path, sha256 }));
}

/** What a look at a file found. `unlisted`: it is there, but nothing says what it should be. */
export type FileState = 'whole' | 'missing' | 'cut off' | 'changed' | 'unlisted';

/** Compares a file with what the list says of it. `by: 'size'` is cheap and finds what was cut off; `hash` reads it all. */
export async function fileState(
  folder: string,
  path: string,
  list: readonly ListedFile[] | undefined,
  by: 'size' | 'hash',
): Promise<FileState> {
  const file = join(folder, path);
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) return 'missing';
  // No file of a checkpoint is empty, whatever is said of it.
  if (size === 0) return 'cut off';
  const listed = list?.find((one) => one.path === path);
  if (!listed) return 'unlisted';
  if (listed.bytes !== undefined && size !== listed.bytes) return size < listed.bytes ? 'cut off' : 'changed';
  if (by === 'hash' && (await sha256Of(file)) !== listed.sha256) return 'changed';
  return 'whole';
}
