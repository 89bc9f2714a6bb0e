import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DISCORD, GLIMPSE } from '../../src/discord/limits.ts';
import { STARTERS, suggestQuestions } from '../../src/discord/suggest-questions.ts';
import { type Memory, openMemory } from '../../src/memory/memory.ts';
import { hostileTexts } from './hostile.ts';

let memory: Memory;

beforeEach(() => {
  memory = openMemory(':memory:');
});
afterEach(() => memory.close());

const suggested = (typed: string, userId = '1') => suggestQuestions(typed, userId, memory).map(({ value }) => value);

describe('suggestQuestions', () => {
  it('offers good first questions to somebody who has asked nothing', () => {
    expect(suggested('')).toEqual(STARTERS);
  });

  it("offers the asker's own questions first, the newest before the others", () => {
    memory.questions.remember('1', 'is it a boat?');
    memory.questions.remember('1', 'is it a plane?');
    expect(suggested('')).toEqual(['is it a plane?', 'is it a boat?', ...STARTERS]);
  });

  it("offers nobody else's questions", () => {
    memory.questions.remember('2', 'is this a secret?');
    expect(suggested('')).toEqual(STARTERS);
    expect(suggested('secret')).toEqual([]);
  });

  it('offers what holds the words so far, in capitals or not', () => {
    memory.questions.remember('1', 'what animal is it?');
    memory.questions.remember('1', 'is it a plane?');
    expect(suggested(' ANIMAL')).toEqual(['what animal is it?', 'What animal is this?']);
  });

  it('offers a question once, as the asker wrote it', () => {
    memory.questions.remember('1', 'what ANIMAL is this?');
    expect(suggested('animal')).toEqual(['what ANIMAL is this?']);
  });

  it('leaves out a question that is too long to be offered', () => {
    memory.questions.remember('1', `is it ${'x'.repeat(GLIMPSE.question - 6)}`);
    memory.questions.remember('1', `is it ${'y'.repeat(DISCORD.suggestion - 6)}`);
    expect(suggested('is it')).toEqual([
      `is it ${'y'.repeat(DISCORD.suggestion - 6)}`,
      'What color is it?',
      'Is it day or night?',
    ]);
  });

  it('offers nothing that Discord refuses, whatever was asked', () => {
    for (const text of hostileTexts(100)) {
      memory.questions.remember('1', text);
      const all = suggestQuestions('', '1', memory);
      expect(all.length).toBeLessThanOrEqual(DISCORD.suggestionsCount);
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
      for (const { name, value } of all) {
        expect(name).toMatch(/^\S.{0,99}$/);
        expect(value).toBe(name);
      }
    }
  });
});
