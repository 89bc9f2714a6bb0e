import { ButtonStyle } from 'discord.js';
import { LEFT_SERVERS_KEPT_DAYS, WORDS_KEPT_DAYS } from '../memory/memory.ts';
import type { KeptAbout } from '../memory/people.ts';
import type { ReplyPayload } from './command.ts';
import { button, heading, lines, panel, points, row } from './panel.ts';
import type { Words } from './words/en.ts';

/** What the custom ids of the buttons of `/privacy` start with. */
export const PRIVACY = 'privacy';

/** What is kept about a person, for how long, and a button that deletes it. */
export function privacyPanel(kept: KeptAbout, { privacy: said }: Words): ReplyPayload {
  const { recentQuestions, answers, corrections } = kept;
  const counted = [
    recentQuestions > 0 ? [said.recentQuestions(recentQuestions)] : [],
    answers > 0 ? [said.answers(answers)] : [],
    corrections > 0 ? [said.corrections(corrections)] : [],
  ].flat();
  return panel([
    lines(heading(said.title), counted.length === 0 ? said.nothing : points(counted)),
    lines(points([said.howLong(WORDS_KEPT_DAYS), said.leftServers(LEFT_SERVERS_KEPT_DAYS), said.never, said.logs])),
    ...(counted.length === 0 ? [] : [row(button(`${PRIVACY}:ask`, said.delete, ButtonStyle.Danger))]),
  ]);
}

/** The question before it is deleted. */
export function forgetPanel({ privacy: said }: Words): ReplyPayload {
  return panel([
    lines(heading(said.sure), said.sureHint),
    row(
      button(`${PRIVACY}:yes`, said.deleteYes, ButtonStyle.Danger),
      button(`${PRIVACY}:no`, said.deleteNo, ButtonStyle.Secondary),
    ),
  ]);
}

/** How much was deleted. */
export function forgottenPanel(
  { recentQuestions, answers, corrections }: KeptAbout,
  { privacy: said }: Words,
): ReplyPayload {
  const none = recentQuestions + answers + corrections === 0;
  return panel([lines(none ? said.nothingDeleted : said.deleted(recentQuestions, answers, corrections))]);
}
