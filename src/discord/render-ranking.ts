import type { Match, Ranking } from '../answer.ts';
import { percent } from '../chart.ts';
import type { Chosen } from './choose-picture.ts';
import { inMarkdown } from './escape.ts';
import { behindSpoiler, bold, chart, fitting, footer, pictureName, withoutMark } from './reply-parts.ts';
import type { Words } from './words/en.ts';

/** A ranking as a reply: the text that fits best in words, then all of them as bars; a warning first where it means little. */
export function renderRanking({ ranking, familiar, model }: Ranking, chosen: Chosen, words: Words): string {
  const [best] = ranking;
  const hidden = { spoiler: chosen.pictures[0]?.spoiler ?? false };
  return fitting((room) => {
    const lines = [
      ...(familiar ? [] : [words.answer.unfamiliarRanking]),
      ...(best ? [words.answer.fitsBest(bold(best.text, room.answer), percent(best.score))] : []),
      ...chart(
        ranking.map(({ text, score }) => ({ text, share: score })),
        room,
      ),
    ];
    return [behindSpoiler(lines, hidden), footer(model, undefined, chosen, words)];
  });
}

/**
 * Pictures ranked by a text as a reply: the one that fits best in words, then all of them as bars. All of it is hidden
 * where one of them is, for it says what each shows.
 */
export function renderMatch(match: Match, chosen: Chosen, words: Words): string {
  const { text, ranking, familiar, model, milliseconds } = match;
  const hidden = { spoiler: chosen.pictures.some(({ spoiler }) => spoiler) };
  return fitting((room) => {
    const [best, ...bars] = ranking.flatMap(({ index, score }) => {
      const picture = chosen.pictures[index];
      return picture ? [{ picture, number: index + 1, share: score }] : [];
    });
    if (!best) return [];
    const fits = words.answer.matchesBest(
      `**${pictureName(best.picture, best.number, words, room)}**`,
      `“${inMarkdown(text, room.question)}”`,
      percent(best.share),
    );
    const rows = [best, ...bars].map(({ picture, number, share }) => ({
      text: `${number}. ${withoutMark(picture.name)}`,
      share,
    }));
    const lines = [...(familiar ? [] : [words.answer.unfamiliarMatch]), fits, ...chart(rows, room)];
    return [behindSpoiler(lines, hidden), footer(model, milliseconds, chosen, words)];
  });
}
