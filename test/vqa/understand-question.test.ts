import { describe, expect, it, test } from 'vitest';
import type { Family } from '../../src/answer.ts';
import type { Question } from '../../src/vqa/question.ts';
import { understandQuestion } from '../../src/vqa/understand-question.ts';

/** As people type them: with and without a question mark, in capitals, with greetings, in both spellings. */
const FAMILY_OF: Readonly<Record<Family, readonly string[]>> = {
  thing: [
    'What is this?',
    'whats this',
    'WHATS THIS',
    "what's that thing?",
    'what is it',
    'what do you see',
    'What is in the picture?',
    "what's in this photo",
    'describe this picture',
    'hey, what is this??',
    'ok so what is this supposed to be called',
    'What is the man holding?',
    'what is the girl eating',
    'What is on the table?',
    'What is in the sky?',
    'who is riding the elephant?',
    'What are the people wearing on their heads?',
    'what is red',
    '?? this one',
    'lorem ipsum',
  ],
  'yes-no': [
    'Is there a dog in the picture?',
    'is there a dog',
    'are there any people?',
    'Are there two dogs',
    'is this a cat?',
    'is it a cat',
    "isn't it a dog?",
    'isnt this a dog',
    'Is the car red?',
    'IS IT RAINING',
    'is it sunny outside?',
    'Is the dog on the beach?',
    'is the man wearing a hat',
    'Does he have a beard?',
    'does the man wear glasses',
    'do you see a cat?',
    'can you see any birds',
    'Can you tell me if there is a dog in this picture?',
    'tell me whether this is a cat',
    'i wonder if the car is red',
    'this is a dog, right?',
    "it's a cat, isn't it?",
    'Was this photo taken at night?',
    'does this picture show a beach',
    'any dogs?',
    'dog?',
    'a red car?',
    'Has the pizza been cut?',
    'Could this be a wolf?',
    'is there more than one bear?',
    'Are the people happy?',
    'is it true that there is a cat in the picture',
    'is this food',
    'Is it a dog or not?',
  ],
  count: [
    'How many dogs are there?',
    'how many apples are there',
    'HOW MANY PEOPLE',
    'how many people are in this photo?',
    'how many cats can you see',
    'How many birds do you see in the sky?',
    'can you count the dogs',
    'count the apples',
    'number of dogs?',
    'what is the number of cars in the picture',
    'do you know how many dogs there are?',
    'howmany cats',
  ],
  colour: [
    'What color is the car?',
    'what colour is the car',
    'which colour are the flowers?',
    "what color is the man's shirt",
    'What is the color of the umbrella?',
    'whats the colour of the cat',
    'the car is what colour?',
    'What color shirt is the man wearing?',
    'can you tell me what colour the car is',
    'colour of the bus?',
    "what is the car's color",
    'What color is this?',
  ],
  choice: [
    'is it a cat or a dog?',
    'Is this a dog or cat',
    'cat or dog?',
    'red, green or blue?',
    'Is the window open or closed?',
    'is the batter left or right handed',
    'Is it day or night?',
    'male or female?',
    'which is taller, the giraffe or the fence?',
    'what is this, a cat or a dog?',
    'what colour is the car, red or blue?',
    'Is the man riding a horse or a bike?',
    'is this a cat/dog?',
    'indoors or outdoors?',
  ],
  kind: [
    'What animal is this?',
    'what kind of animal is this',
    'can you tell me what animal this is',
    'What kind of musical instrument is this?',
    'what vehicle is that',
    'What animal is on the beach?',
    'what breed of dog is this',
    'This is my dog. What breed is it?',
    'what type of flowers are these',
    'what kind of bird is it?',
    'what is that bird',
    'what is the animal next to the fence?',
    'name the animal',
  ],
  person: ['what gender is the baby', 'How old is the child?', 'how old does he look', 'what hairstyle does she have'],
  material: ['what material is the floor', 'What is the bench made of?', 'what is it made of'],
  weather: ['What is the weather like?', 'how is the weather', 'describe the weather'],
  'time-of-day': [
    'which season is it',
    'what season was this taken in',
    'season?',
    'what time of day is it',
    'at what time of day was this taken',
    'what time is it',
  ],
  sport: ['What sport is being played?', 'what sport are they playing', 'what game is this'],
  food: [
    'what type of fruit is this?',
    'which fruit is the girl holding',
    'what food is on the plate',
    'what kind of soup is this',
    'what is the salad made of',
    "what's for dinner?",
  ],
  room: ['what room is this', 'which room of the house is it', 'in what room was this taken'],
  brand: ['What brand is the laptop?', 'who makes this car', 'what airline is that', 'which company made this'],
  shape: ['what shape is it?', 'what is the shape of the clock'],
  texture: ['what pattern is on her dress', 'what is the texture of the blanket'],
  emotion: ['what is the mood of the man', 'how is she feeling', 'what does the girl feel'],
  position: [
    'is the dog on the left or the right?',
    'is the dog on the left or on the right?',
    'is the dog on the left or right side',
    'which side is the cat on?',
    'on what side is the tree',
    'is the ball at the top or at the bottom?',
    'is the hydrant on the left or on the right of the car?',
    'where is the dog, left or right?',
  ],
  'reads-text': [
    'What does the sign say?',
    'what is written on the wall',
    'what number is on the shirt',
    'what is the name of the restaurant',
    'read this',
    'can you read this?',
    'what time does the clock show',
  ],
  why: [
    'Why is he laughing?',
    'what is the reason',
    'how come it is wet',
    'what is the fence for',
    'what does the sign mean',
  ],
  'who-is-this': [
    'who is this',
    'who is the man in the red shirt?',
    "what's his name",
    'which celebrity is this',
    'what actor is that',
    'can you identify this person',
    'what is her nationality',
  ],
  'not-about-the-picture': [
    "what's the weather tomorrow",
    "what's 2+2",
    'who won the world cup',
    'tell me a joke',
    'how are you',
    'What is the capital of France?',
    'write me a poem',
    'thanks!',
    'good morning everyone',
  ],
  'other-language': ['¿Qué es esto?', 'was ist das', 'これは何ですか'],
  activity: [
    'What is the man doing?',
    "what's he doing",
    'what are they doing?',
    'What is happening here?',
    'whats going on in this picture',
    'what activity is this',
    'tell me what the man is doing',
    'what is the dog up to',
  ],
  place: [
    'Where is this?',
    'where was this taken',
    'Where was this picture taken?',
    'wheres this',
    'where are they',
    'Where is the cat?',
    'where is the man standing',
    'what place is this?',
    'tell me where this is',
    'What is the setting of this picture?',
  ],
};

describe.each(Object.entries(FAMILY_OF))('a question of the family %s', (family, questions) => {
  test.each(questions)('%s', (question) => {
    expect(understandQuestion(question).family).toBe(family);
  });
});

/** What else was found in the question, in brief. */
function gist(question: Question): unknown {
  if ('category' in question) return [question.category.id, ...question.frames];
  switch (question.family) {
    case 'yes-no':
      return question.contrasts.map(({ frames, asked }) => (frames.at(-1) ?? '').replace('{}', asked.phrase));
    case 'count':
      return `${question.subject} ${question.tail}`.trim();
    case 'choice':
      return question.options.map(({ phrase }) => (question.frames.at(-1) ?? '{}').replace('{}', phrase));
    default:
      return 'frames' in question ? question.frames : undefined;
  }
}

describe('what a question is about', () => {
  test.each<[string, unknown]>([
    ['What is the man holding?', ['the man is holding {}']],
    ['what is the woman holding in her hand', ['the woman is holding {} in her hand']],
    ['What is the cat sitting on?', ['the cat is sitting on {}']],
    ['What is the bench made of?', ['material', 'the bench is made of {}']],
    ['what material is the floor?', ['material', 'the floor is made of {}']],
    ['what brand is the laptop', ['brand', 'a {} laptop']],
    ['what brand is the car', ['car brand']],
    ['what kind of soup is that', ['food']],
    ['what kind of cheese is on the plate', ['food', '{} is on the plate']],
    ['how does the girl feel', ['emotion', 'the girl is {}']],
    ['what breed is it', ['dog']],
    ['what does the girl hold', ['the girl holds {}']],
    ['What is on the table?', ['{} is on the table']],
    ['What is the man playing?', ['the man is {}']],
    ['Who is riding the elephant?', ['{} is riding the elephant']],
    ['what is this', []],
    ['what is the man doing in the water?', ['the man is {}']],
    ['what are they doing', ['they are {}']],
    ['where is the cat', ['the cat is {}']],
    ['Where are the dogs sitting?', ['the dogs are sitting {}']],
    ['where was this taken?', []],
    ['what color is the car', ['the car is {}', 'a {} car']],
    ['what colour are the bananas', ['the bananas are {}', '{} bananas']],
    ["What color is the man's shirt?", ["the man's shirt is {}"]],
    ['What color shirt is the man wearing?', ['a {} shirt', 'the shirt is {}']],
    ['how many apples are there', 'apples'],
    ['How many red apples are on the table?', 'red apples on the table'],
    ['how many people are wearing hats', 'people wearing hats'],
    ['can you count the dogs in this picture?', 'dogs'],
    ['how many sheep', 'sheep'],
    ['what animal is on the beach', ['animal', '{} is on the beach']],
    ['what fruit is the girl holding?', ['fruit', 'the girl is holding {}']],
    ['What sport are they playing?', ['sport', 'they are {}']],
    ['what kind of instrument is this', ['instrument']],
    ['what breed is this dog', ['dog']],
    ['what is the weather like', ['weather']],
    ['is it a cat or a dog?', ['a picture of a cat', 'a picture of a dog']],
    ['Is this a dog or cat', ['a picture of a dog', 'a picture of a cat']],
    ['is the window open or closed', ['the window is open', 'the window is closed']],
    ['Is the batter left or right handed?', ['the batter is left handed', 'the batter is right handed']],
    ['is this a domestic or wild animal', ['it is a domestic animal', 'it is a wild animal']],
    ['is the man riding a horse or a bike', ['the man is riding a horse', 'the man is riding a bike']],
    [
      'is the horse running on wet or dry sand',
      ['the horse is running on wet sand', 'the horse is running on dry sand'],
    ],
    [
      'are the players in the infield or outfield',
      ['the players are in the infield', 'the players are in the outfield'],
    ],
    [
      'is the skateboard in the air or on the ground',
      ['the skateboard is in the air', 'the skateboard is on the ground'],
    ],
    ['which is taller, the giraffe or the fence?', ['the giraffe is taller', 'the fence is taller']],
    ['are there one or two birds', ['a photo of one bird', 'a photo of two birds']],
    ['does he have a cat or a dog', ['he has a cat', 'he has a dog']],
    ['red, green or blue?', ['something red', 'something green', 'something blue']],
    ['is there a dog', ['a picture of a dog']],
    ['are there any dogs in the picture?', ['a picture of a dog']],
    ['is there a red car', ['a picture of a car', 'a photo of a red car']],
    ['are there two dogs?', ['a picture of a dog', 'a photo of two dogs']],
    ['is there a dog on the beach', ['a picture of a dog', 'a dog is on the beach']],
    ['is the dog on the beach', ['the dog is on the beach']],
    ['is the car red', ['the car is red']],
    ['is the man wearing a hat', ['the man is wearing a hat']],
    ['does he have a beard', ['he has a beard']],
    ['does the man wear a tie', ['the man is wearing a tie']],
    ['is she surfing', ['a person surfing']],
    ['is the animal a zebra', ['the animal is a zebra']],
    ['are they zebras', ['a picture of a zebra']],
    ['are the people happy', ['the people are happy']],
    ['does the dog look happy', ['the dog is happy']],
    ['is it a sunny day', ['the weather is sunny']],
    ['was the photo taken at night', ['it is nighttime']],
    ['is this an outdoor scene', ['a outdoor photo']],
    ['is the bowl made of wood', ['the bowl is made of wood']],
    ['is anyone carrying a purse', ['a person is carrying a purse']],
    ['is the red car in a parking lot', ['the red car is in a parking lot']],
    ['are there people?', ['a picture of a person']],
  ])('%s', (question, expected) => {
    expect(gist(understandQuestion(question))).toEqual(expected);
  });
});

describe('a yes-no question', () => {
  const contrastsOf = (question: string) => {
    const understood = understandQuestion(question);
    if (understood.family !== 'yes-no') throw new Error(`${question} was read as ${understood.family}`);
    return understood;
  };

  it('is ranked against things of the same kind', () => {
    const [contrast] = contrastsOf('is there a dog?').contrasts;
    expect(contrast?.rivals.map(({ answer }) => answer)).toEqual(expect.arrayContaining(['cat', 'horse', 'sheep']));
  });

  it('is never ranked against a negation, nor against itself', () => {
    for (const question of FAMILY_OF['yes-no']) {
      for (const { asked, rivals } of contrastsOf(question).contrasts) {
        const phrases = rivals.map(({ phrase }) => phrase);
        expect(phrases.length, question).toBeGreaterThan(0);
        expect(phrases, question).not.toContain(asked.phrase);
        expect(phrases.join(' | '), question).not.toMatch(/\b(?:no|not|without|nothing)\b/);
      }
    }
  });

  it('about people is not ranked against other people', () => {
    const rivals = contrastsOf('is there a person?').contrasts.flatMap((contrast) => contrast.rivals);
    expect(rivals.map(({ answer }) => answer)).not.toEqual(expect.arrayContaining(['man']));
    expect(rivals.length).toBeGreaterThan(5);
  });

  test.each([
    ["isn't it a dog?", false],
    ['is it not a dog', false],
    ['is the man without a hat?', true],
    ['is the car missing a wheel?', true],
    ['is there no cat?', true],
    ['are there no people?', true],
    ['does the dog have no collar?', true],
    ['this is not a dog', true],
    ['there are no cars', true],
    ['is there no one there?', true],
    ['is nobody there?', true],
    ['are none of them wearing hats?', true],
    ['are no dogs there', true],
    ["isn't it raining?", false],
    ['does it not have wheels?', false],
    ['is the man not wearing a hat?', false],
    ['are there any dogs or not', false],
  ])('%s: asks for the opposite? %s', (question, inverted) => {
    expect(contrastsOf(question).inverted).toBe(inverted);
  });

  it('keeps a direction that stands last', () => {
    expect(understandQuestion('is the dog facing left or right?')).toMatchObject({
      family: 'choice',
      options: [{ answer: 'left' }, { answer: 'right' }],
    });
  });

  it('admits that it knows nothing to compare an unknown predicate with', () => {
    expect(contrastsOf('is the food tasty?').contrasts.some(({ weak }) => weak)).toBe(true);
    expect(contrastsOf('is the car red?').contrasts.some(({ weak }) => weak)).toBe(false);
  });
});

describe('what only measuring could answer', () => {
  test.each(['How tall is the tree?', 'how old is the house', 'What year is this?', 'what is the temperature'])(
    '%s',
    (question) => {
      expect(understandQuestion(question)).toMatchObject({ family: 'thing', beyond: 'measure' });
    },
  );

  it('does not keep other questions from being answered', () => {
    expect(understandQuestion('what is this?')).not.toHaveProperty('beyond', expect.any(String));
  });
});

describe('where something is', () => {
  test.each([
    ['is the dog on the left or the right?', 'a dog', ['left', 'right']],
    ['is the red car at the top or the bottom', 'a red car', ['top', 'bottom']],
    ['which side is the tree on?', 'a tree', ['left', 'right']],
    ['is she on the left, on the right or in the center?', 'a woman', ['left', 'right', 'middle']],
  ])('%s: %s, %j', (question, phrase, regions) => {
    const understood = understandQuestion(question);
    if (understood.family !== 'position') throw new Error(`${question} was read as ${understood.family}`);
    expect(understood.phrase).toBe(phrase);
    expect(understood.sides.map(({ region }) => region)).toEqual(regions);
  });

  it('is answered in the words that were asked', () => {
    expect(understandQuestion('is it the dog on the right or in the center')).not.toMatchObject({ family: 'position' });
    expect(understandQuestion('is the dog on the right or in the center')).toMatchObject({
      sides: [
        { answer: 'right', region: 'right' },
        { answer: 'center', region: 'middle' },
      ],
    });
  });

  it('is a place where no sides are named', () => {
    expect(understandQuestion('where is the dog?').family).toBe('place');
  });

  it('is a choice where something else is left or right', () => {
    for (const question of ['is the dog facing left or right', 'is the batter left or right handed'])
      expect(understandQuestion(question).family, question).toBe('choice');
  });

  test.each([
    ['is the dog on the left?', [['a dog', 'left']]],
    ['is there a dog on the left?', [['a dog', 'left']]],
    ['can you see a cat at the bottom', [['a cat', 'bottom']]],
    ['is his hat in the middle', [['a hat', 'middle']]],
    [
      'is the dog to the left of the cat?',
      [
        ['a dog', 'left'],
        ['a cat', 'right'],
      ],
    ],
    [
      'is the red car right of the truck?',
      [
        ['a red car', 'right'],
        ['a truck', 'left'],
      ],
    ],
    [
      'is the cat above the dog?',
      [
        ['a cat', 'top'],
        ['a dog', 'bottom'],
      ],
    ],
    [
      'is the dog on the left and the cat on the right?',
      [
        ['a dog', 'left'],
        ['a cat', 'right'],
      ],
    ],
    [
      'is the cat under the table?',
      [
        ['a cat', 'bottom'],
        ['a table', 'top'],
      ],
    ],
  ])('%s: %j', (question, placed) => {
    const understood = understandQuestion(question);
    expect(understood.family).toBe('yes-no');
    expect('placed' in understood && understood.placed?.map(({ phrase, region }) => [phrase, region])).toEqual(placed);
  });

  it('is asked beside whether the thing is there at all', () => {
    expect(gist(understandQuestion('is there a dog on the left?'))).toEqual(['a picture of a dog']);
  });

  test.each([
    'is the man on the left happy?',
    'is the woman married to the man on the right',
    'is the bird over the water',
    'is it on the left',
  ])('%s places nothing', (question) => {
    expect(understandQuestion(question)).not.toHaveProperty('placed');
  });
});

describe('a part of the picture that a question names', () => {
  test.each<[string, unknown, string]>([
    ['what is on the left?', [], 'left'],
    ['what color is the car on the right?', ['the car is {}', 'a {} car'], 'right'],
    ['how many dogs are at the bottom', 'dogs', 'bottom'],
    ['what animal is in the middle', ['animal'], 'middle'],
    ['is the man on the left wearing a hat', ['the man is wearing a hat'], 'left'],
    ['what is the man on the right doing', ['the man is {}'], 'right'],
    ['what is in the sky?', ['{} is in the sky'], 'top'],
    ['how many birds are in the sky', 'birds in the sky', 'top'],
  ])('%s: %j', (question, words, region) => {
    const understood = understandQuestion(question);
    expect(gist(understood)).toEqual(words);
    expect(understood).toMatchObject({ part: { region } });
  });

  it('leaves a choice its options', () => {
    expect(understandQuestion('which is on the left, the dog or the cat?')).toMatchObject({
      family: 'choice',
      options: [{ answer: 'dog' }, { answer: 'cat' }],
      part: { region: 'left' },
    });
  });

  it('is none where the place is what is asked', () => {
    expect(understandQuestion('is the bird in the sky?')).not.toHaveProperty('part');
  });
});

it('keeps to the asker\u2019s spelling of colour', () => {
  expect(understandQuestion('What COLOUR is it?')).toMatchObject({ spelling: 'british' });
  expect(understandQuestion('What Color is it?')).toMatchObject({ spelling: 'american' });
});

it('reads 300 characters of anything without failing', () => {
  const texts = [
    'what '.repeat(60),
    'or '.repeat(100),
    'is '.repeat(100),
    ', '.repeat(150),
    'the '.repeat(75),
    'a'.repeat(300),
    '🐶'.repeat(100),
    '<@1>',
  ];
  for (const text of texts) expect(() => understandQuestion(text)).not.toThrow();
});
