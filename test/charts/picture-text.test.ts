import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isDrawable, pictureText, shortenedText, textWidth } from '../../src/charts/picture-text.ts';

const STYLE = { size: 20 } as const;
const PLACED = { ...STYLE, x: 10, y: 30, fill: '#000' } as const;

/** The columns of a picture 300 wide and 40 high, on white, in which there is anything dark. */
async function inkedColumns(body: string): Promise<readonly number[]> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40">${body}</svg>`;
  const picture = sharp(Buffer.from(svg)).flatten({ background: '#fff' }).greyscale();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const columns = Array.from({ length: info.width }, (_, x) => x);
  return columns.filter((x) =>
    Array.from({ length: info.height }, (_, y) => data[(y * info.width + x) * info.channels] as number).some(
      (value) => value < 200,
    ),
  );
}

describe('text in a picture', () => {
  it.each([
    'a photo of a dog, 0.123 −0.045 <1 %',
    'Größe, façade, ñandú, Łódź, čšž',
    'Ελληνικά',
    'Кириллица, їжак',
    'Việt Nam',
    'e\u0301 in two code points',
  ])('is drawn as outlines, so that the machine needs no font: %s', (text) => {
    const drawn = pictureText(text, PLACED);
    expect(drawn).toMatch(/^<path fill="#000" d="[MmlqcZz\d. -]+"\/>$/);
    expect(isDrawable(text)).toBe(true);
  });

  it('is as wide as it says, and begins and ends where it is anchored', async () => {
    const width = textWidth('HORIZON', STYLE);
    for (const [anchor, x] of [
      ['start', 20],
      ['middle', 20 + width / 2],
      ['end', 20 + width],
    ] as const) {
      const inked = await inkedColumns(pictureText('HORIZON', { ...PLACED, x, anchor }));
      expect(Math.abs((inked[0] ?? 0) - 20)).toBeLessThan(4);
      expect(Math.abs((inked.at(-1) ?? 0) - (20 + width))).toBeLessThan(4);
    }
  });

  it('has all digits equally wide, so that numbers stand below each other', () => {
    for (const weight of ['regular', 'semibold'] as const)
      expect(new Set([...'0123456789'].map((digit) => textWidth(digit, { ...STYLE, weight })))).toHaveProperty(
        'size',
        1,
      );
  });

  it.each(['漢字とかな', '한국어', 'مرحبا بالعالم', '👩‍🚀'])(
    'leaves what the font lacks to those of the machine: %s',
    (text) => {
      expect(isDrawable(text)).toBe(false);
      const drawn = pictureText(`dog ${text} cat`, PLACED);
      expect(drawn).toContain(`>${text}</text>`);
      expect(drawn).toContain('<path ');
      // What follows stands beside it, not on it.
      expect(textWidth(`dog ${text} cat`, STYLE)).toBeGreaterThan(textWidth('dog  cat', STYLE) + 15);
    },
  );

  it('keeps words that break out of nothing, and no character that SVG may not hold', async () => {
    const drawn = pictureText('漢"\'<b>&漢\u0000\u0007\ufffe\ud800</text><script>漢', PLACED);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(drawn).not.toMatch(/<b>|<script>|[\u0000-\u0008\ufffe]|\p{Cs}/u);
    await expect(inkedColumns(drawn)).resolves.not.toHaveLength(0);
  });
});

describe('a shortened text', () => {
  it('is the text itself where it fits', () => {
    expect(shortenedText('a dog', textWidth('a dog', STYLE), STYLE)).toBe('a dog');
  });

  it.each(['a photo of a dog on a long beach', '漢字とかな'.repeat(20), '👩‍🚀'.repeat(30)])(
    'fits otherwise, and says that it is cut: %s',
    (text) => {
      const short = shortenedText(text, 120, STYLE);
      expect(short).toMatch(/\S…$/);
      expect(textWidth(short, STYLE)).toBeLessThanOrEqual(120);
      expect(textWidth(short, STYLE)).toBeGreaterThan(80);
      expect(text.startsWith(short.slice(0, -1))).toBe(true);
    },
  );
});
