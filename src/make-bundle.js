import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';
import { loadPackage } from './load-package.js';

/**
 * Leaves to Node what a package looks for under a name that it makes up at run time: sharp does so for one that was built on this
 * machine, and esbuild would want to find it now. @type {import('esbuild').Plugin}
 */
const COMPUTED_NAMES = {
  name: 'computed-names',
  setup({ onLoad }) {
    onLoad({ filter: /\.cjs$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/require\((`[^`]*`)\)/g, 'require(String($1))'),
    }));
  },
};

/** Has transformers.js load sharp when it decodes a picture: Glimpse does so itself. @type {import('esbuild').Plugin} */
const SHARP_LATER = {
  name: 'sharp-later',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^sharp$/ }, ({ path, namespace }) =>
      namespace === 'later' ? { path, external: true } : { path, namespace: 'later' },
    );
    onLoad({ filter: /./, namespace: 'later' }, () => ({
      contents: "module.exports = (...given) => require('sharp')(...given);",
    }));
  },
};

/**
 * Packages that take long to load, each bundled by itself and loaded with V8's code cache, and what esbuild must know of them. With
 * it discord.js is there in half of the time that its bundle takes without, zod in 0.3, transformers.js in 0.6; and sharp in 0.3 of
 * what its many files take. The other packages are small.
 */
const LARGE_PACKAGES = /** @type {Record<string, import('esbuild').BuildOptions>} */ ({
  // It notes the headers of each file that it reads from the disk. Node's own `Headers` bring its HTTP client with them: 52 ms.
  '@huggingface/transformers': { define: { Headers: 'Map' }, plugins: [SHARP_LATER] },
  'discord.js': {},
  sharp: { plugins: [COMPUTED_NAMES] },
  zod: {},
});

/** Packages with native code, which no bundle can hold. */
const NATIVE_PACKAGES = ['@img/*', 'onnxruntime-common', 'onnxruntime-node'];

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
 *   in it. Rejects where a source cannot be read as TypeScript, or a large package cannot be loaded, with the reason.
 */
export async function makeBundle(entry, folder) {
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
    plugins: [packagesIn(folder), OWN_ADDRESS],
  });
  await stop();
  const files = Object.keys(metafile.inputs).filter((path) => !path.startsWith(`${NAMESPACE}:`));
  return { bundle: join(folder, 'entry.mjs'), sources: files.map((path) => resolve(path)) };
}

const NAMESPACE = 'large-package';
const require = createRequire(import.meta.url);

/** Leaves packages to Node; large ones are taken from bundles in the folder. */
const packagesIn = (folder) =>
  /** @type {import('esbuild').Plugin} */ ({
    name: 'packages',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === 'entry-point') return undefined;
        return Object.hasOwn(LARGE_PACKAGES, path) ? { path, namespace: NAMESPACE } : { path, external: true };
      });
      onResolve({ filter: /./, namespace: NAMESPACE }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /./, namespace: NAMESPACE }, async ({ path }) => {
        const file = join(folder, `${path.replace('/', '-')}.cjs`);
        await bundlePackage(path, file);
        return { contents: loaderOf(file, require.resolve(path)) };
      });
    },
  });

/** With no map of its sources: Node would take half a second to read them all when a stack trace is wanted. */
const bundlePackage = (name, outfile) =>
  build({
    ...OPTIONS,
    ...LARGE_PACKAGES[name],
    stdin: { contents: `module.exports = require('${name}')`, resolveDir: import.meta.dirname },
    format: 'cjs',
    external: NATIVE_PACKAGES,
    // load-package.js knows of `require` alone.
    supported: { 'dynamic-import': false },
    legalComments: 'none',
    minifyWhitespace: true,
    outfile,
  });

/** A module that exports what a package's bundle does: each by its name, or every file that imports some would copy them all. */
function loaderOf(file, original) {
  const names = Object.keys(loadPackage(file, original)).filter((name) => name !== 'default');
  const [loader, ...paths] = [new URL('load-package.js', import.meta.url).href, file, original].map((text) =>
    JSON.stringify(text),
  );
  // Under names of their own first: zod exports an `enum` and a `null`.
  return `
    import { loadPackage } from ${loader};
    const exported = loadPackage(${paths.join(', ')});
    ${names.map((name, at) => `const e${at} = exported.${name};`).join(' ')}
    export default exported;
    export { ${names.map((name, at) => `e${at} as ${name}`).join(', ')} };
  `;
}

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
