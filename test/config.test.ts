import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { UserError } from '../src/user-error.ts';

const example = new URL('../.env.example', import.meta.url);

describe('readConfig', () => {
  it('needs no setting at all: every one has a default, and none is the network', () => {
    expect(readConfig({})).toMatchObject({
      discordToken: undefined,
      guildId: undefined,
      clipModel: 'auto',
      offline: false,
      hubUrl: 'https://huggingface.co',
      discordApi: 'https://discord.com/api',
      visionDeadlineMs: 30_000,
    });
    expect(readConfig({}).pictureOrigins).toContain('https://cdn.discordapp.com');
  });

  it('takes an empty value as absent, as .env.example leaves them', () => {
    expect(readConfig({ GUILD_ID: '', VISION_THREADS: ' ', PICTURE_ORIGINS: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['GUILD_ID', 'my server'],
    ['GLIMPSE_OFFLINE', 'yes please'],
    ['VISION_THREADS', '0'],
    ['VISION_THREADS', 'two'],
    ['VISION_DEADLINE', '1.5'],
    ['LOG_LEVEL', 'loud'],
    ['CLIP_MODEL', 'no-such-model'],
    ['CLIP_MODEL', 'ana/../../etc'],
    ['CLIP_PRECISION', 'int4'],
    ['HF_TOKEN', 'hf_an\u2014em-dash'],
    ['HTTPS_PROXY', 'socks5://user:hush@127.0.0.1'],
    ['DISCORD_TOKEN', 'a token with an em\u2014dash'],
    ['HF_ENDPOINT', 'huggingface'],
    ['MESSAGE_CONTENT', 'on'],
    ['DISCORD_CDN', 'cdn.discordapp.com'],
    ['PICTURE_ORIGINS', 'https://cdn.discordapp.com,ftp://elsewhere'],
  ])('says that %s is wrong when it is "%s", and does not show the value', (name, value) => {
    const failure = () => readConfig({ [name]: value });
    expect(failure).toThrow(UserError);
    expect(failure).toThrow(name);
    expect(failure).not.toThrow(value);
  });

  it('asks for no message content, and keeps its memory in the home folder, unless it is told otherwise', () => {
    const { readsMessages, memoryFile } = readConfig({});
    expect(readsMessages).toBe(false);
    expect(memoryFile).toBe(join(homedir(), '.local', 'share', 'glimpse', 'memory.sqlite'));
    expect(readConfig({ MESSAGE_CONTENT: '1' }).readsMessages).toBe(true);
  });

  it('makes the path of the memory absolute, and leaves the one that is no file as it is', () => {
    expect(readConfig({ GLIMPSE_MEMORY: 'memory.sqlite' }).memoryFile).toBe(resolve('memory.sqlite'));
    expect(readConfig({ GLIMPSE_MEMORY: ':memory:' }).memoryFile).toBe(':memory:');
  });

  it('may fetch pictures from all hosts that Discord has them on: posted, resized, and of other sites', () => {
    const { pictureOrigins, discordCdn, discordMedia } = readConfig({});
    expect(pictureOrigins).toEqual(expect.arrayContaining([discordCdn, discordMedia]));
    expect(pictureOrigins.every((origin) => /^https:\/\/[\w-]+\.discordapp\.(?:com|net)$/.test(origin))).toBe(true);
  });

  it('takes an address with a slash at its end or without', () => {
    const { discordApi, discordCdn } = readConfig({ DISCORD_API: 'http://a/api/', DISCORD_CDN: 'http://a/cdn//' });
    expect([discordApi, discordCdn]).toEqual(['http://a/api', 'http://a/cdn']);
  });

  it('reduces a picture origin to its origin, so that no path hides in it', () => {
    expect(readConfig({ PICTURE_ORIGINS: 'http://127.0.0.1:8080/cdn/' }).pictureOrigins).toEqual([
      'http://127.0.0.1:8080',
    ]);
  });

  it.each([
    'auto',
    'glimpse-mini',
    'siglip-base-patch16-224',
    './mine',
    '~/mine',
    '/srv/mine',
    'ana/clip',
    'ana/clip@refs/pr/1',
  ])('takes %s for a model', (CLIP_MODEL) => {
    expect(readConfig({ CLIP_MODEL }).clipModel).toBe(CLIP_MODEL);
  });

  it.each([
    [{}, join(homedir(), '.cache', 'glimpse')],
    [{ XDG_CACHE_HOME: '/xdg' }, '/xdg/glimpse'],
    [{ XDG_CACHE_HOME: 'relative' }, join(homedir(), '.cache', 'glimpse')],
    [{ XDG_CACHE_HOME: '/xdg', HF_HOME: '/hf' }, '/hf/glimpse'],
    [{ XDG_CACHE_HOME: '/xdg', HF_HOME: '/hf', GLIMPSE_CACHE: '/mine' }, '/mine'],
    [{ GLIMPSE_CACHE: '~/models' }, join(homedir(), 'models')],
  ])('with %j keeps the cache in %s', (settings, folder) => {
    expect(readConfig(settings).cacheFolder).toBe(folder);
  });

  it('refuses a cache inside node_modules, and names the setting', () => {
    expect(() => readConfig({ GLIMPSE_CACHE: 'node_modules/.cache' })).toThrow(
      /GLIMPSE_CACHE .* node_modules, which npm deletes/,
    );
    expect(() => readConfig({ HF_HOME: '/app/node_modules/hf' })).toThrow(/HF_HOME/);
  });

  it('knows proxies in small letters too, which win, and without a scheme', () => {
    const { proxies } = readConfig({
      HTTPS_PROXY: 'http://a:1',
      https_proxy: 'b:2',
      http_proxy: 'http://c:3',
      no_proxy: 'd',
    });
    expect([proxies.https?.reveal(), proxies.http?.reveal(), proxies.none]).toEqual(['http://b:2', 'http://c:3', 'd']);
  });

  it('shows the token of the hub and the password of a proxy to nobody who prints it', () => {
    const config = readConfig({ HF_TOKEN: 'hf_hush', HTTPS_PROXY: 'http://ana:hush@proxy:1' });
    expect(config.hubToken?.reveal()).toBe('hf_hush');
    const printed = [
      inspect(config, { depth: 9 }),
      JSON.stringify(config),
      `${config.hubToken} ${config.proxies.https}`,
      inspect({ ...config }),
    ];
    expect(printed.join()).not.toContain('hush');
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });
});

describe('.env.example', () => {
  it('names every setting that the program reads, and no other', async () => {
    const named = (await readFile(example, 'utf8')).match(/^[A-Z_]+(?==)/gm) ?? [];
    const source = await readFile(new URL('../src/config.ts', import.meta.url), 'utf8');
    const read = source.match(/^ {2}[A-Z_]+(?=:)/gm)?.map((name) => name.trim()) ?? [];
    expect(named.toSorted()).toEqual(read.toSorted());
  });

  it('is itself a valid set of settings', async () => {
    const lines = (await readFile(example, 'utf8')).split('\n').filter((line) => /^[A-Z_]+=/.test(line));
    const settings = Object.fromEntries(lines.map((line) => line.split('=', 2)));
    expect(readConfig(settings)).toEqual(readConfig({}));
  });
});
