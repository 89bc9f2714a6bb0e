import { join } from 'node:path';
import { type CatalogueEntry, type Tower, towerFile } from '../../models/catalogue.ts';
import type { Config } from '../config.ts';
import { isThere } from './is-there.ts';
import type { Log } from './log.ts';

const TOWERS: readonly Tower[] = ['vision', 'text'];

/**
 * The entry with the precision that the settings ask for. int8 is taken for the towers where it is sound; a checkpoint
 * that is not fetched from the hub has it only where its files are in the folder. Where it can't be had, a warning says so.
 */
export async function withPrecision(
  entry: CatalogueEntry,
  folder: string,
  setting: Config['precision'],
  log: Log,
): Promise<CatalogueEntry> {
  if (setting !== 'q8') return entry;
  const precision: Record<Tower, CatalogueEntry['precision'][Tower]> = { ...entry.precision };
  for (const tower of TOWERS) {
    if (entry.withoutInt8?.includes(tower)) {
      log.warn(`${entry.id}: its ${tower} tower gives wrong answers in int8, so it serves in ${precision[tower]}.`);
    } else if (entry.source.kind === 'hub' || (await isThere(join(folder, towerFile(tower, 'q8'))))) {
      precision[tower] = 'q8';
    } else {
      log.warn(`${entry.id} has no ${towerFile(tower, 'q8')}, so its ${tower} tower serves in ${precision[tower]}.`);
    }
  }
  return { ...entry, precision };
}

/** The towers whose int8 file is in the folder and may serve, beside the file that the entry names. */
export async function int8Towers(entry: CatalogueEntry, folder: string): Promise<readonly Tower[]> {
  const found: Tower[] = [];
  for (const tower of TOWERS) {
    if (entry.precision[tower] === 'q8' || entry.withoutInt8?.includes(tower)) continue;
    if (await isThere(join(folder, towerFile(tower, 'q8')))) found.push(tower);
  }
  return found;
}
