// What vision-child.ts forks: plain node runs the TypeScript beside it.
import { importBundled } from '../import-bundled.js';

await importBundled(new URL('./vision-process.ts', import.meta.url));
