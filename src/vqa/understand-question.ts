import { understandChoice } from './choice-question.ts';
import { normaliseQuestion } from './normalise-question.ts';
import type { Question } from './question.ts';
import { understandWh } from './wh-question.ts';
import { understandStatement, understandYesNo } from './yes-no-question.ts';

/**
 * What a question asks for. Every text gets a family: what fits no pattern is asked as "what is this?", and says so
 * in `beyond`. Pure and quick; it looks at the words alone.
 *
 * @example
 * understandQuestion('whats the man holding?')  // { family: 'thing', frames: ['the man is holding {}'], terms: [...] }
 */
export function understandQuestion(question: string): Question {
  const text = normaliseQuestion(question);
  return (
    understandChoice(text, (prefix) => understandWh(prefix, question)) ??
    understandYesNo(text) ??
    understandWh(text, question) ??
    understandStatement(text) ?? { family: 'thing', frames: [], beyond: 'unknown' }
  );
}
