// Lets plain node run the TypeScript of this project: node --import ./src/run-typescript.js FILE.ts
// Packages are left alone, which tsx reads and rewrites, too: with it, loading transformers.js takes 765 ms of the
// processor's time instead of 124, zod 220 instead of 170, and node itself 409 instead of 250 until the first line runs.
import { register } from 'node:module';

register('./typescript-hooks.js', import.meta.url);
