import { randomUUID } from 'node:crypto';
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { UserError } from '../user-error.ts';

/** The text of a `.env` file with one setting changed, or added at its end, and every other line as it was. */
export function withSetting(text: string, name: string, value: string): string {
  const line = `${name}=${quoted(value)}`;
  const assignment = new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=.*$`, 'gm');
  if (assignment.test(text)) return text.replace(assignment, () => line);
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${text}${gap}${line}\n`;
}

/** dotenv takes a value in single quotes as it is. */
function quoted(value: string): string {
  return /^[\w./:@~+-]*$/.test(value) ? value : `'${value}'`;
}

/**
 * Changes one setting in a `.env` file, which keeps its permissions, for it holds a token. Where there is none it is made
 * from the example, readable by its owner alone. Gives whether it was made. Throws a UserError (`file-unwritable`).
 */
export async function changeEnvFile(
  file: string,
  example: string,
  name: string,
  value: string,
): Promise<{ readonly isNew: boolean }> {
  const existing = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw unwritable(file, error);
  });
  try {
    const target = existing === undefined ? file : await realpath(file);
    const mode = existing === undefined ? 0o600 : (await stat(target)).mode;
    const text = withSetting(existing ?? (await readFile(example, 'utf8')), name, value);
    const part = `${target}.${randomUUID()}.tmp`;
    try {
      await writeFile(part, text, { mode });
      // The process's mask may have taken something off it.
      await chmod(part, mode);
      await rename(part, target);
    } finally {
      await rm(part, { force: true });
    }
  } catch (error) {
    throw unwritable(file, error);
  }
  return { isNew: existing === undefined };
}

function unwritable(file: string, cause: unknown): UserError {
  const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
  return new UserError('file-unwritable', `${file} can't be changed${code}. Set the line in it yourself.`, { cause });
}
