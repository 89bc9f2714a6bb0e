import type { BenchedModel } from '../benched-model.ts';
import { type Effort, few } from '../effort.ts';
import { freshFiles } from '../fresh-files.ts';
import { LIMITS } from '../limits.ts';
import { photo } from '../photos.ts';
import type { IdleHandlers } from '../processes/idle-process.ts';
import { withLoopback } from '../processes/start-loopback-bot.ts';
import { startProcess } from '../processes/start-process.ts';
import { row, type Table } from '../table.ts';
import { timed } from '../timed.ts';

const ASKERS = 16;
/** By turns: what people ask, each a different kind of work. */
const QUESTIONS = ['what is this?', 'is there a dog?', 'how many people are there?', 'what color is the car?'];

/**
 * Measures how late the bot's event loop is while 16 people ask it in Discord. The bot, its vision process, and Discord with
 * the people are three processes. In a further round a fourth does nothing, and tells how late the machine is.
 */
export async function measureEventLoop(model: BenchedModel, effort: Effort): Promise<readonly Table[]> {
  return withLoopback(model, async ({ startBot, ask }) => {
    const { bot, online } = startBot();
    await online;
    await bot.call('ready', undefined);
    const large = freshFiles(await photo(2, 6));
    const small = freshFiles(await photo(0.3, 6));
    const askAll = async (times: number): Promise<number[]> => {
      const waits: number[] = [];
      const asker = async (_: unknown, start: number) => {
        for (let i = 0; i < times; i++) {
          const file = (start + i) % 2 === 0 ? large() : small();
          waits.push(await timed(() => ask(file, QUESTIONS[(start + i) % QUESTIONS.length] as string)));
        }
      };
      await Promise.all(Array.from({ length: ASKERS }, asker));
      return waits;
    };
    for (const question of QUESTIONS) await ask(large(), question);
    await askAll(1);
    const delays: Awaited<ReturnType<IdleHandlers['delay']>>[] = [];
    const waits: number[] = [];
    for (let round = 0; round < few(effort, 1, 5); round++) {
      await bot.call('watchDelay', undefined);
      waits.push(...(await askAll(few(effort, 2, 6))));
      delays.push(await bot.call('delay', undefined));
    }
    // In a round of its own: even a process that only looks at the clock makes the bot wait.
    const idle = startProcess<IdleHandlers>(new URL('../processes/idle-process.ts', import.meta.url));
    await idle.call('watchDelay', undefined);
    await askAll(few(effort, 2, 6));
    const delayOfIdle = await idle.call('delay', undefined);
    await bot.call('stop', undefined);
    await Promise.all([bot.stop(), idle.stop()]);
    return [
      {
        title: "The bot's event loop with 16 askers",
        note:
          `In Discord, each with the next picture as soon as the answer is there; ${waits.length} questions in ` +
          `${delays.length} rounds. perf_hooks.monitorEventLoopDelay, without its own interval of 10 ms.`,
        rows: [
          row({ what: 'delay, median of a round', values: delays.map(({ median }) => median) }),
          row({
            what: 'delay, 99th percentile of a round',
            values: delays.map(({ p99 }) => p99),
            limits: [LIMITS.loopP99],
          }),
          row({
            what: 'delay, greatest of all',
            values: [Math.max(...delays.map(({ most }) => most))],
            limits: [LIMITS.loopMost],
          }),
          row({ what: 'a process that does nothing: 99th percentile', values: [delayOfIdle.p99] }),
          row({ what: 'a process that does nothing: greatest of all', values: [delayOfIdle.most] }),
          row({ what: 'from the question to the answer in Discord', values: waits }),
        ],
      },
    ];
  });
}
