import { openClip } from '../../src/clip/open-clip.ts';
import { createGlimpse, type Glimpse } from '../../src/glimpse.ts';
import { type BenchedModel, withSettings } from '../benched-model.ts';
import { type Effort, few, settle } from '../effort.ts';
import { freshFiles } from '../fresh-files.ts';
import { interleave } from '../interleave.ts';
import { labels } from '../labels.ts';
import { LIMITS } from '../limits.ts';
import { photo } from '../photos.ts';
import { openRaw } from '../rivals/open-rivals.ts';
import { row, type Table } from '../table.ts';
import { timed } from '../timed.ts';

/** Measures how many questions a second are answered, with 1, 4 and 16 who ask at once. */
export async function measureThroughput(model: BenchedModel, effort: Effort): Promise<readonly Table[]> {
  return withSettings(model, async ({ config }) => {
    const glimpse = createGlimpse(await openClip(config));
    const raw = await openRaw(model, config.visionThreads);
    try {
      const sources = [freshFiles(await photo(2, 5)), freshFiles(await photo(0.3, 5))];
      const batch = (count: number) => Array.from({ length: count }, (_, i) => nextOf(sources, i));
      const count = few(effort, 16, model.name === 'mini' ? 128 : 48);
      const rate = (milliseconds: number) => (1000 * count) / milliseconds;
      const by = (askers: number) => ({
        name: askers,
        take: async () => {
          const files = batch(count);
          return rate(await timed(() => askAll(glimpse, files, askers)));
        },
      });
      const loop = { name: 0, take: async () => rate(await raw.call('both', batch(count))) } as const;
      const rates = await interleave([loop, by(1), by(4), by(16)], {
        rounds: few(effort, 2, 8),
        warmUp: 1,
        settle,
      });
      const to = ['bare loop', rates[0] ?? []] as const;
      return [
        {
          title: 'Throughput',
          note:
            `${count} JPEGs of 2 and 0.3 megapixels by turns, no cache knows them, each with a question with 64 warm ` +
            'candidates. The bare loop decodes, shrinks and encodes one after the other in a process of its own, ' +
            'and is asked nothing.',
          rows: [
            row({ what: 'bare loop', unit: 'pictures/s', values: to[1] }),
            ...[1, 4, 16].map((askers) =>
              row({
                what: askers === 1 ? 'Glimpse, 1 asker' : `Glimpse, ${askers} askers at once`,
                unit: 'pictures/s',
                values: rates[askers] ?? [],
                to,
                limits: askers === 16 ? [LIMITS.throughput] : [],
              }),
            ),
          ],
        },
      ];
    } finally {
      await Promise.all([glimpse.close(), raw.stop()]);
    }
  });
}

const CHOICES = labels(64);

/** Each asker takes the next picture as soon as the last answer is there. */
async function askAll(glimpse: Glimpse, files: readonly Buffer[], askers: number): Promise<void> {
  const waiting = files.values();
  const asker = async () => {
    for (const file of waiting) await glimpse.ask(file, 'what is this?', { choices: CHOICES });
  };
  await Promise.all(Array.from({ length: askers }, asker));
}

function nextOf(sources: readonly (() => Buffer)[], turn: number): Buffer {
  const next = sources[turn % sources.length];
  if (!next) throw new RangeError('there are no photos');
  return next();
}
