import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer.ts';
import type { BenchmarkQuestion } from '../../src/evaluation/benchmark.ts';
import { judge } from '../../src/evaluation/judge.ts';
import { summarise } from '../../src/evaluation/summarise.ts';

const asked = (question: string, answers: readonly string[], choices?: readonly string[]): BenchmarkQuestion => ({
  place: 'questions.jsonl, line 1',
  image: 'a.png',
  picture: '/a.png',
  question,
  answers,
  choices,
});

const answered = (ranked: readonly string[], sure = true, confidence = 0.8, familiar = true): Answer => ({
  question: '',
  answer: ranked[0] ?? '',
  confidence,
  sure,
  family: 'thing',
  candidates: ranked.map((answer, at) => ({ answer, prompt: answer, score: 1 / (at + 1) })),
  familiar,
  caption: '',
  model: 'glimpse-mini',
  milliseconds: 1,
});

describe('an answer is held against what people said', () => {
  const colours = ['black', 'white', 'brown', 'green', 'yellow', 'red', 'blue'];

  it('beside the blind answer, the best of the first five and the best of all candidates', () => {
    const people = ['black', 'yellow', 'yellow', 'white', 'white', 'white', 'blue', 'blue', 'blue', 'blue'];
    const { given, accuracies } = judge(asked('what color is it?', people), answered(colours));
    expect(accuracies.accuracy).toBeCloseTo(0.3, 10);
    expect(accuracies.blind).toBeCloseTo(0.9, 10);
    expect(accuracies.top5).toBeCloseTo(0.9, 10);
    expect(accuracies.oracle).toBe(1);
    expect(given).toMatchObject({ family: 'colour', answer: 'black', blind: 'white', declined: false });
    expect(given.ranked.map(({ answer }) => answer)).toEqual(colours.slice(0, 5));
  });

  it('among the choices alone, where there are any', () => {
    const { given, accuracies } = judge(asked('what is this?', ['dog'], ['gnu', 'emu']), answered(['emu', 'gnu']));
    expect(given.blind).toBe('gnu');
    expect(accuracies.oracle).toBe(0);
  });

  it('as worth nothing, where it is to a question that ranking cannot answer', () => {
    const { given, accuracies } = judge(asked('what does the sign say?', ['stop']), answered(['stop'], false));
    expect(given).toMatchObject({ declined: true, accuracy: 0 });
    expect(accuracies).toMatchObject({ accuracy: 0, top5: 1 });
  });
});

describe('a benchmark', () => {
  const judged = [
    judge(asked('what is this?', ['dog'], ['cat', 'dog']), answered(['dog', 'cat'], true, 0.9)),
    judge(asked('what is this?', ['cat'], ['cat', 'dog']), answered(['dog', 'cat'], false, 0.6)),
    judge(asked('is it a dog?', ['yes']), answered(['yes', 'no'], false, 0.5)),
    judge(asked('what does the sign say?', ['stop']), answered(['stop'], false, 0.4, false)),
  ];
  const { calibration, ...evaluation } = summarise('glimpse-mini', judged);

  it('is averaged in percent, in all and by family, without the families that do not occur', () => {
    expect(evaluation).toMatchObject({ model: 'glimpse-mini', n: 4, accuracy: 50, blind: 50, top5: 100 });
    expect(Object.keys(evaluation.families)).toEqual(['yes-no', 'thing']);
    expect(evaluation.families['yes-no']).toEqual({ n: 1, accuracy: 100, blind: 100, oracle: 100, top5: 100 });
    expect(evaluation.families.thing).toMatchObject({ n: 3, accuracy: 33.33, blind: 33.33, top5: 100 });
  });

  it('counts best guesses as answers, and says how many there were; apart from those that are declined', () => {
    expect(evaluation).toMatchObject({ unsure: 50, declined: 25 });
  });

  it('says how many questions are about unfamiliar pictures', () => {
    expect(evaluation.unfamiliar).toBe(25);
  });

  it('measures how far confidence can be trusted on all that is not declined', () => {
    expect(calibration.bins.map(({ n }) => n)).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 1, 0]);
    expect(calibration.bins[8]).toEqual({ from: 80, to: 90, n: 1, confidence: 90, accuracy: 100 });
    expect(calibration.ece).toBeCloseTo((10 + 60 + 50) / 3, 2);
  });
});
