import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import { subjectOf } from '../where/subject-of.ts';
import type { AnswerRecord } from './answer-record.ts';
import type { Context } from './command.ts';

/** What the custom ids of the buttons below an answer start with; the answer's id follows, so they work after a restart. */
export const BUTTON = { why: 'why', where: 'where', again: 'again', wrong: 'wrong', remove: 'remove' } as const;

/**
 * The buttons below an answer. Where it is about a thing, there is one that looks for that thing. What only the asker
 * sees needs none to be removed, since Discord lets them dismiss it; a ranking shows all that was weighed already; what
 * was declined has nothing to explain, nor an answer that could be wrong. Corrections are read by whoever manages a
 * server that the bot is in, so that a private answer has no button for them.
 */
export function answerButtons(
  { id, kind, result }: Pick<AnswerRecord, 'id' | 'kind' | 'result'>,
  { words, place }: Pick<Context, 'words' | 'place'>,
  { private: onlyForAsker }: { readonly private: boolean },
): ActionRowBuilder<ButtonBuilder>[] {
  const weighed = result.flat().filter(({ rows }) => rows.length > 0);
  const answered = kind === 'ask' && weighed.some(({ familiar }) => familiar);
  const shown: (keyof typeof BUTTON)[] = [
    ...(weighed.length > 0 ? (['why'] as const) : []),
    ...(thingIn({ kind, result }) === undefined ? [] : (['where'] as const)),
    'again',
    ...(answered && !onlyForAsker && place.guildId !== undefined && !place.foreign ? (['wrong'] as const) : []),
    ...(onlyForAsker ? [] : (['remove'] as const)),
  ];
  const buttons = shown.map((name) =>
    new ButtonBuilder()
      .setCustomId(`${BUTTON[name]}:${id}`)
      .setLabel(words.buttons[name])
      .setStyle(name === 'remove' ? ButtonStyle.Danger : ButtonStyle.Secondary),
  );
  return [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons)];
}

/** What an answer is about and can be looked for, where it is about a thing in a picture that the model knows. */
export function thingIn({ kind, result }: Pick<AnswerRecord, 'kind' | 'result'>): string | undefined {
  const [weighed] = result[0] ?? [];
  const best = weighed?.rows[0];
  return kind === 'ask' && weighed?.familiar && best ? subjectOf(weighed.question, best.answer) : undefined;
}
