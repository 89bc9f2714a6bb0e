import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { EXAMPLES, readExamplePicture } from '../src/demo/examples.ts';
import type { Glimpse } from '../src/glimpse.ts';
import { openGlimpse } from '../src/open-glimpse.ts';

const root = new URL('../', import.meta.url);
const read = (file: string) => readFile(new URL(file, root), 'utf8');
const run = promisify(execFile);

let readme: string;
let glimpse: Glimpse;

beforeAll(async () => {
  readme = await read('README.md');
  glimpse = await openGlimpse(readConfig({ CLIP_MODEL: 'glimpse-mini' }));
});

afterAll(() => glimpse.close());

describe('README.md', () => {
  it('shows how the example questions truly come out, misses included', async () => {
    const rows: string[] = [];
    let right = 0;
    for (const { picture, question, expected } of EXAMPLES) {
      const { answer, sure } = await glimpse.ask(await readExamplePicture(picture), question);
      const isRight = expected.includes(answer);
      if (isRight) right++;
      const said = sure ? answer : `I can't tell; best guess: ${answer}`;
      rows.push(`| ${picture} | ${question} | ${said} | ${isRight ? '✓' : `✗ (${expected[0]})`} |`);
    }
    const table = [
      '| picture | question | Glimpse says | |',
      '|---|---|---|---|',
      ...rows,
      '',
      `${right} of ${rows.length} are right.`,
    ];
    expect(between(readme, '<!-- outcomes: checked by test/readme.test.ts -->', '<!-- end of outcomes -->')).toBe(
      table.join('\n'),
    );
    expect(right).toBeGreaterThanOrEqual(12);
  });

  it('shows commands that work as they stand', async () => {
    const commands = [...readme.matchAll(/^npm run glimpse -- (.+)$/gm)].map(([, args = '']) => args);
    expect(commands).toHaveLength(6);
    for (const args of commands) {
      const { stdout } = await run('sh', ['-c', `npm run --silent glimpse -- ${args}`], {
        cwd: root,
        env: { ...process.env, GLIMPSE_OFFLINE: '1' },
      });
      expect(stdout).toMatch(/glimpse-mini/);
    }
  });

  it('names no npm script that package.json lacks', async () => {
    const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/\bnpm (?:run )?([a-z-]+)/g)].map(([, name = '']) => name);
    const builtIn = ['ci', 'link', 'run'];
    expect(named.filter((name) => !builtIn.includes(name) && !(name in scripts))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['demo', 'test', 'start', 'deploy-commands', 'glimpse', 'format']));
  });

  it('has a row for each setting, and for no other', async () => {
    const settings = between(readme, '## Settings', '## Privacy').match(/`[A-Z_]{5,}`(?=[^|]*\|)/g) ?? [];
    const example = (await read('.env.example')).match(/^[A-Z_]+(?==)/gm) ?? [];
    const rows = new Set(settings.map((name) => name.replaceAll('`', '')));
    expect([...rows].toSorted()).toEqual(example.toSorted());
  });

  it('links to nothing that is not there', async () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, target = '']) => target);
    expect(links.length).toBeGreaterThan(10);
    for (const target of links) await expect(access(new URL(target, root)), target).resolves.toBeUndefined();
  });
});

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`README.md lacks "${start}" or "${end}"`);
  return text.slice(from + start.length, to).trim();
}
