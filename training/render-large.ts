/** Draws icons of one set large, for the example pictures: `npx tsx training/render-large.ts SET ICON...` -> `cache/large/ICON.png` */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { drawIcon, loadIconSet } from './icon-set.js';

const SIDE = 640;

const [name, ...icons] = process.argv.slice(2);
if (!name || icons.length === 0) throw new Error('usage: npx tsx training/render-large.ts SET ICON...');
const folder = join(import.meta.dirname, 'cache', 'large');
mkdirSync(folder, { recursive: true });
const set = loadIconSet(name);
for (const icon of icons)
  await drawIcon(set, icon, SIDE)
    .png()
    .toFile(join(folder, `${icon}.png`));
