import { expect, it } from 'vitest';
import { boxOn } from '../../src/where/box-on.ts';

const PICTURE = { width: 300, height: 200 };
const thing = (top: number, height: number) => ({ left: 100, top, width: 50, height });

it('is the band above a thing, one and a half times as high', () => {
  expect(boxOn(thing(120, 40), PICTURE, false)).toEqual({ left: 0, top: 60, width: 300, height: 60 });
});

it('holds the upper half of a surface, too', () => {
  expect(boxOn(thing(120, 40), PICTURE, true)).toEqual({ left: 0, top: 60, width: 300, height: 80 });
  expect(boxOn(thing(0, 200), PICTURE, true)).toEqual({ left: 0, top: 0, width: 300, height: 100 });
});

it('ends with the picture', () => {
  expect(boxOn(thing(50, 100), PICTURE, false)).toEqual({ left: 0, top: 0, width: 300, height: 50 });
});

it('is nowhere where the thing is at the top', () => {
  expect(boxOn(thing(0, 200), PICTURE, false)).toBeUndefined();
  expect(boxOn(thing(24, 100), PICTURE, false)).toBeUndefined();
});
