import { letterOf, type Weight } from './plex.ts';

/** How text in a picture looks. */
export interface TextStyle {
  /** Of the font, in pixels of the picture. */
  readonly size: number;
  /** `regular` where it is absent. */
  readonly weight?: Weight;
}

/** Text in a picture, and where: on one line, whose baseline is at `y`. */
export interface PlacedText extends TextStyle {
  readonly x: number;
  readonly y: number;
  /** Where on the line `x` is: at its `start` where it is absent. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** A colour as SVG writes it: a constant, never anybody's words. */
  readonly fill: string;
}

/**
 * One line of text as SVG, drawn with the outlines of the font that comes with the project, so that it looks the same on a
 * machine without any font. Anybody's words may be in it: they break out of nothing.
 *
 * What the font lacks (Chinese, Japanese, Korean, Arabic, emoji) is left to the fonts of the machine, by a `<text>` element
 * in the letters' place, cut at an estimated width. A machine that has no such font shows a box or nothing there: whatever
 * must be read should be told beside the picture as well.
 *
 * @example pictureText('a photo of a dog', { x: 10, y: 20, size: 14, fill: '#1c2024' }) // '<path fill="#1c2024" d="M10 20m…"/>'
 */
export function pictureText(text: string, { x, y, size, weight = 'regular', anchor, fill }: PlacedText): string {
  const pieces = piecesOf(text, size, weight);
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  let pen = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  let outlines = '';
  let rest = '';
  for (const piece of pieces) {
    if (piece.kind === 'letter') {
      if (piece.path !== '') outlines += `M${rounded(pen)} ${rounded(y)}${piece.path}`;
    } else {
      const font = `font-family="sans-serif" font-size="${size}"${weight === 'semibold' ? ' font-weight="600"' : ''}`;
      // Cut at its estimated width: nobody knows how wide the machine's font is, and nothing is to lie on anything.
      const place = `x="${rounded(pen)}" y="${rounded(y - ABOVE * size)}" width="${rounded(piece.width)}" height="${LINE * size}"`;
      const text = `<text y="${ABOVE * size}" ${font} fill="${fill}">${escaped(piece.text)}</text>`;
      rest += `<svg ${place}>${text}</svg>`;
    }
    pen += piece.width;
  }
  return (outlines === '' ? '' : `<path fill="${fill}" d="${outlines}"/>`) + rest;
}

/** Whether the font that comes with the project has all letters of a text, so that every machine draws it. */
export function isDrawable(text: string): boolean {
  return graphemesOf(text).every((grapheme) => letterOf(grapheme, 10, 'regular') !== undefined);
}

/** How wide a line of text is, in pixels; an estimate as far as the font lacks its letters. */
export function textWidth(text: string, { size, weight = 'regular' }: TextStyle): number {
  return piecesOf(text, size, weight).reduce((sum, { width }) => sum + width, 0);
}

/** The text where it is at most `most` pixels wide; else its beginning and an ellipsis. */
export function shortenedText(text: string, most: number, style: TextStyle): string {
  const whole = graphemesOf(text);
  const widths = whole.map((grapheme) => widthOf(grapheme, style));
  if (widths.reduce((sum, width) => sum + width, 0) <= most) return whole.join('');
  let left = most - textWidth(ELLIPSIS, style);
  let kept = '';
  for (const [at, grapheme] of whole.entries()) {
    left -= widths[at] as number;
    if (left < 0) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

const ELLIPSIS = '…';
/** A line, and what of it is above the baseline, in sizes of the font. */
const LINE = 1.6;
const ABOVE = 1.2;

function widthOf(grapheme: string, { size, weight = 'regular' }: TextStyle): number {
  return letterOf(grapheme, size, weight)?.advance ?? estimated(grapheme) * size;
}

/** A letter of the font's, or a run of what it lacks. */
type Piece =
  | { readonly kind: 'letter'; readonly path: string; readonly width: number }
  | { readonly kind: 'lacking'; readonly text: string; readonly width: number };

function piecesOf(text: string, size: number, weight: Weight): readonly Piece[] {
  const pieces: Piece[] = [];
  let run = '';
  let width = 0;
  let spaces = '';
  const endRun = () => {
    if (run !== '') pieces.push({ kind: 'lacking', text: run, width: width * size });
    for (const space of spaces) pieces.push(letter(space, size, weight));
    [run, width, spaces] = ['', 0, ''];
  };
  for (const grapheme of graphemesOf(text)) {
    const found = letterOf(grapheme, size, weight);
    // Words of one script stay together, spaces between them too: it may be written from the right.
    if (grapheme === ' ' && run !== '') spaces += grapheme;
    else if (found) {
      endRun();
      pieces.push({ kind: 'letter', path: found.path, width: found.advance });
    } else {
      run += spaces + grapheme;
      width += spaces.length * SPACE + estimated(grapheme);
      spaces = '';
    }
  }
  endRun();
  return pieces;
}

function letter(character: string, size: number, weight: Weight): Piece {
  const found = letterOf(character, size, weight);
  return { kind: 'letter', path: found?.path ?? '', width: found?.advance ?? 0 };
}

/** Latin letters and usual marks: none of them joins another. */
const PLAIN = /^[ -~\u00a0-\u02ff\u2010-\u2027\u2212]*$/;

/** Made where it is needed: the first one takes as long as a whole chart. */
let segmenter: Intl.Segmenter | undefined;

/** What a reader takes for one character each, without what no XML may hold and what is not seen. */
function graphemesOf(text: string): readonly string[] {
  const plain = text
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .normalize('NFC');
  if (PLAIN.test(plain)) return [...plain];
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(plain), ({ segment }) => segment);
}

/** Scripts that are written in squares, and emoji. */
const SQUARE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u;

/** How wide other fonts make a character, in sizes of the font. Rather too wide, so that nothing lies on top of anything. */
const estimated = (grapheme: string): number => (SQUARE.test(grapheme) ? 1.1 : 0.8);
const SPACE = 0.3;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

const rounded = (length: number): number => Math.round(length * 100) / 100;
