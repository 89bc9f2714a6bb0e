import sharp from 'sharp';
import { pictureText, shortenedText } from '../charts/picture-text.ts';
import { prepareLetters } from '../charts/prepare-letters.ts';
import { PALETTES } from '../charts/theme.ts';
import type { Raster } from '../images/decode-raster.ts';
import { VIRIDIS } from '../images/viridis.ts';
import type { LegendWords } from './sighting.ts';

/** How high a legend is, in pixels. */
const LEGEND_HEIGHT = 44;

/** The scale of a heat map with its two ends named, as wide as the picture above it. It holds none of anybody's words. */
export async function drawLegend(width: number, { low, high }: LegendWords): Promise<Raster> {
  await prepareLetters();
  const { ground, ink } = PALETTES.dark;
  const style = { size: 17 };
  const margin = 12;
  const room = (width - 2 * margin) / 4;
  const y = 28;
  const from = margin + room;
  const bar = width - 2 * from;
  const stops = VIRIDIS.map(
    ([r, g, b], at) => `<stop offset="${at / (VIRIDIS.length - 1)}" stop-color="rgb(${r},${g},${b})"/>`,
  ).join('');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${LEGEND_HEIGHT}">` +
    `<defs><linearGradient id="scale">${stops}</linearGradient></defs>` +
    `<rect width="${width}" height="${LEGEND_HEIGHT}" fill="${ground}"/>` +
    pictureText(shortenedText(low, room - 8, style), { ...style, x: from - 10, y, anchor: 'end', fill: ink }) +
    `<rect x="${from}" y="14" width="${bar}" height="16" rx="3" fill="url(#scale)"/>` +
    pictureText(shortenedText(high, room - 8, style), { ...style, x: width - from + 10, y, fill: ink }) +
    '</svg>';
  const rgb = await sharp(Buffer.from(svg)).flatten({ background: ground }).toColourspace('srgb').raw().toBuffer();
  return { width, height: LEGEND_HEIGHT, rgb };
}
