import type { BenchedModel } from '../benched-model.ts';
import { type Effort, few } from '../effort.ts';
import { LIMITS } from '../limits.ts';
import { photo } from '../photos.ts';
import { processMemory, visionProcessOf } from '../processes/process-memory.ts';
import { withLoopback } from '../processes/start-loopback-bot.ts';
import { median } from '../statistics.ts';
import { type Row, row, type Table } from '../table.ts';

/** After so many pictures everything has its place: what comes after is growth. */
const FEW = 100;
/** A reading is the median of so many, a picture apart: garbage comes and goes. */
const READINGS = 15;

interface Reading {
  readonly bot: number;
  readonly vision: number;
  readonly both: number;
}

/** Measures the memory of the bot's process and of its vision process: at rest, after 100 pictures, after many, at their peak. */
export async function measureMemory(model: BenchedModel, effort: Effort): Promise<readonly Table[]> {
  const many = few(effort, 300, model.name === 'mini' ? 10_000 : effort.fullPictures);
  return withLoopback(model, async ({ startBot }) => {
    // Prompts that are encoded beforehand would come at times of their own.
    const { bot, online } = startBot({ warmUp: false });
    await online;
    await bot.call('ready', undefined);
    const vision = await visionProcessOf(bot.pid);
    const read = async (): Promise<Reading> => {
      const [own, seen] = await Promise.all([processMemory(bot.pid), processMemory(vision)]);
      return { bot: own.now, vision: seen.now, both: own.now + seen.now };
    };
    const files = [await photo(2, 8), await photo(0.3, 8), await photo(0.3, 9)];
    let asked = 0;
    const ask = async (count: number) => {
      await bot.call('ask', { files, question: 'what is this?', from: asked, count });
      asked += count;
    };
    const readAt = async (count: number): Promise<Reading> => {
      await ask(count - READINGS - asked);
      const readings: Reading[] = [];
      while (asked < count) {
        await ask(1);
        readings.push(await read());
      }
      return middle(readings);
    };
    const atRest = await read();
    const early = await readAt(FEW);
    const late = await readAt(many);
    const [ownPeak, visionPeak] = await Promise.all([processMemory(bot.pid), processMemory(vision)]);
    await bot.call('stop', undefined);
    await bot.stop();
    return [
      {
        title: 'Memory',
        note: 'Resident, in MiB: VmRSS and VmHWM of /proc. JPEGs of 2 and 0.3 megapixels, no two the same, one question each.',
        rows: [
          ...rowsOf('at rest, ready', atRest),
          ...rowsOf(`after ${FEW} pictures`, early),
          ...rowsOf(`after ${many.toLocaleString('en')} pictures`, late, early),
          inMebibytes('peak: bot process', ownPeak.peak),
          inMebibytes('peak: vision process', visionPeak.peak),
        ],
      },
    ];
  });
}

const KINDS = { bot: 'bot process', vision: 'vision process', both: 'together' } as const;

function rowsOf(when: string, reading: Reading, before?: Reading): Row[] {
  return (['bot', 'vision', 'both'] as const).map((kind) =>
    row({
      what: `${when}: ${KINDS[kind]}`,
      unit: 'MiB',
      values: [reading[kind]],
      ...(before && { to: [`after ${FEW}`, [before[kind]]] as const }),
      limits: before && kind === 'both' ? [LIMITS.memory] : [],
    }),
  );
}

const inMebibytes = (what: string, value: number): Row => row({ what, unit: 'MiB', values: [value] });

const middle = (readings: readonly Reading[]): Reading => ({
  bot: median(readings.map(({ bot }) => bot)),
  vision: median(readings.map(({ vision }) => vision)),
  both: median(readings.map(({ both }) => both)),
});
