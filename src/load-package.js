import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/**
 * Loads a package's bundle as `require` would, with V8's code cache: what it compiled at the first load lies beside the bundle, and
 * no later process compiles that again. (`module.enableCompileCache` does the same from Node 22.1 on.)
 *
 * @param {string} file - the path of the bundle, in CommonJS, in which no `import()` is left.
 * @param {string} original - the path of the package's own main file: what is left out of the bundle is found from there.
 * @returns {any} what the package exports.
 */
export function loadPackage(file, original) {
  const exported = loaded.get(file) ?? load(file, original);
  loaded.set(file, exported);
  return exported;
}

const loaded = new Map();

function load(file, original) {
  // Other versions and flags of V8 can't use it, and have their own.
  const cacheFile = `${file}.${cachedDataVersionTag()}`;
  const cachedData = readWhole(cacheFile);
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const script = new Script(source, { filename: file, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(original), module, original, dirname(original));
  if (!cachedData || script.cachedDataRejected) keep(cacheFile, script.createCachedData());
  return module.exports;
}

/** What was kept there; undefined where there is none, or not all of it: V8 would crash on what a power cut has left. */
function readWhole(file) {
  try {
    const kept = readFileSync(file);
    const data = kept.subarray(DIGEST_BYTES);
    return kept.subarray(0, DIGEST_BYTES).equals(digest(data)) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Against damage alone: the fastest that every Node has. */
const digest = (data) => createHash('sha1').update(data).digest();
const DIGEST_BYTES = 20;

/** Written beside its place and moved there, as another process may read it at this moment. Without it, all is only slower. */
function keep(file, data) {
  try {
    const part = `${file}.${process.pid}.part`;
    writeFileSync(part, Buffer.concat([digest(data), data]));
    renameSync(part, file);
  } catch {}
}
