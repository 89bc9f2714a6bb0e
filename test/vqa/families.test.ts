import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FAMILIES } from '../../src/answer.ts';
import { understandQuestion } from '../../src/vqa/understand-question.ts';

/** Questions as people type them in chats, written before the patterns were: `family<TAB>question`. */
const QUESTIONS = readFileSync(new URL('./chat-questions.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));

it('the chat questions hold at least five of every family', () => {
  for (const family of FAMILIES)
    expect(QUESTIONS.filter(([name]) => name === family).length, family).toBeGreaterThanOrEqual(5);
});

it('at least 190 of 200 chat questions go to their family', () => {
  const missed = QUESTIONS.filter(([family, question = '']) => understandQuestion(question).family !== family).map(
    ([family, question = '']) => `${family}, not ${understandQuestion(question).family}: ${question}`,
  );
  if (missed.length > 0) console.log(missed.join('\n'));
  expect(QUESTIONS).toHaveLength(200);
  expect(QUESTIONS.length - missed.length).toBeGreaterThanOrEqual(190);
});
