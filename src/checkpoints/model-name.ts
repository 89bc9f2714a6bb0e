import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { CATALOGUE, type CatalogueEntry } from '../../models/catalogue.ts';

/** What `CLIP_MODEL` or `--model` asks for. */
export type ModelName =
  | { readonly kind: 'auto' }
  | { readonly kind: 'known'; readonly entry: CatalogueEntry }
  /** An absolute path. */
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'hub'; readonly repository: string; readonly revision: string };

/** What the hub allows as an owner's and as a repository's name, and nothing that would lead out of a folder. */
const PART = '[A-Za-z0-9][A-Za-z0-9._-]{0,95}';
const HUB_ID = new RegExp(`^(${PART}/${PART})(?:@([A-Za-z0-9][A-Za-z0-9._/-]{0,199}))?$`);

/**
 * Reads a model's name: `auto`, an id of the catalogue (its owner may be left out), a folder (absolute, `./relative`,
 * `../relative`, or `~/...` in the home), or a repository of the hub as `owner/name` or `owner/name@revision`. Undefined
 * where it is none of these.
 */
export function parseModelName(name: string): ModelName | undefined {
  if (name === 'auto') return { kind: 'auto' };
  const entry = CATALOGUE.find(({ id }) => id === name || id.split('/').at(-1) === name);
  if (entry) return { kind: 'known', entry };
  if (isAbsolute(name) || /^\.{1,2}(?:[/\\]|$)/.test(name)) return { kind: 'folder', folder: resolve(name) };
  if (/^~(?:[/\\]|$)/.test(name)) return { kind: 'folder', folder: expandHome(name) };
  const [, repository, revision = 'main'] = HUB_ID.exec(name) ?? [];
  if (repository === undefined || name.includes('..')) return undefined;
  return { kind: 'hub', repository, revision };
}

/** What a model's name may be, to complete "It must be ...". */
export const MODEL_NAMES = `auto, one of ${CATALOGUE.map(({ id }) => id).join(', ')}, a folder such as ./my-clip or ~/my-clip, or a repository of the model hub such as owner/name`;

/** A path with a leading `~` replaced by the home folder. */
export function expandHome(path: string): string {
  return /^~(?:[/\\]|$)/.test(path) ? join(homedir(), path.slice(1)) : path;
}
