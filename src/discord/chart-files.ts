import { AttachmentBuilder } from 'discord.js';
import type { ScoredCandidate } from '../answer.ts';
import { describeChart } from '../charts/describe-chart.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { isDrawable } from '../charts/picture-text.ts';
import { prepareLetters } from '../charts/prepare-letters.ts';
import { rankingChart } from '../charts/ranking-chart.ts';
import type { AnswerRecord, Weighed } from './answer-record.ts';
import type { Context } from './command.ts';
import { DRAWN } from './drawn-files.ts';
import { oneLine } from './escape.ts';
import { DISCORD, GLIMPSE } from './limits.ts';
import { EN, type Words } from './words/en.ts';

/** Charts of one reply at most: of more pictures and questions the text tells. */
const MOST_CHARTS = 4;

/**
 * Everybody sees the same file, whether they have Discord light or dark, so that the chart brings its own ground. A dark one
 * is read as well on a light page, and glares on no dark one.
 */
const THEME = 'dark';

/**
 * What was weighed as pictures of charts, one for each question about each picture where there was anything to weigh, with
 * the same in words for those who can't see them, and behind a spoiler where the picture is. None where no file may be
 * brought. `most`: rows that a chart has at most.
 */
export async function chartFiles(
  { result, pictures }: Pick<AnswerRecord, 'result'> & { readonly pictures: readonly { readonly spoiler: boolean }[] },
  { words, mayAttach }: Pick<Context, 'words' | 'mayAttach'>,
  most?: number,
): Promise<readonly AttachmentBuilder[]> {
  if (!mayAttach) return [];
  const charted = result.flatMap((parts, at) =>
    parts.filter(({ rows }) => rows.length > 0).map((part) => ({ part, spoiler: pictures[at]?.spoiler ?? false })),
  );
  if (charted.length > 0) await prepareLetters();
  const files: AttachmentBuilder[] = [];
  for (const { part, spoiler } of charted.slice(0, MOST_CHARTS)) {
    files.push((await chartFile(part, words, most)).setSpoiler(spoiler));
  }
  return files;
}

async function chartFile(weighed: Weighed, words: Words, most: number | undefined): Promise<AttachmentBuilder> {
  // Everybody's machine draws the letters that the font of the project has.
  const drawn = isDrawable(words.why.chart.formula) ? words : EN;
  const chart = rankingChart(chartedIn(weighed, drawn), {
    theme: THEME,
    words: drawn.why.chart,
    ...(most && { most }),
  });
  const description = describeChart(chartedIn(weighed, words), words.why.chart, DISCORD.altText);
  return new AttachmentBuilder(await drawChart(chart), { name: DRAWN.chart, description });
}

function chartedIn({ question, familiar, rows, of }: Weighed, { answer }: Words) {
  return {
    question: oneLine(question, GLIMPSE.question),
    rows: rows.map(inOneLine),
    of,
    warning: familiar ? undefined : answer.unfamiliarRanking,
  };
}

/** More of a text is neither drawn nor said. */
const LONGEST = 120;

const inOneLine = ({ answer, prompt, weighing, ...row }: ScoredCandidate): ScoredCandidate => ({
  ...row,
  answer: oneLine(answer, LONGEST),
  prompt: oneLine(prompt, LONGEST),
  weighing: weighing && {
    ...weighing,
    rivals: weighing.rivals?.map((rival) => ({ ...rival, prompt: oneLine(rival.prompt, LONGEST) })),
  },
});
