import { readFileSync } from 'node:fs';
import { singularise } from '../grammar.ts';
import { numberNamed } from './numbers.ts';
import { wordList } from './word-list.ts';

/**
 * One form for all answers that mean the same, so that they do not compete as candidates: lower case, no article, singular,
 * numerals for the numbers to ten, and of several words or spellings the one that people answer most often. Narrower words
 * stay apart: a puppy is not just any dog.
 *
 * @example
 * canonicalAnswer('the bicycles'); // 'bike'
 * canonicalAnswer('television'); // 'tv'
 * canonicalAnswer('two'); // '2'
 */
export function canonicalAnswer(answer: string): string {
  const same = synonymOf(answer);
  if (NO_PLURALS.has(same)) return same;
  const single = singularise(same);
  return single === same ? same : synonymOf(single);
}

/**
 * As `canonicalAnswer`, but "dogs" stays "dogs": one and several are different answers to give, though no picture is better for
 * the one than for the other.
 */
export function synonymOf(answer: string): string {
  const text = answer
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.!?,]+$/, '')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:a|an|the|some) (?=.)/, '');
  const number = numberNamed(text);
  if (number !== undefined) return String(number);
  const spelled = text
    .split(' ')
    .map((word) => SPELLINGS.get(word) ?? word)
    .join(' ');
  return sameAs(text) ?? sameAs(spelled) ?? spelled;
}

/** The answer that is given most often for the same thing. */
function sameAs(answer: string): string | undefined {
  wordNet ??= readSynonyms();
  return ANSWERS.get(answer) ?? wordNet.get(answer);
}

let wordNet: ReadonlyMap<string, string> | undefined;

/** `answer<TAB>most answered word of the same meaning` lines, made by training/wordnet-kinds/make.ts. */
const SYNONYMS_FILE = new URL('../../../models/wordnet/synonyms.tsv', import.meta.url);

function readSynonyms(): ReadonlyMap<string, string> {
  const lines = readFileSync(SYNONYMS_FILE, 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [answer, same] = line.split('\t');
      return answer && same && !line.startsWith('#') ? [[answer, same] as const] : [];
    }),
  );
}

/** `answer: variant | variant` entries, as variant to answer. */
const variants = (list: string): ReadonlyMap<string, string> =>
  new Map(
    wordList(list).flatMap((entry) => {
      const [answer = '', others = ''] = entry.split(': ');
      return others.split(' | ').map((other) => [other, answer] as const);
    }),
  );

/**
 * Words that may be replaced anywhere in an answer: other spellings, and other words for nothing else. Here and below, the word
 * before the colon is the one that people answer most often in VQA v2's training annotations (CC BY 4.0), or else the usual one.
 */
const SPELLINGS =
  variants(`bike: bicycle, tv: television, plane: airplane | aeroplane, motorcycle: motorbike, couch: sofa, gray: grey,
  donut: doughnut, racket: racquet, tire: tyre, phone: telephone | cellphone, refrigerator: fridge, color: colour,
  mustache: moustache, theater: theatre, harbor: harbour, yogurt: yoghurt, jewelry: jewellery, pajamas: pyjamas,
  vegetable: veggie | veg, ketchup: catsup, omelet: omelette, plow: plough, aluminum: aluminium, center: centre,
  fiber: fibre, neighbor: neighbour, armor: armour, mold: mould, whiskey: whisky, kebab: kabob, truck: lorry,
  hot dog: hotdog, eyeglasses: spectacles, fire truck: firetruck, burger: hamburger, photo: photograph,
  teepee: tepee`);

/** Whole answers for the same thing. */
const ANSWERS = variants(`yes: yeah | yep | yup | yea, no: nope | nah, okay: ok,
  phone: cell phone | mobile phone | mobile | cell | cellular phone | smartphone | cellular telephone | mobile telephone,
  tv: television set | tv set | telly, motorcycle: motor bike | motor cycle,
  t-shirt: t shirt | tshirt | tee shirt | tee,
  trash can: garbage can | dustbin | trash bin | garbage bin | rubbish bin | trashcan | waste bin | ashcan,
  surfing: surfboarding | surf, skiing: ski, skis: skis, surfboard: surf board, skateboard: skate board,
  snowboard: snow board, skateboarding: skate boarding, snowboarding: snow boarding, tub: bathtub | bath tub,
  fries: french fries | french fry | fry, picture: photo | photograph | pic, rabbit: bunny | bunny rabbit,
  teddy bear: teddy | teddybear, traffic light: stop light | stoplight | traffic signal, fire hydrant: hydrant,
  mom: mother | mommy | mum, dad: father | daddy, taxi: cab | taxicab | taxi cab, ice cream: icecream | ice-cream,
  christmas: xmas, remote: remote control | tv remote, wii: nintendo wii, day: daytime | day time,
  night: nighttime | night time, left: left side, right: right side, glasses: eyeglasses | spectacles | eye glasses,
  sunglasses: sun glasses, flip flops: flip-flops | flip-flop | flip flop | flipflops,
  street light: streetlight | street lamp | lamp post | streetlamp | lamppost, wetsuit: wet suit,
  backpack: back pack | rucksack | knapsack, sailboat: sail boat, speedboat: speed boat,
  black and white: black & white | white and black, stuffed animal: plush | plush toy | soft toy | stuffed toy,
  suv: sport utility vehicle | sports utility vehicle, laptop: laptop computer | lap top, pc: personal computer,
  hot air balloon: hot-air balloon, panda: panda bear, doll: dolly, cat: kitty | kitty cat, barbecue: bbq | barbeque,
  ping pong: ping-pong | table tennis, soda: pop | soda pop | soft drink, coke: coca cola | coca-cola,
  washing machine: washer, vacuum: vacuum cleaner | hoover, hair dryer: blow dryer | hairdryer | blow drier,
  stroller: pram | baby carriage | pushchair, zucchini: courgette, eggplant: aubergine, ladybug: ladybird,
  police officer: policeman | police man | cop, firefighter: fire fighter, fireman: fire man,
  baseball game: baseball match, living room: livingroom, bathroom: bath room, bedroom: bed room,
  sweatshirt: sweat shirt, wristwatch: wrist watch, cupcake: cup cake, seagull: sea gull, toilet paper: tp,
  salt and pepper: pepper and salt, horseback riding: horse riding | horse back riding, bike riding: bicycle riding,
  video game: videogame, headphones: head phones, coffee maker: coffeemaker, raincoat: rain coat, necktie: neck tie,
  pickup truck: pickup | pick up truck | pick up, baseball glove: baseball mitt, parking lot: car park`);

/** Names that end in s and are no plural, and plurals with a meaning of their own. */
const NO_PLURALS: ReadonlySet<string> = new Set(
  wordList('yes, skis, us, las vegas, los angeles, adidas, united states, mercedes, lays, woods'),
);
