#!/usr/bin/env node
// Lets plain node run the TypeScript beside it.
import '../run-typescript.js';

const { main } = await import('./glimpse.ts');
const status = await main(process.argv.slice(2));
// A look-up of the hub's name may still hang, so it does not wait for that; only for the output to be on its way.
process.stdout.write('', () => process.exit(status));
