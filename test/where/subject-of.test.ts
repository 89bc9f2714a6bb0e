import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../src/where/subject-of.ts';

describe('what an answer is about', () => {
  it.each([
    ['is there a dog?', 'yes', 'dog'],
    ['is the dog running?', 'no', 'dog'],
    ['is the man wearing a hat?', 'yes', 'man'],
    ['how many red apples are there?', '3', 'red apple'],
    ['what color is the car?', 'red', 'car'],
    ['where is the cat?', 'on the beach', 'cat'],
    ['is the dog on the left or right?', 'left', 'dog'],
    ['what animal is this?', 'elephant', 'elephant'],
    ['what is this?', 'guitar', 'guitar'],
    ['is this a cat or a dog?', 'a dog', 'dog'],
  ])('of %j, %j is %j', (question, answer, thing) => {
    expect(subjectOf(question, answer)).toBe(thing);
  });

  it.each([
    ['is it raining?', 'yes'],
    ['where was this taken?', 'beach'],
    ['what is the weather like?', 'sunny'],
    ['why is he sad?', ''],
  ])('of %j is nothing that could be looked for', (question, answer) => {
    expect(subjectOf(question, answer)).toBeUndefined();
  });
});
