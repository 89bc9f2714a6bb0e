import { understandQuestion } from '../vqa/understand-question.ts';
import { SLOPE_OF_YES } from '../vqa/yes-no.ts';
import type { ChartWords } from './chart-words.ts';
import type { ChartedRanking } from './ranking-chart.ts';

/**
 * How the shares came from the numbers beside them, in a sentence or more: a logistic function of two rows' difference for yes or
 * no, and for none of what is counted; else a softmax over the rows (`weighCandidates`). Undefined where the rows lack the numbers.
 */
export function shareFormula(
  { question, rows }: Pick<ChartedRanking, 'question' | 'rows'>,
  words: ChartWords,
): string | undefined {
  const weighed = rows.filter(({ weighing }) => weighing !== undefined);
  if (weighed.length === 0) return undefined;
  const asked = understandQuestion(question);
  const average = weighed.find(({ weighing }) => weighing?.rivalsCount);
  if (asked.family === 'yes-no' && rows.every(({ answer }) => answer === 'yes' || answer === 'no')) {
    if (weighed.length < 2) return undefined;
    const several = !average && (asked.placed?.length ?? 0) > 1;
    return [words.formulaOfYesNo(SLOPE_OF_YES), ...(several ? [words.formulaOfPlaces] : [])].join(' ');
  }
  return asked.family === 'count' && average ? words.formulaOfNone(average.answer, SLOPE_OF_YES) : words.formula;
}
