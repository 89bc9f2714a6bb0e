import { describe, expect, it } from 'vitest';
import type { Held, ScoredCandidate } from '../../src/answer.ts';
import { CHART_WORDS } from '../../src/charts/chart-words.ts';
import { describeChart } from '../../src/charts/describe-chart.ts';
import { type ChartedRanking, formulaLines, rankingChart } from '../../src/charts/ranking-chart.ts';
import { THEMES } from '../../src/charts/theme.ts';
import { EVERY_LANGUAGE } from '../discord/hostile.ts';

const HELD: Held = { similarity: 0.3, bias: 0.02 };
const row = (answer: string, rivalsCount?: number): ScoredCandidate => ({
  answer,
  prompt: `a photo of ${answer}`,
  score: 0.5,
  weighing: { ...HELD, prior: -0.2, ...(rivalsCount && { rivalsCount, rivals: [{ ...HELD, prompt: 'a fox' }] }) },
});
const charted = (question: string, ...rows: readonly ScoredCandidate[]): ChartedRanking => ({
  question,
  rows,
  of: rows.length,
});

const YES_NO = charted('is there a dog?', row('yes'), row('no', 30));
const ON_A_SIDE = charted('is the dog on the left?', row('yes'), row('no'));
const ON_TWO_SIDES = charted('is the dog to the left of the cat?', row('no'), row('yes'));
const COUNTED = charted('how many dogs are there?', row('1'), row('0', 30), row('2'));

/** The formulas that a ranking's chart shows: those without which it would be another chart. */
function shownBy(ranking: ChartedRanking): readonly string[] {
  const drawn = (words: typeof CHART_WORDS) => rankingChart(ranking, { theme: 'dark', words }).svg;
  const changed = {
    formula: 'another',
    formulaOfYesNo: () => 'another',
    formulaOfPlaces: 'another',
    formulaOfNone: () => 'another',
  };
  return Object.entries(changed).flatMap(([name, word]) =>
    drawn({ ...CHART_WORDS, [name]: word }) === drawn(CHART_WORDS) ? [] : [name],
  );
}

describe('how shares came about, at the foot of a chart', () => {
  it.each([
    ['a yes or no', YES_NO, ['formulaOfYesNo']],
    ['a yes or no about one side', ON_A_SIDE, ['formulaOfYesNo']],
    ['a yes or no about two things, each on its side', ON_TWO_SIDES, ['formulaOfYesNo', 'formulaOfPlaces']],
    ['a number that may be none', COUNTED, ['formulaOfNone']],
    ['a number where there is something', charted('how many dogs are there?', row('1'), row('2')), ['formula']],
    ['a colour', charted('what color is the car?', row('red'), row('blue')), ['formula']],
    ['a side', charted('is the cat on the left or on the right?', row('left'), row('right')), ['formula']],
    ['the words yes and no as choices', charted('is it yes or no?', row('yes'), row('no')), ['formula']],
    ['captions', charted('', row('A dog.')), ['formula']],
  ])('is that of %s', (_, ranking, names) => {
    expect(shownBy(ranking)).toEqual(names);
  });

  it('is not told of a yes or no where the numbers of one of the two are unknown', () => {
    const { weighing: _, ...no } = row('no');
    expect(shownBy(charted('is there a dog?', row('yes'), no))).toEqual([]);
  });

  it('names the factor of yes and no, and the answer that stands for none', () => {
    expect(describeChart(YES_NO, CHART_WORDS, 1024)).toContain('logistic function 1 ÷ (1 + e^−x) of x = 0.63 ×');
    expect(describeChart(COUNTED, CHART_WORDS, 1024)).toContain('The share of 0 is the logistic function of 0.63 ×');
  });

  it.each(EVERY_LANGUAGE)(
    'is told whole in the chart and its text, in the language of $commands.ask.name',
    ({ why }) => {
      for (const ranking of [YES_NO, ON_A_SIDE, ON_TWO_SIDES, COUNTED]) {
        const text = describeChart(ranking, why.chart, 1024);
        expect(text).toContain('0.63');
        expect(text).not.toContain(why.chart.formula);
      }
      const longest = [
        `${why.chart.formulaOfYesNo(0.63)} ${why.chart.formulaOfPlaces}`,
        why.chart.formulaOfNone('none', 0.63),
      ];
      // Of Japanese and Chinese nothing is drawn.
      for (const formula of longest) if (formula.includes('. ')) expect(formulaLines(formula).join(' ')).toBe(formula);
      for (const theme of THEMES)
        expect(rankingChart(ON_TWO_SIDES, { theme, words: why.chart }).height).toBeLessThan(420);
    },
  );
});
