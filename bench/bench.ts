/** `npm run bench`: how fast and how small Glimpse is, against what else one could run. docs/speed.md says what each row means. */
import { cpus, totalmem } from 'node:os';
import { readArguments, USAGE, type Wanted } from './arguments.ts';
import { benchedModel } from './benched-model.ts';
import { MEASUREMENTS } from './measurements.ts';
import { inMarkdown, type Table } from './table.ts';

const wanted = readArguments(process.argv.slice(2));
if (typeof wanted === 'string') {
  process.stderr.write(`${wanted}\n${USAGE}`);
  process.exit(2);
}
await main(wanted);

/** What one measurement gave, or why it gave nothing. */
interface Result {
  readonly model: string;
  readonly measurement: string;
  readonly tables: readonly Table[];
  readonly failure?: string;
}

async function main({ models, names, precision, json, ...effort }: Wanted): Promise<void> {
  const [cpu] = cpus();
  const machine = {
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
  };
  const figures = effort.quick ? 'rough: few rounds' : 'full rounds';
  if (!json) {
    const { cores, memoryMiB, platform, node } = machine;
    process.stdout.write(`${machine.cpu}, ${cores} cores, ${memoryMiB} MiB, ${platform}, Node ${node}; ${figures}\n\n`);
  }
  const results: Result[] = [];
  for (const modelName of models) {
    const model = await benchedModel(modelName, precision);
    for (const name of names) {
      process.stderr.write(`measuring ${name} with ${model.says} ...\n`);
      const result = { model: model.says, measurement: name };
      try {
        const tables = (await MEASUREMENTS[name]?.(model, effort)) ?? [];
        results.push({ ...result, tables });
        if (!json) for (const table of tables) process.stdout.write(`${inMarkdown(table, model.says)}\n`);
      } catch (error) {
        // The others are worth having all the same: of what a process takes only Linux tells.
        process.exitCode = 1;
        results.push({ ...result, tables: [], failure: String(error) });
        process.stderr.write(`${name} failed: ${error instanceof Error ? error.stack : error}\n`);
      }
    }
  }
  if (json) process.stdout.write(`${JSON.stringify({ machine, rough: effort.quick, results })}\n`);
}
