#!/usr/bin/env node
// Lets plain node run the TypeScript beside it: tsx strips the types as the files are loaded.
import 'tsx';

const { main } = await import('./glimpse.ts');
process.exitCode = await main(process.argv.slice(2));
