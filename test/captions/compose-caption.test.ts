import { expect, test } from 'vitest';
import type { CaptionParts } from '../../src/answer.ts';
import { composeCaption, composePhrase } from '../../src/captions/compose-caption.ts';

const dog = { thing: 'dog' };

test.each<[string, CaptionParts]>([
  ['A dog.', { things: [dog] }],
  ['An elephant.', { things: [{ thing: 'elephant' }] }],
  ['An hourglass.', { things: [{ thing: 'hourglass' }] }],
  ['Scissors.', { things: [{ thing: 'scissors' }] }],
  ['Bread.', { things: [{ thing: 'bread' }] }],
  ['The sun.', { things: [{ thing: 'sun' }] }],
  ['Three red apples.', { things: [{ thing: 'apple', number: 3, colour: 'red' }] }],
  ['Two people.', { things: [{ thing: 'person', number: 2 }] }],
  ['Four sheep.', { things: [{ thing: 'sheep', number: 4 }] }],
  ['An orange car.', { things: [{ thing: 'car', colour: 'orange' }] }],
  ['Blue jeans.', { things: [{ thing: 'jeans', colour: 'blue' }] }],
  ['An old red car.', { things: [{ thing: 'car', colour: 'red', attribute: 'old' }] }],
  ['A red wooden chair.', { things: [{ thing: 'chair', colour: 'red', attribute: 'wooden' }] }],
  ['Two dogs and a car.', { things: [{ thing: 'dog', number: 2 }, { thing: 'car' }] }],
  [
    'A green frog and an orange boat.',
    {
      things: [
        { thing: 'frog', colour: 'green' },
        { thing: 'boat', colour: 'orange' },
      ],
    },
  ],
  ['A dog on the beach.', { things: [dog], place: 'on the beach' }],
  ['A man surfing in the ocean.', { things: [{ thing: 'man' }], activity: 'surfing', place: 'in the ocean' }],
  [
    'Two brown dogs running in a park at night.',
    {
      things: [{ thing: 'dog', number: 2, colour: 'brown' }],
      activity: 'running',
      place: 'in a park',
      time: 'at night',
    },
  ],
  ['A tree at Christmas.', { things: [{ thing: 'tree' }], time: 'at christmas' }],
  ['A person playing American football.', { things: [{ thing: 'person' }], activity: 'playing american football' }],
  ['A 3D render of a dog.', { kind: '3d render', things: [dog] }],
  ['A drawing of a dog.', { kind: 'drawing', things: [dog] }],
  ['A meme with a dog.', { kind: 'meme', things: [dog] }],
  ['Pixel art of an elephant.', { kind: 'pixel art', things: [{ thing: 'elephant' }] }],
  ['An oil painting of a dog in the rain.', { kind: 'oil painting', things: [dog], weather: 'in the rain' }],
  ['A gloomy painting of a dog.', { kind: 'painting', mood: 'gloomy', things: [dog] }],
  ['Elegant pixel art of a dog.', { kind: 'pixel art', mood: 'elegant', things: [dog] }],
  ['An elegant infographic about a dog.', { kind: 'infographic', mood: 'elegant', things: [dog] }],
  ['An elegant scene of a dog in sepia.', { mood: 'elegant', things: [dog], style: 'in sepia' }],
  ['A map.', { kind: 'map', things: [] }],
  ['A painting.', { kind: 'painting', things: [], place: 'on the beach' }],
  ['A text document.', { kind: 'text document', things: [] }],
  ['A satellite image of the sea.', { kind: 'satellite image', things: [{ thing: 'sea' }] }],
  ['Something I can\u2019t make out.', { things: [] }],
  ['On the beach, something I can\u2019t make out.', { things: [], place: 'on the beach' }],
])('%s', (caption, parts) => {
  expect(composeCaption(parts)).toBe(caption);
});

test('what is held against the picture is the caption in lower case, without a full stop', () => {
  expect(composePhrase({ kind: 'drawing', things: [dog], place: 'on the beach' })).toBe(
    'a drawing of a dog on the beach',
  );
});
