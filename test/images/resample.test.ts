import { expect, it } from 'vitest';
import { resample } from '../../src/images/resample.ts';

/** A gray row, as RGB. */
const row = (...levels: readonly number[]) => Uint8Array.from(levels.flatMap((level) => [level, level, level]));
const gray = (rgb: Uint8Array) => [...rgb].filter((_, i) => i % 3 === 0);

it.each(['bicubic', 'bilinear'] as const)('leaves pixels as they are where one is made of one (%s)', (filter) => {
  const rgb = Uint8Array.from({ length: 5 * 5 * 3 }, (_, i) => (i * 97) % 256);
  const asIs = { samples: 5, origin: 0, step: 1 };
  expect(resample(rgb, asIs, asIs, 5, filter)).toEqual(rgb);
});

it.each([
  ['bicubic', [0, 17, 71, 126, 178, 219, 247, 255]],
  ['bilinear', [0, 25, 75, 125, 175, 214, 241, 255]],
] as const)(
  "enlarges as Pillow does: Image.new('L', (4, 1)).resize((8, 8), ...) of 0, 100, 200, 255 (%s)",
  (filter, levels) => {
    const enlarged = resample(
      row(0, 100, 200, 255),
      { samples: 4, origin: 0, step: 0.5 },
      { samples: 1, origin: 0, step: 1 / 8 },
      8,
      filter,
    );
    expect(gray(enlarged.subarray(0, 8 * 3))).toEqual(levels);
  },
);

it.each([
  ['bicubic', [72, 110, 237]],
  ['bilinear', [73, 114, 229]],
] as const)(
  'shrinks as Pillow does, by a kernel that widens: .resize((3, 3), ...) of eight levels (%s)',
  (filter, levels) => {
    const shrunk = resample(
      row(0, 30, 255, 10, 90, 200, 255, 255),
      { samples: 8, origin: 0, step: 8 / 3 },
      { samples: 1, origin: 0, step: 1 / 3 },
      3,
      filter,
    );
    expect(gray(shrunk.subarray(0, 3 * 3))).toEqual(levels);
  },
);

it.each(['bicubic', 'bilinear'] as const)(
  'gives the same where it is told of the part that is needed only (%s)',
  (filter) => {
    const whole = Uint8Array.from({ length: 40 * 3 }, (_, i) => (i * i * 31) % 256);
    const line = { samples: 1, origin: 0, step: 1 / 4 };
    const wide = resample(whole, { samples: 40, origin: 20, step: 1.25 }, line, 4, filter);
    const part = resample(whole.slice(15 * 3, 30 * 3), { samples: 15, origin: 5, step: 1.25 }, line, 4, filter);
    expect(part).toEqual(wide);
  },
);
