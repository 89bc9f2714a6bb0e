import { spellContraction } from './contractions.ts';

/**
 * VQA accuracy (Antol et al. 2015, section 3): an answer is right if three of ten people gave it, and partly right below
 * that: min(people / 3, 1), averaged over the ten sets of nine people that leave one out. Written after the official
 * evaluation (GT-Vision-Lab/VQA, PythonEvaluationTools/vqaEvaluation/vqaEval.py, BSD-2-Clause), whose figures it gives.
 *
 * - For ten answers, m of them alike, the average comes to min(1, 0.3 m), which is how it is computed. Fewer than ten, which
 *   the official evaluation never meets, stand for ten in the same shares: min(1, 3 m / n). So of one to three answers each
 *   is right.
 * - Answers are compared as `normaliseAnswer` leaves them, but where all ten are the same letter for letter only white space
 *   at the ends is cut, as officially. Fewer answers are always normalised: one person agrees with himself whatever he types.
 *
 * Returns what judges any one answer against these people's: 0 to 1. Throws a RangeError unless there are 1 to 10.
 *
 * @example vqaAccuracy(['red', 'red', 'maroon', ...])('red')
 */
export function vqaAccuracy(humanAnswers: readonly string[]): (answer: string) => number {
  const people = humanAnswers.length;
  if (people < 1 || people > PEOPLE) throw new RangeError(`VQA accuracy takes 1 to ${PEOPLE} answers, not ${people}`);
  const unanimous = people === PEOPLE && new Set(humanAnswers.map(trim)).size === 1;
  const comparable = unanimous ? trim : normaliseAnswer;
  const counts = new Map<string, number>();
  for (const answer of humanAnswers.map(comparable)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return (answer) => Math.min(1, (3 * (counts.get(comparable(answer)) ?? 0)) / people);
}

/** How many people answered each question of VQA. */
const PEOPLE = 10;

/**
 * An answer as the official evaluation compares it: in lower case, without articles and most punctuation, with digits
 * for the numbers to ten and the apostrophes of contractions in place. "The two dogs." is "2 dogs".
 */
export function normaliseAnswer(answer: string): string {
  return withoutPunctuation(trim(answer))
    .toLowerCase()
    .split(/\s+/)
    .map((word) => DIGITS.get(word) ?? word)
    .filter((word) => word !== '' && !ARTICLES.has(word))
    .map(spellContraction)
    .join(' ');
}

const trim = (answer: string): string => answer.replace(/[\n\t]/g, ' ').trim();

const PUNCTUATION = [...';/[]"{}()=+\\_-><@`,?!'];

/**
 * A mark becomes a space ("t-shirt"), or nothing where it stands beside one anywhere in the answer or the answer holds a
 * number such as 1,000. A full stop goes unless a digit follows.
 */
function withoutPunctuation(answer: string): string {
  const hasGroupedNumber = /\d,\d/.test(answer);
  const text = PUNCTUATION.reduce((rest, mark) => {
    const vanishes = hasGroupedNumber || answer.includes(`${mark} `) || answer.includes(` ${mark}`);
    return rest.replaceAll(mark, vanishes ? '' : ' ');
  }, answer);
  return text.replace(/\.(?!\d)/g, '');
}

const DIGITS: ReadonlyMap<string, string> = new Map(
  ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
    .map((word, number) => [word, String(number)] as const)
    .concat([['zero', '0']]),
);

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);
