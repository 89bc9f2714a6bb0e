/**
 * How many questions a second `glimpse propose --jsonl` answers, its start included: tsx bench/propose.ts
 * [FILE.jsonl.gz] FILE holds {"question"} lines; by default the held-out questions of VQA v2, where ../shared/data
 * has them.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const QUESTIONS = 5000;
const WAIT_SECONDS = 120;

const file = process.argv[2] ?? fileURLToPath(new URL('../../shared/data/vqav2/valid.jsonl.gz', import.meta.url));
if (existsSync(file)) console.log(await measure(file));
else
  console.log(`Nothing to measure with: there is no ${file}. Name a .jsonl.gz file with a {"question"} in each line.`);

async function measure(from: string): Promise<string> {
  const lines = gunzipSync(await readFile(from))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(0, QUESTIONS);
  const questions = lines.map((line) => `${JSON.stringify({ question: JSON.parse(line).question })}\n`);
  const start = performance.now();
  const answered = await propose(questions.join(''));
  const seconds = (performance.now() - start) / 1000;
  if (answered !== questions.length) throw new Error(`${answered} of ${questions.length} questions were answered`);
  return `${answered} questions in ${seconds.toFixed(1)} s: ${Math.round(answered / seconds)} questions/s`;
}

/** How many lines came back. */
function propose(input: string): Promise<number> {
  const bin = fileURLToPath(new URL('../src/cli/bin.js', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, 'propose', '--jsonl'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      timeout: WAIT_SECONDS * 1000,
    });
    let count = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 0x0a) count += 1;
    });
    child.on('error', reject).on('close', () => resolve(count));
    child.stdin.on('error', () => {}); // what was answered tells
    child.stdin.end(input);
  });
}
