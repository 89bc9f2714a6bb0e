import { expect, it } from 'vitest';
import { boxOn } from '../../src/where/box-on.ts';

const PICTURE = { width: 300, height: 200 };
const thing = (top: number, height: number, left = 100) => ({ left, top, width: 50, height });

it('is above a thing, twice as high, as wide as high, and over its middle', () => {
  expect(boxOn(thing(120, 40), PICTURE, false)).toEqual({ left: 85, top: 40, width: 80, height: 80 });
});

it('is no narrower than the thing', () => {
  expect(boxOn({ left: 20, top: 150, width: 200, height: 40 }, PICTURE, false)).toMatchObject({ left: 20, width: 200 });
});

it('holds the upper half of a surface, too', () => {
  expect(boxOn(thing(120, 40), PICTURE, true)).toEqual({ left: 75, top: 40, width: 100, height: 100 });
  expect(boxOn(thing(0, 200), PICTURE, true)).toEqual({ left: 75, top: 0, width: 100, height: 100 });
});

it('ends with the picture', () => {
  expect(boxOn(thing(50, 100), PICTURE, false)).toEqual({ left: 100, top: 0, width: 50, height: 50 });
  expect(boxOn(thing(120, 40, 0), PICTURE, false)).toMatchObject({ left: 0, width: 80 });
  expect(boxOn(thing(120, 40, 250), PICTURE, false)).toMatchObject({ left: 220, width: 80 });
});

it('is nowhere where the thing is at the top', () => {
  expect(boxOn(thing(0, 200), PICTURE, false)).toBeUndefined();
  expect(boxOn(thing(24, 100), PICTURE, false)).toBeUndefined();
});
