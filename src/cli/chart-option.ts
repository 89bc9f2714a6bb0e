import { type Command, Option } from 'commander';
import type { Answer } from '../answer.ts';
import { CHART_WORDS } from '../charts/chart-words.ts';
import { drawChart } from '../charts/draw-chart.ts';
import { rankingChart } from '../charts/ranking-chart.ts';
import { THEMES, type Theme } from '../charts/theme.ts';
import { UNFAMILIAR_RANKING } from '../unfamiliar.ts';
import { pngFile } from './png-file.ts';
import { checkWritable, writeWhole } from './write-whole.ts';

/** What `--chart` and `--theme` give. */
export interface ChartOptions {
  /** The file to write the chart to. */
  readonly chart?: string;
  readonly theme?: Theme;
}

/** Adds `--chart FILE.png` and `--theme` to a command that asks a question. */
export function addChartOptions(command: Command): Command {
  return command
    .option('--chart <file>', 'write a chart of what was weighed, and why it came out so: a .png file', pngFile)
    .addOption(new Option('--theme <theme>', 'the ground of the chart').choices(THEMES).default('light'));
}

/**
 * Asks, and writes the chart of what was weighed where one is wanted; of two questions, of the first. Where nothing was
 * weighed it says so on standard error. Throws what `ask` does, and a UserError (`file-unwritable`).
 */
export async function withChart({ chart, theme = 'light' }: ChartOptions, ask: () => Promise<Answer>): Promise<Answer> {
  if (chart === undefined) return ask();
  await checkWritable(chart);
  const answer = await ask();
  const { question, candidates, familiar } = answer;
  if (candidates.length === 0) {
    process.stderr.write('No chart was drawn: nothing was weighed for this question.\n');
    return answer;
  }
  const warning = familiar ? undefined : UNFAMILIAR_RANKING;
  const ranking = { question, rows: candidates, of: candidates.length, warning };
  await writeWhole(chart, await drawChart(rankingChart(ranking, { theme, words: CHART_WORDS })));
  return answer;
}
