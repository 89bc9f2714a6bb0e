import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/where/best-region.ts';
import { EVERY_LANGUAGE } from '../discord/hostile.ts';

const picture = { width: 400, height: 200 };

describe('where a box is, in words', () => {
  it.each([
    [{ left: 0, top: 0, width: 100, height: 50 }, 'top left'],
    [{ left: 150, top: 75, width: 100, height: 50 }, 'middle'],
    [{ left: 60, top: 40, width: 280, height: 140 }, 'middle'],
    [{ left: 0, top: 0, width: 400, height: 200 }, 'most of the picture'],
    [{ left: 40, top: 10, width: 300, height: 150 }, 'most of the picture'],
    [{ left: 0, top: 0, width: 390, height: 60 }, 'top, most of the width'],
    [{ left: 5, top: 60, width: 390, height: 80 }, 'halfway up, most of the width'],
    [{ left: 100, top: 140, width: 300, height: 60 }, 'bottom, most of the width'],
    [{ left: 0, top: 0, width: 100, height: 200 }, 'left, most of the height'],
    [{ left: 150, top: 20, width: 100, height: 150 }, 'halfway across, most of the height'],
    [{ left: 300, top: 0, width: 100, height: 190 }, 'right, most of the height'],
  ])('%o is %s', (box, place) => {
    expect(placeOf(box, picture)).toBe(place);
  });

  it.each(EVERY_LANGUAGE)('is another for each, in the language of $commands.ask.name', ({ where }) => {
    const said = Object.values(where.places);
    expect(new Set(said).size).toBe(said.length);
    expect(said).toHaveLength(16);
  });
});
