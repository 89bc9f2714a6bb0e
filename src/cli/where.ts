import { resolve } from 'node:path';
import type { Command } from 'commander';
import { percent } from '../chart.ts';
import { UNFAMILIAR, UNFAMILIAR_REMEDY } from '../unfamiliar.ts';
import { UserError } from '../user-error.ts';
import type { DrawnSighting, Sighting } from '../where/sighting.ts';
import { thingToFind } from '../where/thing-to-find.ts';
import { pngFile } from './png-file.ts';
import { readPicture } from './read-picture.ts';
import { withGlimpse } from './with-glimpse.ts';
import { checkWritable, writeWhole } from './write-whole.ts';

interface Options {
  readonly json?: boolean;
  readonly model?: string;
  readonly out?: string;
}

/** Adds what it takes to look for a thing to a command of that name. */
export function addWhere(command: Command, picture: string): void {
  command
    .description('show where something is in a picture')
    .argument('<image>', picture)
    .argument('<thing>', 'in English, e.g. "the red car"')
    .option('--out <file>', 'write the picture with a heat map over it to this .png file', pngFile)
    .action(async (image: string, thing: string, { json, model, out }: Options) => {
      const sighting = await findInFile(image, thing, { model, out });
      process.stdout.write(json ? `${JSON.stringify(sighting)}\n` : showSighting(sighting, out));
    });
}

/** The words in a heat map's legend. */
const LEGEND = { low: 'low', high: 'high' } as const;

/**
 * Looks for a thing in the picture that a person named, and writes the heat map to the file `out` where there is one and the
 * map means something. Throws a UserError.
 */
async function findInFile(
  image: string,
  thing: string,
  { model, out }: { readonly model: string | undefined; readonly out: string | undefined },
): Promise<Sighting> {
  thingToFind(thing); // before a model is loaded
  if (out !== undefined) await checkWritable(out);
  if (out !== undefined && resolve(out) === resolve(image))
    throw new UserError('file-unwritable', `${out} is the picture itself. Name another file for the heat map.`);
  const file = await readPicture(image);
  const { drawing, ...sighting }: DrawnSighting = await withGlimpse(model, (glimpse) =>
    glimpse.where(file, thing, out === undefined ? undefined : LEGEND),
  );
  if (drawing && out !== undefined) await writeWhole(out, drawing);
  return sighting;
}

/** A sighting for a terminal, and the file that the heat map was written to. Ends with a newline. */
export function showSighting(sighting: Sighting, out: string | undefined): string {
  const { outcome, model, milliseconds } = sighting;
  const drawn = out !== undefined && (outcome === 'found' || outcome === 'absent');
  const lines = [told(sighting), ...(drawn ? [`Heat map: ${out}`] : []), '', `${model} · ${milliseconds} ms`];
  return `${lines.join('\n')}\n`;
}

function told({ thing, outcome, confidence, place, box }: Sighting): string {
  switch (outcome) {
    case 'found':
      return `${thing}: ${place} · ${percent(confidence)}${box ? ` · ${box.width}x${box.height} pixels from ${box.left},${box.top}` : ''}`;
    case 'absent':
      return `${thing}: not to be found there · ${percent(1 - confidence)}`;
    case 'unknown':
      return `I can't tell: I don't know "${thing}".`;
    case 'unfamiliar':
      return `${UNFAMILIAR} ${UNFAMILIAR_REMEDY}`;
  }
}
