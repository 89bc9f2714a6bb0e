/**
 * Draws every icon of the art sets once: `npx tsx training/render.ts [SET...]`
 *
 * Writes, for each set, `cache/SET.rgba` (uint8 [icons, 128, 128, 4], straight alpha) and `cache/SET.json` (the icons'
 * names, in order). Flags, clocks and skin tones are left out: thousands of near copies that no sentence tells apart. Of the
 * icon sets of user interfaces only what `vocabulary/things.txt` names or `vocabulary/silhouettes.txt` picks is drawn; the
 * rest shows no things.
 */
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { drawIcon, loadIconNames, loadIconSet } from './icon-set.js';

const SIDE = 128;
const EMOJI_SETS = [
  'noto',
  'noto-v1',
  'fxemoji',
  'fluent-emoji',
  'fluent-emoji-flat',
  'emojione',
  'streamline-emojis',
  'twemoji',
];
/** Modelled and lit pictures, named by code points. */
const MODELLED_SET = 'fluent-emoji-3d';
const SILHOUETTE_SETS = ['emojione-monotone', 'fluent-emoji-high-contrast', 'game-icons', 'mdi', 'ph', 'icon-park'];
/** Sets of which `vocabulary/silhouettes.txt` picks the icons. */
const CHOSEN = chosenIcons();
/** Endings under which a set holds further drawings of the same thing. */
const STYLES: Readonly<Record<string, readonly string[]>> = { ph: ['', '-fill', '-duotone'] };
const LEFT_OUT =
  /skin-tone|tone\d|^flag-|-flag|^u1f|clock\d|-oclock$|-thirty$|regional|keycap|^family|^digit-|^letter-|-button$|-(dark|light|medium)$/;

const folder = import.meta.dirname;
const cache = join(folder, 'cache');
mkdirSync(cache, { recursive: true });
const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : [...EMOJI_SETS, MODELLED_SET, ...SILHOUETTE_SETS, ...CHOSEN.keys()]) {
  console.log(`${name}: ${await writeSet(name, drawings(name))} icons`);
}

/** The drawings of one set, by name. */
function drawings(set: string): Map<string, () => Sharp> {
  if (set === MODELLED_SET) return modelled();
  const icons = loadIconSet(set);
  const names =
    CHOSEN.get(set) ??
    (SILHOUETTE_SETS.includes(set) ? named(set) : Object.keys(icons.icons).filter((icon) => !LEFT_OUT.test(icon)));
  const missing = CHOSEN.get(set)?.filter((name) => !(name in icons.icons)) ?? [];
  if (missing.length > 0) throw new Error(`silhouettes.txt names icons that ${set} has not: ${missing.join(' ')}`);
  return new Map(names.filter((name) => name in icons.icons).map((name) => [name, () => drawIcon(icons, name, SIDE)]));
}

/** The icons that silhouettes.txt picks, by set. */
function chosenIcons(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of readFileSync(join(import.meta.dirname, 'vocabulary', 'silhouettes.txt'), 'utf8').split('\n')) {
    if (line.startsWith('#')) continue;
    for (const choice of line.split('|').slice(1)) {
      const [set = '', icons = ''] = choice.split(':').map((field) => field.trim());
      found.set(set, [...new Set([...(found.get(set) ?? []), ...icons.split(/\s+/)])]);
    }
  }
  return found;
}

/** Every icon name in things.txt, in each of the set's styles. */
function named(set: string): string[] {
  const lines = readFileSync(join(folder, 'vocabulary', 'things.txt'), 'utf8').split('\n');
  const names = lines
    .filter((line) => line.trim() !== '' && !/^[#[]/.test(line))
    .flatMap((line) => {
      const fields = line.split('|').map((field) => field.trim());
      const name = fields[0]?.replace(/^\*|\s*\(.*\)/g, '').replaceAll(' ', '-') ?? '';
      return [name, ...(fields[3]?.split(/\s+/) ?? [])];
    });
  return [...new Set(names)]
    .filter((name) => name !== '')
    .flatMap((name) => (STYLES[set] ?? ['']).map((style) => name + style));
}

/** The modelled set under the names that Noto gives to the same code points. */
function modelled(): Map<string, () => Sharp> {
  const assets = join(folder, 'node_modules', '@lobehub', MODELLED_SET, 'assets');
  const plain = (code: string) => code.replaceAll('-fe0f', '');
  const files = new Map(readdirSync(assets).map((file) => [plain(file.replace('.webp', '')), join(assets, file)]));
  const found = new Map<string, () => Sharp>();
  for (const [code, name] of Object.entries(loadIconNames('noto'))) {
    const file = files.get(plain(code));
    if (file && !LEFT_OUT.test(name)) {
      found.set(name, () => sharp(file).resize(SIDE, SIDE, { fit: 'contain', background: '#0000' }).ensureAlpha());
    }
  }
  return found;
}

/** Writes one set and returns how many icons it has. */
async function writeSet(name: string, icons: Map<string, () => Sharp>): Promise<number> {
  const path = join(cache, `${name}.rgba`);
  const file = openSync(`${path}.part`, 'w');
  for (const draw of icons.values()) writeSync(file, await draw().raw().toBuffer());
  closeSync(file);
  renameSync(`${path}.part`, path);
  writeFileSync(join(cache, `${name}.json`), JSON.stringify([...icons.keys()]));
  return icons.size;
}
