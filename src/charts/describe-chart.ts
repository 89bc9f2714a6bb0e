import { percent } from '../chart.ts';
import type { ChartWords } from './chart-words.ts';
import { type ChartedRanking, MOST_ROWS } from './ranking-chart.ts';
import { shareFormula } from './share-formula.ts';
import { signed } from './signed.ts';

/**
 * What a chart shows as a text for those who can't see it, at most `most` characters long: the question, or that it is
 * of captions, then row by row as the chart has them, as many as there is room for, then how their shares came about.
 */
export function describeChart(ranking: ChartedRanking, words: ChartWords, most: number): string {
  const { question, rows, of, warning } = ranking;
  const lines = rows.slice(0, MOST_ROWS).map(({ answer, prompt, score, weighing }, at) => {
    const numbers = weighing
      ? [
          `${words.similarity} ${signed(weighing.similarity, 3)}`,
          `${words.bias} ${signed(weighing.bias, 3)}`,
          `${words.prior} ${signed(weighing.prior, 2)}`,
        ]
      : [];
    const sentence = weighing?.rivalsCount ? words.average(weighing.rivalsCount) : prompt;
    const said = sentence === answer ? '' : ` (${sentence})`;
    return `${at + 1}. ${[`${withoutFullStop(answer)}${said}: ${percent(score)}`, ...numbers].join(', ')}.`;
  });
  const subject = question === '' ? words.captionsDescribed : words.described(question);
  const formula = shareFormula(ranking, words);
  const start = [subject, ...(warning ? [warning] : [])].join(' ');
  for (let shown = lines.length; shown > 0; shown -= 1) {
    const left = of - shown;
    const text = [start, ...lines.slice(0, shown), ...(left > 0 ? [words.more(left)] : [])].join(' ');
    if (text.length > most) continue;
    const whole = formula ? `${text}${left > 0 ? ' · ' : ' '}${formula}` : text;
    return whole.length <= most ? whole : text;
  }
  return start.slice(0, most);
}

/** A caption is a sentence, but here a colon follows it. An ellipsis stays. */
const withoutFullStop = (answer: string): string => answer.replace(/(?<!\.)\.$/, '');
