import { once } from 'node:events';
import type { Logger } from 'pino';
import type { Bot } from './bot.ts';
import type { StartVisionChild } from './clip/vision-child.ts';
import { loadConfig } from './config.ts';
import { logBug } from './discord/failure.ts';
import { withDownloadBar } from './download-bar.ts';
import { type GlimpseSource, startGlimpse } from './glimpse-source.ts';
import { createLog } from './log.ts';
import { openMemory } from './memory/memory.ts';
import { openGlimpse } from './open-glimpse.ts';
import { UserError } from './user-error.ts';

const NO_TOKEN = `Glimpse needs a bot's token to go to Discord, and DISCORD_TOKEN is not set.
Copy .env.example to .env and paste the token there: https://discord.com/developers/applications > your application > Bot.
Then run npm start again. To try Glimpse without a Discord account: npm run demo.`;

/**
 * `npm start`: builds the bot out of its parts and runs it until SIGTERM or SIGINT. Where it can't, it says why in a sentence, or
 * logs a bug under an id. Returns the exit status.
 */
export async function runBot(startVision: StartVisionChild): Promise<number> {
  try {
    await run(startVision);
    return 0;
  } catch (error) {
    return explain(error);
  }
}

async function run(startVision: StartVisionChild): Promise<void> {
  const config = loadConfig();
  if (!config.discordToken) throw new UserError('config', NO_TOKEN);
  const log = createLog(config.logLevel);
  logUnhandled(log);
  // The bot goes online at once, and says how far its model is.
  const source = startGlimpse((onProgress) =>
    withDownloadBar((onBar) =>
      openGlimpse(config, {
        log,
        warmUp: true,
        start: startVision,
        onProgress(progress) {
          onBar(progress);
          onProgress(progress);
        },
      }),
    ),
  );
  const memory = openMemory(config.memoryFile);
  try {
    // Loading discord.js takes about as long as loading the model does, in its process: both at once.
    const { startBot } = await import('./bot.ts');
    await untilStopped(await startBot({ config, source, memory, log }), source);
    log.info('stopped');
  } finally {
    memory.close();
    // A download is not waited for; the next start goes on where it stopped.
    if (source.state().phase === 'ready') await (await source.ready).close();
  }
}

/**
 * Waits for a signal, then lets the bot finish what it is answering. A second signal ends the process at once.
 * Throws a UserError where Discord ends the connection for good, or the model can't be had.
 */
async function untilStopped(bot: Bot, source: GlimpseSource): Promise<void> {
  const signal = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const noModel = source.ready.then(() => new Promise<never>(() => undefined));
  const end = await Promise.race([signal, bot.lost, noModel]).catch(async (error: unknown) => {
    await bot.stop();
    throw error;
  });
  await bot.stop();
  if (end instanceof UserError) throw end;
}

/** A forgotten rejection is logged and survived; after an exception that nobody caught, nothing can be relied on. */
function logUnhandled(log: Logger): void {
  process.on('unhandledRejection', (error) => logBug(error, {}, log));
  process.on('uncaughtException', (error) => {
    logBug(error, {}, log);
    process.exit(1);
  });
}

function explain(error: unknown): number {
  const sentence =
    error instanceof UserError
      ? error.message
      : `Something went wrong. The error id is ${logBug(error, {}, createLog('error'))}.`;
  process.stderr.write(`${sentence}\n`);
  return 1;
}
