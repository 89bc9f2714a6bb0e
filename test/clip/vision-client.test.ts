import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { SILENT } from '../../src/checkpoints/log.ts';
import { IN_HAND } from '../../src/clip/job-queue.ts';
import { forkVisionProcess, type VisionChild } from '../../src/clip/vision-child.ts';
import { createVisionClient, type Schedule, type VisionClientOptions } from '../../src/clip/vision-client.ts';
import type { JobMessage } from '../../src/clip/vision-protocol.ts';
import { UserError } from '../../src/user-error.ts';
import { isAlive } from './support/alive.ts';
import { MINI } from './support/mini.ts';
import { laboriousPicture, smallPicture } from './support/pictures.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Timers that never fire by themselves: `expire` fires the one that is running. */
function manualTimers(): { schedule: Schedule; expire: () => void } {
  let running: (() => void) | undefined;
  return {
    schedule: (callback) => {
      running = callback;
      return () => {
        if (running === callback) running = undefined;
      };
    },
    expire: () => running?.(),
  };
}

/** A client in front of a real vision process. `pids` are those of every child that it has started. */
function client(options: Partial<VisionClientOptions> = {}) {
  const pids: number[] = [];
  const jobs: JobMessage['type'][] = [];
  const vision = createVisionClient({
    checkpoint: MINI,
    threads: 1,
    queueLimit: 8,
    deadlineMs: 30_000,
    log: SILENT,
    ...options,
    start: (events) => {
      const child: VisionChild = (options.start ?? forkVisionProcess)(events);
      if (child.pid !== undefined) pids.push(child.pid);
      return child;
    },
    onJobStarted: (job) => {
      jobs.push(job.type);
      options.onJobStarted?.(job);
    },
  });
  closers.push(vision.close);
  return { vision, pids, jobs };
}

const kill = ({ pid }: { pid: number | undefined }) => process.kill(pid as number, 'SIGKILL');

let laborious: Buffer;
let small: Buffer;
beforeAll(async () => {
  [laborious, small] = await Promise.all([laboriousPicture(), smallPicture()]);
});

describe('a vision process that works', () => {
  it('gives unit embeddings of pictures and texts, of the same dimension', async () => {
    const { vision } = client();
    const { dimension } = await vision.open();
    const { embedding } = await vision.encodePicture(small, 'a');
    const vectors = [embedding, ...(await vision.encodeTexts(['a cat', 'a dog']))];
    for (const vector of vectors) {
      expect(vector).toHaveLength(dimension);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
  });

  it('starts with the first job if nobody has opened it', async () => {
    const { vision, pids } = client();
    await vision.encodePicture(small, 'a');
    expect(pids).toHaveLength(1);
  });

  it('leaves the timers of the bot running while it encodes', async () => {
    let turns = 0;
    let interval: NodeJS.Timeout | undefined;
    const { vision, jobs } = client({
      onJobStarted: () => {
        interval = setInterval(() => turns++, 1);
      },
    });
    await vision.encodePicture(laborious, 'a');
    clearInterval(interval);
    expect(jobs).toEqual(['picture']);
    expect(turns).toBeGreaterThan(10);
  });

  it('carries a failure over as the sentence that it was', async () => {
    const { vision } = client();
    const cutOff = small.subarray(0, small.length - 20);
    const error = await vision.encodePicture(cutOff, 'a').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'picture-corrupt', message: expect.stringContaining('cut off') });
    await expect(vision.encodePicture(small, 'b')).resolves.toBeDefined();
  });

  it.runIf(process.platform === 'linux')('knows nothing of the environment of the bot', async () => {
    vi.stubEnv('DISCORD_TOKEN', 'not-for-the-child');
    const { vision, pids } = client();
    await vision.open();
    vi.unstubAllEnvs();
    const environment = await readFile(`/proc/${pids[0]}/environ`, 'utf8');
    expect(environment).not.toContain('DISCORD_TOKEN');
    expect(environment.split('\0')).toEqual(
      expect.arrayContaining(['ORT_DISABLE_TELEMETRY=1', 'VIPS_BLOCK_UNTRUSTED=1']),
    );
  });
});

describe('the queue', () => {
  it('refuses one job more than it has room for', async () => {
    const { vision } = client({ queueLimit: 1 });
    await vision.open();
    const inHand = Array.from({ length: IN_HAND }, (_, i) => vision.encodePicture(laborious, `in hand ${i}`));
    const inQueue = vision.encodePicture(small, 'in queue');
    await expect(vision.encodePicture(small, 'too many')).rejects.toMatchObject({ code: 'busy' });
    await expect(vision.encodeTexts(['a cat'])).rejects.toMatchObject({ code: 'busy' });
    const letIn = vision.encodeTexts(['a dog'], { continues: true });
    await expect(Promise.all([...inHand, inQueue, letIn])).resolves.toHaveLength(IN_HAND + 2);
  });

  it('tells whether there is anything to do, and how many jobs it has let in', async () => {
    const { vision } = client();
    expect(vision.activity()).toEqual({ idle: true, admitted: 0 });
    const job = vision.encodePicture(small, 'a');
    expect(vision.activity()).toEqual({ idle: false, admitted: 1 });
    await job;
    expect(vision.activity()).toEqual({ idle: true, admitted: 1 });
  });

  it('has the next picture begun before the one before it is done', async () => {
    const events: string[] = [];
    const { vision } = client({ onJobStarted: () => events.push('begun') });
    await vision.open();
    await Promise.all(
      ['a', 'b'].map(async (hash) => {
        await vision.encodePicture(laborious, hash);
        events.push('done');
      }),
    );
    expect(events).toEqual(['begun', 'begun', 'done', 'done']);
  });

  it('carries a file of many megabytes over unharmed, beside others', async () => {
    const { vision } = client();
    const padding = 5_000_000;
    // What follows a PNG's last chunk is nobody's business.
    const big = Buffer.concat([small, Buffer.alloc(padding, 1)]);
    const [one, other] = await Promise.all([vision.encodePicture(big, 'a'), vision.encodePicture(small, 'b')]);
    expect(one.embedding).toEqual(other.embedding);
  });
});

describe('a vision process that dies', () => {
  it('loses no answer when it is killed in the middle of a job', async () => {
    let kills = 0;
    const { vision, pids } = client({
      onJobStarted: (job) => {
        if (kills++ === 0) kill(job);
      },
    });
    const answers = await Promise.all([
      vision.encodePicture(laborious, 'a'),
      vision.encodePicture(small, 'b'),
      vision.encodeTexts(['a cat']),
    ]);
    expect(answers).toHaveLength(3);
    expect(pids).toHaveLength(2);
  });

  it('loses no answer when it is killed while it loads', async () => {
    const { vision, pids } = client({
      start: (events) => {
        const child = forkVisionProcess(events);
        if (pids.length === 0) child.kill();
        return child;
      },
    });
    await expect(vision.encodePicture(small, 'a')).resolves.toBeDefined();
    expect(pids).toHaveLength(2);
  });

  it('refuses a picture from then on that has brought it down twice, and serves the others', async () => {
    const { vision, pids, jobs } = client({
      onJobStarted: (job) => {
        if (jobs.length <= 2) kill(job);
      },
    });
    await expect(vision.encodePicture(laborious, 'poison')).rejects.toMatchObject({ code: 'picture-refused' });
    await expect(vision.encodePicture(laborious, 'poison')).rejects.toMatchObject({ code: 'picture-refused' });
    expect(jobs).toHaveLength(2);
    await expect(vision.encodePicture(small, 'fine')).resolves.toBeDefined();
    expect(pids).toHaveLength(3);
  });

  it('refuses no picture for the sake of the one beside it', async () => {
    // It brings the process down whenever it is begun, alone or not.
    const poison = await smallPicture('crimson');
    let begun = 0;
    const order: string[] = [];
    const { vision, pids } = client({
      onJobStarted: (job) => {
        // Begun together: innocent, poison, other. Then each alone: innocent, poison.
        begun += 1;
        if (begun === 2 || begun === deaths.alone) kill(job);
      },
    });
    const deaths = { alone: 0 };
    await vision.open();
    const tell = (name: string, job: Promise<unknown>) =>
      job.then(
        () => order.push(`${name} answered`),
        () => order.push(`${name} refused`),
      );
    const innocent = tell('innocent', vision.encodePicture(laborious, 'innocent')).then(() => {
      deaths.alone = begun + 1;
    });
    const guilty = tell('poison', vision.encodePicture(poison, 'poison'));
    const other = tell('other', vision.encodePicture(small, 'other'));
    await Promise.all([innocent, guilty, other]);
    expect(order).toEqual(['innocent answered', 'poison refused', 'other answered']);
    expect(pids).toHaveLength(3);
    await expect(vision.encodePicture(laborious, 'innocent')).resolves.toBeDefined();
    await expect(vision.encodePicture(poison, 'poison')).rejects.toMatchObject({ code: 'picture-refused' });
  });

  it('is started again by the next job after it died with nothing to do', async () => {
    const { vision, pids } = client();
    await vision.open();
    kill({ pid: pids[0] });
    await vi.waitUntil(() => !isAlive(pids[0] as number));
    await expect(vision.encodePicture(small, 'a')).resolves.toBeDefined();
  });
});

describe('a job past its deadline', () => {
  it('ends the process and is tried again', async () => {
    const timers = manualTimers();
    const { vision, pids, jobs } = client({
      schedule: timers.schedule,
      onJobStarted: ({ pid }) => {
        if (jobs.length > 1) return;
        process.kill(pid as number, 'SIGSTOP');
        timers.expire();
      },
    });
    await expect(vision.encodePicture(laborious, 'a')).resolves.toBeDefined();
    expect(pids).toHaveLength(2);
  });

  it('fails after the second time with a timeout, and that picture is refused from then on', async () => {
    const timers = manualTimers();
    const { vision, pids } = client({
      schedule: timers.schedule,
      onJobStarted: ({ pid }) => {
        process.kill(pid as number, 'SIGSTOP');
        timers.expire();
      },
    });
    await expect(vision.encodePicture(laborious, 'a')).rejects.toMatchObject({ code: 'timeout' });
    await expect(vision.encodePicture(laborious, 'a')).rejects.toMatchObject({ code: 'picture-refused' });
    expect(pids).toHaveLength(2);
  });
});

describe('a job behind another one', () => {
  it('has its time from the end of the one before', async () => {
    const timers = manualTimers();
    const running: number[] = [];
    const { vision, pids } = client({
      deadlineMs: 1234,
      schedule: (callback, milliseconds) => {
        running.push(milliseconds);
        return timers.schedule(callback, milliseconds);
      },
      onJobStarted: () => running.push(0),
    });
    await vision.open();
    running.length = 0;
    await Promise.all([vision.encodePicture(laborious, 'a'), vision.encodePicture(laborious, 'b')]);
    // Handed over, the first begun, the second begun (which sets no timer), the first done.
    expect(running).toEqual([180_000, 1234, 0, 0, 1234]);
    expect(pids).toHaveLength(1);
  });

  it('is not blamed where the one before is late', async () => {
    const timers = manualTimers();
    const { vision, jobs } = client({
      schedule: timers.schedule,
      onJobStarted: ({ pid }) => {
        if (jobs.length === 2) {
          process.kill(pid as number, 'SIGSTOP');
          timers.expire();
        }
      },
    });
    await vision.open();
    const late = vision.encodePicture(laborious, 'late');
    const other = vision.encodePicture(laborious, 'other');
    await expect(Promise.all([late, other])).resolves.toHaveLength(2);
  });
});

describe('a checkpoint that cannot be loaded', () => {
  it('is an error of its own, and no loop of attempts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'glimpse-'));
    await writeFile(join(folder, 'preprocessor_config.json'), '{}');
    const { vision, pids } = client({ checkpoint: { ...MINI, folder } });
    await expect(vision.open()).rejects.toMatchObject({ code: 'model-unavailable' });
    expect(pids).toHaveLength(1);
    await rm(folder, { recursive: true });
  });

  it('gives up loading after it has died of it twice', async () => {
    const { vision, pids } = client({
      start: (events) => {
        const child = forkVisionProcess(events);
        child.kill();
        return child;
      },
    });
    const jobs = [vision.open(), vision.encodePicture(small, 'a'), vision.encodeTexts(['a cat'])];
    for (const job of await Promise.allSettled(jobs)) {
      expect(job).toMatchObject({ status: 'rejected', reason: { code: 'model-unavailable' } });
    }
    expect(pids).toHaveLength(2);
  });
});

describe('the end', () => {
  it('lets the jobs in hand finish, refuses what waits, and ends the process', async () => {
    const started = withResolvers();
    const { vision, pids } = client({ onJobStarted: () => started.resolve() });
    const inHand = Promise.all(
      Array.from({ length: IN_HAND }, (_, i) => vision.encodePicture(laborious, `in hand ${i}`)),
    );
    const inQueue = vision.encodePicture(small, 'b');
    const refusal = expect(inQueue).rejects.toMatchObject({ code: 'busy' });
    await started.promise;
    await Promise.all([vision.close(), vision.close()]);
    await expect(inHand).resolves.toBeDefined();
    await refusal;
    expect(isAlive(pids[0] as number)).toBe(false);
    await expect(vision.encodePicture(small, 'c')).rejects.toMatchObject({ code: 'busy' });
    await expect(vision.open()).rejects.toMatchObject({ code: 'busy' });
  });

  it('does not wait for a job that hangs', async () => {
    const timers = manualTimers();
    const stopped = withResolvers();
    const { vision } = client({
      schedule: timers.schedule,
      onJobStarted: ({ pid }) => {
        process.kill(pid as number, 'SIGSTOP');
        stopped.resolve();
      },
    });
    const hung = expect(vision.encodePicture(laborious, 'a')).rejects.toMatchObject({ code: 'busy' });
    await stopped.promise;
    const closing = vision.close();
    timers.expire();
    await closing;
    await hung;
  });

  it.each(['and has not even loaded it', 'and waits'])(
    'ends with the bot, even if the bot is killed %s',
    async (when) => {
      const parent = spawn(
        process.execPath,
        ['../../src/run.js', './support/parent.ts'].map((path) => fileURLToPath(new URL(path, import.meta.url))),
        { stdio: ['ignore', 'pipe', 'inherit'], cwd: tmpdir() },
      );
      const lines = createInterface(parent.stdout)[Symbol.asyncIterator]();
      const pid = Number((await lines.next()).value);
      if (when === 'and waits') expect((await lines.next()).value).toBe('ready');
      expect(isAlive(pid)).toBe(true);
      parent.kill('SIGKILL');
      await once(parent, 'exit');
      await vi.waitUntil(() => !isAlive(pid), { timeout: 30_000 });
    },
  );
});

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
