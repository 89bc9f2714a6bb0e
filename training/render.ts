/**
 * Draws every icon of the art sets once: `npx tsx training/render.ts [SET...]`
 *
 * Writes, for each set, `cache/SET.rgba` (uint8 [icons, 128, 128, 4], straight alpha) and `cache/SET.json` (the icons'
 * names, in order). Flags, clocks and skin tones are left out: thousands of near copies that no sentence tells apart.
 */
import { closeSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { drawIcon, loadIconSet } from './icon-set.js';

const SIDE = 128;
const SETS = [
  'noto',
  'noto-v1',
  'fxemoji',
  'fluent-emoji',
  'fluent-emoji-flat',
  'emojione',
  'streamline-emojis',
  'twemoji',
];
const LEFT_OUT =
  /skin-tone|tone\d|^flag-|-flag|^u1f|clock\d|-oclock$|-thirty$|regional|keycap|^family|^digit-|^letter-|-button$|-(dark|light|medium)$/;

const cache = join(import.meta.dirname, 'cache');
mkdirSync(cache, { recursive: true });
const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : SETS) {
  console.log(`${name}: ${await renderSet(name)} icons`);
}

/** Renders one set and returns how many icons it wrote. */
async function renderSet(name: string): Promise<number> {
  const set = loadIconSet(name);
  const names = Object.keys(set.icons).filter((icon) => !LEFT_OUT.test(icon));
  const path = join(cache, `${name}.rgba`);
  const file = openSync(`${path}.part`, 'w');
  for (const icon of names) writeSync(file, await drawIcon(set, icon, SIDE).raw().toBuffer());
  closeSync(file);
  renameSync(`${path}.part`, path);
  writeFileSync(join(cache, `${name}.json`), JSON.stringify(names));
  return names.length;
}
