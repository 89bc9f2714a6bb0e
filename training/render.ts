/**
 * Draws every icon of the art sets once: `npx tsx training/render.ts`
 *
 * Writes, for each set, `cache/SET.rgba` (uint8 [icons, 128, 128, 4], straight alpha) and `cache/SET.json` (the icons'
 * names, in order). Flags and skin tones are left out: thousands of near copies that no sentence tells apart.
 */
import { mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync, closeSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

const SIDE = 128;
const SETS = ["noto", "noto-v1", "fxemoji", "fluent-emoji", "fluent-emoji-flat", "emojione", "streamline-emojis", "twemoji"];
const LEFT_OUT = /skin-tone|tone\d|^flag-|-flag|^u1f|clock\d|-oclock$|-thirty$|regional|keycap|^family|^digit-|^letter-|-button$|-(dark|light|medium)$/;

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string; readonly width?: number; readonly height?: number }>>;
  readonly width?: number;
  readonly height?: number;
}

const folder = import.meta.dirname;
const cache = join(folder, "cache");
mkdirSync(cache, { recursive: true });
for (const name of process.argv.length > 2 ? process.argv.slice(2) : SETS) {
  console.log(`${name}: ${await renderSet(name)} icons`);
}

/** Renders one set and returns how many icons it wrote. */
async function renderSet(name: string): Promise<number> {
  const source = join(folder, "node_modules", "@iconify-json", name, "icons.json");
  const set: IconSet = JSON.parse(readFileSync(source, "utf8"));
  const names: string[] = [];
  const path = join(cache, `${name}.rgba`);
  const file = openSync(`${path}.part`, "w");
  for (const [icon, { body, width, height }] of Object.entries(set.icons)) {
    if (LEFT_OUT.test(icon)) continue;
    const pixels = await renderIcon(body, width ?? set.width ?? 16, height ?? set.height ?? 16);
    writeSync(file, pixels);
    names.push(icon);
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  writeFileSync(join(cache, `${name}.json`), JSON.stringify(names));
  return names.length;
}

/** One icon, fitted into a transparent square. */
async function renderIcon(body: string, width: number, height: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${SIDE}" height="${SIDE}">${body}</svg>`;
  return sharp(Buffer.from(svg)).resize(SIDE, SIDE, { fit: "contain", background: "#0000" }).ensureAlpha().raw().toBuffer();
}
