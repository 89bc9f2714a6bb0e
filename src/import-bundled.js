import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROJECT = new URL('../', import.meta.url);
/** Where bundles are kept: in the project, so that they find its packages. */
const FOLDER = fileURLToPath(new URL('.cache/bundles/', PROJECT));
/** What a bundle depends on besides its sources. npm writes the first whenever it installs: it stands for all packages' files. */
const BESIDES = ['node_modules/.package-lock.json', 'src/make-bundle.js', 'src/load-package.js'].map((path) =>
  fileURLToPath(new URL(path, PROJECT)),
);
/** For so long a bundle that was replaced may still be read from by a process that runs on it. */
const REPLACED_KEPT_MS = 3_600_000;

/**
 * Imports a TypeScript file of the project, with all that it imports as one bundle: it is made where it is missing or one of its
 * sources has changed, and kept. Node would spend most of its start on finding and reading hundreds of small files. Where
 * no bundle can be kept, the files are loaded one by one.
 *
 * @param {URL} file
 * @returns {Promise<any>} what it exports. Rejects where a source cannot be read as TypeScript, with the reason.
 */
export async function importBundled(file) {
  process.setSourceMapsEnabled(true);
  const entry = fileURLToPath(file);
  const name = createHash('sha256').update(entry).digest('hex').slice(0, 16);
  const bundle = (await findFresh(name)) ?? (await makeAndKeep(entry, name));
  if (bundle) return import(pathToFileURL(bundle).href);
  await import('./run-typescript.js');
  return import(file.href);
}

const recordOf = (name) => join(FOLDER, `${name}.json`);

/** The path of the bundle whose sources are all as they were; undefined where there is none. */
async function findFresh(name) {
  try {
    const { bundle, sources } = JSON.parse(await readFile(recordOf(name), 'utf8'));
    const [, ...now] = await Promise.all([bundle, ...Object.keys(sources)].map((path) => stat(path)));
    return Object.values(sources).every((modified, at) => modified === now[at].mtimeMs) ? bundle : undefined;
  } catch {
    return undefined;
  }
}

/** The path of a new bundle; undefined where none can be written. */
async function makeAndKeep(entry, name) {
  const folder = join(FOLDER, `${name}-${Date.now()}-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    return undefined;
  }
  const { makeBundle } = await import('./make-bundle.js');
  try {
    const { bundle, sources } = await makeBundle(entry, folder);
    const watched = [...BESIDES, ...sources];
    const modified = await Promise.all(watched.map(async (path) => [path, (await stat(path)).mtimeMs]));
    // Written beside its place and moved there: another process may read it at this moment.
    const record = join(folder, 'record.json');
    await writeFile(record, JSON.stringify({ bundle, sources: Object.fromEntries(modified) }));
    await rename(record, recordOf(name));
    await removeReplaced(name);
    return bundle;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Removes the bundles that this one has replaced long enough ago. */
async function removeReplaced(name) {
  for (const folder of await readdir(FOLDER)) {
    const [of, made] = folder.split('-');
    if (of === name && Date.now() - Number(made) > REPLACED_KEPT_MS) {
      await rm(join(FOLDER, folder), { recursive: true, force: true });
    }
  }
}
