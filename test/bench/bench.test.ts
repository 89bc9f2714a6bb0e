import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const BENCH = ['src/run.js', 'bench/bench.ts'].map((path) => fileURLToPath(new URL(`../../${path}`, import.meta.url)));
const bench = (...args: readonly string[]) => run(process.execPath, [...BENCH, ...args]);

describe('npm run bench', () => {
  it('prints one JSON object of figures, and marks those of a quick run as rough', async () => {
    const { stdout } = await bench('--model', 'mini', '--only', 'scoring', '--quick', '--json');
    const { rough, machine, results } = JSON.parse(stdout);
    expect(rough).toBe(true);
    expect(machine.cores).toBeGreaterThan(0);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ model: 'glimpse-mini', measurement: 'scoring' });
    const [table] = results[0].tables;
    expect(table.rows.length).toBeGreaterThan(1);
    for (const { what, unit, median, p95 } of table.rows) {
      expect(what).not.toBe('');
      expect(unit).toBe('ms');
      expect(median).toBeGreaterThan(0);
      expect(p95).toBeGreaterThanOrEqual(median);
    }
  });

  it('says how it is used where that makes no sense, and exits 2', async () => {
    await expect(bench('--only', 'nonsense')).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/"nonsense"[\s\S]*npm run bench/),
    });
  });
});
