import { describe, expect, it, test } from 'vitest';
import { MOST_CANDIDATES } from '../../src/vqa/candidates.ts';
import { proposeAnswers } from '../../src/vqa/propose-answers.ts';

const answersTo = (question: string, choices?: readonly string[]) =>
  proposeAnswers(question, { choices }).candidates.map(({ answer }) => answer);

test.each<[string, string, string]>([
  ['is there a dog?', 'yes-no', 'yes'],
  ['how many people are there?', 'count', '2'],
  ['what color is the grass?', 'colour', 'green'],
  ['what is the dog catching?', 'thing', 'frisbee'],
  ['is it sunny or raining?', 'choice', 'sunny'],
])('the blind answer to "%s", of the family %s, is %s', (question, family, answer) => {
  const proposal = proposeAnswers(question);
  expect(proposal.family).toBe(family);
  expect(proposal.candidates[0]?.answer).toBe(answer);
});

describe('the answers to a question', () => {
  it('are at most 64, each once', () => {
    const answers = answersTo('what is this?');
    expect(answers).toHaveLength(MOST_CANDIDATES);
    expect(new Set(answers).size).toBe(answers.length);
  });

  it('hold yes and no where it is one for yes or no, and 0 to 6 where it asks for a number', () => {
    expect(answersTo('is there a dog?')).toEqual(expect.arrayContaining(['yes', 'no']));
    expect(answersTo('how many dogs are there?')).toEqual(expect.arrayContaining(['0', '1', '2', '3', '4', '5', '6']));
  });

  it('are exactly the choices, where there are any', () => {
    expect(answersTo('what is this?', ['gnu', 'emu'])).toEqual(['gnu', 'emu']);
    expect(answersTo('how many dogs?', ['0', '9', '2'])).toEqual(['0', '9', '2']);
  });

  it('come with whether Glimpse would decline, and are none where it is not about the picture', () => {
    expect(proposeAnswers('what does the sign say?')).toMatchObject({ family: 'reads-text', declined: true });
    expect(answersTo('what does the stop sign say?')[0]).toBe('stop');
    expect(proposeAnswers('tell me a joke')).toMatchObject({ candidates: [], declined: true });
    expect(proposeAnswers('what is this?').declined).toBe(false);
  });
});

it('refuses what a question with a picture would be refused for', () => {
  expect(() => proposeAnswers('?')).toThrow(expect.objectContaining({ code: 'question-empty' }));
  expect(() => proposeAnswers('is it a dog?', { choices: ['a', 'b'] })).toThrow(
    expect.objectContaining({ code: 'choices-invalid' }),
  );
});
