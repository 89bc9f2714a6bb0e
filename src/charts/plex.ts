import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font, type Path } from 'fontkitten';
import { unpackWoff } from './unpack-woff.ts';

/** How heavy letters are. */
export type Weight = 'regular' | 'semibold';

/** One character as the font draws it. */
export interface Letter {
  /** SVG path data in relative commands alone: it starts from wherever the pen is. */
  readonly path: string;
  /** How far the pen goes on, in pixels. */
  readonly advance: number;
}

/**
 * A character of IBM Plex Sans (SIL Open Font License 1.1), which comes with the project, at a size in pixels. Undefined
 * for what the font lacks: it has the Latin, Greek and Cyrillic letters.
 */
export function letterOf(character: string, size: number, weight: Weight): Letter | undefined {
  const key = `${weight} ${size} ${character}`;
  const known = LETTERS.get(key);
  if (known) return known;
  const alphabet = fontWith(character, weight);
  if (!alphabet) return undefined;
  const letter = drawn(alphabet, character, size);
  // Sizes are few, and so are the font's characters: there is an end to it.
  LETTERS.set(key, letter);
  return letter;
}

const LETTERS = new Map<string, Letter>();

/**
 * The package has each alphabet in a file of its own. The commonest first: another is read where it lacks a letter that the
 * package says is in that one. To read them all takes 57 ms, and a Chinese letter is in none.
 */
const ALPHABETS = ['latin', 'latin-ext', 'cyrillic', 'greek', 'cyrillic-ext', 'vietnamese'] as const;
type AlphabetName = (typeof ALPHABETS)[number];
const FILE_WEIGHT: Readonly<Record<Weight, number>> = { regular: 400, semibold: 600 };

/** A file of the font's, what it has, and what of it was drawn before. */
interface Alphabet {
  readonly font: Font;
  readonly codePoints: ReadonlySet<number>;
  readonly glyphs: Map<number, Outline>;
}

/** In units of the font. */
interface Outline {
  readonly commands: Path['commands'];
  readonly advance: number;
}

const REQUIRE = createRequire(import.meta.url);
const PACKAGE = '@fontsource/ibm-plex-sans';
const READ = new Map<string, Alphabet>();

function fontWith(character: string, weight: Weight): Alphabet | undefined {
  const codePoint = character.codePointAt(0);
  // Of several code points to a character, an emoji's say, the font knows none.
  if (codePoint === undefined || character.length > String.fromCodePoint(codePoint).length) return undefined;
  for (const alphabet of ALPHABETS) {
    if (alphabet !== 'latin' && !isSaidToHave(alphabet, codePoint)) continue;
    const read = alphabetIn(`ibm-plex-sans-${alphabet}-${FILE_WEIGHT[weight]}-normal.woff`);
    if (read.codePoints.has(codePoint)) return read;
  }
  return undefined;
}

function isSaidToHave(alphabet: AlphabetName, codePoint: number): boolean {
  ranges ??= readRanges();
  return ranges[alphabet].some(([from, to]) => codePoint >= from && codePoint <= to);
}

type Ranges = Readonly<Record<AlphabetName, readonly (readonly [from: number, to: number])[]>>;
let ranges: Ranges | undefined;

/** By alphabet: "U+0102-0103,U+20AB". */
function readRanges(): Ranges {
  const file = join(
    dirname(REQUIRE.resolve(`${PACKAGE}/files/ibm-plex-sans-latin-400-normal.woff`)),
    '../unicode.json',
  );
  const said = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<AlphabetName, string>>;
  const read = (alphabet: AlphabetName) =>
    said[alphabet].split(',').map((range) => {
      const [from = 0, to = from] = range
        .replace('U+', '')
        .split('-')
        .map((hexadecimal) => Number.parseInt(hexadecimal, 16));
      return [from, to] as const;
    });
  return Object.fromEntries(ALPHABETS.map((alphabet) => [alphabet, read(alphabet)])) as Record<
    AlphabetName,
    ReturnType<typeof read>
  >;
}

function alphabetIn(file: string): Alphabet {
  const known = READ.get(file);
  if (known) return known;
  const font = create(unpackWoff(readFileSync(REQUIRE.resolve(`${PACKAGE}/files/${file}`))));
  if (font.isCollection) throw new Error(`${file} is a collection of fonts`);
  const alphabet: Alphabet = { font, codePoints: new Set(font.characterSet), glyphs: new Map() };
  READ.set(file, alphabet);
  return alphabet;
}

function outlineOf(character: string, { font, glyphs }: Alphabet): Outline {
  const codePoint = character.codePointAt(0) ?? 0;
  const known = glyphs.get(codePoint);
  if (known) return known;
  const { path, advanceWidth } = font.glyphForCodePoint(codePoint);
  const outline: Outline = { commands: path.commands, advance: advanceWidth };
  glyphs.set(codePoint, outline);
  return outline;
}

function drawn(alphabet: Alphabet, character: string, size: number): Letter {
  const { commands, advance } = outlineOf(character, alphabet);
  const scale = size / alphabet.font.unitsPerEm;
  let [penX, penY, startX, startY] = [0, 0, 0, 0];
  const path = commands.map(({ command, args }) => {
    // Of the rounded positions, so that nothing adds up. The font's y goes up.
    const points = args.map((value, at) => rounded(at % 2 === 0 ? value * scale : -value * scale));
    const relative = points.map((value, at) => rounded(value - (at % 2 === 0 ? penX : penY)));
    if (command === 'closePath') [penX, penY] = [startX, startY];
    else [penX = 0, penY = 0] = points.slice(-2);
    if (command === 'moveTo') [startX, startY] = [penX, penY];
    return SVG_COMMAND[command] + relative.join(' ');
  });
  return { path: path.join(''), advance: advance * scale };
}

const SVG_COMMAND = {
  moveTo: 'm',
  lineTo: 'l',
  quadraticCurveTo: 'q',
  bezierCurveTo: 'c',
  closePath: 'z',
} as const;

const rounded = (length: number): number => Math.round(length * 100) / 100;
