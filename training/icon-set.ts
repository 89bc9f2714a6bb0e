/** Reading an icon set of iconify, and drawing one of its icons. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** What icons without colours of their own are drawn in: mid-grey, which takes any paint. */
const INK = '#808080';

/** The part of a set's icons.json that drawing needs. A side left out is the set's, or 16. */
export interface IconSet {
  readonly icons: Readonly<
    Record<string, { readonly body: string; readonly width?: number; readonly height?: number }>
  >;
  readonly width?: number;
  readonly height?: number;
}

/** The installed set of this name. */
export function loadIconSet(name: string): IconSet {
  const source = join(import.meta.dirname, 'node_modules', '@iconify-json', name, 'icons.json');
  return JSON.parse(readFileSync(source, 'utf8'));
}

/** Which icon of the set draws which characters: code points in hexadecimal, joined by hyphens, to names. */
export function loadIconNames(set: string): Readonly<Record<string, string>> {
  return JSON.parse(
    readFileSync(join(import.meta.dirname, 'node_modules', '@iconify-json', set, 'chars.json'), 'utf8'),
  );
}

/** One icon, fitted into a transparent square of `side` pixels; throws where the set has none of that name. */
export function drawIcon(set: IconSet, name: string, side: number): Sharp {
  const icon = set.icons[name];
  if (!icon) throw new Error(`the set has no icon called ${name}`);
  const width = icon.width ?? set.width ?? 16;
  const height = icon.height ?? set.height ?? 16;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${side}" height="${side}" color="${INK}">${icon.body}</svg>`;
  return sharp(Buffer.from(svg)).resize(side, side, { fit: 'contain', background: '#0000' }).ensureAlpha();
}
