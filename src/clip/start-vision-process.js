// What vision-child.ts forks. The packages come first, while no hook looks at each of their files: the process is ready
// in 0.9 of the time.
await Promise.all([import('@huggingface/transformers'), import('sharp'), import('zod')]);
await import('../run-typescript.js');
await import('./vision-process.ts');
