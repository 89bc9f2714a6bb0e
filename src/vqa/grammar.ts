/**
 * As much English as the prompts need: plurals, articles, and which nouns take neither.
 * Works on lower-case nouns and noun phrases ("fire truck", "glass of water").
 */

/** The plural of a noun or noun phrase: `pluralise('glass of water')` is `glasses of water`. A plural stays as it is. */
export function pluralise(noun: string): string {
  return onHead(noun, (head) => (isPlural(head) || UNCOUNTABLE.has(head) ? head : pluralOf(head)));
}

/** The singular of a noun or noun phrase. What has no singular ("scissors") or is none stays as it is. */
export function singularise(noun: string): string {
  return GLASSES_TO_DRINK_FROM.test(noun) ? noun.replace('glasses', 'glass') : onHead(noun, singularOf);
}

/** Whether the noun, or the head of the noun phrase, is grammatically plural: "dogs", "people", "scissors". */
export function isPlural(noun: string): boolean {
  const head = headOf(noun);
  return PLURAL_ONLY.has(head) || singularOf(head) !== head;
}

/** The noun as one would name a single one of it: "a dog", "an hour", "bread", "scissors". */
export function withArticle(noun: string): string {
  if (DETERMINED.test(noun) || isPlural(noun) || isUncountable(noun)) return noun;
  if (UNIQUE.has(noun)) return `the ${noun}`;
  return `${indefiniteArticle(noun)} ${noun}`;
}

/** "a" or "an", by the sound the phrase starts with. */
export function indefiniteArticle(phrase: string): 'a' | 'an' {
  return STARTS_WITH_VOWEL_SOUND.test(phrase) ? 'an' : 'a';
}

/** The sentence with every "a" and "an" as the next word wants it: "a orange car" becomes "an orange car". */
export function correctArticles(sentence: string): string {
  return sentence.replace(/\b(?:a|an) (?=[a-z0-9])/g, (_, at: number) => {
    const start = sentence.indexOf(' ', at) + 1;
    return `${indefiniteArticle(sentence.slice(start))} `;
  });
}

/** The noun that a phrase is about: `headOf('glass of water')` is "glass", `headOf('fire truck')` is "truck". */
export function headOf(phrase: string): string {
  return splitHead(phrase)[1];
}

/** Whether the noun is uncountable and so takes neither an article nor a number: "bread", "snow". */
export function isUncountable(noun: string): boolean {
  return UNCOUNTABLE.has(noun) || UNCOUNTABLE.has(headOf(noun));
}

/**
 * "is" or "are", as the phrase wants: `be('the dogs')` is "are". "you" and "they" are plural. For nouns that are the same in both
 * numbers the verb of the question tells: "are the sheep eating".
 */
export function be(subject: string, asked = ''): 'is' | 'are' {
  if (/^(?:are|were|do|have)$/.test(asked) && INVARIANT.has(headOf(subject))) return 'are';
  return /^(they|you|we|these|those)$/.test(subject) || / and /.test(subject) || isPlural(subject) ? 'are' : 'is';
}

/** The third person singular of a verb: "have" is "has", "watch" is "watches". */
export function thirdPerson(verb: string): string {
  const irregular: Readonly<Record<string, string>> = { have: 'has', be: 'is', do: 'does', go: 'goes' };
  if (Object.hasOwn(irregular, verb)) return irregular[verb] as string;
  if (/(?:s|x|z|ch|sh)$/.test(verb)) return `${verb}es`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return `${verb}s`;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const IRREGULAR_PLURALS: ReadonlyMap<string, string> = new Map(
  `person people, child children, grandchild grandchildren, man men, woman women, foot feet, tooth teeth, goose geese, mouse mice, ox oxen,
   leaf leaves, knife knives, loaf loaves, wolf wolves, shelf shelves, bookshelf bookshelves, calf calves, half halves, life lives,
   wife wives, scarf scarves, thief thieves, elf elves, hoof hooves, tomato tomatoes, potato potatoes, hero heroes, mango mangoes,
   volcano volcanoes, mosquito mosquitoes, buffalo buffaloes, tornado tornadoes, cactus cacti, die dice, quiz quizzes, gas gases,
   lens lenses, canvas canvases, rhinoceros rhinoceroses, axe axes, cookie cookies, zombie zombies, necktie neckties, movie movies,
   selfie selfies, hoodie hoodies, brownie brownies, smoothie smoothies, walkie-talkie walkie-talkies, magpie magpies, beanie beanies, collie collies, pickaxe pickaxes, claus clauses, veggie veggies,
   genie genies, headache headaches, mustache mustaches, moustache moustaches, avalanche avalanches`
    .split(',')
    .map((pair) => pair.trim().split(/\s+/) as [string, string]),
);
const IRREGULAR_SINGULARS: ReadonlyMap<string, string> = new Map(
  [...IRREGULAR_PLURALS].map(([singular, plural]) => [plural, singular]),
);

/** Same in both numbers: "three sheep". */
const INVARIANT = words(
  'sheep deer fish moose bison elk aircraft spacecraft watercraft salmon trout shrimp squid swine series species cod tuna jellyfish starfish goldfish swordfish blowfish clownfish',
);

/** Only ever plural: no article, no singular. */
const PLURAL_ONLY = words(
  `scissors glasses sunglasses eyeglasses trousers jeans pants shorts pajamas pyjamas goggles binoculars headphones earphones tongs pliers tweezers
   clothes leggings tights overalls noodles fries chips nachos groceries handcuffs police cattle chopsticks fireworks bagpipes maracas castanets
   underpants suspenders cymbals`,
);

/** "glasses" are worn; these are not. */
const GLASSES_TO_DRINK_FROM = /\b(?:wine|drinking|champagne|beer|shot|water|magnifying) glasses$|\bglasses of /;

/** Not counted, so without article and plural. */
const UNCOUNTABLE = words(
  `water snow grass bread rice milk juice beer wine tea coffee butter cheese meat beef pork ham bacon broccoli cauliflower spinach corn lettuce celery
   garlic cabbage kale asparagus parsley pasta spaghetti macaroni ramen sushi soup salad yogurt yoghurt honey jam ketchup mustard mayonnaise chocolate
   popcorn candy cereal toast tofu curry seafood barbecue alcohol whiskey vodka champagne lemonade soda medicine food
   furniture luggage baggage jewelry jewellery clothing equipment underwear makeup soap shampoo toothpaste paper cardboard money cash
   hair fur fire smoke ice sand mud dirt fog mist rain lightning thunder gravel lava coral wheat hay straw ivy moss seaweed bamboo
   wood metal plastic leather cotton wool silk denim concrete marble steel rubber gold silver bronze copper rust fabric cloth tile carpet hardwood
   linoleum pottery art traffic graffiti litter trash garbage rubbish tape electricity music yarn clutter sauce scenery nature sunlight sunshine darkness
   tennis soccer golf hockey rugby badminton chess ping-pong`,
);

/** Ends in s and is singular all the same; words in -ss and -us are known by their ending. */
const SINGULAR_IN_S = words(
  'gas lens canvas rhinoceros christmas atlas texas kansas news mathematics gymnastics perhaps always was has does tennis iris oasis ibis basis crisis chassis debris paris axis clematis this his',
);

/** There is one of it: "the sun". */
const UNIQUE = words('sun moon sky ocean sea earth');

const DETERMINED =
  /^(?:a|an|the|this|that|these|those|some|any|no|two|three|four|five|six|seven|eight|nine|ten|his|her|its|their|my|your|our|several|many|one(?! ?-)|[0-9]+(?! ball))(?= )/;

/** Vowel letters but "u" and "eu" as in "you", "one"; silent h; letters spelled out as in "x-ray"; eight, eleven, eighteen. */
const STARTS_WITH_VOWEL_SOUND =
  /^(?!uni(?!n|m)|use|usu|uti|uku|uk\b|ufo|ura|eu|ewe|one\b|once\b|ouija)(?:[aeiou]|hour|honest|honou?r|heir|x-ray|xray|suv\b|mp3|rv\b|lcd|led\b|sd\b|fm\b|8|11\b|18\b)/;

function splitHead(phrase: string): [before: string, head: string, after: string] {
  const tail = phrase.match(/ (?:of|with|in|on|at|for|from|to|made|wearing|holding|and|behind|next|near|under|by) .*$/);
  const core = tail ? phrase.slice(0, tail.index) : phrase;
  const cut = core.lastIndexOf(' ') + 1;
  return [core.slice(0, cut), core.slice(cut), tail ? tail[0] : ''];
}

function onHead(phrase: string, change: (head: string) => string): string {
  const [before, head, after] = splitHead(phrase);
  return `${before}${change(head)}${after}`;
}

function pluralOf(noun: string): string {
  const irregular = IRREGULAR_PLURALS.get(noun);
  if (irregular) return irregular;
  if (INVARIANT.has(noun)) return noun;
  if (/[a-z]{2,}man$/.test(noun) && !/(?:human|german|roman|talisman|caiman|ottoman|shaman)$/.test(noun))
    return noun.replace(/man$/, 'men');
  return thirdPerson(noun);
}

function singularOf(noun: string): string {
  const irregular = IRREGULAR_SINGULARS.get(noun);
  if (irregular) return irregular;
  if (INVARIANT.has(noun) || PLURAL_ONLY.has(noun) || SINGULAR_IN_S.has(noun)) return noun;
  if (/[a-z]{2,}men$/.test(noun) && !/^(?:specimen|omen|abdomen|semen|ramen|acumen|regimen)$/.test(noun))
    return noun.replace(/men$/, 'man');
  if (!/[a-z]s$/.test(noun) || /(?:ss|us)$/.test(noun)) return noun;
  if (/[a-z]{2,}ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$|[^aeo]uses$/.test(noun)) return noun.slice(0, -2);
  return noun.slice(0, -1);
}
