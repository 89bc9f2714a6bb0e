// Runs a TypeScript file of the project: node src/run.js FILE.ts [ARGUMENT...]
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importBundled } from './import-bundled.js';

const [file, ...given] = process.argv.slice(2);
if (file === undefined) throw new Error('give the TypeScript file to run: node src/run.js FILE.ts');
// The file finds its arguments where it would if node ran it itself.
process.argv.splice(1, Number.POSITIVE_INFINITY, resolve(file), ...given);
await importBundled(pathToFileURL(resolve(file)));
