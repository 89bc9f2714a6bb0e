import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * Writes lines as they come, and takes the next only when there is room for it. Ends quietly where nobody reads on,
 * as `head` does not (EPIPE); then no further line is taken. Throws what else goes wrong.
 */
export async function writeLines(lines: AsyncIterable<string>, output: Writable): Promise<void> {
  let failure: NodeJS.ErrnoException | undefined;
  // It stays: what is written to a broken pipe at the end of the program fails once more.
  output.on('error', (error) => {
    failure ??= error;
  });
  for await (const line of lines) {
    if (failure) break;
    if (!output.write(`${line}\n`)) await once(output, 'drain').catch(() => {});
  }
  if (failure && failure.code !== 'EPIPE') throw failure;
}
