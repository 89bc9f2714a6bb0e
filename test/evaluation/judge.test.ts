import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { BenchmarkQuestion } from '../../src/evaluation/benchmark.ts';
import { accuraciesOf, judge } from '../../src/evaluation/judge.ts';
import { summarise } from '../../src/evaluation/summarise.ts';

const asked = (question: string, answers: readonly string[], choices?: readonly string[]): BenchmarkQuestion => ({
  place: 'questions.jsonl, line 1',
  image: 'a.png',
  picture: '/a.png',
  question,
  answers,
  choices,
});

const answered = (ranked: readonly string[], given: Partial<Answer> = {}): Answer => ({
  question: '',
  answer: ranked[0] ?? '',
  confidence: 0.8,
  sure: true,
  family: 'thing',
  candidates: ranked.map((answer, at) => ({ answer, prompt: answer, score: 1 / (at + 1) })),
  familiar: true,
  caption: '',
  model: 'glimpse-mini',
  milliseconds: 1,
  ...given,
});

const declined = answered([], {
  family: 'reads-text',
  declined: "I can't read words or numbers in pictures.",
  sure: false,
  confidence: 0,
});

describe('an answer is held against what people said', () => {
  const colours = ['black', 'white', 'brown', 'green', 'yellow', 'red', 'blue'];

  it('beside the blind answer, the best of the first five and the best of all candidates', () => {
    const people = ['black', 'yellow', 'yellow', 'white', 'white', 'white', 'blue', 'blue', 'blue', 'blue'];
    const judged = judge(asked('what color is it?', people), answered(colours, { family: 'colour' }));
    expect(judged).toMatchObject({ family: 'colour', answer: 'black', declined: false });
    expect(judged.ranked.map(({ answer }) => answer)).toEqual(colours.slice(0, 5));
    const accuracies = accuraciesOf(judged);
    expect(accuracies.accuracy).toBeCloseTo(0.3, 10);
    expect(accuracies.top5).toBeCloseTo(0.9, 10);
    expect(accuracies.oracle).toBe(1);
  });

  it('and the blind answer is the likeliest without the picture', () => {
    const judged = judge(asked('is there a dog?', ['yes', 'yes', 'yes', 'no']), answered(['no', 'yes']));
    expect(judged.blind).toBe('yes');
    expect(accuraciesOf(judged)).toMatchObject({ accuracy: 0.75, blind: 1 });
  });

  it('among the choices alone, where there are any', () => {
    const choices = ['gnu', 'emu'];
    const judged = judge(asked('what is this?', ['dog'], choices), answered(['emu', 'gnu']));
    expect(choices).toContain(judged.blind);
    expect(judged).toMatchObject({ choices, oracle: 0 });
  });

  it('as worth nothing, where Glimpse declines', () => {
    const judged = judge(asked('what does the sign say?', ['stop']), declined);
    expect(judged).toMatchObject({ family: 'reads-text', declined: true, answer: '', blind: '', accuracy: 0 });
    expect(accuraciesOf(judged)).toEqual({ accuracy: 0, blind: 0, oracle: 0, top5: 0 });
  });

  it('as worth nothing, where Glimpse declines and people answered with an article, which is no word to VQA', () => {
    expect(judge(asked('what does the sign say?', ['the']), declined).accuracy).toBe(0);
  });
});

describe('a benchmark', () => {
  const judged = [
    judge(asked('what is this?', ['dog'], ['cat', 'dog']), answered(['dog', 'cat'], { confidence: 0.9 })),
    judge(
      asked('what is this?', ['cat'], ['cat', 'dog']),
      answered(['dog', 'cat'], { sure: false, confidence: 0.6, familiar: false }),
    ),
    judge(
      asked('is it a dog?', ['yes', 'no', 'no', 'no']),
      answered(['yes', 'no'], { family: 'yes-no', confidence: 0.5 }),
    ),
    judge(asked('what does the sign say?', ['stop']), declined),
  ];
  const { calibration, ...evaluation } = summarise('glimpse-mini', judged);

  it('is averaged in percent, in all and by family, without the families that do not occur', () => {
    expect(evaluation).toMatchObject({ model: 'glimpse-mini', n: 4, accuracy: 43.75, top5: 75, oracle: 75 });
    expect(Object.keys(evaluation.families)).toEqual(['yes-no', 'thing', 'reads-text']);
    expect(evaluation.families['yes-no']).toEqual({
      n: 1,
      accuracy: 75,
      blind: 75,
      oracle: 100,
      top5: 100,
      sureRight: 75,
      sureWrong: 25,
      unsure: 0,
    });
    expect(evaluation.families.thing).toMatchObject({ n: 2, accuracy: 50, top5: 100 });
  });

  it('says how often Glimpse was sure and right, sure and wrong, unsure, and declined: all add up to 100', () => {
    expect(evaluation).toMatchObject({ sureRight: 43.75, sureWrong: 6.25, unsure: 25, declined: 25 });
    expect(evaluation.families.thing).toMatchObject({ sureRight: 50, sureWrong: 0, unsure: 50 });
    expect(evaluation.families['reads-text']).toMatchObject({ sureRight: 0, sureWrong: 0, unsure: 0 });
  });

  it('says between which bounds the accuracy may lie', () => {
    const [low, high] = evaluation.interval;
    expect(low).toBeLessThan(43.75);
    expect(high).toBeGreaterThan(43.75);
  });

  it('says how many questions are about unfamiliar pictures', () => {
    expect(evaluation.unfamiliar).toBe(25);
  });

  it('measures how far confidence can be trusted on all that is not declined', () => {
    expect(calibration.bins.map(({ n }) => n)).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 1, 0]);
    expect(calibration.bins[8]).toEqual({ from: 80, to: 90, n: 1, confidence: 90, accuracy: 100 });
    expect(calibration.ece).toBeCloseTo((10 + 60 + 25) / 3, 2);
  });
});
