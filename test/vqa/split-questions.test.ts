import { expect, it, test } from 'vitest';
import { splitQuestions } from '../../src/vqa/split-questions.ts';

test.each([
  ['What animal is this? And what color is it?', ['What animal is this?', 'And what color is it?']],
  ['what animal is this and where is it?', ['what animal is this', 'where is it?']],
  ['how many cats and how many dogs are there', ['how many cats', 'how many dogs are there']],
  ['who is this, and what is he doing', ['who is this', 'what is he doing']],
  ['what animal is this, what color is it', ['what animal is this', 'what color is it']],
  ['is the man tall and is the woman short?', ['is the man tall', 'is the woman short?']],
  ['Count the dogs. Where are they?', ['Count the dogs.', 'Where are they?']],
  ['does she look happy or what emotion is that', ['does she look happy', 'what emotion is that']],
])('%s is two questions', (text, questions) => {
  expect(splitQuestions(text)).toEqual(questions);
});

test.each([
  'is it a cat, or a dog?',
  'Is this a dog? Or a cat?',
  'what is this? please',
  'it is a dog. right?',
  'how many cats and dogs are there',
  'what is the man holding and wearing',
  'is there a cat and a dog',
  'Which one is bigger, the cat or the dog?',
  'what is the man, who is wearing a hat, doing',
  'is it red or is it blue?',
  'in this picture, is the dog big',
  'do you know what this is and who made it',
  'I saw this today.',
  'what?',
])('%s stays whole', (text) => {
  expect(splitQuestions(text)).toEqual([text]);
});

test.each([
  ['Hi! What is this?', 'What is this?'],
  ['This is my dog. What breed is it?', 'What breed is it?'],
  ['nice pic. is that your cat', 'is that your cat'],
  ['Huh? What is it?', 'What is it?'],
])('%s has one question', (text, question) => {
  expect(splitQuestions(text)).toEqual([question]);
});

it('a third question is left out', () => {
  expect(splitQuestions('What is it? Where is it? Who is it?')).toEqual(['What is it?', 'Where is it?']);
});
