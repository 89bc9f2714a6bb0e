/**
 * The sentences that are held against a picture, to be read: npx tsx bench/prompts.ts FILE.jsonl.gz [N]
 * FILE holds {"question"} lines; prints, for the N (300) most common questions, the family and the prompts of the first
 * four candidates and of two from the middle of the list; of yes-no questions what is asked and two rivals.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isNone, proposedFor } from '../src/vqa/candidates.ts';
import { fillFrames } from '../src/vqa/prompts.ts';
import type { Question, RankedQuestion, YesNoQuestion } from '../src/vqa/question.ts';
import { understandQuestion } from '../src/vqa/understand-question.ts';
import { isSayable, writePrompts } from '../src/vqa/write-prompts.ts';
import { placedPrompt } from '../src/vqa/yes-no.ts';

const [file, most = '300'] = process.argv.slice(2);
if (file === undefined) {
  console.error('Name the questions: npx tsx bench/prompts.ts FILE.jsonl.gz [N]');
  process.exit(2);
}
let prompts = 0;
const asked = mostCommon(file, Number(most));
for (const [question, times] of asked) {
  const understood = understandQuestion(question);
  const sentences = sentencesFor(understood, question);
  prompts += sentences.reduce((sum, { length }) => sum + length, 0);
  console.log(`${times} ${question} [${understood.family}]`);
  for (const row of sentences) console.log(`   ${row.join(' | ')}`);
}
console.log(`${asked.length} questions, ${prompts} prompts`);

/** Case, punctuation and spaces make no difference; of questions as common as each other the first by their letters. */
function mostCommon(from: string, count: number): readonly (readonly [string, number])[] {
  const times = new Map<string, number>();
  for (const line of gunzipSync(readFileSync(from)).toString('utf8').trim().split('\n')) {
    const { question } = JSON.parse(line) as { question: string };
    const text = question
      .toLowerCase()
      .replace(/[^\p{L}\p{N}' -]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  return [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, count);
}

function sentencesFor(question: Question, text: string): readonly (readonly string[])[] {
  switch (question.family) {
    case 'yes-no':
      return ofYesNo(question);
    case 'position':
      return question.sides.map(({ region }) => [placedPrompt(question.phrase, region)]);
    case 'reads-text':
    case 'why':
    case 'who-is-this':
    case 'not-about-the-picture':
    case 'other-language':
      return [];
    default:
      return ofRanked(question, text);
  }
}

function ofYesNo({ contrasts, placed = [] }: YesNoQuestion): readonly (readonly string[])[] {
  return [
    ...contrasts.flatMap(({ frames, asked, rivals }) => [
      fillFrames(frames, asked.phrase),
      ...rivals.slice(0, 2).map(({ phrase }) => fillFrames(frames, phrase)),
    ]),
    ...placed.map(({ phrase, region }) => [placedPrompt(phrase, region)]),
  ];
}

function ofRanked(question: RankedQuestion, text: string): readonly (readonly string[])[] {
  // What is worth weighing: of a choice its own options, no number's sentence says that there is none, and nothing unsayable.
  const proposed = proposedFor(question, text).filter((one) =>
    question.family === 'choice'
      ? one.origin !== 'prior'
      : (question.family !== 'count' || !isNone(one.answer)) && isSayable(one, question),
  );
  const middle = Math.max(4, Math.floor(proposed.length / 2));
  return [...proposed.slice(0, 4), ...proposed.slice(middle, middle + 2)].map(
    (one) => writePrompts(one, question).prompts,
  );
}
