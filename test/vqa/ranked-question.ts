import type { RankedQuestion } from '../../src/vqa/question.ts';
import { isDeclined } from '../../src/vqa/question-alone.ts';
import { understandQuestion } from '../../src/vqa/understand-question.ts';

/** A question whose candidates are ranked by sentences. Throws for any other. */
export function rankedQuestion(question: string): RankedQuestion {
  const understood = understandQuestion(question);
  const { family } = understood;
  if (family === 'yes-no' || family === 'position' || isDeclined(family))
    throw new Error(`"${question}" is of the family ${family}, which ranks no sentences`);
  return understood as RankedQuestion;
}
