import type { BenchedModel } from '../benched-model.ts';
import { type Effort, few, settle } from '../effort.ts';
import { freshFiles } from '../fresh-files.ts';
import { LIMITS } from '../limits.ts';
import { photo } from '../photos.ts';
import { type Loopback, withLoopback } from '../processes/start-loopback-bot.ts';
import { type Row, row, type Table } from '../table.ts';

/** One start, each figure in milliseconds from the fork of the process. */
interface Start {
  readonly online: number;
  readonly ready: number;
  readonly answered: number;
}

/** Measures how long a bot takes from the start of its process until it is connected, its model is loaded, and it has answered. */
export async function measureStart(model: BenchedModel, effort: Effort): Promise<readonly Table[]> {
  const next = freshFiles(await photo(2, 7));
  const firsts: Start[] = [];
  const laters: Start[] = [];
  for (let round = 0; round < few(effort, 1, 8); round++) {
    await withLoopback(model, async (loopback) => {
      for (const starts of [firsts, laters]) {
        await settle();
        starts.push(await startOnce(loopback, next()));
      }
    });
  }
  const limit = model.name === 'mini' ? LIMITS.miniReady : LIMITS.fullReady;
  const rowsOf = (starts: readonly Start[], when: string): Row[] => [
    row({ what: `${when}: connected to Discord`, values: starts.map(({ online }) => online) }),
    row({ what: `${when}: ready, the model is loaded`, values: starts.map(({ ready }) => ready), limits: [limit] }),
    row({ what: `${when}: first answer`, values: starts.map(({ answered }) => answered) }),
  ];
  return [
    {
      title: 'From start to first answer',
      note:
        'From the fork of the process, with Discord on this machine; somebody asks as soon as the bot is connected. The first ' +
        'start has no cached prompts, a later one has those of the start before. The files are in the page cache.',
      rows: [...rowsOf(firsts, 'first start'), ...rowsOf(laters, 'later start')],
    },
  ];
}

async function startOnce({ startBot, ask }: Loopback, file: Uint8Array): Promise<Start> {
  const begun = performance.now();
  const since = () => performance.now() - begun;
  const { bot, online } = startBot();
  await online;
  const connected = since();
  const [ready, answered] = await Promise.all([
    bot.call('ready', undefined).then(since),
    ask(file, 'what is this?').then(since),
  ]);
  await bot.call('stop', undefined);
  await bot.stop();
  return { online: connected, ready, answered };
}
