import type { Correction } from '../memory/corrections.ts';

/** Corrections as a file. */
export interface ExportedCorrections {
  /** JSON: a list, oldest first. */
  readonly bytes: Buffer;
  readonly count: number;
}

/**
 * Corrections as a JSON file of at most `most` bytes: the newest of them, oldest first. It names no person: moderators
 * need to know what was wrong, not who said so.
 */
export function exportCorrections(corrections: readonly Correction[], most: number): ExportedCorrections {
  const kept: string[] = [];
  let size = FRAME;
  for (const correction of corrections.toReversed()) {
    const line = `  ${JSON.stringify(exported(correction))}`;
    size += Buffer.byteLength(line) + SEPARATOR.length;
    if (size > most) break;
    kept.push(line);
  }
  return { bytes: Buffer.from(`[\n${kept.toReversed().join(SEPARATOR)}\n]\n`), count: kept.length };
}

const SEPARATOR = ',\n';
/** Bytes around the list. */
const FRAME = '[\n\n]\n'.length;

const exported = ({ question, given, right, channelId, createdAt }: Correction) => ({
  question,
  given,
  right,
  channel: channelId,
  at: new Date(createdAt).toISOString(),
});
