import { inlineCode, userMention } from 'discord.js';
import type { ReplyPayload } from './command.ts';
import { heading, lines, panel, points } from './panel.ts';
import { STARTERS } from './suggest-questions.ts';
import type { Words } from './words/en.ts';

/** What the help depends on. */
export interface HelpFacts {
  readonly botId: string;
  readonly readsMessages: boolean;
  /** Whether the model that ships serves, which knows drawings only. */
  readonly smallModel: boolean;
}

/** What people can ask, how, and what Glimpse can't do. */
export function helpPanel({ botId, readsMessages, smallModel }: HelpFacts, words: Words): ReplyPayload {
  const { help: said, commands, menus, buttons } = words;
  const command = (name: keyof typeof commands) => inlineCode(`/${commands[name].name}`);
  return panel([
    lines(heading(said.title), said.intro, points(STARTERS.map((question) => inlineCode(question))), said.more),
    lines(
      heading(said.ways),
      points([
        said.mention(userMention(botId)),
        ...(readsMessages ? [said.reply] : []),
        said.replyToAnswer,
        said.direct,
        said.menu(menus.ask, menus.caption, menus.altText),
        said.ask(command('ask')),
        said.caption(command('caption')),
        said.rank(command('rank')),
        said.match(command('match')),
        said.buttons(buttons.why, buttons.again),
      ]),
    ),
    lines(
      heading(said.cant),
      points([
        said.cantRead,
        said.cantReason,
        said.cantName,
        said.cantCount,
        said.cantOtherLanguages,
        ...(smallModel ? [said.cantPhotographs] : []),
      ]),
      said.unsure,
    ),
    lines(said.also(command('privacy'), command('about'), command('settings'))),
  ]);
}
