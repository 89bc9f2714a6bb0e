import { expect, test } from 'vitest';
import { composeCaption, type Scene } from '../../src/captions/compose-caption.ts';

test.each<[string, Scene]>([
  ['A dog.', { thing: 'dog' }],
  ['An elephant.', { thing: 'elephant' }],
  ['An hourglass.', { thing: 'hourglass' }],
  ['Scissors.', { thing: 'scissors' }],
  ['Bread.', { thing: 'bread' }],
  ['The sun.', { thing: 'sun' }],
  ['Three apples.', { thing: 'apple', number: 3 }],
  ['Three red apples.', { thing: 'apple', number: 3, colour: 'red' }],
  ['Two people.', { thing: 'person', number: 2 }],
  ['Four sheep.', { thing: 'sheep', number: 4 }],
  ['An orange car.', { thing: 'car', colour: 'orange' }],
  ['A red umbrella.', { thing: 'umbrella', colour: 'red' }],
  ['Blue jeans.', { thing: 'jeans', colour: 'blue' }],
  ['A dog on the beach.', { thing: 'dog', place: 'on the beach' }],
  ['A man surfing in the ocean.', { thing: 'man', activity: 'surfing', place: 'in the ocean' }],
  [
    'Two brown dogs running in a park.',
    { thing: 'dog', number: 2, colour: 'brown', activity: 'running', place: 'in a park' },
  ],
])('%s', (caption, scene) => {
  expect(composeCaption(scene)).toBe(caption);
});
