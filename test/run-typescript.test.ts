import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const RUN_TYPESCRIPT = new URL('../src/run-typescript.js', import.meta.url).href;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-typescript-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs `main.ts` of these files under plain node. */
async function run(files: Readonly<Record<string, string>>) {
  for (const [name, source] of Object.entries(files)) await writeFile(join(folder, name), source);
  return promisify(execFile)(
    process.execPath,
    ['--enable-source-maps', '--import', RUN_TYPESCRIPT, join(folder, 'main.ts')],
    { cwd: folder },
  );
}

it('runs TypeScript, the files that it imports, and no type of them', async () => {
  const { stdout, stderr } = await run({
    'main.ts':
      "import { type Side, side } from './side.ts';\nconst s: Side = side(3);\nconsole.log(s satisfies number);",
    'side.ts': 'export type Side = number;\nexport const side = (x: number): Side => (x as Side) * 2;',
  });
  expect({ stdout, stderr }).toEqual({ stdout: '6\n', stderr: '' });
});

it('names the line of the source where something throws', async () => {
  const error: unknown = await run({
    'main.ts':
      'interface Long {\n  readonly one: number;\n}\n\nexport const x = {} as Long;\nthrow new Error("here");\n',
  }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 1, stderr: expect.stringMatching(/main\.ts:6\b/) });
});

it('says what is wrong with a file that is no TypeScript', async () => {
  const error: unknown = await run({ 'main.ts': 'const = ;' }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ stderr: expect.stringMatching(/main\.ts.*Expected identifier/s) });
});

it('imports JSON', async () => {
  const { stdout } = await run({
    'facts.json': '{ "version": 7 }',
    'main.ts': "import facts from './facts.json' with { type: 'json' };\nconsole.log(facts.version);",
  });
  expect(stdout).toBe('7\n');
});
