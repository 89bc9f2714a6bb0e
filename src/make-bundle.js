import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';

/**
 * Packages of hundreds of small files, each bundled by itself: discord.js is there in 0.4 of the time. Others are small, bring
 * native code, or gain nothing by it, like zod.
 */
const LARGE_PACKAGES = ['discord.js'];

const OPTIONS = /** @type {const} */ ({
  bundle: true,
  platform: 'node',
  // discord.js finds the limits of its caches by the names of its classes, which a bundle would change.
  keepNames: true,
  // The oldest that serves (package.json).
  target: 'node20.19',
  logLevel: 'silent',
});

/**
 * Bundles a TypeScript file with the files that it imports; what it imports later, by `import()`, into files of their own.
 *
 * @param {string} entry - the file's path.
 * @param {string} folder - where the bundle goes.
 * @returns {Promise<{bundle: string, sources: string[]}>} the paths of what to import and of every file of the project that is
 *   in it. Rejects where a source cannot be read as TypeScript, with the reason.
 */
export async function makeBundle(entry, folder) {
  /** @type {Map<string, string>} */
  const packages = new Map();
  const { metafile } = await build({
    ...OPTIONS,
    entryPoints: { entry },
    outdir: folder,
    splitting: true,
    metafile: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    sourcemap: 'linked',
    sourcesContent: false,
    banner: { js: REQUIRE },
    plugins: [packagesIn(folder, packages), OWN_ADDRESS],
  });
  await bundlePackages(packages);
  await stop();
  const files = Object.keys(metafile.inputs).filter((path) => !path.startsWith(`${NAMESPACE}:`));
  return { bundle: join(folder, 'entry.mjs'), sources: files.map((path) => resolve(path)) };
}

/** With no map of their sources: Node would take half a second to read them all when a stack trace is wanted. */
async function bundlePackages(packages) {
  await Promise.all(
    [...packages].map(([name, outfile]) =>
      build({
        ...OPTIONS,
        stdin: { contents: `module.exports = require('${name}')`, resolveDir: import.meta.dirname },
        format: 'cjs',
        outfile,
      }),
    ),
  );
}

/** What a bundle of ES modules needs to load a CommonJS file, as those of packages are. */
const REQUIRE = "import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);";
const NAMESPACE = 'large-package';

/** Leaves packages to Node; large ones are taken from bundles beside this one, which `packages` is told of. */
const packagesIn = (folder, packages) =>
  /** @type {import('esbuild').Plugin} */ ({
    name: 'packages',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === 'entry-point') return undefined;
        return LARGE_PACKAGES.includes(path) ? { path, namespace: NAMESPACE } : { path, external: true };
      });
      onResolve({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /./, namespace: NAMESPACE }, ({ path }) => {
        const file = `./${path}.cjs`;
        packages.set(path, join(folder, file));
        return { contents: `module.exports = require('${file}')`, loader: 'js' };
      });
    },
  });

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
