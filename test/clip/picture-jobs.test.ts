import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SILENT } from '../../src/checkpoints/log.ts';
import { IN_HAND } from '../../src/clip/job-queue.ts';
import { createPictureEmbeddings } from '../../src/clip/picture-embeddings.ts';
import { createVisionClient, type VisionClient, type VisionClientOptions } from '../../src/clip/vision-client.ts';
import type { HeatMap } from '../../src/images/draw-heat-map.ts';
import { MINI } from './support/mini.ts';
import { laboriousPicture, smallPicture } from './support/pictures.ts';

const clients: VisionClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

/** A client in front of a real vision process. */
function client(options: Partial<VisionClientOptions> = {}): VisionClient {
  const made = createVisionClient({
    checkpoint: MINI,
    threads: 1,
    queueLimit: 8,
    deadlineMs: 30_000,
    log: SILENT,
    ...options,
  });
  clients.push(made);
  return made;
}

const MAP: HeatMap = {
  size: { width: 240, height: 240 },
  columns: 1,
  rows: 1,
  heat: Uint8Array.of(255),
  below: { width: 240, height: 1, rgb: new Uint8Array(240 * 3) },
};
/** What follows a PNG's last chunk is nobody's business. */
const padded = (file: Uint8Array) => Buffer.concat([file, Buffer.alloc(3_000_000, 1)]);

let small: Buffer;
let laborious: Buffer;
beforeAll(async () => {
  [small, laborious] = await Promise.all([smallPicture(), laboriousPicture()]);
});

/** Both jobs that crops and heat maps are made by. */
const JOBS: readonly (readonly [string, (vision: VisionClient, file: Uint8Array, hash: string) => Promise<unknown>])[] =
  [
    ['crops', (vision, file, hash) => vision.encodeCrops(file, hash)],
    ['a heat map', (vision, file, hash) => vision.drawHeatMap(file, hash, MAP)],
  ];

describe('crops', () => {
  it('come with a unit embedding each, of the same length as a whole picture', async () => {
    const vision = client();
    const { dimension } = await vision.open();
    const { boxes, embeddings, picture } = await vision.encodeCrops(small, 'a');
    expect(picture).toEqual({ width: 60, height: 40 });
    expect(embeddings).toHaveLength(boxes.length * dimension);
    for (let at = 0; at < boxes.length; at++) {
      const one = embeddings.subarray(at * dimension, (at + 1) * dimension);
      expect(one.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 4);
    }
  });

  it('are encoded once for the same file, whoever asks', async () => {
    const jobs: string[] = [];
    const pictures = createPictureEmbeddings(client({ onJobStarted: ({ type }) => jobs.push(type) }));
    await Promise.all([pictures.encodeCrops(small), pictures.encodeCrops(Buffer.from(small))]);
    await pictures.encodeCrops(small);
    expect(jobs).toEqual(['crops']);
  });
});

describe.each(JOBS)('a job for %s', (_, work) => {
  it('takes a file of several megabytes over unharmed', async () => {
    const vision = client();
    expect(await work(vision, padded(small), 'a')).toEqual(await work(vision, small, 'b'));
  });

  it('fails by itself where the picture is damaged', async () => {
    const vision = client();
    await expect(work(vision, small.subarray(0, 60), 'a')).rejects.toMatchObject({ code: 'picture-corrupt' });
    await expect(work(vision, small, 'b')).resolves.toBeDefined();
  });

  it('is refused for a picture that has brought the process down twice, in whatever job', async () => {
    let kills = 0;
    const vision = client({
      onJobStarted: ({ pid }) => {
        if (pid !== undefined && kills++ < 2) process.kill(pid, 'SIGKILL');
      },
    });
    await expect(work(vision, laborious, 'poison')).rejects.toMatchObject({ code: 'picture-refused' });
    for (const [, other] of JOBS)
      await expect(other(vision, laborious, 'poison')).rejects.toMatchObject({ code: 'picture-refused' });
    await expect(vision.encodePicture(laborious, 'poison')).rejects.toMatchObject({ code: 'picture-refused' });
    await expect(work(vision, small, 'fine')).resolves.toBeDefined();
  });

  it('is given up once it is past its deadline', async () => {
    let expire = () => {};
    const vision = client({
      schedule: (callback) => {
        expire = callback;
        return () => {};
      },
      onJobStarted: () => queueMicrotask(() => expire()),
    });
    await expect(work(vision, laborious, 'a')).rejects.toMatchObject({ code: 'timeout' });
  });

  it('is refused where as many wait as there is room for', async () => {
    const vision = client({ queueLimit: 1 });
    await vision.open();
    const taken = Array.from({ length: IN_HAND + 1 }, (_, at) => vision.encodePicture(small, `${at}`));
    await expect(work(vision, small, 'too many')).rejects.toMatchObject({ code: 'busy' });
    await expect(Promise.all(taken)).resolves.toHaveLength(IN_HAND + 1);
  });
});
