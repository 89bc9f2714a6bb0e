import { expect, test } from 'vitest';
import type { CaptionParts } from '../../src/answer.ts';
import { isConsistent } from '../../src/captions/consistency.ts';

const dog = [{ thing: 'dog' }];

test.each<[string, CaptionParts]>([
  ['an orange orange', { things: [{ thing: 'orange', colour: 'orange' }] }],
  ['a boat on a boat', { things: [{ thing: 'boat' }], place: 'on a boat' }],
  ['a mountain in the mountains', { things: [{ thing: 'mountain' }], place: 'in the mountains' }],
  [
    'a swimmer who swims in a swimming pool',
    { things: [{ thing: 'person' }], activity: 'swimming', place: 'in a swimming pool' },
  ],
  ['a kitchen in the rain', { things: dog, place: 'in the kitchen', weather: 'in the rain' }],
  ['a kitchen at sunset', { things: dog, place: 'in the kitchen', time: 'at sunset' }],
  ['sunshine under water', { things: dog, place: 'under water', weather: 'on a sunny day' }],
  ['a sunny day at night', { things: dog, time: 'at night', weather: 'on a sunny day' }],
  ['the sun at night', { things: [{ thing: 'sun' }], time: 'at night' }],
  ['a beach in winter', { things: dog, place: 'on the beach', time: 'in winter' }],
  ['rain under a clear sky', { things: dog, place: 'in the rain', weather: 'under a clear sky' }],
  ['a red dog in black and white', { things: [{ thing: 'dog', colour: 'red' }], style: 'in black and white' }],
])('%s does not go together', (_, parts) => {
  expect(isConsistent(parts)).toBe(false);
});

test.each<[string, CaptionParts]>([
  [
    'two things of one colour',
    {
      things: [
        { thing: 'car', colour: 'red' },
        { thing: 'boat', colour: 'red' },
      ],
    },
  ],
  ['a kitchen at night', { things: dog, place: 'in the kitchen', time: 'at night' }],
  ['a beach on a sunny day', { things: dog, place: 'on the beach', weather: 'on a sunny day' }],
  ['a black dog in black and white', { things: [{ thing: 'cat', colour: 'gray' }], style: 'in black and white' }],
])('%s goes together', (_, parts) => {
  expect(isConsistent(parts)).toBe(true);
});
