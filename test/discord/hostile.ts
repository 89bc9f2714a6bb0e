import { Locale } from 'discord.js';
import { expect } from 'vitest';
import { DISCORD } from '../../src/discord/limits.ts';
import type { Words } from '../../src/discord/words/en.ts';
import { wordsFor } from '../../src/discord/words/locales.ts';

/** What Glimpse says in each of the languages that it speaks. */
export const EVERY_LANGUAGE: readonly Words[] = [...new Set(Object.values(Locale).map(wordsFor))];

const PIECES = [
  '```',
  '`',
  '||',
  '|',
  '**',
  '__',
  '~~',
  '\\',
  '@everyone',
  '@here',
  '<@1>',
  '<@&2>',
  '<#3>',
  '<:cat:4>',
  '</ask:5>',
  '[free](http://x.example)',
  'https://x.example/_a_',
  '\n# big',
  '\n> quote',
  '\n- item',
  '\n1. one',
  '\n-# small',
  '\r\n\u2028',
  '\u202e',
  '\u200b',
  '\ud83d',
  '👩‍🚀',
  ' ',
  'a dog',
  'x'.repeat(120),
];

/** Texts out of all that could break a message, the same ones each time: some short, some far too long. */
export function hostileTexts(count: number): readonly string[] {
  let state = 1;
  // Park and Miller's minimal standard generator: tests repeat.
  const below = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const text = () => Array.from({ length: 1 + below(40) }, () => PIECES[below(PIECES.length)]).join('');
  return [
    ...PIECES,
    ...PIECES.map((piece) => piece.repeat(1000 / piece.length)),
    ...Array.from({ length: count }, text),
  ];
}

/**
 * Checks that a message is one that Discord takes, and that nothing echoed in it does anything: what is left with letters
 * for escaped characters, without code blocks and without the link of the footer, is the bot's own marks alone.
 */
export function expectUnbroken(content: string, spoilers: number): void {
  expect(content.length).toBeLessThanOrEqual(DISCORD.content);
  const parts = content.split('```');
  expect(parts.length % 2, 'every code block ends').toBe(1);
  const code = parts.filter((_, at) => at % 2 === 1).join('');
  expect(code).not.toMatch(/`|\|/);
  // Put a mark in the place of each block, so that what stands around it is not joined.
  const words = parts
    .filter((_, at) => at % 2 === 0)
    .join('§')
    .replace(/\]\(https:\/\/discord\.com\/channels\/[\w@/]+\)/g, ']')
    .replace(/\\[^A-Za-z0-9\s]/g, 'e')
    // One alone slants nothing.
    .replaceAll('CLIP_MODEL', 'CLIP MODEL');
  expect(words).not.toMatch(/[@<`_~\\]|\]\(|:\/\//);
  expect(words.match(/\|\|/g) ?? []).toHaveLength(spoilers * 2);
  expect((words.match(/\*+/g) ?? []).filter((marks) => marks !== '**')).toEqual([]);
  expect(content, 'a spoiler ends where it is meant to').not.toContain('|||');
  for (const line of words.split('\n')) expect(line).not.toMatch(/^(?:#|- |\d+\. |>>>)/);
  expect([...content].filter((character) => /\p{Cs}/u.test(character))).toEqual([]);
}
