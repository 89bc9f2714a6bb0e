import { describe, expect, it } from 'vitest';
import { PALETTES, THEMES } from '../../src/charts/theme.ts';

/** Relative luminance of a colour such as `#1c2024` (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(THEMES)('the %s palette', (theme) => {
  const { ground, ink, soft, track, best, other, warning } = PALETTES[theme];

  it('has text that can be read on everything that it stands on', () => {
    for (const text of [ink, soft])
      for (const below of [ground, track, best, other])
        expect(contrast(text, below), `${text} on ${below}`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(warning, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('tells bars from what they run on, and the best from the others', () => {
    const lightness = [track, other, best].map(luminance);
    expect(new Set(lightness).size).toBe(3);
    for (const bar of [best, other]) expect(contrast(bar, track)).toBeGreaterThan(1.2);
  });
});
