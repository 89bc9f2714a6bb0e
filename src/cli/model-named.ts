import { MODEL_NAMES, type ModelName, parseModelName } from '../checkpoints/model-name.ts';
import { UserError } from '../user-error.ts';

/** Reads a model's name off the command line. Throws a UserError (`model-unavailable`) where it is none. */
export function modelNamed(id: string): ModelName {
  const name = parseModelName(id);
  if (name) return name;
  throw new UserError(
    'model-unavailable',
    `There is no checkpoint named "${id.slice(0, 100)}". It must be ${MODEL_NAMES}.`,
  );
}

/** The id that lists and messages call a model of the cache by. */
export function idOf(name: Exclude<ModelName, { kind: 'auto' } | { kind: 'folder' }>): string {
  if (name.kind === 'known') return name.entry.id;
  return name.revision === 'main' ? name.repository : `${name.repository}@${name.revision}`;
}
