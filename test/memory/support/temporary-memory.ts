import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type Memory, openMemory } from '../../../src/memory/memory.ts';

/** Noon of the first day, in milliseconds since 1970. */
export const NOON = Date.UTC(2026, 0, 1, 12);
export const DAY = 24 * 60 * 60 * 1000;

/** A memory in a file of its own for each test of the file that calls this, with a clock that the test sets. */
export function temporaryMemory() {
  let folder = '';
  const opened: Memory[] = [];
  const temporary = {
    now: NOON,
    file: '',
    /** Opens the file, another time if it is open; all are closed after the test. */
    open(): Memory {
      const memory = openMemory(temporary.file, { now: () => temporary.now });
      opened.push(memory);
      return memory;
    },
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'glimpse-memory-'));
    temporary.now = NOON;
    temporary.file = join(folder, 'kept', 'memory.db');
  });
  afterEach(() => {
    for (const memory of opened.splice(0)) memory.close();
    rmSync(folder, { recursive: true });
  });
  return temporary;
}
