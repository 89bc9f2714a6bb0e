/** A bot that has opened the vision process, says its process id, and then does nothing. Ended by the test. */
import { SILENT } from '../../../src/checkpoints/log.ts';
import { forkVisionProcess } from '../../../src/clip/vision-child.ts';
import { createVisionClient } from '../../../src/clip/vision-client.ts';
import { MINI } from './mini.ts';

const client = createVisionClient({
  checkpoint: MINI,
  threads: 1,
  queueLimit: 1,
  deadlineMs: 30_000,
  log: SILENT,
  start: (events) => {
    const child = forkVisionProcess(events);
    process.stdout.write(`${child.pid}\n`);
    return child;
  },
});
client.open().then(() => process.stdout.write('ready\n'));
