import { randomUUID } from 'node:crypto';
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../user-error.ts';

/** Throws a UserError (`file-unwritable`) where a file plainly can't be written, before any work for it is done. */
export async function checkWritable(file: string): Promise<void> {
  const existing = await stat(file).catch(() => undefined);
  if (existing?.isDirectory()) throw new UserError('file-unwritable', `${file} is a folder. Name a file in it.`);
  await access(dirname(file), constants.W_OK).catch((cause) => {
    throw unwritable(file, cause);
  });
}

/**
 * Writes a file that appears under its name only when it is whole: under a temporary name beside it first.
 * Throws a UserError (`file-unwritable`).
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const part = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(part, content);
    await rename(part, file);
  } catch (cause) {
    await rm(part, { force: true });
    throw unwritable(file, cause);
  }
}

function unwritable(file: string, cause: unknown): UserError {
  const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
  return new UserError('file-unwritable', `${file} can't be written${code}. Name a file in a folder of yours.`, {
    cause,
  });
}
