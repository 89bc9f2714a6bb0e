import { expect, it, test } from 'vitest';
import { proposeAnswers } from '../../src/vqa/propose-answers.ts';

test.each<[string, string, string]>([
  ['is there a dog?', 'yes-no', 'yes'],
  ['is he without a hat?', 'yes-no', 'no'],
  ['how many dogs are there?', 'count', '2'],
  ['what color is the car?', 'colour', 'white'],
  ['is it a cat or a dog?', 'choice', 'cat'],
  ['where is this?', 'place', 'beach'],
])('the blind answer to "%s", of the family %s, is %s', (question, family, answer) => {
  const proposal = proposeAnswers(question);
  expect(proposal.family).toBe(family);
  expect(proposal.answers[0]).toBe(answer);
});

it('names every answer once, zero among the numbers', () => {
  expect(proposeAnswers('how many dogs are there?').answers).toEqual(['2', '1', '3', '4', '5', '6', '0']);
  const { answers } = proposeAnswers('what is this?');
  expect(answers.length).toBeGreaterThan(100);
  expect(new Set(answers).size).toBe(answers.length);
});

it('proposes exactly the choices, where there are any, and zero last', () => {
  expect(proposeAnswers('what is this?', { choices: ['gnu', 'emu'] }).answers).toEqual(['gnu', 'emu']);
  expect(proposeAnswers('how many dogs?', { choices: ['0', '9', '2'] }).answers).toEqual(['2', '9', '0']);
});

it('says what ranking cannot answer', () => {
  expect(proposeAnswers('what does the sign say?').beyond).toBe('reading');
  expect(proposeAnswers('what is this?').beyond).toBeUndefined();
});

it('refuses what a question with a picture would be refused for', () => {
  expect(() => proposeAnswers('?')).toThrow(expect.objectContaining({ code: 'question-empty' }));
  expect(() => proposeAnswers('is it a dog?', { choices: ['a', 'b'] })).toThrow(
    expect.objectContaining({ code: 'choices-invalid' }),
  );
});
