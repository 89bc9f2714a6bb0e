import { expect, it } from 'vitest';
import { captionPicture } from '../../src/captions/caption-picture.ts';
import { likelyCaptionPrompts } from '../../src/captions/likely-prompts.ts';
import { promptsOf } from '../../src/vqa/likely-prompts.ts';
import { bagOfWords } from '../vqa/bag-of-words.ts';

const encoder = bagOfWords('dog', 'red', 'beach');

it('holds what may be in a picture first, then what may be said about it', async () => {
  const lists: (readonly string[])[] = [];
  for await (const list of likelyCaptionPrompts(encoder)) lists.push(list);
  expect(lists[0]).toContain('a photo of a dog');
  const all = lists.flat();
  expect(lists[0]?.some((prompt) => /^a photo taken .*beach/.test(prompt))).toBe(true);
  expect(all).toContain('a red dog');
  expect(all).toContain('two dogs');
  expect(new Set(all).size).toBe(all.length);
});

it('holds nearly all that the caption of an everyday picture needs', async () => {
  const prompts = new Set<string>();
  for await (const list of likelyCaptionPrompts(encoder)) for (const prompt of list) prompts.add(prompt);
  const needed = await promptsOf((recorder) => captionPicture(Float32Array.of(1), recorder), encoder);
  const missing = needed.filter((prompt) => !prompts.has(prompt));
  expect(missing).toEqual([]);
  expect(needed.length).toBeGreaterThan(700);
});
