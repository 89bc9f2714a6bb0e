import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGlimpse } from './run-glimpse.ts';

const CAR = fileURLToPath(new URL('../../src/demo/pictures/red-car-in-a-city-at-night.jpg', import.meta.url));
const QUESTION = 'what color is the car?';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-chart-'));
});
afterAll(() => rm(folder, { recursive: true }));

const ask = (...args: readonly string[]) => runGlimpse(['ask', CAR, ...args], { folder });

describe('glimpse ask --chart', () => {
  it.each([
    [[], 'light'],
    [['--theme', 'dark'], 'dark'],
  ])('writes a chart beside the answer, with %j on a %s ground', async (theme, ground) => {
    const { status, stdout, stderr } = await ask(QUESTION, '--chart', 'why.png', ...theme);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^red · \d+ %\n/);
    const chart = sharp(join(folder, 'why.png'));
    expect(await chart.metadata()).toMatchObject({ format: 'png', width: 1120 });
    const { dominant } = await chart.stats();
    expect(dominant.r + dominant.g + dominant.b > 380 ? 'light' : 'dark').toBe(ground);
    await rm(join(folder, 'why.png'));
  });

  it('draws none where nothing was weighed, and says so', async () => {
    const { status, stdout, stderr } = await ask('what does the sign say?', '--chart', 'none.png');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^I can't read/);
    expect(stderr).toMatch(/^No chart was drawn: .*\n$/);
    expect(await readdir(folder)).not.toContain('none.png');
  });

  it('refuses a file that it can not write, and one that is no PNG', async () => {
    const unwritable = await ask(QUESTION, '--chart', join('nowhere', 'why.png'));
    expect(unwritable).toMatchObject({ status: 1, stdout: '' });
    expect(unwritable.stderr).toContain(join('nowhere', 'why.png'));
    const other = await ask(QUESTION, '--chart', 'why.jpg');
    expect(other.status).toBe(2);
    expect(other.stderr).toContain('It must end in .png.');
  });
});
