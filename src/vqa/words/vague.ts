import type { Family } from '../../answer.ts';
import { wordList } from './word-list.ts';

/** True of half of all pictures: "outside" tells nobody where a dog on a beach is. */
const PLACES: ReadonlySet<string> = new Set(
  wordList('outside, outdoors, outdoor, inside, indoors, indoor, here, there, nowhere, middle, background'),
);

/** Names of whole categories: who asks what a pizza is knows that it is food. */
const THINGS: ReadonlySet<string> = new Set(
  wordList(
    'thing, things, object, objects, item, items, something, stuff, animal, animals, food, fruit, fruits, vegetable, vegetables, vehicle, vehicles, furniture, clothing, clothes, plant, plants, tool, tools, device, dessert, drink, toy, toys',
  ),
);

/** Whether an answer says too little to be given where a more telling one can be. */
export function isVague(answer: string, family: Family): boolean {
  if (family === 'place') return PLACES.has(answer);
  return (family === 'thing' || family === 'kind' || family === 'food') && THINGS.has(answer);
}
