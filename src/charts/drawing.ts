import { type PlacedText, pictureText, type TextStyle } from './picture-text.ts';
import type { Palette } from './theme.ts';

/** An SVG picture and its size in pixels. */
export interface Chart {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** As wide as a phone shows without making the text much smaller, and a message on a desktop. */
export const WIDTH = 560;
/** Around all that is drawn. */
export const MARGIN = 20;

/** A card as wide as all charts, on which things are drawn from top to bottom. */
export class Drawing {
  readonly palette: Palette;
  y = MARGIN;
  #body = '';

  constructor(palette: Palette) {
    this.palette = palette;
  }

  text(text: string, placed: PlacedText): void {
    this.#body += pictureText(text, placed);
  }

  bar(x: number, width: number, height: number, fill: string): void {
    this.#body += `<rect x="${x}" y="${this.y}" width="${width.toFixed(1)}" height="${height}" rx="${Math.min(6, width / 2).toFixed(1)}" fill="${fill}"/>`;
  }

  /** Lines of text below each other, each `height` high. */
  lines(
    lines: readonly string[],
    { x = MARGIN, ...style }: TextStyle & { readonly fill: string; readonly x?: number },
    height: number,
  ): void {
    for (const line of lines.filter((one) => one !== '')) {
      this.text(line, { ...style, x, y: this.y + height * 0.7 });
      this.y += height;
    }
  }

  finished(): Chart {
    const height = Math.ceil(this.y + MARGIN - 6);
    const { ground, edge } = this.palette;
    const card = `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="14" fill="${ground}" stroke="${edge}"/>`;
    const size = `width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`;
    return {
      svg: `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${card}${this.#body}</svg>`,
      width: WIDTH,
      height,
    };
  }
}
