import { withArticle } from '../grammar.ts';
import { type Term, wordList } from './word-list.ts';

/** Countable and uncountable nouns by what they are, the common ones first. Hand-picked, singular where there is one. */
export const NOUNS = {
  animal: `dog, cat, horse, cow, elephant, giraffe, zebra, bear, sheep, bird, lion, tiger, monkey, rabbit, pig, goat, mouse, fox, wolf,
    deer, panda, koala, kangaroo, camel, squirrel, frog, turtle, snake, fish, duck, chicken, penguin, owl, dolphin, whale, shark, octopus, crab,
    snail, hamster, gorilla, crocodile, butterfly, bee, spider, dinosaur, unicorn, dragon, hedgehog, donkey, leopard, hippopotamus,
    rhinoceros, lizard, bat, otter, raccoon, sloth, badger, beaver, polar bear, llama, moose, bison, seal, goose, swan, scorpion`,
  bird: `pigeon, seagull, parrot, eagle, rooster, swan, flamingo, peacock, goose, chick, duck, owl, chicken, penguin, crow, robin, sparrow,
    pelican, hawk, ostrich, heron, turkey, dove, hummingbird, toucan, blue jay, cardinal`,
  'sea animal': `lobster, seal, jellyfish, fish, dolphin, whale, shark, octopus, crab, squid, shrimp, starfish, goldfish, clownfish, blowfish,
    turtle, ray, orca, seahorse, oyster`,
  insect: `ant, ladybug, fly, bee, butterfly, beetle, mosquito, caterpillar, spider, grasshopper, cricket, dragonfly, moth, worm, cockroach`,
  dog: `labrador, golden retriever, poodle, bulldog, german shepherd, beagle, husky, dalmatian, terrier, chihuahua, corgi, pug, collie,
    dachshund, boxer, rottweiler, spaniel, great dane, mutt`,
  cat: `tabby, siamese, persian, calico, tuxedo cat, maine coon, black cat, orange cat, sphynx, kitten`,
  bear: 'brown bear, polar bear, grizzly bear, black bear, panda, teddy bear, koala',
  fruit: `apple, banana, orange, strawberry, grapes, lemon, pineapple, watermelon, pear, peach, cherry, kiwi, mango, coconut, tomato,
    avocado, lime, blueberry, raspberry, melon, plum, grapefruit, pomegranate, tangerine, papaya, fig`,
  vegetable: `broccoli, carrot, lettuce, potato, corn, onion, bell pepper, cucumber, eggplant, garlic, mushroom, pumpkin, tomato, pepper, peas,
    cabbage, spinach, cauliflower, celery, zucchini, asparagus, beans, radish, sweet potato, kale, squash`,
  food: `pizza, sandwich, hot dog, hamburger, french fries, salad, soup, bread, rice, spaghetti, noodles, meat, sushi, taco, egg, pancakes,
    waffle, bacon, cheese, popcorn, croissant, pretzel, cake, donut, pasta, chicken, steak, fish, burrito, toast, sausage, chips, fruit, vegetables,
    bagel, pie, cookie, ice cream, chocolate, dumpling, curry, omelette, cereal`,
  dessert: `cake, ice cream, donut, cookie, cupcake, chocolate, candy, lollipop, pie, birthday cake, brownie, pudding, cheesecake, pastry, muffin,
    shaved ice, custard, macaron`,
  meat: 'chicken, beef, pork, ham, steak, bacon, sausage, turkey, fish, lamb, shrimp, meatballs',
  drink: `coffee, tea, beer, wine, milk, soda, cocktail, water, orange juice, juice, lemonade, champagne, smoothie, hot chocolate,
    milkshake, whiskey`,
  vehicle: `car, bus, truck, train, motorcycle, bicycle, airplane, boat, van, taxi, scooter, helicopter, ambulance, fire truck, police car,
    tractor, ship, sailboat, rocket, skateboard, canoe, tram, suv, pickup truck, jeep, trailer, carriage, subway, hot air balloon, race car,
    golf cart, wheelchair, sled, ferry, speedboat`,
  boat: 'sailboat, canoe, ship, ferry, speedboat, kayak, yacht, rowboat, fishing boat, cruise ship, tugboat, raft, gondola',
  aircraft: 'airplane, helicopter, jet, fighter jet, biplane, glider, hot air balloon, drone, passenger plane, rocket',
  instrument: `guitar, piano, violin, drum, trumpet, saxophone, flute, accordion, banjo, harp, keyboard, cello, clarinet, trombone, ukulele,
    tambourine, harmonica, xylophone, maracas, bell, microphone`,
  furniture: `chair, couch, table, bed, desk, bench, bookshelf, toilet, bathtub, stool, dresser, cabinet, armchair, nightstand, wardrobe,
    rocking chair, coffee table, crib, lamp, door, mirror`,
  clothing: `shirt, jeans, dress, jacket, suit, hat, shoe, boot, tie, scarf, gloves, socks, glasses, sunglasses, backpack, watch, cap, crown,
    t-shirt, shoes, boots, pants, coat, skirt, shorts, sweater, uniform, swimsuit, bikini, wetsuit, helmet, apron, kimono, sari, robe, vest, hoodie,
    necklace, sandals, sneakers, high heels, belt, mask`,
  hat: `baseball cap, cowboy hat, helmet, beanie, top hat, crown, sun hat, straw hat, fedora, bandana, turban, headband, hood,
    graduation cap, santa hat, headscarf, chef hat, hard hat`,
  shoe: 'sneakers, boots, sandals, high heels, flip-flops, slippers, cleats, loafers, dress shoes, skates, socks',
  tool: `hammer, screwdriver, saw, axe, scissors, ladder, magnifying glass, wrench, pliers, drill, shovel, rake, knife, paintbrush, ruler, broom,
    toolbox, pickaxe, flashlight, nail, needle, bucket`,
  utensil: 'fork, knife, spoon, chopsticks, spatula, ladle, whisk, tongs, bowl, plate, cup, pan',
  appliance: `refrigerator, oven, microwave, stove, dishwasher, toaster, washing machine, blender, coffee maker, sink, fan, kettle, television`,
  device: `laptop, computer, phone, television, camera, keyboard, remote, radio, headphones, microphone, telephone, robot, light bulb, telescope,
    microscope, game controller, clock, cell phone, mouse, tablet, printer, monitor, speaker, watch, battery, joystick, satellite`,
  household: `bottle, cup, glass, bowl, plate, book, umbrella, suitcase, vase, lamp, candle, key, lock, box, bell, gift, toothbrush, pen, pencil,
    envelope, sink, pillow, balloon, mirror, ring, bag, mug, backpack, clock, basket, paper, newspaper, toilet, bathtub, blanket, towel, briefcase,
    handbag, calendar, map, money, coin, soap, sponge, trash can, window, door, bucket, teapot, crayon, paper clip, pushpin, magnet, diamond, trophy,
    medal, ticket, ribbon, thread, yarn`,
  flower: `rose, tulip, sunflower, daisy, lily, orchid, carnation, cherry blossom, hibiscus, poppy, lavender, daffodil, lotus, dandelion, bouquet`,
  plant: `tree, flower, grass, cactus, palm tree, leaf, bush, fern, mushroom, ivy, herb, clover, potted plant, bamboo, pine tree, seedling, weeds`,
  shape: `circle, square, triangle, rectangle, star, heart, oval, diamond, hexagon, pentagon, octagon, cross, ring, arrow, crescent, cube,
    cylinder, spiral`,
  toy: `teddy bear, ball, kite, frisbee, doll, balloon, puzzle, yo-yo, train set, robot, dice, rubber duck, toy car, stuffed animal, building blocks`,
  gear: `soccer ball, basketball, baseball, tennis ball, volleyball, tennis racket, baseball bat, surfboard, snowboard, skis, ball, skateboard,
    frisbee, baseball glove, football, golf club, hockey stick, kite, bowling ball, helmet, fishing rod, bow, boxing glove`,
  person: `man, woman, boy, girl, child, baby, person, group of people, old man, old woman, crowd, family, couple, bride, groom`,
  job: `firefighter, police officer, chef, astronaut, doctor, nurse, teacher, farmer, soldier, construction worker, pilot, artist, scientist, judge,
    mechanic, singer, student, businessman, waiter, athlete, baseball player, tennis player, surfer, skier, skateboarder, king, queen, prince,
    princess, wizard, superhero, vampire, mermaid, fairy, angel, ninja, santa claus, clown, zombie`,
  building: `house, church, castle, tower, factory, tent, bridge, store, hospital, school, hotel, bank, skyscraper, barn, stadium, mosque, temple,
    lighthouse, windmill, station, garage, post office, statue, fountain, hut, apartment building, train station, airport`,
  nature: `mountain, sun, moon, star, cloud, rainbow, fire, snow, wave, snowflake, lightning, earth, snowman, tree, water, volcano, rock, river,
    waterfall, tornado, island, leaf, planet, comet, cave`,
  sign: `stop sign, traffic light, fire hydrant, flag, street sign, parking meter, arrow, anchor, warning sign, sign, skull, peace sign, yin yang,
    check mark, question mark, exclamation mark, dollar sign, recycling symbol, musical note`,
  character: 'ghost, alien, skull, clown, devil, monster, zombie, vampire, mermaid, fairy',
  'body part': `face, hand, eye, ear, nose, mouth, foot, leg, arm, finger, head, tooth, brain, tongue, beard, hair, heart, bone, thumb, muscle, lips,
    tail, wing`,
  container:
    'bottle, box, cup, bowl, vase, glass, jar, basket, bag, can, bucket, pot, mug, suitcase, plate, carton, tray, crate',
} as const satisfies Readonly<Record<string, string>>;

export type NounTable = keyof typeof NOUNS;

/** A noun with its article as its phrase: "dog" is "a dog". */
export const nounTerm = (noun: string): Term => ({ answer: noun, phrase: withArticle(noun) });

/** A table's nouns, the common ones first. */
export const nounsOf = (table: NounTable): readonly string[] => wordList(NOUNS[table]);

/** The nouns of one or more tables as terms, each once. */
export function nounTerms(...tables: readonly NounTable[]): readonly Term[] {
  return [...new Set(tables.flatMap(nounsOf))].map(nounTerm);
}
