import { readFile } from 'node:fs/promises';
import { stop, transform } from 'esbuild';

/** So long after the last file esbuild's own process is ended; it starts again if another file comes. */
const IDLE_MS = 500;

let inHand = 0;
let idle;

/**
 * Node's hook for loading a module (https://nodejs.org/docs/latest-v20.x/api/module.html#loadurl-context-nextload): strips
 * the types of this project's files. It resolves nothing, for their imports name whole files.
 */
export async function load(url, context, nextLoad) {
  if (!/^file:.*\.[mc]?ts$/.test(url) || url.includes('/node_modules/')) return nextLoad(url, context);
  clearTimeout(idle);
  inHand += 1;
  try {
    const { code } = await transform(await readFile(new URL(url), 'utf8'), {
      loader: 'ts',
      format: 'esm',
      // The oldest that serves (package.json); for an older one esbuild drops the attributes of imports.
      target: 'node20.19',
      sourcefile: url,
      sourcemap: 'inline',
      sourcesContent: false,
    });
    return { format: 'module', source: code, shortCircuit: true };
  } finally {
    inHand -= 1;
    if (inHand === 0) idle = setTimeout(stop, IDLE_MS).unref();
  }
}
