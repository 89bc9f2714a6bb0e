import { bar, percent } from '../chart.ts';
import { isDeclined } from '../vqa/question-alone.ts';
import type { ProposedAnswers } from './propose.ts';

/** Candidates shown to a person; `--json` has them all. */
const SHOWN = 10;

const FROM = {
  question: 'in the question',
  choices: 'a choice',
  prior: 'learned from questions',
  table: 'in the word tables',
} as const;

/** What a question leads to without a picture, for a terminal: its family and the likeliest candidates. Ends with a newline. */
export function showProposal({ family, candidates }: ProposedAnswers): string {
  const declined = isDeclined(family) ? 'Glimpse declines such questions, as ranking answers cannot tell. ' : '';
  if (candidates.length === 0) return `${family}: ${declined}There are no candidates.\n`;
  const shown = candidates.slice(0, SHOWN);
  const width = Math.max(...shown.map(({ answer }) => answer.length));
  const rows = shown.map(
    ({ answer, prior, origin }) =>
      `${bar(prior)} ${percent(prior).padStart(5)}  ${answer.padEnd(width)}  ${FROM[origin]}`,
  );
  const more = candidates.length - shown.length;
  const count = `${candidates.length} candidate${candidates.length === 1 ? '' : 's'}`;
  return [
    `${family}: ${declined}${count}, and their chances before looking`,
    '',
    ...rows,
    ...(more > 0 ? ['', `${more} more: --json has them all.`] : []),
    '',
  ].join('\n');
}
