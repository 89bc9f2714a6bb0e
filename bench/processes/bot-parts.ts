/** What src/run-bot.ts imports, in one file, so that it is loaded by one import, as there. */
export { readConfig } from '../../src/config.ts';
export { startGlimpse } from '../../src/glimpse-source.ts';
export { createLog } from '../../src/log.ts';
export { openMemory } from '../../src/memory/memory.ts';
export { openGlimpse } from '../../src/open-glimpse.ts';
