#!/usr/bin/env node
// Plain node runs the TypeScript beside it.
import { importBundled } from '../import-bundled.js';

const { main } = await importBundled(new URL('./glimpse.ts', import.meta.url));
const status = await main(process.argv.slice(2));
// A look-up of the hub's name may still hang, so it does not wait for that; only for the output to be on its way.
process.stdout.write('', () => process.exit(status));
