import { parseArgs } from 'node:util';
import type { BenchedPrecision, ModelName } from './benched-model.ts';
import type { Effort } from './effort.ts';
import { MEASUREMENTS } from './measurements.ts';

/** How the command is used, for who used it wrongly. */
export const USAGE = `npm run bench [-- OPTIONS]
  --model mini|full|both   the checkpoint that ships, the full-size stand-in, or both (both)
  --only NAME,...          some of ${Object.keys(MEASUREMENTS).join(', ')} (all)
  --precision fp32|q8      the files of the full-size towers that all contestants run (fp32)
  --quick                  few rounds, to see whether all works; the figures are rough
  --pictures N             how many pictures the memory at full size is measured over (1000)
  --json                   one JSON object instead of tables
`;

/** What the command line asks for. */
export interface Wanted extends Effort {
  readonly models: readonly ModelName[];
  readonly names: readonly string[];
  readonly precision: BenchedPrecision;
  readonly json: boolean;
}

/** Reads the command line; or returns a sentence that says what is wrong with it. */
export function readArguments(args: readonly string[]): Wanted | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        model: { type: 'string', default: 'both' },
        only: { type: 'string', default: Object.keys(MEASUREMENTS).join() },
        precision: { type: 'string', default: 'fp32' },
        quick: { type: 'boolean', default: false },
        pictures: { type: 'string', default: '1000' },
        json: { type: 'boolean', default: false },
      },
    });
    const names = values.only.split(',').map((name) => name.trim());
    const unknown = names.find((name) => !Object.hasOwn(MEASUREMENTS, name));
    if (unknown !== undefined) return `There is no measurement named "${unknown}".`;
    const { model, precision, quick, json } = values;
    if (model !== 'mini' && model !== 'full' && model !== 'both') return `There is no model named "${model}".`;
    if (precision !== 'fp32' && precision !== 'q8') return `There is no precision named "${precision}".`;
    const fullPictures = Number(values.pictures);
    if (!Number.isInteger(fullPictures) || fullPictures < 200) return '--pictures is a whole number from 200.';
    return { models: model === 'both' ? ['mini', 'full'] : [model], names, precision, quick, json, fullPictures };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
