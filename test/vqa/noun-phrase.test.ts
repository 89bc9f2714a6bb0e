import { describe, expect, it, test } from 'vitest';
import { declarative } from '../../src/vqa/declarative.ts';
import { isGerund, parseNounPhrase, splitSubject } from '../../src/vqa/noun-phrase.ts';

describe('a noun phrase', () => {
  test.each([
    ['a dog', { number: undefined, colour: undefined, noun: 'dog', tail: '' }],
    ['two red dogs on the beach', { number: 2, colour: 'red', noun: 'dogs', tail: 'on the beach' }],
    ['3 apples', { number: 3, noun: 'apples' }],
    ['more than one bear', { number: 'many', noun: 'bear' }],
    ['a lot of people', { number: 'many', noun: 'people' }],
    ['several big dogs', { number: 'many', noun: 'big dogs' }],
    ['a dark blue car', { colour: 'dark blue', noun: 'car' }],
    ['an orange', { colour: undefined, noun: 'orange' }],
    ['a man wearing a hat', { noun: 'man', tail: 'wearing a hat' }],
    ['a person that is sitting', { noun: 'person', tail: 'that is sitting' }],
    ['any other animals', { noun: 'animals' }],
    ['a parking lot', { noun: 'parking lot', tail: '' }],
    ['a building', { noun: 'building', tail: '' }],
  ])('%s is taken apart', (phrase, parts) => {
    expect(parseNounPhrase(phrase)).toMatchObject(parts);
  });
});

describe('after "is", the subject ends', () => {
  test.each([
    ['the dog on the beach', 'the dog', 'on the beach'],
    ['the man wearing a hat', 'the man', 'wearing a hat'],
    ['the man on the left wearing a hat', 'the man on the left', 'wearing a hat'],
    ['the big red car parked', 'the big red car', 'parked'],
    ['the car red', 'the car', 'red'],
    ['the window open', 'the window', 'open'],
    ['it raining', 'it', 'raining'],
    ['this a dog', 'this', 'a dog'],
    ['this food', 'this', 'food'],
    ['this man wearing glasses', 'this man', 'wearing glasses'],
    ['this dog brown', 'this dog', 'brown'],
    ['this apple pie', 'this', 'apple pie'],
    ['these apples', 'these', 'apples'],
    ['she happy', 'she', 'happy'],
    ['the animal a dog', 'the animal', 'a dog'],
    ['everyone sitting down', 'everyone', 'sitting down'],
    ['the cat siamese', 'the cat', 'siamese'],
    ['dogs on the couch', 'dogs', 'on the couch'],
    ['the red car in a parking lot', 'the red car', 'in a parking lot'],
    ['the cat in the box sleeping', 'the cat in the box', 'sleeping'],
  ])('in "%s" after "%s"', (rest, subject, predicate) => {
    expect(splitSubject(rest)).toEqual({ subject, predicate });
  });
});

describe('the statement behind a question has a gap where the answer goes', () => {
  test.each([
    ['is the man holding in his hand', ['the man is holding {} in his hand']],
    ['are the dogs standing on', ['the dogs are standing on {}']],
    ['is the giraffe standing next to', ['the giraffe is standing next to {}']],
    ['is on the beach', ['{} is on the beach']],
    ['is flying in the sky', ['{} is flying in the sky']],
    ['does the girl hold in her hand', ['the girl holds {} in her hand']],
    ['do they eat', ['they eat {}']],
    ['is taller', ['{} is taller']],
    ['is this', []],
    ['are those', []],
    ['is there', []],
    ['', []],
  ])('%j', (clause, frames) => {
    expect(declarative(clause)).toEqual(frames);
  });
});

it('tells verbs in -ing from nouns', () => {
  expect(['running', 'wearing', 'sitting'].every(isGerund)).toBe(true);
  expect(['building', 'ring', 'king', 'something', 'painting', 'dog'].some(isGerund)).toBe(false);
});
