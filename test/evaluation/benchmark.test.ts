import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { readBenchmark } from '../../src/evaluation/benchmark.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-benchmark-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string, limit?: number) {
  const file = join(folder, 'questions.jsonl');
  await writeFile(file, content);
  return readBenchmark(file, limit);
}

const good = '{"image": "pictures/dog.jpg", "question": "What is this?", "answers": ["dog"]}';

it('finds pictures from its own folder on, and leaves out empty lines and further fields', async () => {
  const questions = await read(`${good}\n\n${good.replace('}', ', "choices": ["dog", "cat"], "id": 7}')}\n`);
  expect(questions).toHaveLength(2);
  expect(questions[0]).toMatchObject({ image: 'pictures/dog.jpg', picture: join(folder, 'pictures', 'dog.jpg') });
  expect(questions[1]).toMatchObject({ choices: ['dog', 'cat'], place: join(folder, 'questions.jsonl, line 3') });
});

it('reads no further than asked', async () => {
  expect(await read(`${good}\n${good}\nno JSON`, 2)).toHaveLength(2);
});

describe('a line that is wrong is named, with what is wrong about it', () => {
  test.each([
    ['not JSON', '{image: 1}', /line 2 is not JSON\. Write it like/],
    ['no object', '"dog.jpg"', /line 2: the line must be an object/],
    ['no picture', '{"question": "what?", "answers": ["dog"]}', /line 2: image must be the path of a picture/],
    ['a blank question', '{"image": "a", "question": " ", "answers": ["dog"]}', /line 2: question must be a question/],
    ['no answers', '{"image": "a", "question": "what?", "answers": []}', /line 2: answers must be .* 1 to 10/],
    [
      'eleven answers',
      JSON.stringify({ image: 'a', question: 'what?', answers: Array.from({ length: 11 }, () => 'dog') }),
      /line 2: answers must be .* 1 to 10/,
    ],
    [
      'a number for an answer',
      '{"image": "a", "question": "what?", "answers": [2]}',
      /line 2: answers must be .*texts/,
    ],
    ['a text for choices', good.replace('}', ', "choices": "dog"}'), /line 2: choices must be a list of texts/],
    ['one choice', good.replace('}', ', "choices": ["dog"]}'), /line 2: Give 2 to 1000 choices/],
    [
      'choices for yes or no',
      '{"image": "a", "question": "is it a dog?", "answers": ["yes"], "choices": ["yes", "no"]}',
      /line 2: This is a question for yes or no/,
    ],
    ['a question of no words', '{"image": "a", "question": "?", "answers": ["dog"]}', /line 2: Ask a question/],
  ])('%s', async (_, line, message) => {
    await expect(read(`${good}\n${line}\n`)).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(message),
    });
  });
});

it('must hold a question', async () => {
  await expect(read('\n \n')).rejects.toMatchObject({ code: 'benchmark-invalid', message: /is empty/ });
});

it('must be there', async () => {
  await expect(readBenchmark(join(folder, 'nowhere.jsonl'))).rejects.toMatchObject({
    code: 'benchmark-invalid',
    message: expect.stringMatching(/no such file.*nowhere\.jsonl/i),
  });
});
