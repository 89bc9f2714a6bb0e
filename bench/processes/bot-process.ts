/** The bot in a process of its own, put together as src/main.ts and src/run-bot.ts do it, so that its start, its memory and its delays are its own. */
import { forkAhead } from '../../src/clip/vision-child.ts';
import { anotherFile } from '../fresh-files.ts';
import { loopDelay } from './loop-delay.ts';
import { serve } from './serve.ts';

/** The limits on how often one may ask go by a clock that is so many times as fast: it is the engine that is measured. */
const HASTE = 10_000;

const startVision = forkAhead();
let running: Awaited<ReturnType<typeof start>> | undefined;

const handlers = {
  /** Resolves when the bot is connected; its model may still be loading. */
  start: async (how: BotStart): Promise<void> => {
    running = await start(how);
  },
  /** Resolves when the model is loaded. */
  ready: async (_: undefined): Promise<void> => {
    await bot().source.ready;
  },
  /** Asks about so many pictures, no two the same, without Discord. */
  ask: async ({ files, question, from, count }: Asked): Promise<void> => {
    const glimpse = await bot().source.ready;
    for (let i = from; i < from + count; i++) {
      await glimpse.ask(anotherFile(Buffer.from(files[i % files.length] as Uint8Array), i), question);
    }
  },
  ...loopDelay,
  /** Leaves Discord and ends the vision process. */
  stop: async (_: undefined): Promise<void> => {
    await bot().stop();
  },
};

/** How a bot is started. */
export interface BotStart {
  /** What its settings are read from. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether it encodes likely prompts while nobody asks, as src/run-bot.ts has it. */
  readonly warmUp: boolean;
}

interface Asked {
  readonly files: readonly Uint8Array[];
  readonly question: string;
  /** The number of the first picture. */
  readonly from: number;
  readonly count: number;
}

/** What this process can be asked. */
export type BotHandlers = typeof handlers;

serve(handlers);

async function start({ environment, warmUp }: BotStart) {
  const { createLog, openGlimpse, openMemory, readConfig, startGlimpse } = await import('./bot-parts.ts');
  const config = readConfig(environment);
  const log = createLog(config.logLevel);
  const source = startGlimpse((onProgress) => openGlimpse(config, { log, onProgress, warmUp, start: startVision }));
  const memory = openMemory(config.memoryFile);
  const { startBot } = await import('../../src/bot.ts');
  const started = await startBot({ config, source, memory, log, now: () => performance.now() * HASTE });
  return {
    source,
    stop: async () => {
      await started.stop();
      memory.close();
      await (await source.ready).close();
    },
  };
}

function bot() {
  if (!running) throw new Error('the bot is not started');
  return running;
}
