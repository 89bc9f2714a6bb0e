import { inlineCode, userMention } from 'discord.js';
import type { ReplyPayload } from './command.ts';
import { heading, lines, panel, points } from './panel.ts';
import { STARTERS } from './suggest-questions.ts';
import type { Words } from './words/en.ts';

/** What the help depends on. */
export interface HelpFacts {
  readonly botId: string;
  /** Whether messages reach the bot where the help is asked for: not in a group, nor in a server that it is not in. */
  readonly isPresent: boolean;
  readonly readsMessages: boolean;
  /** Whether the model that ships serves, which knows drawings only. */
  readonly smallModel: boolean;
}

/** What people can ask, how, and what Glimpse can't do. */
export function helpPanel({ botId, isPresent, readsMessages, smallModel }: HelpFacts, words: Words): ReplyPayload {
  const { help: said, commands, menus, buttons } = words;
  const command = (name: keyof typeof commands) => inlineCode(`/${commands[name].name}`);
  return panel([
    lines(heading(said.title), said.intro, points(STARTERS.map((question) => inlineCode(question))), said.more),
    lines(
      heading(said.ways),
      points([
        ...(isPresent ? [said.mention(userMention(botId))] : []),
        ...(isPresent && readsMessages ? [said.reply] : []),
        ...(isPresent ? [said.replyToAnswer] : []),
        said.direct,
        said.menu(menus.ask, menus.caption, menus.altText),
        said.ask(command('ask')),
        said.caption(command('caption')),
        said.rank(command('rank')),
        said.match(command('match')),
        said.where(command('where')),
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
