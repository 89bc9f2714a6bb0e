import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFileHashes } from '../../src/checkpoints/file-hashes.ts';

let folder: string;
let file: string;
let memory: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-hashes-'));
  file = join(folder, 'tower.onnx');
  memory = join(folder, 'cache', 'hashes.json');
  await writeFile(file, 'weights');
});
afterEach(() => rm(folder, { recursive: true }));

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

/** What a new start says of the file. */
async function hash(): Promise<string> {
  const hashes = await openFileHashes(memory);
  const found = await hashes.sha256(file);
  await hashes.save();
  return found;
}

/** Puts other bytes in the file's place and leaves all that tells of it as it was. */
async function changeUnnoticed(content: string): Promise<void> {
  const { atime, mtime } = await stat(file);
  await utimes(file, atime, mtime);
  await hash();
  await writeFile(file, content);
  await utimes(file, atime, mtime);
}

it('is the SHA-256 of the content', async () => {
  expect(await hash()).toBe(sha256('weights'));
});

it('does not read a file again that is as large, as old and in the same place as before', async () => {
  await changeUnnoticed('WEIGHTS');
  expect(await hash()).toBe(sha256('weights'));
});

it('reads a file again that has another size, time of change or place on the disk', async () => {
  await changeUnnoticed('WEIGHTS');
  await utimes(file, 1000, 1000);
  expect(await hash()).toBe(sha256('WEIGHTS'));

  await changeUnnoticed('weights of another size');
  expect(await hash()).toBe(sha256('weights of another size'));

  const { atime, mtime } = await stat(file);
  const other = join(folder, 'other');
  await writeFile(other, 'WEIGHTS OF another size');
  await utimes(other, atime, mtime);
  await rename(other, file);
  expect(await hash()).toBe(sha256('WEIGHTS OF another size'));
});

it.each(['', '{}', '[]', '{"x":1}', 'null'])('begins anew where its memory holds %j', async (content) => {
  await hash();
  await writeFile(memory, content);
  expect(await hash()).toBe(sha256('weights'));
  expect(await readFile(memory, 'utf8')).toContain(sha256('weights'));
});

it('remembers what two programs have learned at the same time', async () => {
  const other = join(folder, 'other.onnx');
  await writeFile(other, 'other weights');
  const [one, two] = [await openFileHashes(memory), await openFileHashes(memory)];
  await one.sha256(file);
  await two.sha256(other);
  await one.save();
  await two.save();
  const remembered = await readFile(memory, 'utf8');
  expect(remembered).toContain(sha256('weights'));
  expect(remembered).toContain(sha256('other weights'));
});

it('serves without a memory where none can be written', async () => {
  const hashes = await openFileHashes(join(file, 'hashes.json'));
  expect(await hashes.sha256(file)).toBe(sha256('weights'));
  await expect(hashes.save()).resolves.toBeUndefined();
});

it('fails where there is no such file', async () => {
  await expect((await openFileHashes(memory)).sha256(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
});
