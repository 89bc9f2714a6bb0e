import { describe, expect, it } from 'vitest';
import { thingToFind } from '../../src/where/thing-to-find.ts';

describe('what a person wants found', () => {
  it.each([
    ['dog', 'dog'],
    ['  The Red Car ', 'red car'],
    ['Where is the cat?', 'cat'],
    ["where's my umbrella", 'umbrella'],
    ['where can I find the cat?', 'cat'],
    ["Where's the cat in this picture?", 'cat'],
    ['t-shirt', 't-shirt'],
    ['a black and white cat', 'black and white cat'],
    ['कुत्ता', 'कुत्ता'],
    ['pin\u0303ata', 'pi\u00f1ata'],
  ])('of %j is %j', (asked, thing) => {
    expect(thingToFind(asked)).toBe(thing);
  });

  it.each([
    '',
    '?!',
    '🙂',
    'x'.repeat(101),
    'a',
    'the',
    'it',
    'something',
    'where is it?',
    'the dog and the cats',
    'dog, red car',
    'cat or dog',
  ])('is refused for %j', (asked) => {
    expect(() => thingToFind(asked)).toThrow(expect.objectContaining({ code: 'thing-invalid' }));
  });
});
