import { availableParallelism, homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { z } from 'zod';
import { CATALOGUE } from '../models/catalogue.ts';
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

const MODELS = ['auto', ...CATALOGUE.map(({ id }) => id)];

const environment = z.object({
  // What can't stand in an HTTP header can't be a token.
  DISCORD_TOKEN: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]+$/, 'holds a character that no token has; copy it again')
    .optional(),
  GUILD_ID: snowflake.optional(),
  CLIP_MODEL: z.enum(MODELS, { error: `must be one of ${MODELS.join(', ')}` }).default('auto'),
  GLIMPSE_OFFLINE: flag,
  GLIMPSE_CACHE: z.string().default(join(homedir(), '.cache', 'glimpse')),
  HF_ENDPOINT: url.default('https://huggingface.co'),
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

/** Every setting, validated and frozen. `.env.example` says what each does. */
export interface Config {
  readonly discordToken: string | undefined;
  /** Register commands in this server only; everywhere where it is undefined. */
  readonly guildId: string | undefined;
  /** `auto` or an id of `models/catalogue.ts`. */
  readonly clipModel: string;
  /** Never touch the network for a model. */
  readonly offline: boolean;
  /** Absolute folder for downloaded checkpoints and cached text embeddings. */
  readonly cacheFolder: string;
  /** The model hub's address, without a slash at its end. */
  readonly hubUrl: string;
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

/** Beside package.json, wherever the program is started from. */
const ENV_FILE = fileURLToPath(new URL('../.env', import.meta.url));

/** The settings of this process: what the environment says, and where it is silent the file `.env`. Throws as `readConfig` does. */
export function loadConfig(): Config {
  const fromFile: Record<string, string> = {};
  dotenv.config({ path: ENV_FILE, processEnv: fromFile, quiet: true });
  return readConfig({ ...fromFile, ...present(process.env) });
}

/**
 * Reads the settings out of an environment. An empty value counts as absent.
 * Throws a UserError (`config`) with one sentence that names the first wrong setting; it never shows a value.
 */
export function readConfig(env: Environment): Config {
  const parsed = environment.safeParse(present(env));
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
    offline: e.GLIMPSE_OFFLINE,
    cacheFolder: resolve(e.GLIMPSE_CACHE),
    hubUrl: e.HF_ENDPOINT,
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

function present(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
}
