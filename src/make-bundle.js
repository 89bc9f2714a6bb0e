import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';

/** Packages of hundreds of small files, which go into the bundle; the others are small, or bring native code. */
const BUNDLED = new Set(['discord.js', 'zod']);

/**
 * Bundles a TypeScript file with the files that it imports; what it imports later, by `import()`, into files of their own.
 *
 * @param {string} entry - the file's path.
 * @param {string} folder - where the bundle goes.
 * @returns {Promise<{bundle: string, sources: string[]}>} the paths of what to import and of every file that is in it.
 *   Rejects where a source cannot be read as TypeScript, with the reason.
 */
export async function makeBundle(entry, folder) {
  const { metafile } = await build({
    entryPoints: { entry },
    outdir: folder,
    bundle: true,
    splitting: true,
    metafile: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    // The oldest that serves (package.json).
    target: 'node20.19',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent',
    banner: { js: REQUIRE },
    plugins: [PACKAGES, OWN_ADDRESS],
  });
  await stop();
  return { bundle: join(folder, 'entry.mjs'), sources: Object.keys(metafile.inputs).map((path) => resolve(path)) };
}

/** What CommonJS in a bundle calls for Node's own modules, and an ES module does not have. */
const REQUIRE = "import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);";

/** Leaves packages to Node, but for those that are bundled and what these import. @type {import('esbuild').Plugin} */
const PACKAGES = {
  name: 'packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      const bundled = kind === 'entry-point' || BUNDLED.has(path) || isOfPackage(importer);
      return bundled ? undefined : { path, external: true };
    });
  },
};

/** Files find others by their own address, which in a bundle would be the bundle's. @type {import('esbuild').Plugin} */
const OWN_ADDRESS = {
  name: 'own-address',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const address = JSON.stringify(pathToFileURL(path).href);
      return { contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
};

/** Whether a file belongs to a package. */
export const isOfPackage = (path) => /[\\/]node_modules[\\/]/.test(path);
