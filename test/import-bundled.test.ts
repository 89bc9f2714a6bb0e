import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUNDLES = '.cache/bundles';

/** A project that runs as this one does, on the same packages. */
let project: string;
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'glimpse-bundled-'));
  await mkdir(join(project, 'src'));
  const own = (await readdir(join(ROOT, 'src'))).filter((name) => name.endsWith('.js'));
  for (const name of own) await cp(join(ROOT, 'src', name), join(project, 'src', name));
  await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'));
});
afterEach(() => rm(project, { recursive: true }));

async function write(files: Readonly<Record<string, string>>) {
  for (const [name, source] of Object.entries(files)) await writeFile(join(project, 'src', name), source);
}

const run = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, [join(project, 'src/run.js'), join(project, 'src/main.ts'), ...args], {
    cwd: tmpdir(),
  });

const bundles = async () => (await readdir(join(project, BUNDLES))).filter((name) => !name.endsWith('.json')).sort();

it('runs TypeScript with its arguments, the files that it imports, now or later, and packages', async () => {
  await write({
    'main.ts': [
      "import { z } from 'zod';",
      "import sharp from 'sharp';",
      "import facts from './facts.json' with { type: 'json' };",
      "const { later } = await import('./later.ts');",
      'const given: readonly string[] = process.argv.slice(2);',
      'console.log(z.number().parse(facts.version), typeof sharp, later satisfies string, given.join());',
    ].join('\n'),
    'later.ts': "export const later: string = 'later';",
    'facts.json': '{ "version": 7 }',
  });
  const { stdout, stderr } = await run('one', '--two');
  expect({ stdout, stderr }).toEqual({ stdout: '7 function later one,--two\n', stderr: '' });
});

it('lets a file find others beside it', async () => {
  await write({ 'main.ts': "console.log(new URL('./beside.txt', import.meta.url).pathname);" });
  const { stdout } = await run();
  expect(stdout).toBe(`${join(project, 'src/beside.txt')}\n`);
});

it('keeps the names of classes, by which discord.js finds the limits of its caches', async () => {
  await write({
    'main.ts': [
      "import { GuildMemberManager, MessageManager, UserManager } from 'discord.js';",
      'class Own {}',
      'console.log(GuildMemberManager.name, MessageManager.name, UserManager.name, Own.name);',
    ].join('\n'),
  });
  expect((await run()).stdout).toBe('GuildMemberManager MessageManager UserManager Own\n');
});

it('decodes with a sharp that is bundled, which looks for one that was built on this machine as it always does', async () => {
  await write({
    'main.ts': [
      "import sharp from 'sharp';",
      "const red = { width: 5, height: 4, channels: 3, background: 'red' } as const;",
      'const { data, info } = await sharp({ create: red }).raw().toBuffer({ resolveWithObject: true });',
      'console.log(info.width, info.height, [...data.subarray(0, 3)].join());',
    ].join('\n'),
  });
  expect((await run()).stdout).toBe('5 4 255,0,0\n');
  const bundle = await readFile(join(project, BUNDLES, (await bundles())[0] as string, 'sharp.cjs'), 'utf8');
  expect(bundle).toMatch(/require\(String\(`\.\.\/src\/build\/Release\/sharp-/);
});

it('keeps what V8 has compiled of a package, and does without where that can no longer be used', async () => {
  await write({ 'main.ts': "import { z } from 'zod';\nconsole.log(z.number().parse(7));" });
  expect((await run()).stdout).toBe('7\n');
  const folder = join(project, BUNDLES, (await bundles())[0] as string);
  const compiled = async () => (await readdir(folder)).filter((name) => /^zod\.cjs\.\d+$/.test(name));
  const [name = ''] = await compiled();
  const whole = await readFile(join(folder, name));
  expect(whole.length).toBeGreaterThan(100_000);
  const damaged = Buffer.from(whole).fill(0, 2000, 10_000);
  for (const broken of [whole.subarray(0, 50_000), damaged, Buffer.alloc(0)]) {
    await writeFile(join(folder, name), broken);
    expect((await run()).stdout).toBe('7\n');
  }
  // Made anew.
  expect((await readFile(join(folder, name))).length).toBeGreaterThan(100_000);
  expect(await compiled()).toEqual([name]);
});

it('keeps the bundle until one of its sources changes', async () => {
  await write({ 'main.ts': "import { x } from './x.ts';\nconsole.log(x);", 'x.ts': 'export const x = 1;' });
  await run();
  const [first] = await bundles();
  expect((await run()).stdout).toBe('1\n');
  expect(await bundles()).toEqual([first]);
  await write({ 'x.ts': 'export const x = 2;' });
  // Whatever the clock of the disk: another time than before.
  await utimes(join(project, 'src/x.ts'), 1, 1);
  expect((await run()).stdout).toBe('2\n');
  expect(await bundles()).toHaveLength(2);
});

it('names the line of the source where something throws', async () => {
  await write({
    'main.ts': 'interface Long {\n  readonly one: number;\n}\nexport const x = {} as Long;\nthrow new Error("here");\n',
  });
  await expect(run()).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/src\/main\.ts:5\b/) });
});

it('says what is wrong with a file that is no TypeScript, and keeps nothing of it', async () => {
  await write({ 'main.ts': 'const = ;' });
  await expect(run()).rejects.toMatchObject({ stderr: expect.stringMatching(/main\.ts.*Expected identifier/s) });
  expect(await bundles()).toEqual([]);
});

it('loads the files one by one where no bundle can be kept', async () => {
  await write({ 'main.ts': "import { x } from './x.ts';\nconsole.log(x);", 'x.ts': 'export const x: number = 1;' });
  await mkdir(join(project, '.cache'));
  await writeFile(join(project, BUNDLES), 'a file in the place of the folder');
  expect((await run()).stdout).toBe('1\n');
});

it('is told which file to run', async () => {
  await expect(promisify(execFile)(process.execPath, [join(ROOT, 'src/run.js')])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('node src/run.js FILE.ts'),
  });
});
