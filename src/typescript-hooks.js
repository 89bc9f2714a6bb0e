import { readFile } from 'node:fs/promises';
import { stop, transform } from 'esbuild';

/** So long after the last file esbuild's own process is ended; it starts again if another file comes. */
const IDLE_MS = 500;

let idle;
let busy = 0;

/**
 * Node's hook for loading a module (https://nodejs.org/docs/latest-v20.x/api/module.html#loadurl-context-nextload): strips
 * the types of this project's files. It resolves nothing, for their imports name whole files.
 */
export async function load(url, context, nextLoad) {
  if (!/^file:.*\.[mc]?ts$/.test(url) || url.includes('/node_modules/')) return nextLoad(url, context);
  const source = await readFile(new URL(url), 'utf8');
  return { format: 'module', source: await stripped(source, url), shortCircuit: true };
}

/** Ends esbuild's process only when no file is in its hands: what it is working on then would never come. */
async function stripped(source, sourcefile) {
  busy++;
  clearTimeout(idle);
  try {
    const { code } = await transform(source, {
      loader: 'ts',
      format: 'esm',
      target: 'node20.19',
      sourcefile,
      sourcemap: 'inline',
      sourcesContent: false,
    });
    return code;
  } finally {
    if (--busy === 0) idle = setTimeout(stop, IDLE_MS).unref();
  }
}
