import { describe, expect, it, test } from 'vitest';
import type { CaptionParts } from '../../src/answer.ts';
import { ACTIVITY_DOERS, DOERS } from '../../src/captions/activity-doers.ts';
import { ACTIVITY_PLACES } from '../../src/captions/activity-places.ts';
import { kindOf } from '../../src/captions/compose-caption.ts';
import { CONDITION_PLACES } from '../../src/captions/conditions.ts';
import { isConsistent } from '../../src/captions/consistency.ts';
import { MOOD, MOODS_OF } from '../../src/captions/moods.ts';
import { namesIn } from '../../src/captions/name-sets.ts';
import { PLACE_CLASSES, PLACES } from '../../src/captions/place-classes.ts';
import { HUES_OF, TECHNIQUES_OF } from '../../src/captions/techniques.ts';
import { OWN_PLACES } from '../../src/captions/thing-places.ts';
import { phrasesOf, type TableName } from '../../src/phrases/phrase-table.ts';
import { NOUNS, type NounTable, nounsOf } from '../../src/vqa/words/nouns.ts';
import { wordList } from '../../src/vqa/words/word-list.ts';

const dog = [{ thing: 'dog' }];
const person = [{ thing: 'person' }];
const a = (thing: string) => [{ thing }];

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
  ['surfing in the kitchen', { things: person, activity: 'surfing', place: 'in the kitchen' }],
  ['swimming in the sky', { things: dog, activity: 'swimming', place: 'in the sky' }],
  ['swimming in the desert', { things: dog, activity: 'swimming', place: 'in the desert' }],
  ['skiing on the beach', { things: person, activity: 'skiing', place: 'on the beach' }],
  ['skiing in summer', { things: person, activity: 'skiing', time: 'in summer' }],
  ['riding a horse in the kitchen', { things: person, activity: 'riding a horse', place: 'in the kitchen' }],
  ['cooking in the sky', { things: person, activity: 'cooking', place: 'in the sky' }],
  ['driving under water', { things: person, activity: 'driving', place: 'under water' }],
  ['a wave in the bathroom', { things: [{ thing: 'wave' }], place: 'in the bathroom' }],
  ['a cheerful scene of a person crying', { mood: 'cheerful', things: person, activity: 'crying' }],
  ['a peaceful scene of a dog fighting', { mood: 'peaceful', things: dog, activity: 'fighting' }],
  ['a lonely crowd', { mood: 'lonely', things: a('crowd') }],
  ['a gloomy scene in bright colors', { mood: 'gloomy', things: dog, style: 'in bright colors' }],
  ['a festive abandoned house', { mood: 'festive', things: [{ thing: 'house', attribute: 'abandoned' }] }],
  ['a blue golden ring', { things: [{ thing: 'ring', colour: 'blue', attribute: 'golden' }] }],
  ['a black transparent bottle', { things: [{ thing: 'bottle', colour: 'black', attribute: 'transparent' }] }],
  // What is done where.
  ['a cow grazing on the ocean', { things: a('cow'), activity: 'grazing', place: 'on the ocean' }],
  ['grazing in the sky', { things: a('sheep'), activity: 'grazing', place: 'in the sky' }],
  ['riding a bike on the sea', { things: person, activity: 'riding a bike', place: 'on the sea' }],
  ['skateboarding on the ocean', { things: person, activity: 'skateboarding', place: 'on the ocean' }],
  ['driving on the sea', { things: person, activity: 'driving', place: 'on the sea' }],
  ['playing tennis in the bathroom', { things: person, activity: 'playing tennis', place: 'in the bathroom' }],
  ['taking a bath in the desert', { things: person, activity: 'taking a bath', place: 'in the desert' }],
  ['crossing the street in the desert', { things: person, activity: 'crossing the street', place: 'in the desert' }],
  ['crossing the street in the jungle', { things: person, activity: 'crossing the street', place: 'in the jungle' }],
  ['lying in bed on a road', { things: person, activity: 'lying in bed', place: 'on a road' }],
  ['lying in bed in an elevator', { things: person, activity: 'lying in bed', place: 'in an elevator' }],
  ['fishing in the desert', { things: person, activity: 'fishing', place: 'in the desert' }],
  ['rowing a boat on a highway', { things: person, activity: 'rowing a boat', place: 'on a highway' }],
  ['bowling on a glacier', { things: person, activity: 'bowling', place: 'on a glacier' }],
  ['ice skating in the bedroom', { things: person, activity: 'ice skating', place: 'in the bedroom' }],
  ['playing golf in an elevator', { things: person, activity: 'playing golf', place: 'in an elevator' }],
  ['playing piano on a cliff', { things: person, activity: 'playing piano', place: 'on a cliff' }],
  ['shopping in the jungle', { things: person, activity: 'shopping', place: 'in the jungle' }],
  ['getting a haircut under water', { things: person, activity: 'getting a haircut', place: 'under water' }],
  ['a pigeon flying under water', { things: a('pigeon'), activity: 'flying', place: 'under water' }],
  ['running in a cockpit', { things: person, activity: 'running', place: 'in a cockpit' }],
  ['flying a kite in a museum', { things: person, activity: 'flying a kite', place: 'in a museum' }],
  ['playing pool in a closet', { things: person, activity: 'playing pool', place: 'in a closet' }],
  // What is where.
  ['a church in the bathroom', { things: a('church'), place: 'in the bathroom' }],
  ['a castle in an elevator', { things: a('castle'), place: 'in an elevator' }],
  ['a snowman in a sauna', { things: a('snowman'), place: 'in a sauna' }],
  ['a factory in the bedroom', { things: a('factory'), place: 'in the bedroom' }],
  ['a bridge on a train', { things: a('bridge'), place: 'on a train' }],
  ['a bus in the bathroom', { things: a('bus'), place: 'in the bathroom' }],
  ['an airplane in a closet', { things: a('airplane'), place: 'in a closet' }],
  ['a ship on a boat', { things: a('ship'), place: 'on a boat' }],
  ['a whale in an elevator', { things: a('whale'), place: 'in an elevator' }],
  ['an elephant in a car', { things: a('elephant'), place: 'in a car' }],
  ['a mountain in the kitchen', { things: a('mountain'), place: 'in the kitchen' }],
  ['a cloud in a tunnel', { things: a('cloud'), place: 'in a tunnel' }],
  ['a rainbow under water', { things: a('rainbow'), place: 'under water' }],
  ['a second thing out of place', { things: [{ thing: 'dog' }, { thing: 'house' }], place: 'in a closet' }],
  // Who does what.
  ['a fish walking', { things: a('fish'), activity: 'walking' }],
  ['a whale climbing', { things: a('whale'), activity: 'climbing' }],
  ['a snake standing', { things: a('snake'), activity: 'standing' }],
  ['an elephant perching on a branch', { things: a('elephant'), activity: 'perching on a branch' }],
  ['a lion grazing', { things: a('lion'), activity: 'grazing' }],
  ['a butterfly swimming', { things: a('butterfly'), activity: 'swimming' }],
  ['a penguin flying', { things: a('penguin'), activity: 'flying' }],
  ['a dog cooking', { things: dog, activity: 'cooking' }],
  ['a frog and a bathtub swimming', { things: [{ thing: 'frog' }, { thing: 'bathtub' }], activity: 'swimming' }],
  // What weather, and when.
  ['the ocean in a sandstorm', { things: dog, place: 'on the ocean', weather: 'in a sandstorm' }],
  ['the jungle in a snowstorm', { things: dog, place: 'in the jungle', weather: 'in a snowstorm' }],
  ['a cave in the rain', { things: dog, place: 'in a cave', weather: 'in the rain' }],
  ['swimming in a sandstorm', { things: person, activity: 'swimming', weather: 'in a sandstorm' }],
  ['lying in bed in a snowstorm', { things: person, activity: 'lying in bed', weather: 'in a snowstorm' }],
  ['playing cards in the rain', { things: person, activity: 'playing cards', weather: 'in the rain' }],
  ['a snowman in a sandstorm', { things: a('snowman'), weather: 'in a sandstorm' }],
  ['the snow in summer', { things: dog, place: 'in the snow', time: 'in summer' }],
  ['a rainforest in winter', { things: dog, place: 'in a rainforest', time: 'in winter' }],
  ['a rainbow at night', { things: a('rainbow'), time: 'at night' }],
  ['the sun under an overcast sky', { things: a('sun'), weather: 'under an overcast sky' }],
  // How it is made.
  ['a painting in line art', { kind: 'painting', things: dog, style: 'in line art' }],
  ['a photo in anime style', { kind: 'black-and-white photo', things: dog, style: 'in anime style' }],
  ['a diagram in an impressionist style', { kind: 'diagram', things: dog, style: 'in an impressionist style' }],
  ['pixel art in watercolor', { kind: 'pixel art', things: dog, style: 'in watercolor' }],
  ['an x-ray on the beach', { kind: 'x-ray', things: dog, place: 'on the beach' }],
  ['a satellite image of a pantry', { kind: 'satellite image', things: dog, place: 'in a pantry' }],
  [
    'a colorful cup in black and white',
    { things: [{ thing: 'cup', attribute: 'colorful' }], style: 'in black and white' },
  ],
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
  ['surfing on the beach', { things: person, activity: 'surfing', place: 'on the beach' }],
  ['swimming under water', { things: dog, activity: 'swimming', place: 'under water' }],
  ['riding a horse in a stable', { things: person, activity: 'riding a horse', place: 'in a stable' }],
  ['cooking in the kitchen', { things: person, activity: 'cooking', place: 'in the kitchen' }],
  ['flying in the sky', { things: [{ thing: 'bird' }], activity: 'flying', place: 'in the sky' }],
  [
    'skiing in the mountains in winter',
    { things: person, activity: 'skiing', place: 'in the mountains', time: 'in winter' },
  ],
  ['walking at night', { things: dog, activity: 'walking', time: 'at night' }],
  // What is done where.
  ['a cow grazing by a lake', { things: a('cow'), activity: 'grazing', place: 'by a lake' }],
  ['a sheep grazing in the mountains', { things: a('sheep'), activity: 'grazing', place: 'in the mountains' }],
  ['a dog running in the waves', { things: dog, activity: 'running', place: 'in the waves' }],
  ['riding a horse on the beach', { things: person, activity: 'riding a horse', place: 'on the beach' }],
  ['riding a bike in the snow', { things: person, activity: 'riding a bike', place: 'in the snow' }],
  ['riding a motorcycle in the desert', { things: person, activity: 'riding a motorcycle', place: 'in the desert' }],
  ['skateboarding on a pier', { things: person, activity: 'skateboarding', place: 'on a pier' }],
  ['driving on the beach', { things: person, activity: 'driving', place: 'on the beach' }],
  ['playing tennis on the street', { things: person, activity: 'playing tennis', place: 'on the street' }],
  ['playing soccer in the living room', { things: person, activity: 'playing soccer', place: 'in the living room' }],
  ['playing hockey on a lake', { things: person, activity: 'playing hockey', place: 'on a lake' }],
  ['taking a bath in a river', { things: person, activity: 'taking a bath', place: 'on a river' }],
  ['lying in bed in a hospital', { things: person, activity: 'lying in bed', place: 'in a hospital' }],
  ['doing yoga on a lake', { things: person, activity: 'doing yoga', place: 'on a lake' }],
  ['reading under no roof', { things: person, activity: 'reading', place: 'in the desert' }],
  ['cooking at a market', { things: person, activity: 'cooking', place: 'at a market' }],
  ['playing piano at a train station', { things: person, activity: 'playing piano', place: 'at a train station' }],
  ['fishing on a bridge', { things: person, activity: 'fishing', place: 'on a bridge' }],
  ['fishing on the ice', { things: person, activity: 'fishing', place: 'on the ice' }],
  ['sleeping on a bus', { things: person, activity: 'sleeping', place: 'on a bus' }],
  ['walking on the moon', { things: a('astronaut'), activity: 'walking', place: 'in space' }],
  ['rowing a boat in the mountains', { things: person, activity: 'rowing a boat', place: 'in the mountains' }],
  ['crossing the street in the snow', { things: person, activity: 'crossing the street', place: 'in the snow' }],
  // What is where.
  ['a cow on the beach', { things: a('cow'), place: 'on the beach' }],
  ['a cat in the bathroom', { things: a('cat'), place: 'in the bathroom' }],
  ['a dog in a car', { things: dog, place: 'in a car' }],
  ['an elephant in a barn', { things: a('elephant'), place: 'in a barn' }],
  ['a car in a museum', { things: a('car'), place: 'in a museum' }],
  ['a car in a garage', { things: a('car'), place: 'in a garage' }],
  ['a toy helicopter', { things: a('helicopter'), place: 'in the living room' }],
  ['a boat on a road', { things: a('boat'), place: 'on a road' }],
  ['a helicopter on a ship', { things: a('helicopter'), place: 'on a ship' }],
  ['a motorcycle in the living room', { things: a('motorcycle'), place: 'in the living room' }],
  ['a castle in a theater', { things: a('castle'), place: 'in a theater' }],
  ['a house on a lake', { things: a('house'), place: 'on a lake' }],
  ['a house in the sky', { things: a('house'), place: 'in the sky' }],
  ['a store in an airport', { things: a('store'), place: 'in an airport' }],
  ['a Christmas tree', { things: a('tree'), place: 'in the living room', time: 'at christmas' }],
  ['a drawn lion on the ocean', { things: a('lion'), place: 'on the ocean' }],
  ['a drawn cow under water', { things: a('cow'), place: 'under water' }],
  ['a bicycle on a train', { things: a('bicycle'), place: 'on a train' }],
  ['a snowman in a store', { things: a('snowman'), place: 'in a store' }],
  // Who does what.
  ['a man and a dog walking', { things: [{ thing: 'man' }, { thing: 'dog' }], activity: 'walking' }],
  ['a bird perching on a branch', { things: a('bird'), activity: 'perching on a branch' }],
  ['a dolphin jumping', { things: a('dolphin'), activity: 'jumping' }],
  ['a cat climbing', { things: a('cat'), activity: 'climbing' }],
  ['a dog and a person surfing', { things: [{ thing: 'dog' }, { thing: 'person' }], activity: 'surfing' }],
  // What weather, and when.
  ['a car in the rain, from inside', { things: person, place: 'in a car', weather: 'in the rain' }],
  ['a train at sunset', { things: person, place: 'on a train', time: 'at sunset' }],
  ['the beach in winter', { things: dog, place: 'on the beach', time: 'in winter' }],
  ['the desert at night', { things: a('camel'), place: 'in the desert', time: 'at night' }],
  ['a street in a sandstorm', { things: a('car'), place: 'on the street', weather: 'in a sandstorm' }],
  ['surfing in the rain', { things: person, activity: 'surfing', weather: 'in the rain' }],
  ['a restaurant at noon', { things: person, place: 'in a restaurant', time: 'at noon' }],
  ['a rainbow by a waterfall', { things: dog, place: 'by a waterfall', weather: 'under a rainbow' }],
  ['the moon at sunset', { things: a('moon'), time: 'at sunset' }],
  ['the moon by day', { things: a('moon'), time: 'in the daytime' }],
  ['the snow at night', { things: dog, place: 'in the snow', time: 'at night' }],
  // How it is made.
  ['a lonely person crying', { mood: 'lonely', things: person, activity: 'crying' }],
  ['a cheerful sunny day', { mood: 'cheerful', things: dog, weather: 'on a sunny day' }],
  ['a yellow golden ring', { things: [{ thing: 'ring', colour: 'yellow', attribute: 'golden' }] }],
  ['a blue wooden chair', { things: [{ thing: 'chair', colour: 'blue', attribute: 'wooden' }] }],
  ['a painting in watercolor', { kind: 'painting', things: dog, style: 'in watercolor' }],
  ['a drawing in line art', { kind: 'drawing', things: dog, style: 'in line art' }],
  ['a sculpture in a cubist style', { kind: 'sculpture', things: dog, style: 'in a cubist style' }],
  ['a poster in any style', { kind: 'poster', things: dog, style: 'in an impressionist style' }],
  ['somebody painting in line art', { things: person, activity: 'painting', style: 'in line art' }],
  ['a satellite image of a harbor', { kind: 'satellite image', things: a('ship'), place: 'in a harbor' }],
])('%s goes together', (_, parts) => {
  expect(isConsistent(parts)).toBe(true);
});

describe('the tables of what goes together', () => {
  const missing = (table: TableName, known: ReadonlyMap<string, unknown>) =>
    phrasesOf(table).filter((phrase) => !known.has(phrase));

  it('put each place into one class, and know no other places', () => {
    const classed = Object.values(PLACE_CLASSES).flatMap(wordList);
    expect(classed.toSorted()).toEqual([...phrasesOf('places-indoors'), ...phrasesOf('places-outdoors')].toSorted());
    expect([...PLACES.each.keys()].toSorted()).toEqual(classed.toSorted());
  });

  test.each(['activities', 'animal-activities'] as const)('say of all %s where they are done and by whom', (table) => {
    expect(missing(table, ACTIVITY_PLACES)).toEqual([]);
    expect(missing(table, ACTIVITY_DOERS)).toEqual([]);
  });

  test.each(['times', 'weather'] as const)('say of all %s where it is seen', (table) => {
    expect(missing(table, CONDITION_PLACES)).toEqual([]);
  });

  it('say of all kinds of picture and styles how they are made', () => {
    const kinds = [...phrasesOf('kinds'), ...phrasesOf('kinds-worth-naming')].map(kindOf);
    expect([...kinds, ...phrasesOf('styles')].filter((phrase) => !TECHNIQUES_OF.has(phrase))).toEqual([]);
  });

  it('know all moods, and no other phrases than captions say', () => {
    expect([...MOOD.keys()].toSorted()).toEqual([...phrasesOf('moods')].toSorted());
    const said = (['activities', 'animal-activities', 'weather', 'styles', 'attributes'] as const).flatMap(phrasesOf);
    const known = [...said, ...Object.keys(NOUNS).flatMap((table) => nounsOf(table as NounTable))];
    expect([...MOODS_OF.keys()].filter((phrase) => !known.includes(phrase))).toEqual([]);
  });

  it('say of all colours whether a picture in black and white can show them', () => {
    expect(missing('colours', HUES_OF)).toEqual([]);
  });

  test.each([
    'animal',
    'bird',
    'sea animal',
    'insect',
    'dog',
    'cat',
    'bear',
    'person',
    'job',
  ] as const satisfies NounTable[])('say of each %s what it can do', (table) => {
    expect(nounsOf(table).filter((noun) => !DOERS.each.has(noun))).toEqual([]);
  });

  it('say of each landscape and each thing in the sky where it is', () => {
    expect(nounsOf('nature').filter((noun) => !OWN_PLACES.has(noun))).toEqual([]);
  });

  it('name no activity, time or weather that captions do not say', () => {
    const said = (['activities', 'animal-activities', 'times', 'weather'] as const).flatMap(phrasesOf);
    const known = [...ACTIVITY_PLACES.keys(), ...ACTIVITY_DOERS.keys(), ...CONDITION_PLACES.keys()];
    expect(known.filter((phrase) => !said.includes(phrase))).toEqual([]);
  });
});

describe('sets of names', () => {
  const { possible } = namesIn({ fruit: 'apple, pear', food: 'fruit, bread' });

  it('are of names and groups, less others', () => {
    const sets = possible([
      ['ripe', 'fruit'],
      ['baked', 'food', 'pear, apple'],
    ]);
    expect([sets.get('ripe'), sets.get('baked')]).toEqual([0b011n, 0b100n]);
  });

  it('refuse a word that is neither', () => {
    expect(() => possible([['raw', 'fruits']])).toThrow('"fruits" is neither a name nor a group of names');
  });

  it('refuse a phrase that is in two rows', () => {
    expect(() =>
      possible([
        ['ripe', 'apple'],
        ['ripe, raw', 'pear'],
      ]),
    ).toThrow('"ripe" is in two rows');
  });
});
