import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATALOGUE, type CatalogueEntry, checkpointFiles, PREFERRED_CHECKPOINT } from '../../models/catalogue.ts';
import { type FetchConfig, type FetchOptions, fetchCheckpoint } from '../../src/checkpoints/fetch-checkpoint.ts';
import { readManifest } from '../../src/checkpoints/file-manifest.ts';
import { sha256Of } from '../../src/checkpoints/hub-file.ts';
import { Secret } from '../../src/secret.ts';
import { MINI_FOLDER } from '../clip/support/mini.ts';
import { collectLog } from './support/collect-log.ts';
import { answers, atFirst, COMMIT, type LoopbackHub, onlyTowers, startHub } from './support/hub.ts';
import { type LoopbackProxy, startProxy } from './support/proxy.ts';

const ENTRY = CATALOGUE.find(({ id }) => id === PREFERRED_CHECKPOINT) as CatalogueEntry;
const FILES = checkpointFiles(ENTRY);
const TOKEN = 'hf_a-token-of-the-test';

let folder: string;
const servers: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-fetch-'));
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  await rm(folder, { recursive: true, force: true });
});

async function hubWith(options?: Parameters<typeof startHub>[0]): Promise<LoopbackHub> {
  const hub = await startHub(options);
  servers.push(hub);
  return hub;
}

async function proxyWith(options?: Parameters<typeof startProxy>[0]): Promise<LoopbackProxy> {
  const proxy = await startProxy(options);
  servers.push(proxy);
  return proxy;
}

/** Fetches everything; gives the message of the failure, if it fails, and the pauses that were made. */
async function fetchFrom(
  hub: LoopbackHub,
  config: Partial<FetchConfig> = {},
  options: Partial<FetchOptions> = {},
  into = folder,
) {
  const log = collectLog();
  const pauses: number[] = [];
  const failure = await fetchCheckpoint(
    ENTRY,
    into,
    FILES,
    { offline: false, hubUrl: hub.url, ...config },
    { log, pause: async (milliseconds) => void pauses.push(milliseconds), freeBytes: async () => 10e9, ...options },
  ).then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { failure, pauses, warnings: log.warnings };
}

async function isWhole(): Promise<boolean> {
  for (const file of FILES) {
    const here = await readFile(join(folder, file)).catch(() => undefined);
    if (!here?.equals(await readFile(join(MINI_FOLDER, file)))) return false;
  }
  return true;
}

describe('the manifest', () => {
  it('says of each file what it is, and of which commit', async () => {
    expect((await fetchFrom(await hubWith())).failure).toBeUndefined();
    const manifest = await readManifest(folder);
    expect(manifest).toMatchObject({ repository: PREFERRED_CHECKPOINT, revision: 'main', commit: COMMIT });
    expect(manifest?.files.map(({ path }) => path)).toEqual(FILES.toSorted());
    for (const { path, bytes, sha256 } of manifest?.files ?? []) {
      expect(bytes).toBe((await readFile(join(folder, path))).length);
      expect(sha256).toBe(await sha256Of(join(folder, path)));
    }
  });
});

it('brings weights that lie beside their tower, before the tower', async () => {
  const source = join(folder, 'source');
  const here = join(folder, 'here');
  const data = ['onnx/text_model.onnx_data', 'onnx/vision_model.onnx_data', 'onnx/vision_model.onnx_data_1'];
  const contentOf = (path: string) => JSON.stringify({ path });
  await mkdir(join(source, 'onnx'), { recursive: true });
  for (const path of [...FILES, ...data]) await writeFile(join(source, path), contentOf(path));
  const hub = await hubWith({ repositories: { [PREFERRED_CHECKPOINT]: source } });
  expect((await fetchFrom(hub, {}, {}, here)).failure).toBeUndefined();
  for (const path of data) expect(await readFile(join(here, path), 'utf8')).toBe(contentOf(path));
  expect((await readManifest(here))?.files.map(({ path }) => path)).toEqual([...FILES, ...data].toSorted());
  const asked = hub.requests.filter((request) => request.startsWith('/Xenova'));
  const at = (path: string) => asked.findIndex((request) => request.endsWith(path));
  expect(at('vision_model.onnx_data_1')).toBeGreaterThan(at('vision_model.onnx_data'));
  expect(at('vision_model.onnx')).toBeGreaterThan(at('vision_model.onnx_data_1'));
});

describe('the token', () => {
  it('opens what is private, and goes to no other host', async () => {
    const hub = await hubWith({ token: TOKEN });
    const storage = await hubWith();
    hub.storageUrl = storage.url;
    expect((await fetchFrom(hub, { hubToken: new Secret(TOKEN) })).failure).toBeUndefined();
    expect(await isWhole()).toBe(true);
    expect(new Set(hub.heard.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${TOKEN}`]));
    expect(storage.heard.length).toBeGreaterThan(0);
    expect(storage.heard.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
  });

  it('is asked for where there is none', async () => {
    const { failure } = await fetchFrom(await hubWith({ token: TOKEN }));
    expect(failure).toMatch(
      /answers 401 for config\.json: there is no such checkpoint, or it is gated or private\. .*HF_TOKEN/,
    );
  });

  it('is named as what is wrong where the hub refuses it, and not shown', async () => {
    const { failure } = await fetchFrom(await hubWith({ token: TOKEN }), { hubToken: new Secret('hf_another') });
    expect(failure).toMatch(/the token in HF_TOKEN is wrong or may not read it\. Make a new token/);
    expect(failure).not.toContain('hf_another');
  });

  it('is said to lack the right to a gated checkpoint', async () => {
    const hub = await hubWith();
    hub.misbehave = answers(403);
    const { failure } = await fetchFrom(hub, { hubToken: new Secret(TOKEN) });
    expect(failure).toMatch(/answers 403.*may not read it.*after its page grants your account access/);
  });
});

describe('a proxy', () => {
  const through = (http: string, none?: string): Partial<FetchConfig> => ({
    proxies: { http: new Secret(http), https: undefined, none },
  });

  it('is gone through, with its password', async () => {
    const hub = await hubWith();
    const proxy = await proxyWith({ password: 'let-me-out' });
    expect((await fetchFrom(hub, through(proxy.url))).failure).toBeUndefined();
    expect(await isWhole()).toBe(true);
    expect(new Set(proxy.targets)).toEqual(new Set([new URL(hub.url).host]));
  });

  it('is left aside for a host that needs none', async () => {
    const proxy = await proxyWith();
    expect((await fetchFrom(await hubWith(), through(proxy.url, 'example.org,127.0.0.1'))).failure).toBeUndefined();
    expect(proxy.targets).toEqual([]);
  });

  it('is left aside where it is for another scheme', async () => {
    const proxy = await proxyWith();
    const config = { proxies: { http: undefined, https: new Secret(proxy.url), none: undefined } };
    expect((await fetchFrom(await hubWith(), config)).failure).toBeUndefined();
    expect(proxy.targets).toEqual([]);
  });

  it('is named as what is wrong where it refuses, without its password', async () => {
    const proxy = await proxyWith({ password: 'let-me-out' });
    const { failure } = await fetchFrom(await hubWith(), through(proxy.url.replace('let-me-out', 'a-guess')));
    expect(failure).toMatch(/the proxy answers 407\. Check HTTPS_PROXY and HTTP_PROXY/);
    expect(failure).not.toContain('a-guess');
  });
});

describe('a hub that asks to wait', () => {
  it('is waited for as long as it says, in seconds', async () => {
    const hub = await hubWith();
    hub.misbehave = onlyTowers(atFirst(3, answers(429, { 'retry-after': '7' })));
    const { failure, pauses, warnings } = await fetchFrom(hub);
    expect(failure).toBeUndefined();
    expect(new Set(pauses)).toEqual(new Set([7000]));
    expect(warnings[0]).toMatch(/answers 429 for onnx\/text_model\.onnx: it is asked too often; going on in 7 s\./);
    expect(await isWhole()).toBe(true);
  });

  it('is waited for until the time that it says', async () => {
    const hub = await hubWith();
    hub.misbehave = atFirst(1, answers(429, { 'retry-after': 'Sat, 01 Jan 2000 00:00:20 GMT' }));
    const { failure, pauses } = await fetchFrom(hub, {}, { now: () => Date.UTC(2000, 0, 1) });
    expect(failure).toBeUndefined();
    expect(pauses).toEqual([20_000]);
  });

  it('is not waited for where that is longer than a minute, and the person is told why', async () => {
    const hub = await hubWith();
    hub.misbehave = answers(429, { 'retry-after': '3600' });
    const { failure, pauses } = await fetchFrom(hub);
    expect(failure).toMatch(
      /answers 429 for config\.json: it is asked too often\. Try again later\. A token .* HF_TOKEN/,
    );
    expect(pauses).toEqual([]);
  });
});

describe('a hub in trouble', () => {
  it('is asked again after pauses that grow', async () => {
    const hub = await hubWith();
    // The first question about a tower is only for its size.
    hub.misbehave = (file, response, request) =>
      file === 'onnx/vision_model.onnx' && request.method === 'GET' && trouble(file, response, request);
    const trouble = atFirst(3, answers(503));
    const { failure, pauses } = await fetchFrom(hub);
    expect(failure).toBeUndefined();
    expect(pauses).toEqual([1000, 2000, 4000]);
    expect(await isWhole()).toBe(true);
  });

  it('is given up at last, with a sentence', async () => {
    const hub = await hubWith();
    hub.misbehave = onlyTowers(answers(500));
    const { failure, pauses } = await fetchFrom(hub);
    expect(failure).toMatch(/answers 500 for onnx\/text_model\.onnx: it has trouble of its own\. Try again later/);
    expect(pauses).toEqual([1000, 2000, 4000]);
  });

  it('is not asked again for what it does not have', async () => {
    const hub = await hubWith();
    hub.misbehave = onlyTowers(answers(404));
    const { failure, pauses } = await fetchFrom(hub);
    expect(failure).toMatch(
      /answers 404 for onnx\/text_model\.onnx: it is not there\. Check the name and revision.*preprocessor_config\.json/,
    );
    expect(pauses).toEqual([]);
  });
});

describe('a file', () => {
  it('that was damaged on the way is fetched anew', async () => {
    const hub = await hubWith();
    const damaged = atFirst(1, (file, response) => {
      readFile(join(MINI_FOLDER, file)).then((bytes) => response.end(Buffer.alloc(bytes.length, 7)));
      return true;
    });
    hub.misbehave = (file, response, request) =>
      request.url?.startsWith('/storage/') === true && damaged(file, response, request);
    expect((await fetchFrom(hub)).failure).toBeUndefined();
    expect(await isWhole()).toBe(true);
  });

  it('that the hub lies about is not taken, and is named', async () => {
    const hub = await hubWith();
    hub.misbehave = (file, response, request) => {
      if (!file.endsWith('text_model.onnx') || request.url?.startsWith('/storage/')) return false;
      response.writeHead(302, { location: `/storage/${file}`, 'x-linked-etag': `"${'0'.repeat(64)}"` }).end();
      return true;
    };
    const { failure } = await fetchFrom(hub);
    expect(failure).toMatch(/text_model\.onnx is not what the hub states \(its SHA-256 differs\)/);
    expect(await readdir(join(folder, 'onnx'))).toEqual([]);
  });

  it('that comes slowly but steadily is waited for', async () => {
    const hub = await hubWith();
    hub.misbehave = (file, response) => {
      if (file !== 'tokenizer.json') return false;
      readFile(join(MINI_FOLDER, file)).then((bytes) => {
        const step = Math.ceil(bytes.length / 30);
        response.writeHead(200, { 'content-length': bytes.length });
        let at = 0;
        const timer = setInterval(() => {
          response.write(bytes.subarray(at, at + step));
          at += step;
          if (at < bytes.length) return;
          clearInterval(timer);
          response.end();
        }, 50);
      });
      return true;
    };
    const { failure } = await fetchFrom(hub, {}, { deadlines: { reachMs: 5000, silenceMs: 1000 } });
    expect(failure).toBeUndefined();
    expect(await isWhole()).toBe(true);
  });
});

describe('the disk', () => {
  it('is asked for room before the towers are fetched, by the sizes that the hub states', async () => {
    const hub = await hubWith();
    const { failure } = await fetchFrom(hub, {}, { freeBytes: async () => 205_000_000 });
    expect(failure).toMatch(
      /too little room on the disk: 1\d MB are to be fetched, and 205 MB are free, of which 200 MB are to stay free\. Free \d.* more, or name a folder on another disk in GLIMPSE_CACHE/,
    );
    expect(hub.heard.filter(({ method, path }) => method === 'GET' && path.endsWith('.onnx'))).toEqual([]);
  });

  it('needs room only for what is not here yet', async () => {
    const hub = await hubWith();
    hub.misbehave = (file, response, request) => {
      if (!file.endsWith('vision_model.onnx') || !request.url?.startsWith('/storage/')) return false;
      readFile(join(MINI_FOLDER, file)).then((bytes) => {
        response.writeHead(200, { 'content-length': bytes.length });
        response.write(bytes.subarray(0, request.headers.range ? 0 : bytes.length - 1000), () => response.destroy());
      });
      return true;
    };
    expect((await fetchFrom(hub)).failure).toMatch(/broke off/);
    hub.misbehave = undefined;
    const text = (await readFile(join(MINI_FOLDER, 'onnx/text_model.onnx'))).length;
    expect(text).toBeGreaterThan(1_000_000);
    await rm(join(folder, 'onnx/text_model.onnx'));
    const { failure } = await fetchFrom(hub, {}, { freeBytes: async () => 200_000_000 + text + 1_000_000 });
    expect(failure).toBeUndefined();
    expect(await isWhole()).toBe(true);
  });

  it('that is full is named as what is wrong', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const { failure } = await fetchFrom(await hubWith(), {}, { freeBytes: () => Promise.reject(full) });
    expect(failure).toMatch(/the disk is full\. Make room, or name a folder on another disk in GLIMPSE_CACHE/);
  });
});

describe('no network', () => {
  it('is named as what is wrong where the name of the hub is not found', async () => {
    // As Node's fetch reports it; a real look-up may take longer than any deadline.
    const cause = Object.assign(new Error('getaddrinfo ENOTFOUND hub.invalid'), { code: 'ENOTFOUND' });
    const noNetwork = () => Promise.reject(new TypeError('fetch failed', { cause }));
    const { failure } = await fetchFrom(await hubWith(), {}, { fetch: noNetwork });
    expect(failure).toMatch(
      /the hub's name is not found: there seems to be no network \(E[A-Z_]+\)\. Check the network and HF_ENDPOINT/,
    );
  });
});

describe('terms', () => {
  it('are shown instead of fetching where nobody has agreed to them', async () => {
    const hub = await hubWith();
    const apple = CATALOGUE.find(({ id }) => id === 'Xenova/mobileclip_s0') as CatalogueEntry;
    const fetching = fetchCheckpoint(apple, folder, FILES, { offline: false, hubUrl: hub.url }, { log: collectLog() });
    await expect(fetching).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringMatching(/research only.*models pull Xenova\/mobileclip_s0 --accept-licence/s),
    });
    expect(hub.requests).toEqual([]);
  });
});
