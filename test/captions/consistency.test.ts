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
  [
    'a red car in a black-and-white photo',
    { kind: 'black-and-white photo', things: [{ thing: 'car', colour: 'red' }] },
  ],
  [
    'a red car in a drawing in sepia',
    { kind: 'drawing', things: [{ thing: 'car', colour: 'red' }], style: 'in sepia' },
  ],
  ['a snowflake in summer', { things: [{ thing: 'snowflake' }], time: 'in summer' }],
  ['neon colours in an x-ray', { kind: 'x-ray', things: dog, style: 'in neon colors' }],
  ['sepia in black and white', { kind: 'black-and-white photo', things: dog, style: 'in sepia' }],
  ['an oil painting in watercolor', { kind: 'oil painting', things: dog, style: 'in watercolor' }],
  ['a sculpture in pixel art', { kind: 'sculpture', things: dog, style: 'in pixel art style' }],
  ['winter in space', { things: dog, place: 'in space', time: 'in winter' }],
  ['noon under water', { things: dog, place: 'under water', time: 'at noon' }],
  ['surfing in the kitchen', { things: dog, activity: 'surfing', place: 'in the kitchen' }],
  ['swimming in the sky', { things: dog, activity: 'swimming', place: 'in the sky' }],
  ['swimming in the desert', { things: dog, activity: 'swimming', place: 'in the desert' }],
  ['skiing on the beach', { things: dog, activity: 'skiing', place: 'on the beach' }],
  ['skiing in summer', { things: dog, activity: 'skiing', time: 'in summer' }],
  ['riding a horse in the kitchen', { things: dog, activity: 'riding a horse', place: 'in the kitchen' }],
  ['cooking in the sky', { things: dog, activity: 'cooking', place: 'in the sky' }],
  ['driving under water', { things: dog, activity: 'driving', place: 'under water' }],
  ['a wave in the bathroom', { things: [{ thing: 'wave' }], place: 'in the bathroom' }],
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
  ['a white dog in an x-ray', { kind: 'x-ray', things: [{ thing: 'dog', colour: 'white' }] }],
  ['a game in pixel art', { kind: 'video game screenshot', things: dog, style: 'in pixel art style' }],
  ['a watercolor in sepia', { kind: 'watercolor painting', things: dog, style: 'in sepia' }],
  ['a painting in an impressionist style', { kind: 'painting', things: dog, style: 'in an impressionist style' }],
  ['surfing on the beach', { things: dog, activity: 'surfing', place: 'on the beach' }],
  ['swimming under water', { things: dog, activity: 'swimming', place: 'under water' }],
  ['riding a horse in a stable', { things: dog, activity: 'riding a horse', place: 'in a stable' }],
  ['cooking in the kitchen', { things: dog, activity: 'cooking', place: 'in the kitchen' }],
  ['flying in the sky', { things: [{ thing: 'bird' }], activity: 'flying', place: 'in the sky' }],
  [
    'skiing in the mountains in winter',
    { things: dog, activity: 'skiing', place: 'in the mountains', time: 'in winter' },
  ],
  ['walking at night', { things: dog, activity: 'walking', time: 'at night' }],
])('%s goes together', (_, parts) => {
  expect(isConsistent(parts)).toBe(true);
});
