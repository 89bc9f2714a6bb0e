import { AIRLINES, BIKE_BRANDS, BRANDS, CAR_BRANDS } from './brands.ts';
import { CITIES, COUNTRIES } from './countries.ts';
import { STATES } from './states.ts';
import { wordList } from './word-list.ts';

/**
 * How words that people answer in VQA v2 (annotations, CC BY 4.0) stand in a sentence: which are names, which take no
 * article, which describe rather than name. Nouns that no list has are counted and take one.
 */
const set = (list: string): ReadonlySet<string> => new Set(wordList(list));

/** Names that are everyday words, too: "apple" is a fruit unless a brand is asked for. */
const ALSO_WORDS = set(
  'apple, shell, head, crest, corona, jaguar, vans, dole, puma, canon, united, delta, alaska, turkey, jeep, dodge, converse, triumph, virgin, emirates, trek, southwest',
);

const FURTHER_NAMES = `santa, santa claus, christmas, halloween, thanksgiving, easter, valentine's day, st patrick's day, new year, 4th of july,
  christmas time, america, usa, us, united states, united states of america, uk, united kingdom, britain, great britain, europe, africa, asia, hawaii,
  texas, florida, california, colorado, alaska, arizona, pennsylvania, minnesota, wisconsin, illinois, alabama, idaho, oregon, nevada, boston, denver,
  cleveland, detroit, miami, cincinnati, philadelphia, atlanta, houston, dallas, vancouver, melbourne, washington, brooklyn, new york city, ny, nyc,
  new mexico, north dakota, chinatown, argentina, sweden, israel, iraq, malaysia, big ben, mickey mouse, hello kitty, spongebob, snoopy, batman, mario,
  jesus, snow white, iphone, wii, wii sports, nintendo wii, xbox, playstation, nintendo, atari, guitar hero, mario kart, coke, sprite, fanta,
  pizza hut, subway, wendy's, dairy queen, krispy kreme, dunkin donuts, dunkin' donuts, tim hortons, tim horton's, amtrak, dhl, verizon, t mobile,
  at&t, motorola, htc, kodak, olympus, compaq, gateway, macintosh, easton, slazenger, head & shoulders, bud light, guinness, jack daniels, olympics,
  mcdonalds, ge, bank of america, sony ericsson, quicksilver, red sox, yankees, dodgers, cubs, giants, phillies, cardinals, lakers, us airways,
  british airways, american airlines, china airlines, united airlines, uhaul, citgo, bp, nasa, cnn, espn, abc, ibm, yahoo, facebook, twitter`;

/** What is written without an article because it is a name. */
export const NAMES: ReadonlySet<string> = new Set(
  [
    ...[...BRANDS, ...CAR_BRANDS, ...BIKE_BRANDS, ...AIRLINES, ...COUNTRIES, ...CITIES].map(({ answer }) => answer),
    ...wordList(FURTHER_NAMES),
  ].filter((name) => !ALSO_WORDS.has(name)),
);

/** Names that bring an article, and things of which a scene has one. */
export const WITH_THE =
  set(`usa, us, uk, united states, united states of america, united kingdom, netherlands, caribbean, olympics, internet,
  background, foreground, distance, left, right, middle, center, centre, top, bottom, front, back, rear, left side, right side, far left, far right,
  top left, top right, bottom left, bottom right, upper right, upper left, lower right, lower left, ground, floor, sky, horizon, outdoors,
  countryside, wild, wilderness, world, shore, past, future, same, north, south, east, west, infield, outfield, left one, right one, middle one, white one, red one,
  blue one, yellow one, brown one, big one, bottom one, top one, first one, last one, front one, bigger one, left man, left hand, right hand, first, closest,
  sidewalk, statue of liberty, eiffel tower, white house, space needle, us air force, air force, army, coast guard, golden gate bridge, empire state building, washington monument`);

/** Not counted, beyond those that the grammar knows; a phrase that ends in one is not counted either. */
export const MASS =
  set(`cement, wood, clay, granite, foil, aluminum, tin, brass, chrome, porcelain, ceramic, vinyl, plaster, plywood, drywall,
  styrofoam, fiberglass, latex, felt, wax, formica, laminate, foam, stucco, sandstone, slate, steam, air, weather, wind, oil, sugar, cinnamon, basil, cilantro,
  cream, whipped cream, cheddar, mozzarella, feta, pesto, gravy, syrup, mayo, relish, hummus, guacamole, salsa, sauerkraut, coleslaw, pepperoni,
  ice cream, icing, frosting, glaze, tuna, lasagna, chili, produce, squash, arugula, ginger, mint, jelly, jello, caramel, fudge, vanilla, steel,
  root beer, bourbon, liquor, lime juice, coal, charcoal, diesel, fuel, gas, lace, flannel, netting, mesh, velvet, polyester, nylon, satin, linen,
  fleece, suede, khaki, macintosh, asphalt, pavement, turf, astroturf, dust, grease, blood, poop, vomit, mouthwash, lotion, exhaust, sherry, detergent, bleach, junk,
  mail, laundry, silverware, vegetation, captivity, cargo, land, time, fun, freight, paint, caution, sepia, marinara, shrimp, first base, second base, third base,
  home plate, morning, afternoon, evening, camouflage, camo, stuffing, livestock, wildlife, motion, gravity, happiness, travel, transportation,
  protection, safety, identification, comfort, balance, construction, photography, advertising, storage, peace, love, death, freedom, work,
  information, privacy, boredom, concentration, warmth, shade, entertainment, history, breakfast, lunch, dinner, brunch, dessert, noon, midday, midnight,
  daytime, nighttime, daylight, dusk, dawn, daytime, night time, day time, power, humor, summer, winter, spring, fall, autumn, facial hair, stir fry, barbeque, bbq, seafood,
  salt and pepper, fruit salad, straw, denim, pudding, oatmeal, baggage, wire mesh, barbed wire, chain link, wicker, leopard print, wiring, carpeting,
  paneling, flooring, siding, lighting, cork, terracotta, bluegrass, homework, trash, software, hardware, water skiing, downhill, dirt,
  pinball, softball, polo, cricket, lacrosse, frisbee golf, disc golf, ultimate frisbee, tag, poker, tetris, solitaire, croquet, billiards, bingo, yoga, karate, judo`);

/** Answers that describe, and so stand before a noun, beyond colours, states and words in -ed. */
const DESCRIBING =
  set(`round, old, new, open, closed, striped, solid, electric, straight, wild, long, short, real, small, good, large, big, young,
  rainy, sunny, cloudy, calm, asian, warm, hot, cold, cool, full, empty, dirty, clean, low, high, wooden, metallic, oval, plain, medium, free, poor, hawaiian, average, public, shallow, deep,
  slow, fast, circular, modern, regular, little, nice, fake, tall, dry, wet, windy, fair, hard, soft, snowy, tired, private, sad, happy, smooth, rough, bad,
  thick, thin, rectangular, square, triangular, normal, right handed, left handed, fried, muddy, grilled, rural, urban, healthy, unhealthy, sliced,
  gothic, victorian, vintage, antique, single, double, analog, digital, polar, horizontal, vertical, diagonal, domestic, residential, casual, formal, upright, commercial,
  raw, evergreen, blurry, fancy, continental, oriental, western, eastern, american, italian, chinese, mexican, french, spanish, german, english, british,
  japanese, african, indian, korean, greek, russian, irish, scottish, caucasian, hispanic, arabic, roman, persian, european, canadian, african american,
  bright, dark, dim, dull, stormy, foggy, hazy, misty, overcast, partly cloudy, clear, sandy, rocky, grassy, mountainous, hilly, wavy, choppy, curly, tropical,
  bored, hungry, thirsty, angry, excited, scared, surprised, confused, curious, serious, sleepy, alive, dead, awake, asleep, lazy, safe, dangerous,
  military, professional, organic, industrial, mixed, fresh, sweet, sour, savory, bitter, spicy, bland, delicious, crunchy, juicy, salty, tight, loose, wide, narrow,
  skinny, fat, chubby, heavy, stainless, colorful, multicolored, plaid, floral, paisley, checkered, polka dot, patterned, abstract, natural, artificial,
  messy, neat, cluttered, organized, busy, crowded, broken, rusty, flat, steep, curved, sharp, huge, giant, tiny, beautiful, cute, ugly, pretty, elderly,
  gay, christian, catholic, jewish, religious, political, foreign, ethnic, expensive, cheap, automatic, manual, wireless, inflatable, portable,
  white, see through, transparent, shiny, fluffy, furry, fuzzy, hairy, bald, bare, barefoot, naked, topless, pregnant, drunk, sick, hurt, injured, ripe, unripe,
  rotten, burnt, stale, mild, humid, freezing, chilly, icy, very hot, very cold, gloomy, nice, sunny and clear, decorative, festive, traditional, contemporary, thin crust,
  deep dish, long sleeve, short sleeve, up close, outdoor, indoor, deciduous, tabby, calico, right, wrong, same, different, older, younger, taller, shorter,
  bigger, smaller, larger, lit, unlit, in love, mad, relaxed, focused, content, proud, neutral, worried, annoyed`);

/** States that a noun names, or that stand alone. */
const NAMING_STATES =
  /ing\b|^(?:on|off|cut|male|female|in .*|alone|.*day|.*night|.*time|morning|evening|afternoon|summer|winter|spring|fall|autumn|baby|adult|human|metal|plastic|glass|stone|wood|paper|light)$/;

const STATE_WORDS: ReadonlySet<string> = new Set(STATES.flat().filter((word) => !NAMING_STATES.test(word)));

/** Words in -ed that name something. */
const NAMING_ED = set(
  'bed, seed, weed, shed, sled, red, moped, hundred, feed, seaweed, bunk bed, bird seed, flower bed, flatbed, breed, speed, daybed',
);

/** Whether the answer says how something is, rather than what it is: "wooden", "striped", "very tall"; colours apart. */
export function isDescribing(answer: string): boolean {
  const bare = answer.replace(/^(?:very|too|really|not|partly|mostly|slightly|half|so|pretty|quite|dark|light) /, '');
  if (DESCRIBING.has(bare) || STATE_WORDS.has(bare)) return true;
  return /^[a-z-]+(?: [a-z-]+)?ed$/.test(bare) && !NAMING_ED.has(bare) && !NAMING_ED.has(bare.split(' ').at(-1) ?? '');
}
