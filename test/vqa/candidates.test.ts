import { describe, expect, it, test } from 'vitest';
import { proposedFor } from '../../src/vqa/candidates.ts';
import { canonicalAnswer, synonymOf } from '../../src/vqa/words/synonyms.ts';
import { isSayable, writePrompts } from '../../src/vqa/write-prompts.ts';
import { rankedQuestion } from './ranked-question.ts';

function candidatesOf(question: string) {
  const understood = rankedQuestion(question);
  return proposedFor(understood, question).map((one) => writePrompts(one, understood));
}
const promptsOf = (question: string, answer: string) =>
  candidatesOf(question).find((candidate) => canonicalAnswer(candidate.answer) === canonicalAnswer(answer))?.prompts;

/** The sentences for an answer of the prior, whether or not it is proposed. */
function promptsFor(question: string, answer: string): readonly string[] {
  return writePrompts({ answer, logPrior: -1, origin: 'prior' }, rankedQuestion(question)).prompts;
}

describe('an answer in free words becomes English', () => {
  test.each<[string, string, string]>([
    // Things: names, what is not counted, what only describes, several, places.
    ['what is the girl holding', 'wii', 'the girl is holding wii'],
    ['what is the girl holding', 'cilantro', 'the girl is holding cilantro'],
    ['what is the girl holding', 'wooden', 'the girl is holding something wooden'],
    ['what is the girl holding', 'orange', 'the girl is holding an orange'],
    ['what is the girl holding', 'fork and knife', 'the girl is holding a fork and a knife'],
    ['what is the girl holding', 'none', 'the girl is holding nothing'],
    ['what is the girl holding', 'both', 'the girl is holding both of them'],
    ['what is the girl holding', 'traffic light', 'the girl is holding a traffic light'],
    ['what is the girl holding', 'anyone', 'the girl is holding someone'],
    ['what is the girl looking at', 'left', 'the girl is looking at the left'],
    ['what is the girl looking at', 'woman on right', 'the girl is looking at the woman on the right'],
    ['what is the girl looking at', 'in air', 'the girl is looking at something in the air'],
    ['what is the girl holding', 'skiing', 'there is skiing'],
    ['what is on the roof', 'pigeons', 'pigeons are on the roof'],
    ['what is on the roof', 'cat and dog', 'a cat and a dog are on the roof'],
    ['what is on the roof', 'nike', 'nike is on the roof'],
    ['what kind of pizza is on the plate', 'thin crust', 'a thin crust pizza is on the plate'],
    ['what room is the boy in', 'dining', 'a dining room'],
    ['what is the bag made of', 'wooden', 'the bag is made of wood'],
    ['what is the bag made of', 'lace', 'the bag is made of lace'],
    // Colours.
    ['what color is the boat', 'white, red', 'the boat is white and red'],
    ['what color is the boat', 'multi', 'the boat is multicolored'],
    ['what color is the boat', 'stripes', 'there are stripes'],
    // Places.
    ['where is the lamp', 'on wall', 'the lamp is on the wall'],
    ['where is the lamp', 'left', 'the lamp is on the left'],
    ['where is the lamp', 'down road', 'the lamp is down the road'],
    ['where is the lamp', 'in front of tv', 'the lamp is in front of the tv'],
    ['where is the lamp', 'on his head', 'the lamp is on his head'],
    ['where is the boy', 'home', 'the boy is at home'],
    ['where is the boy', 'ski resort', 'the boy is at the ski resort'],
    ['where is the boy', 'usa', 'the boy is in the usa'],
    ['where is the boy', 'hawaii', 'the boy is in hawaii'],
    ['where is the boy', 'outside', 'the boy is outside'],
    ['where is the boy', 'nothing', 'the boy is nowhere'],
    ['where is the boy', 'rural', 'the boy is in a rural place'],
    // Activities.
    ['what is the boy doing', 'flying kite', 'the boy is flying a kite'],
    ['what is the boy doing', 'catch frisbee', 'the boy is catching a frisbee'],
    ['what is the boy doing', 'talking on phone', 'the boy is talking on the phone'],
    ['what is the boy doing', 'standing still', 'the boy is standing still'],
    ['what is the boy doing', 'boogie boarding', 'the boy is boogie boarding'],
    ['what is the boy doing', 'tennis', 'the boy is playing tennis'],
    ['what is the boy doing', 'trick', 'the boy is doing a trick'],
    ['what is the boy doing', 'skateboard', 'the boy is with a skateboard'],
    ['what is the boy doing', 'hungry', 'the boy is looking hungry'],
    ['what sport is the boy playing', 'hunting', 'the boy is hunting'],
    ['what game are they playing', 'party game', 'they are playing a party game'],
    // Times, ages, measures.
    ['what time is it', '3:15', '3:15'],
    ['what time is shown on the clock', '3:15', 'the time is 3:15'],
    ['what year was this taken', '1950s', 'a photo taken in the 1950s'],
    ['how old is the boy', '8', 'the boy is an 8 year old'],
    ['how tall is the tower', '20', 'the tower is 20 feet tall'],
    ['how tall is the tower', 'very tall', 'the tower is very tall'],
    ['how is the weather', 'snow', 'it is snowy'],
    ['how is the weather', 'hurricane', 'there is a hurricane'],
    ['what season is it', 'kite', 'there is a kite'],
    ['what season is it', 'noon', 'it is noon'],
    // Numbers.
    ['how many glasses are on the tray', '1', 'a glass on the tray'],
    ['how many scissors are there', '2', 'two pairs of scissors'],
    ['how many lamps are lit', '3', 'three lamps lit'],
    ['how many lemons are ripe', '3', 'three ripe lemons'],
    ['how many boys wear hats', '3', 'three boys wearing hats'],
    ['how many stories is this house', '2', 'two stories'],
  ])('%s %s', (question, answer, sentence) => {
    expect(promptsFor(question, answer)[0]).toBe(sentence);
  });

  it('is not said of the picture where no sentence has a place for it', () => {
    const sayable = (question: string, answer: string, origin: 'prior' | 'choices' = 'prior') =>
      isSayable({ answer, logPrior: -1, origin }, rankedQuestion(question));
    for (const answer of ['yes', 'no', 'not sure', 'unknown', "can't tell", '2', 'to catch frisbee'])
      expect([answer, sayable('what is the girl holding', answer)]).toEqual([answer, false]);
    for (const answer of ['nothing', 'wooden', 'on table', 'both', 'umbrella', 'noon'])
      expect([answer, sayable('what is the girl holding', answer)]).toEqual([answer, true]);
    expect(sayable('how many cats are there', '2')).toBe(true);
    expect(sayable('what is the girl holding', 'yes', 'choices')).toBe(true);
    expect(promptsFor('what is the girl holding', 'not sure')).toEqual(['a photo', 'a picture']);
  });

  it('says of an animal what an animal does', () => {
    expect(promptsFor('what is the horse doing', 'grazing')).toEqual(['the horse is grazing', 'an animal grazing']);
  });
});

describe('a question keeps its own words', () => {
  test.each<[string, readonly string[]]>([
    ['what color is the sand', ['the sand is {}', '{} sand']],
    ['what color are the sheep', ['the sheep are {}', '{} sheep']],
    ['what are the deer doing', ['the deer are {}']],
    ['what does the brown sign show', ['the brown sign shows {}']],
    ['what is the boy going to eat', ['the boy is going to eat {}']],
    ['what is the boy getting ready to do', ['the boy is {}']],
    ['what gaming system is the boy playing', ['the boy is {}']],
    ['which of these boys has a red hat', ['{} has a red hat']],
  ])('%s', (question, frames) => {
    expect(rankedQuestion(question)).toMatchObject({ frames });
  });
});

describe('the prompts of a candidate', () => {
  test.each<[string, string, readonly string[]]>([
    ['what is this', 'elephant', ['an elephant', 'a photo of an elephant', 'a picture of an elephant']],
    ['what is this', 'scissors', ['scissors', 'a photo of scissors', 'a picture of scissors']],
    ['what is the man holding', 'umbrella', ['the man is holding an umbrella', 'an umbrella']],
    ['what is the man playing', 'tennis', ['the man is playing tennis', 'playing tennis']],
    ['what colour is the car', 'orange', ['the car is orange', 'an orange car', 'orange']],
    ['what color are the bananas', 'gray', ['the bananas are gray', 'gray bananas', 'gray']],
    ['how many dogs are there', '2', ['two dogs', '2 dogs', 'a photo of two dogs']],
    ['how many dogs are there', '1', ['a dog', 'one dog', 'a photo of a dog']],
    [
      'how many people are on the beach',
      '3',
      ['three people on the beach', '3 people on the beach', 'a photo of three people on the beach'],
    ],
    ['how many sheep', '4', ['four sheep', '4 sheep', 'a photo of four sheep']],
    ['what animal is on the beach', 'dog', ['a dog is on the beach', 'a dog']],
    ['what animals are on the beach', 'dogs', ['dogs are on the beach', 'dogs']],
    ['what sport are they playing', 'soccer', ['they are playing soccer', 'a person playing soccer']],
    ['where is the cat', 'kitchen', ['the cat is in a kitchen', 'a photo taken in a kitchen']],
    ['where is this', 'beach', ['a photo taken on the beach', 'on the beach']],
    ['is it an owl or an eagle', 'owl', ['an owl', 'a photo of an owl', 'a picture of an owl']],
  ])('%s %s', (question, answer, prompts) => {
    expect(promptsOf(question, answer)).toEqual(prompts);
  });

  it('are sentences without gaps, doubled articles or doubled words, whatever is asked', () => {
    const questions = [
      'what is this',
      'what is the man holding',
      'how many red apples are there',
      'what colour is the car',
      'where is the cat',
      'what are they doing',
      'what animals are these',
      'what kind of food is on the plate',
      'who is riding the horse',
      'what is the weather like',
      'what room is this',
      'what is the floor made of',
    ];
    const odd = questions
      .flatMap(candidatesOf)
      .flatMap(({ prompts }) => prompts)
      .filter((prompt) =>
        /[{}]|\b(?:a|an|the) (?:a|an|the)\b|\b(\w+) \1\b|\ba [aeio](?!ne)|\ban [bcdfgjklmnpqrtvwz]| {2}/.test(prompt),
      );
    expect(odd).toEqual([]);
  });
});

it('offers an answer once, under one of its names', () => {
  const answers = candidatesOf('what is on the desk').map(({ answer }) => synonymOf(answer));
  expect(new Set(answers).size).toBe(answers.length);
});

it('knows what people answer, most likely first, and beyond that what its tables name', () => {
  const proposed = candidatesOf('what is the man throwing?');
  expect(proposed.slice(0, 3).map(({ answer }) => answer)).toContain('frisbee');
  expect(proposed.map(({ logPrior }) => logPrior)).toEqual(
    proposed.map(({ logPrior }) => logPrior).toSorted((a, b) => b - a),
  );
  expect(candidatesOf('what kind of cheese is this?').map(({ answer }) => answer)).toContain('gouda');
});

it('shares out a probability of at most 1', () => {
  const sum = candidatesOf('what animal is this').reduce((all, { logPrior }) => all + Math.exp(logPrior), 0);
  expect(sum).toBeGreaterThan(0.8);
  expect(sum).toBeLessThan(1.001);
});

it('says where a candidate comes from', () => {
  const [cat, dog, other] = candidatesOf('is it a cat or a dog').map(({ origin }) => origin);
  expect([cat, dog, other]).toEqual(['question', 'question', 'prior']);
  expect(new Set(candidatesOf('what animal is this').map(({ origin }) => origin))).toEqual(new Set(['prior', 'table']));
});

it('answers with grey or gray as the asker spells, and prompts with gray', () => {
  expect(candidatesOf('what colour is it').find(({ answer }) => answer === 'grey')?.prompts[0]).toBe('gray');
  expect(candidatesOf('what color is it').find(({ answer }) => answer === 'gray')?.prompts[0]).toBe('gray');
});

describe('the thing that the answer is beside', () => {
  const answersTo = (question: string) => candidatesOf(question).map(({ answer }) => canonicalAnswer(answer));

  it('is no answer to a question after things', () => {
    expect(answersTo('what animal is this?')).toContain('horse');
    expect(answersTo('what animal is to the left of the horse?')).not.toContain('horse');
    expect(answersTo('what is on top of the table?')).not.toContain('table');
  });

  it('may be one to others', () => {
    expect(answersTo('what color is the cup to the left of the orange?')).toContain('orange');
  });
});
