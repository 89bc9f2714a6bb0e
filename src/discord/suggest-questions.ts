import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import type { Memory } from '../memory/memory.ts';
import { oneLine } from './escape.ts';
import { DISCORD } from './limits.ts';

/** Good first questions: one of each kind that Glimpse answers. */
export const STARTERS: readonly string[] = [
  'What is in the picture?',
  'What animal is this?',
  'What color is it?',
  'How many people are there?',
  'What is the person doing?',
  'Where was this picture taken?',
  'Is it day or night?',
  'Is there a dog?',
  'What is on the left?',
];

/** What to suggest for a question while it is typed: the asker's recent ones that hold the words so far, then starters. */
export function suggestQuestions(typed: string, userId: string, memory: Memory): ApplicationCommandOptionChoiceData[] {
  const recent = memory.questions.recent(userId, typed, DISCORD.suggestionsCount);
  const starters = STARTERS.filter((question) => question.toLowerCase().includes(typed.trim().toLowerCase()));
  const distinct = new Map<string, string>();
  for (const question of [...recent, ...starters]) {
    const shown = oneLine(question, DISCORD.suggestion + 1);
    const key = shown.toLowerCase();
    if (shown !== '' && shown.length <= DISCORD.suggestion && !distinct.has(key)) distinct.set(key, shown);
  }
  return [...distinct.values()].slice(0, DISCORD.suggestionsCount).map((shown) => ({ name: shown, value: shown }));
}
