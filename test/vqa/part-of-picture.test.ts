import { describe, expect, it, test } from 'vitest';
import { aimAt, regionNamed } from '../../src/vqa/part-of-picture.ts';

describe('a side of the picture', () => {
  test.each([
    ['what is on the left', 'what is', 'left'],
    ['what animal is on the far right', 'what animal', 'right'],
    ['what color is the car on the right-hand side', 'what color is the car', 'right'],
    ['what is the man on the left holding', 'what is the man holding', 'left'],
    ['what is in the upper left corner', 'what is', 'left'],
    ['how many birds are at the top', 'how many birds', 'top'],
    ['what is in the bottom', 'what is', 'bottom'],
    ['how many stories is the building in the center', 'how many stories is the building', 'middle'],
    ['what kind of toy is to the right', 'what kind of toy', 'right'],
  ])('%s: %s', (text, rest, region) => {
    expect(aimAt(text)).toMatchObject({ text: rest, part: { region } });
  });

  test.each([
    'what is in his right hand',
    'what is the man holding in the right hand',
    'what is on the left side of the train',
    'what is in the middle of the table',
    'is the batter right handed',
    'is it on the left, right or center',
    'is the dog on the left bigger than the one on the right',
  ])('%s names none', (text) => {
    expect(aimAt(text)).toEqual({ text });
  });
});

describe('beside a thing', () => {
  test.each([
    ['what is to the left of the tiger', 'what is', 'left', 'tiger'],
    ['what animal is on the right of the red house', 'what animal', 'right', 'house'],
    ['what color is the bird above the house', 'what color is the bird', 'top', 'house'],
    ['what is sitting under the table', 'what is', 'bottom', 'table'],
    ['how many cats are below the chair', 'how many cats', 'bottom', 'chair'],
  ])('%s: %s', (text, rest, region, beside) => {
    expect(aimAt(text)).toMatchObject({ text: rest, part: { region, beside } });
  });

  test.each([
    ['what is on the table', 'on the table', 'table', true],
    ['what is on the wooden bench', 'on the wooden bench', 'wooden bench', true],
    ['what is on top of the fridge', 'on top of the fridge', 'fridge', false],
  ])('%s keeps its words', (text, phrase, thing, surface) => {
    expect(aimAt(text)).toEqual({ text, part: { phrase, on: { thing, surface } } });
  });

  test.each([
    'what is the man jumping over the fence',
    'what is flying over the water',
    'what is under the shirt',
    'what is on the shirt',
    'what is on the left side of the train',
    'what is above average',
    'what is left of the pizza',
    'how many slices are left of the pizza',
    'what is the person under the umbrella doing',
    'is the person under the umbrella a woman',
    'what is the girl on top of the horse wearing',
    'what number is on the license plate',
    'what is he thinking about right now',
  ])('%s names none', (text) => {
    expect(aimAt(text)).toEqual({ text });
  });
});

it('a choice of places is no place', () => {
  const text = 'is the cat on the table or under the table';
  expect(aimAt(text)).toEqual({ text, part: { phrase: 'on the table' } });
});

describe('a part of the scene', () => {
  test.each([
    ['what is in the sky', 'in the sky', 'top'],
    ['what is on the ground', 'on the ground', 'bottom'],
    ['what is in the background', 'in the background', undefined],
    ['what is in the foreground', 'in the foreground', undefined],
    ['what is in the bowl', 'in the bowl', undefined],
  ])('%s keeps its words', (text, phrase, region) => {
    expect(aimAt(text)).toEqual({ text, part: region ? { phrase, region } : { phrase } });
  });
});

it('a corner is on its left or right', () => {
  expect(regionNamed('upper left corner')).toBe('left');
  expect(regionNamed('centre')).toBe('middle');
  expect(regionNamed('inside')).toBeUndefined();
});
