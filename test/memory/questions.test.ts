import { expect, it } from 'vitest';
import { NOON, temporaryMemory } from './support/temporary-memory.ts';

const temporary = temporaryMemory();

it('offers the newest first, each person their own', () => {
  const first = temporary.open();
  for (const question of ['Is it a cat?', 'How many?', 'Is it red?']) first.questions.remember('anna', question);
  first.questions.remember('ben', 'Where is it?');
  first.close();
  const { questions } = temporary.open();
  expect(questions.recent('anna', '', 25)).toEqual(['Is it red?', 'How many?', 'Is it a cat?']);
  expect(questions.recent('anna', '', 2)).toEqual(['Is it red?', 'How many?']);
  expect(questions.recent('eve', '', 25)).toEqual([]);
});

it('keeps a question once, as it was written last', () => {
  const { questions } = temporary.open();
  for (const question of ['how many?', 'Is it red?', 'How many?']) questions.remember('anna', question);
  expect(questions.recent('anna', '', 25)).toEqual(['How many?', 'Is it red?']);
});

it('keeps twenty-five of a person', () => {
  const { questions } = temporary.open();
  questions.remember('ben', 'How many?');
  for (let i = 0; i < 30; i++) questions.remember('anna', `Question ${i}?`);
  expect(questions.recent('anna', '', 100)).toEqual(Array.from({ length: 25 }, (_, i) => `Question ${29 - i}?`));
  expect(questions.recent('ben', '', 100)).toEqual(['How many?']);
});

it('offers what contains the typed, and what begins with it before that', () => {
  const { questions } = temporary.open();
  for (const question of ['Red or blue?', 'Is it red?', 'How many?', '100% real?'])
    questions.remember('anna', question);
  expect(questions.recent('anna', ' RED', 25)).toEqual(['Red or blue?', 'Is it red?']);
  expect(questions.recent('anna', '0%', 25)).toEqual(['100% real?']);
  expect(questions.recent('anna', '%', 25)).toEqual(['100% real?']);
  expect(questions.recent('anna', 'dog', 25)).toEqual([]);
});

it('deletes what was last asked before a time', () => {
  const { questions } = temporary.open();
  questions.remember('anna', 'How many?');
  questions.remember('anna', 'Is it red?');
  temporary.now = NOON + 1;
  questions.remember('anna', 'How many?');
  expect(questions.deleteOlderThan(NOON + 1)).toBe(1);
  expect(questions.recent('anna', '', 25)).toEqual(['How many?']);
});
