import { UserError } from '../user-error.ts';
import type { Question } from './question.ts';

/** The most choices that may come with a question. Enough for a thousand-way classification. */
export const MOST_CHOICES = 1000;
/** How long a choice may be, in characters. Longer ones exceed what CLIP reads. */
export const LONGEST_CHOICE = 200;

/**
 * Throws a UserError (`choices-invalid`) unless there are 2 to 1000 choices of 1 to 200 characters, all different, and
 * a question that leaves a choice: one for yes or no has its two answers already.
 */
export function checkChoices(choices: readonly string[], question: Question): void {
  if (question.family === 'yes-no')
    throw invalid('This is a question for yes or no, which has no other choices: leave the choices out.');
  if (question.family === 'position')
    throw invalid('This question names the sides to choose from itself: leave the choices out.');
  if (choices.length < 2 || choices.length > MOST_CHOICES)
    throw invalid(`Give 2 to ${MOST_CHOICES} choices, not ${choices.length}.`);
  const seen = new Set<string>();
  choices.forEach((choice, at) => {
    if (!/[\p{L}\p{N}]/u.test(choice)) throw invalid(`Choice ${at + 1} has no words. Leave it out or fill it in.`);
    const { length } = [...choice];
    if (length > LONGEST_CHOICE)
      throw invalid(`Choice ${at + 1} has ${length} characters; keep each to ${LONGEST_CHOICE}.`);
    if (seen.has(inWords(choice))) throw invalid(`Choice ${at + 1} is there already. Give each choice once.`);
    seen.add(inWords(choice));
  });
}

const invalid = (message: string) => new UserError('choices-invalid', message);

/** The choice as the word tables and the prompts have it: lower case, single spaces. */
export const inWords = (choice: string): string => choice.toLowerCase().trim().replace(/\s+/g, ' ');

/** Whether the choice says that there is none of what is counted. */
export const isZero = (choice: string): boolean => /^(?:0+|zero|none)$/.test(inWords(choice));
