import sharp from 'sharp';

const SIDE = 256;

/** Red, green and blue, 0 to 255. */
type Colour = readonly [number, number, number];

const COLOURS: Readonly<Record<string, Colour>> = {
  red: [214, 40, 40],
  green: [46, 139, 70],
  blue: [38, 80, 200],
  yellow: [245, 208, 40],
  black: [20, 20, 20],
  white: [245, 245, 245],
  orange: [240, 130, 30],
  purple: [120, 50, 150],
};

/** Whether a shape covers a place, both coordinates from -1 to 1. */
const SHAPES: Readonly<Record<string, (x: number, y: number) => boolean>> = {
  circle: (x, y) => Math.hypot(x, y) < 0.7,
  square: (x, y) => Math.max(Math.abs(x), Math.abs(y)) < 0.6,
  triangle: (x, y) => y < 0.6 && y > -0.7 && Math.abs(x) < (y + 0.7) * 0.55,
  cross: (x, y) => Math.min(Math.abs(x), Math.abs(y)) < 0.2 && Math.max(Math.abs(x), Math.abs(y)) < 0.75,
};

/** A picture and the texts that a checkpoint is tried out on, all of them the same on every machine. */
export interface Trial {
  /** PNG files. */
  readonly pictures: readonly Buffer[];
  /** One for each picture, in the same order, that is true of it. */
  readonly texts: readonly string[];
}

/**
 * Shapes of several colours before soft, striped and grainy grounds, drawn by arithmetic: 32 pictures, and a text for each.
 * That they are no photographs matters little where two precisions of the same tower are compared.
 */
export async function drawTrial(): Promise<Trial> {
  const drawn = Object.entries(COLOURS).flatMap(([colour, rgb], c) =>
    Object.entries(SHAPES).map(([shape, covers], s) => ({
      text: `${/^[aeiou]/.test(colour) ? 'an' : 'a'} ${colour} ${shape}`,
      pixels: draw(rgb, covers, GROUNDS[(c + s) % GROUNDS.length] ?? soft),
    })),
  );
  return {
    texts: drawn.map(({ text }) => text),
    pictures: await Promise.all(
      drawn.map(({ pixels }) =>
        sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } })
          .png({ compressionLevel: 1 })
          .toBuffer(),
      ),
    ),
  };
}

type Ground = (x: number, y: number) => number;

/** How light it is at a place, 0 to 1. */
const soft: Ground = (x, y) => 0.55 + 0.2 * x - 0.2 * y;
const striped: Ground = (x, y) => 0.5 + 0.3 * Math.sin(14 * (x + y / 3));
/** A hash of the place; it looks like noise. */
const grainy: Ground = (x, y) => {
  const wave = Math.sin(x * 1270.1 + y * 3117.7) * 43758.5;
  return 0.4 + 0.3 * (wave - Math.floor(wave));
};
const GROUNDS: readonly Ground[] = [soft, striped, grainy];

function draw(colour: Colour, covers: (x: number, y: number) => boolean, ground: Ground): Uint8Array {
  const pixels = new Uint8Array(SIDE * SIDE * 3);
  for (let at = 0; at < SIDE * SIDE; at++) {
    const x = ((at % SIDE) / SIDE) * 2 - 1;
    const y = (Math.floor(at / SIDE) / SIDE) * 2 - 1;
    const light = ground(x, y);
    const covered = covers(x, y);
    for (const channel of [0, 1, 2] as const) pixels[at * 3 + channel] = covered ? colour[channel] : light * 230;
  }
  return pixels;
}
