import type { Ranking } from '../answer.ts';
import { percent } from '../chart.ts';
import { UNFAMILIAR_RANKING } from '../unfamiliar.ts';
import type { ReplyPayload } from './command.ts';
import { inMarkdown } from './escape.ts';
import { GLIMPSE } from './limits.ts';
import { behindSpoiler, chart, footer, type PictureNote } from './reply-parts.ts';

/** A ranking as a reply: the text that fits best in words, then all of them as bars; a warning first where it means little. */
export function renderRanking({ ranking, familiar, model }: Ranking, picture: PictureNote): ReplyPayload {
  const [best] = ranking;
  const lines = [
    ...(familiar ? [] : [UNFAMILIAR_RANKING]),
    ...(best ? [`**${inMarkdown(best.text, GLIMPSE.shownAnswer)}** fits best · ${percent(best.score)}`] : []),
    chart(ranking.map(({ text, score }) => ({ text, share: score }))),
  ];
  return { content: [behindSpoiler(lines, picture), footer(model, undefined, picture)].join('\n') };
}
