import { UserError } from '../user-error.ts';
import { withArticle } from './grammar.ts';
import { isGerund, isPreposition } from './noun-phrase.ts';
import type { CountQuestion, Question, RankedQuestion } from './question.ts';
import { ACTIVITIES } from './words/activities.ts';
import { americanColour } from './words/colours.ts';
import { THINGS } from './words/things.ts';
import type { Term } from './words/word-list.ts';

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

/**
 * A choice as a term that fits the question's sentences: with the phrase that the word tables know for it, and else one made
 * like theirs: "a cello", "playing the cello", "in a cafeteria". The answer is in lower case.
 */
export function termOfChoice(choice: string, question: Exclude<RankedQuestion, CountQuestion>): Term {
  const answer = inWords(choice);
  if (question.family === 'colour') return { answer, phrase: americanColour(answer) };
  const alike = termsOf(question);
  const known = alike.find((term) => term.answer === answer);
  if (known) return known;
  const [lead = ''] = answer.split(' ');
  if (question.family === 'place')
    return { answer, phrase: isPreposition(lead) ? answer : `in ${withArticle(answer)}` };
  if (alike.some(({ phrase }) => phrase.startsWith('playing ')))
    return { answer, phrase: isGerund(lead) ? answer : `playing ${answer}` };
  return { answer, phrase: alike.some(({ phrase }) => /^an? /.test(phrase)) ? withArticle(answer) : answer };
}

/** What Glimpse itself would weigh: the terms that a choice should read like. */
function termsOf(question: Exclude<RankedQuestion, CountQuestion>): readonly Term[] {
  switch (question.family) {
    case 'choice':
      return question.options;
    case 'activity':
      return ACTIVITIES;
    case 'place':
      return question.terms;
    case 'thing':
      return question.terms ?? THINGS;
    case 'colour':
      return [];
    default:
      return question.category.terms;
  }
}
