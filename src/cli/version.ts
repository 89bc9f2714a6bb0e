import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What an answer depends on, beside the picture and the question: code, tables and the weights that ship. */
const ANSWERING = ['answer.ts', 'glimpse.ts', 'clip', 'evaluation', 'images', 'vqa', '../models'];
const SHOWN_DIGITS = 12;

/**
 * Tells one state of what answers from another by its content: twelve hexadecimal digits. Answers of two states must
 * not be mixed, and neither a retrained checkpoint nor a changed table has another name. (What the hub serves is
 * checked against the catalogue, which is among these files.)
 */
export async function versionOfGlimpse(): Promise<string> {
  const source = fileURLToPath(new URL('..', import.meta.url));
  const hash = createHash('sha256');
  for (const part of ANSWERING)
    for (const file of await filesOf(`${source}${part}`))
      hash.update(file.slice(source.length)).update(await readFile(file));
  return hash.digest('hex').slice(0, SHOWN_DIGITS);
}

/** The file itself, or all files in the folder, in an order that does not change. */
async function filesOf(path: string): Promise<readonly string[]> {
  if (path.endsWith('.ts')) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .sort();
}
