/**
 * Lists the words that the bot ranks, for training to say of nothing: `npx tsx training/words.ts`
 *
 * A word that no training sentence ever held has an embedding that means nothing, and may rank anywhere. So the ones that
 * no drawing shows are told as sentences that are true of no picture. Writes `cache/words.json`: `[{phrase, of, like}]`,
 * where `of` is "thing", "activity" or "place", and `like` names what might well be called so (a labrador: a dog).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES } from '../src/vqa/words/categories.ts';
import { exclude, PLACES } from '../src/vqa/words/settings.ts';
import { THINGS } from '../src/vqa/words/things.ts';

/** Categories of nouns, which a picture can show. The others are of weather, ages, feelings, and the like. */
const OF_THINGS =
  'animal, bird, sea animal, insect, dog, cat, bear, fruit, vegetable, dessert, meat, food, drink, boat, aircraft, vehicle, instrument, furniture, hat, shoe, clothing, utensil, tool, appliance, device, flower, tree, plant, shape, toy, gear, building, sign, body part, container, job'.split(
    ', ',
  );
const OF_ACTIVITIES = ['sport', 'game', 'activity'];
/** The drawn places of mini/places.py under the names that the bot's tables have for them. */
const DRAWN_PLACES: Readonly<Record<string, string>> = {
  beach: 'beach', mountains: 'mountains', forest: 'forest', desert: 'desert', snow: 'snow', street: 'street', city: 'city',
  ocean: 'sea', underwater: 'underwater', sky: 'sky', space: 'space', 'living room': 'room', kitchen: 'kitchen', park: 'park',
  field: 'field',
}; // biome-ignore format: a table

interface Word {
  readonly phrase: string;
  readonly of: 'thing' | 'activity' | 'place';
  readonly like: readonly string[];
}

const words = new Map<string, Word>();
const add = (phrase: string, of: Word['of'], like: readonly string[]) => {
  const known = words.get(phrase);
  words.set(phrase, { phrase, of, like: [...new Set([...(known?.like ?? []), ...like])] });
};
for (const { phrase } of THINGS) add(phrase, 'thing', []);
for (const category of CATEGORIES) {
  if (OF_THINGS.includes(category.id)) for (const { phrase } of category.terms) add(phrase, 'thing', category.names);
  if (OF_ACTIVITIES.includes(category.id)) for (const { phrase } of category.terms) add(phrase, 'activity', ['person']);
}
for (const place of PLACES) {
  const alike = Object.keys(DRAWN_PLACES).filter((drawn) => !exclude(place.answer, drawn));
  add(
    place.phrase,
    'place',
    alike.map((drawn) => DRAWN_PLACES[drawn] ?? drawn),
  );
}

const cache = join(import.meta.dirname, 'cache');
mkdirSync(cache, { recursive: true });
writeFileSync(join(cache, 'words.json'), `${JSON.stringify([...words.values()], null, 1)}\n`);
console.log(`${words.size} words`);
