import type { Held, ScoredCandidate } from '../answer.ts';
import { percent } from '../chart.ts';
import type { ChartWords } from './chart-words.ts';
import { type Chart, Drawing, MARGIN, WIDTH } from './drawing.ts';
import { shortenedText, type TextStyle } from './picture-text.ts';
import { shareFormula } from './share-formula.ts';
import { signed } from './signed.ts';
import { PALETTES, type Theme } from './theme.ts';
import { wrappedText } from './wrapped-text.ts';

/** What was weighed, best first. */
export interface ChartedRanking {
  /** The question; '' where the rows are captions. */
  readonly question: string;
  readonly rows: readonly ScoredCandidate[];
  /** How many were weighed, those included that are not among the rows. */
  readonly of: number;
  /** What has to be known of all of it, e.g. that it means little. */
  readonly warning?: string | undefined;
}

export interface ChartManner {
  readonly theme: Theme;
  readonly words: ChartWords;
  /** Rows that are drawn at most; the others are counted. */
  readonly most?: number;
}

/** Rows of a chart: more are read by nobody. */
export const MOST_ROWS = 10;
const RIGHT = WIDTH - MARGIN;
/** Where ranks end, and answers and sentences begin. */
const RANK = MARGIN + 22;
const TEXT = RANK + 10;
/** Where the numbers of each column end. */
const COLUMN = { similarity: 338, bias: 402, prior: 462, share: RIGHT - 10 } as const;
/** Enough for all languages. */
const FORMULA_LINES = 5;
/** Between columns at least. */
const GAP = 8;
const INDENT = 12;

const TITLE = { size: 18, weight: 'semibold' } as const;
const ANSWER = { size: 16, weight: 'semibold' } as const;
const NUMBER = { size: 15 } as const;
const SMALL = { size: 13 } as const;

/**
 * A ranking as a chart: a row for each candidate, on a bar as long as its share, with the sentence that was compared with the
 * picture, its similarity, bias and prior. Where a candidate stands for several sentences, the closest of them follow below.
 * Takes some milliseconds; the text is drawn as outlines (`pictureText`), so that the picture needs no font.
 */
export function rankingChart(ranking: ChartedRanking, { theme, words, most = MOST_ROWS }: ChartManner): Chart {
  const palette = PALETTES[theme];
  const rows = ranking.rows.slice(0, most);
  const isWeighed = rows.some(({ weighing }) => weighing !== undefined);
  const sayAlike = rows.every(({ answer, prompt, weighing }) => answer === prompt && !weighing?.rivalsCount);
  const drawing = new Drawing(palette);
  const title = ranking.question === '' ? words.captions : ranking.question;
  drawing.lines(wrappedText(title, RIGHT - MARGIN, 2, TITLE), { ...TITLE, fill: palette.ink }, 24);
  if (ranking.warning)
    drawing.lines(wrappedText(ranking.warning, RIGHT - MARGIN, 3, SMALL), { ...SMALL, fill: palette.warning }, 18);
  if (rows.length > 0) heading(drawing, words, isWeighed);
  rows.forEach((row, at) => {
    candidateRow(drawing, row, at, { isWeighed, sayAlike, words });
  });
  const left = ranking.of - rows.length;
  if (left > 0) drawing.lines([words.more(left)], { ...SMALL, fill: palette.soft, x: TEXT }, 20);
  for (const { weighing } of rows) if (weighing?.rivals) rivalRows(drawing, weighing.rivals, words);
  const formula = isWeighed ? shareFormula(ranking, words) : undefined;
  if (formula) {
    drawing.y += 4;
    drawing.lines(formulaLines(formula), { ...SMALL, fill: palette.soft }, 18);
  }
  return drawing.finished();
}

/** A formula (`shareFormula`) as the lines at the foot of a chart. */
export const formulaLines = (formula: string): readonly string[] =>
  wrappedText(formula, RIGHT - MARGIN, FORMULA_LINES, SMALL);

/** The names of the columns, and their units below. */
function heading(drawing: Drawing, words: ChartWords, isWeighed: boolean): void {
  drawing.y += 8;
  const columns = [
    ...(isWeighed
      ? [
          { end: COLUMN.similarity, width: 90, name: words.similarity, unit: words.cosine },
          {
            end: COLUMN.bias,
            width: COLUMN.bias - COLUMN.similarity - GAP,
            name: `− ${words.bias}`,
            unit: words.cosine,
          },
          { end: COLUMN.prior, width: COLUMN.prior - COLUMN.bias - GAP, name: `+ ${words.prior}`, unit: 'nats' },
        ]
      : []),
    { end: COLUMN.share, width: COLUMN.share - COLUMN.prior - GAP, name: words.share, unit: '%' },
  ];
  for (const { end, width, name, unit } of columns) {
    const placed = { ...SMALL, x: end, anchor: 'end', fill: drawing.palette.soft } as const;
    drawing.text(shortenedText(name, width, SMALL), { ...placed, y: drawing.y + 12 });
    drawing.text(shortenedText(unit, width, SMALL), { ...placed, y: drawing.y + 27 });
  }
  drawing.y += 36;
}

interface RowManner {
  /** Whether any row has more than its share. */
  readonly isWeighed: boolean;
  /** Whether all answers are their own sentences, so that these need no line. */
  readonly sayAlike: boolean;
  readonly words: ChartWords;
}

function candidateRow(
  drawing: Drawing,
  { answer, prompt, score, weighing }: ScoredCandidate,
  at: number,
  { isWeighed, sayAlike, words }: RowManner,
): void {
  const { palette } = drawing;
  const sentence = weighing?.rivalsCount ? words.average(weighing.rivalsCount) : prompt;
  const height = sayAlike ? 34 : 50;
  const whole = RIGHT - MARGIN;
  drawing.bar(MARGIN, whole, height, palette.track);
  const share = Math.min(1, Math.max(0, score));
  drawing.bar(MARGIN, Math.max(3, whole * share), height, at === 0 ? palette.best : palette.other);
  const y = drawing.y + 22;
  drawing.text(String(at + 1), { ...NUMBER, x: RANK, y, anchor: 'end', fill: palette.soft });
  const room = (isWeighed ? COLUMN.similarity - 52 : COLUMN.share - 60) - TEXT - GAP;
  drawing.text(shortenedText(answer, room, ANSWER), { ...ANSWER, x: TEXT, y, fill: palette.ink });
  if (weighing) numbers(drawing, weighing, y, NUMBER);
  if (weighing) end(drawing, signed(weighing.prior, 2), COLUMN.prior, y, NUMBER);
  drawing.text(percent(share), { ...NUMBER, weight: 'semibold', x: COLUMN.share, y, anchor: 'end', fill: palette.ink });
  if (!sayAlike) {
    const cut = shortenedText(sentence, RIGHT - 10 - TEXT, SMALL);
    drawing.text(cut, { ...SMALL, x: TEXT, y: drawing.y + 41, fill: palette.soft });
  }
  drawing.y += height + 4;
}

/** The sentences that a candidate stands for, with what they weigh. */
function rivalRows(
  drawing: Drawing,
  rivals: readonly (Held & { readonly prompt: string })[],
  { closest }: ChartWords,
): void {
  const { ink, soft } = drawing.palette;
  drawing.y += 6;
  drawing.lines([closest], { ...SMALL, weight: 'semibold', fill: soft, x: TEXT }, 22);
  for (const { prompt, ...held } of rivals) {
    const y = drawing.y + 15;
    const room = COLUMN.similarity - 52 - TEXT - INDENT - GAP;
    drawing.text(shortenedText(prompt, room, SMALL), { ...SMALL, x: TEXT + INDENT, y, fill: ink });
    numbers(drawing, held, y, SMALL);
    drawing.y += 22;
  }
}

function numbers(drawing: Drawing, { similarity, bias }: Held, y: number, style: TextStyle): void {
  end(drawing, signed(similarity, 3), COLUMN.similarity, y, style);
  end(drawing, signed(bias, 3), COLUMN.bias, y, style);
}

function end(drawing: Drawing, text: string, x: number, y: number, style: TextStyle): void {
  drawing.text(text, { ...style, x, y, anchor: 'end', fill: drawing.palette.ink });
}
