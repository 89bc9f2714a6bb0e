import { availableParallelism, homedir } from 'node:os';
import { isAbsolute, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { z } from 'zod';
import { expandHome, MODEL_NAMES, parseModelName } from './checkpoints/model-name.ts';
import { Secret } from './secret.ts';
import { UserError } from './user-error.ts';

/** Where Discord serves the pictures people post (Discord's developer reference, "Image Formatting" and "CDN"). */
const DISCORD_PICTURE_ORIGINS =
  'https://cdn.discordapp.com,https://media.discordapp.net,https://images-ext-1.discordapp.net,https://images-ext-2.discordapp.net';

const flag = z
  .enum(['0', '1', 'true', 'false'], { error: 'must be 1 or 0' })
  .default('0')
  .transform((value) => value === '1' || value === 'true');

const url = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((value) => value.replace(/\/+$/, ''));

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${least} to ${most}` })
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);

const snowflake = z.string().regex(/^\d{17,20}$/, 'must be a Discord id: 17 to 20 digits');

// What can't stand in an HTTP header can't be a token.
const token = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]+$/, 'holds a character that no token has; copy it again');

/** A proxy may be named without a scheme, as curl allows; it may hold a password. */
const proxy = z
  .string()
  .trim()
  .transform((value) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`))
  .pipe(z.url({ protocol: /^https?$/, error: 'must be the http(s) address of a proxy' }))
  .transform((value) => new Secret(value));

const environment = z.object({
  DISCORD_TOKEN: token.optional(),
  GUILD_ID: snowflake.optional(),
  CLIP_MODEL: z
    .string()
    .trim()
    .refine((name) => parseModelName(name) !== undefined, `must be ${MODEL_NAMES}`)
    .default('auto'),
  CLIP_PRECISION: z.enum(['auto', 'fp32', 'q8'], { error: 'must be one of auto, fp32, q8' }).default('auto'),
  GLIMPSE_OFFLINE: flag,
  GLIMPSE_CACHE: z.string().optional(),
  HF_HOME: z.string().optional(),
  XDG_CACHE_HOME: z.string().optional(),
  HF_ENDPOINT: url.default('https://huggingface.co'),
  HF_TOKEN: token.transform((value) => new Secret(value)).optional(),
  HTTPS_PROXY: proxy.optional(),
  HTTP_PROXY: proxy.optional(),
  NO_PROXY: z.string().optional(),
  VISION_THREADS: wholeNumber(1, 64).default(Math.min(2, availableParallelism())),
  VISION_QUEUE: wholeNumber(1, 10_000).default(32),
  VISION_DEADLINE: wholeNumber(1, 600).default(30),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
  MESSAGE_CONTENT: flag,
  GLIMPSE_MEMORY: z.string().default(join(homedir(), '.local', 'share', 'glimpse', 'memory.sqlite')),
  DISCORD_API: url.default('https://discord.com/api'),
  DISCORD_CDN: url.default('https://cdn.discordapp.com'),
  DISCORD_MEDIA: url.default('https://media.discordapp.net'),
  PICTURE_ORIGINS: z
    .string()
    .default(DISCORD_PICTURE_ORIGINS)
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .pipe(z.array(url).min(1)),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** The proxies that downloads go through. An address may hold a password, so it is a secret. */
export interface Proxies {
  /** For https addresses. */
  readonly https: Secret | undefined;
  /** For http addresses. */
  readonly http: Secret | undefined;
  /** Hosts that are reached without a proxy, with commas between, as curl reads `NO_PROXY`. */
  readonly none: string | undefined;
}

/** Every setting, validated and frozen. `.env.example` says what each does. */
export interface Config {
  readonly discordToken: string | undefined;
  /** Register commands in this server only; everywhere where it is undefined. */
  readonly guildId: string | undefined;
  /** What serves, as `parseModelName` reads it: `auto`, an id of `models/catalogue.ts`, a folder, or a repository of the hub. */
  readonly clipModel: string;
  /** Which files of the towers serve; `auto`: int8 where it is there, faster, and gives the same answers. */
  readonly precision: 'auto' | 'fp32' | 'q8';
  /** Never touch the network for a model. */
  readonly offline: boolean;
  /** Absolute folder for downloaded checkpoints and cached text embeddings. */
  readonly cacheFolder: string;
  /** The model hub's address, without a slash at its end. */
  readonly hubUrl: string;
  /** Sent to the hub's own host only. */
  readonly hubToken: Secret | undefined;
  readonly proxies: Proxies;
  readonly visionThreads: number;
  /** Jobs that may wait for the vision process before further ones are refused. */
  readonly visionQueue: number;
  readonly visionDeadlineMs: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Whether to ask Discord for the Message Content intent: to be shown what is in messages that don't address the bot. */
  readonly readsMessages: boolean;
  /** Absolute path of the file for what is remembered; `:memory:` to remember nothing beyond the process. */
  readonly memoryFile: string;
  /** Discord's HTTP API, without its version and without a slash at its end. */
  readonly discordApi: string;
  /** Where Discord serves emoji and stickers, without a slash at its end. */
  readonly discordCdn: string;
  readonly discordMedia: string;
  /** Pictures are fetched from these origins only, e.g. `https://cdn.discordapp.com`. */
  readonly pictureOrigins: readonly string[];
}

/** The file of settings: beside package.json, wherever the program is started from. */
export const ENV_FILE = fileURLToPath(new URL('../.env', import.meta.url));

/** The settings of this process: what the environment says, and where it is silent the file `.env`. Throws as `readConfig` does. */
export function loadConfig(): Config {
  const fromFile: Record<string, string> = {};
  dotenv.config({ path: ENV_FILE, processEnv: fromFile, quiet: true });
  return readConfig({ ...fromFile, ...present(process.env) });
}

/** Whether the environment itself has a setting, which then wins over the file `.env`. */
export function isInEnvironment(name: string): boolean {
  return present(process.env)[name] !== undefined;
}

/**
 * Reads the settings out of an environment. An empty value counts as absent.
 * Throws a UserError (`config`) with one sentence that names the first wrong setting; it never shows a value.
 */
export function readConfig(env: Environment): Config {
  const parsed = environment.safeParse(withProxies(present(env)));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = issue?.path[0];
    throw new UserError('config', `The setting ${String(name)} ${issue?.message}. See .env.example.`);
  }
  const e = parsed.data;
  return Object.freeze({
    discordToken: e.DISCORD_TOKEN,
    guildId: e.GUILD_ID,
    clipModel: e.CLIP_MODEL,
    precision: e.CLIP_PRECISION,
    offline: e.GLIMPSE_OFFLINE,
    cacheFolder: cacheFolder(e),
    hubUrl: e.HF_ENDPOINT,
    hubToken: e.HF_TOKEN,
    proxies: Object.freeze({ https: e.HTTPS_PROXY, http: e.HTTP_PROXY, none: e.NO_PROXY }),
    visionThreads: e.VISION_THREADS,
    visionQueue: e.VISION_QUEUE,
    visionDeadlineMs: e.VISION_DEADLINE * 1000,
    logLevel: e.LOG_LEVEL,
    readsMessages: e.MESSAGE_CONTENT,
    memoryFile: e.GLIMPSE_MEMORY === ':memory:' ? e.GLIMPSE_MEMORY : resolve(e.GLIMPSE_MEMORY),
    discordApi: e.DISCORD_API,
    discordCdn: e.DISCORD_CDN,
    discordMedia: e.DISCORD_MEDIA,
    pictureOrigins: e.PICTURE_ORIGINS.map((origin) => new URL(origin).origin),
  });
}

/** Each proxy setting is known in small letters too, and those win, as they do in curl. */
function withProxies(env: Environment): Environment {
  const proxies = Object.fromEntries(
    ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'].map((name) => [name, env[name.toLowerCase()] ?? env[name]]),
  );
  return present({ ...env, ...proxies });
}

/** Where users expect it: beside the hub's own cache, or in the cache of their desktop. npm empties node_modules. */
function cacheFolder(e: {
  readonly GLIMPSE_CACHE?: string | undefined;
  readonly HF_HOME?: string | undefined;
  readonly XDG_CACHE_HOME?: string | undefined;
}): string {
  const [name, folder] = chosenCache(e);
  const path = resolve(expandHome(folder));
  if (path.split(sep).includes('node_modules')) {
    throw new UserError(
      'config',
      `The setting ${name} puts the cache inside node_modules, which npm deletes. Name another folder. See .env.example.`,
    );
  }
  return path;
}

function chosenCache(e: Parameters<typeof cacheFolder>[0]): readonly [string, string] {
  if (e.GLIMPSE_CACHE) return ['GLIMPSE_CACHE', e.GLIMPSE_CACHE];
  if (e.HF_HOME) return ['HF_HOME', join(e.HF_HOME, 'glimpse')];
  // The XDG base directory specification: a relative path is to be ignored.
  if (e.XDG_CACHE_HOME && isAbsolute(e.XDG_CACHE_HOME)) return ['XDG_CACHE_HOME', join(e.XDG_CACHE_HOME, 'glimpse')];
  return ['GLIMPSE_CACHE', join(homedir(), '.cache', 'glimpse')];
}

function present(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
}
