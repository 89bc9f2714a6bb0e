import { ButtonStyle, time } from 'discord.js';
import type { Correction } from '../memory/corrections.ts';
import type { ReplyPayload } from './command.ts';
import { inMarkdown } from './escape.ts';
import { button, heading, LAYOUT, lines, panel, row, small } from './panel.ts';
import { SETTINGS } from './panel-settings.ts';
import type { Words } from './words/en.ts';

/** Corrections shown at most. */
export const SHOWN_CORRECTIONS = 10;
/** Characters of a question and of an answer, before they are escaped. */
const QUESTION = 150;
const ANSWER = 60;

/** The newest corrections of a server, as many as have room; `all`: how many there are. */
export function wrongAnswersPanel(newest: readonly Correction[], all: number, words: Words): ReplyPayload {
  const { corrections: said } = words.settings;
  if (newest.length === 0) return panel([lines(said.none)]);
  const title = heading(said.title);
  let used = title.length + said.more(all).length;
  const shown: string[] = [];
  for (const correction of newest.slice(0, SHOWN_CORRECTIONS)) {
    const text = entry(correction, words);
    used += text.length + 1;
    if (used > LAYOUT.text) break;
    shown.push(text);
  }
  const more = all - shown.length;
  return panel([
    lines(title, ...shown, more > 0 ? said.more(more) : ''),
    row(button(SETTINGS.exportWrongAnswers, said.export, ButtonStyle.Secondary)),
  ]);
}

function entry({ question, given, right, createdAt }: Correction, { settings: { corrections: said } }: Words): string {
  const bold = (answer: string) => `**${inMarkdown(answer, ANSWER)}**`;
  const told = given === '' ? said.saidNothing(bold(right)) : said.said(bold(given), bold(right));
  const when = time(Math.floor(createdAt / 1000), 'R');
  return [`> ${inMarkdown(question, QUESTION)}`, told, small(when)].join('\n');
}
