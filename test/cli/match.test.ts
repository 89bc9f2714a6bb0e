import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGlimpse } from './run-glimpse.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-match-'));
  const shapes = {
    'circle.png': '<circle cx="4.5" cy="4.5" r="3" fill="#d11"/>',
    'square.png': '<path d="M2 2h5v5H2z" fill="#22d"/>',
    'star.png': '<path d="M4.5 1L7 8L1 3.5H8L2 8z" fill="#2a2"/>',
  };
  for (const [name, shape] of Object.entries(shapes)) {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${shape}</svg>`;
    const picture = sharp(Buffer.from(drawing)).resize(300, 300).flatten({ background: '#fff' });
    await writeFile(join(folder, name), await picture.png().toBuffer());
  }
  const whole = await readFile(join(folder, 'star.png'));
  await writeFile(join(folder, 'damaged.png'), whole.subarray(0, whole.length / 2));
});

afterAll(() => rm(folder, { recursive: true }));

const match = (args: readonly string[], stdin?: Uint8Array) => runGlimpse(['match', ...args], { folder, stdin });

describe('glimpse match', () => {
  it('prints every picture as it was typed, best first, with its share and its cosine', async () => {
    const images = ['square.png', './circle.png', 'star.png'];
    const { status, stdout, stderr } = await match([' a red circle', ...images, '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { ranking, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      text: 'a red circle',
      familiar: true,
      model: 'glimpse-mini',
      milliseconds: expect.any(Number),
    });
    expect(ranking[0].image).toBe('./circle.png');
    expect(ranking.map((entry: { image: string }) => entry.image).toSorted()).toEqual(images.toSorted());
    for (const entry of ranking) expect(Object.keys(entry)).toEqual(['image', 'score', 'similarity']);
    const total = ranking.reduce((sum: number, entry: { score: number }) => sum + entry.score, 0);
    expect(total).toBeCloseTo(1, 5);
  });

  it('shows a person bars, and takes standard input as one of the pictures', async () => {
    const { status, stdout } = await match(
      ['a red circle', 'square.png', '-'],
      await readFile(join(folder, 'circle.png')),
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^[█░]{10} +\S+ % {2}-\n[█░]{10} +\S+ % {2}square\.png\n\nglimpse-mini\n$/);
  });
});

describe('a bad picture', () => {
  it.each([
    ['is named', ['circle.png', 'damaged.png'], /^glimpse: damaged\.png: This picture's file is damaged or cut off\./],
    ['that is not there is named once', ['circle.png', 'no.png'], /^glimpse: There is no such file: no\.png\./],
    ['on standard input is told by its number', ['circle.png', '-'], /^glimpse: Picture 2: This file is empty/],
  ])('%s', async (_, images, sentence) => {
    const { status, stdout, stderr } = await match(['a red circle', ...images]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('at an address is told by its number, as the address may hold a signature', async () => {
    const server = createServer((_, response) => response.end('words')).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png?hm=secret`;
    const { status, stderr } = await match(['a red circle', 'circle.png', address]);
    server.close();
    expect(status).toBe(1);
    expect(stderr).toMatch(/^glimpse: Picture 2: I don't recognise this file as a picture\./);
    expect(stderr).not.toContain('secret');
  });
});

it('refuses more than ten pictures before it reads any', async () => {
  const { status, stderr } = await match(['a red circle', ...Array(11).fill('no.png')]);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'glimpse: That is 11 pictures; I match up to 10 at once.\n',
  });
});
