import { expect, it } from 'vitest';
import { createAnswers } from '../../src/memory/answers.ts';
import { openDatabase } from '../../src/memory/open-database.ts';
import { loadSqlite } from '../../src/memory/sqlite.ts';
import { answerTo } from './support/records.ts';
import { NOON, temporaryMemory } from './support/temporary-memory.ts';

const temporary = temporaryMemory();

it('gives back after a restart all that an answer was about', () => {
  const first = temporary.open();
  const answer = answerTo({
    question: `"Ça va?" it's 100 % 🦊 ' OR 1=1; \0 --`,
    pictures: [
      {
        source: 'message',
        channelId: 'c',
        messageId: 'm',
        index: 3,
        url: 'https://x/y?ex=1',
        name: 'ü.png',
        spoiler: true,
      },
      { source: 'reply', index: 0, url: 'https://x/z', name: 'z.png', spoiler: false, size: 12 },
    ],
    private: true,
  });
  const { id } = first.answers.add(answer);
  first.close();
  expect(temporary.open().answers.find(id)).toEqual({ ...answer, id, messageId: undefined, createdAt: NOON });
});

it('keeps an answer in a direct message, and one without a result', () => {
  const { answers } = temporary.open();
  const { id } = answers.add(answerTo({ guildId: undefined, result: undefined, kind: 'caption' }));
  expect(answers.find(id)).toMatchObject({ guildId: undefined, result: null, kind: 'caption', private: false });
});

it('gives an answer an id that can stand in a custom id, and no id twice', () => {
  const { answers } = temporary.open();
  const ids = Array.from({ length: 100 }, () => answers.add(answerTo()).id);
  for (const id of ids) expect(id).toMatch(/^[0-9A-Za-z]{12}$/);
  expect(new Set(ids).size).toBe(100);
});

it('gives answers that cannot be changed in passing', () => {
  expect(Object.isFrozen(temporary.open().answers.add(answerTo()))).toBe(true);
});

it('finds an answer by the message that holds it', () => {
  const { answers } = temporary.open();
  const { id } = answers.add(answerTo());
  answers.add(answerTo());
  expect(answers.findByMessage('reply')).toBeUndefined();
  expect(answers.attach(id, 'thread', 'reply')).toBe(true);
  expect(answers.findByMessage('reply')).toMatchObject({ id, channelId: 'thread', messageId: 'reply' });
  expect(answers.find(id)).toEqual(answers.findByMessage('reply'));
});

it('gives a message to the answer that it holds last', () => {
  const { answers } = temporary.open();
  const [former, later] = [answers.add(answerTo()), answers.add(answerTo())];
  answers.attach(former.id, 'channel', 'reply');
  answers.attach(later.id, 'channel', 'reply');
  expect(answers.findByMessage('reply')?.id).toBe(later.id);
  expect(answers.find(former.id)?.messageId).toBeUndefined();
});

it('attaches nothing to an answer that is not kept', () => {
  const { answers } = temporary.open();
  expect(answers.attach('gone', 'channel', 'reply')).toBe(false);
  expect(answers.find('gone')).toBeUndefined();
});

it('deletes one answer', () => {
  const { answers } = temporary.open();
  const { id } = answers.add(answerTo());
  const { id: other } = answers.add(answerTo());
  expect(answers.delete(id)).toBe(true);
  expect(answers.delete(id)).toBe(false);
  expect([answers.find(id), answers.find(other)?.id]).toEqual([undefined, other]);
});

it('deletes what is older than a time', () => {
  const { answers } = temporary.open();
  const { id: old } = answers.add(answerTo());
  temporary.now = NOON + 1;
  const { id: young } = answers.add(answerTo());
  expect(answers.deleteOlderThan(NOON)).toBe(0);
  expect(answers.deleteOlderThan(NOON + 1)).toBe(1);
  expect([answers.find(old), answers.find(young)?.id]).toEqual([undefined, young]);
});

it('keeps only so many of the newest, and looks after every five hundredth', () => {
  const database = openDatabase(':memory:', loadSqlite());
  const answers = createAnswers(database, () => NOON, 10);
  const ids = Array.from({ length: 499 }, () => answers.add(answerTo()).id);
  expect(answers.find(ids[0] ?? '')).toBeDefined();
  ids.push(answers.add(answerTo()).id);
  expect(ids.map((id) => answers.find(id) !== undefined).lastIndexOf(false)).toBe(489);
  ids.push(answers.add(answerTo()).id);
  expect(answers.deleteSurplus()).toBe(1);
  expect(answers.find(ids[490] ?? '')).toBeUndefined();
  database.close();
});
