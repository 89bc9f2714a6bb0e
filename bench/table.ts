import { median, pairedRatio, percentile } from './statistics.ts';

/** One line of a table. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'pictures/s' | 'MiB';
  /** How many values the figures are of. */
  readonly samples: number;
  readonly median: number;
  /** Absent where there is one value. */
  readonly p95?: number;
  /** How many times another row's value this is. */
  readonly ratio?: { readonly value: number; readonly to: string };
  readonly limits: readonly Limit[];
}

/** What a figure has to keep to. */
export interface Limit {
  readonly says: string;
  readonly met: boolean;
}

/** What one measurement gives. */
export interface Table {
  readonly title: string;
  /** What has to be known to read it. */
  readonly note: string;
  readonly rows: readonly Row[];
}

/** What a row is made from. */
export interface RowParts {
  readonly what: string;
  readonly unit?: Row['unit'];
  readonly values: readonly number[];
  /** The row that it is compared with, and that row's values of the same rounds. */
  readonly to?: readonly [name: string, values: readonly number[]];
  /** Given the median and the ratio, which is NaN without `to`. */
  readonly limits?: readonly ((median: number, ratio: number) => Limit)[];
}

/** Makes a row out of a contestant's values. */
export function row({ what, unit = 'ms', values, to, limits = [] }: RowParts): Row {
  const middle = median(values);
  const ratio = to && pairedRatio(values, to[1]);
  return {
    what,
    unit,
    samples: values.length,
    median: middle,
    ...(values.length > 1 && { p95: percentile(values, 95) }),
    ...(to && ratio !== undefined && { ratio: { value: ratio, to: to[0] } }),
    limits: limits.map((limit) => limit(middle, ratio ?? Number.NaN)),
  };
}

/** The table in Markdown. */
export function inMarkdown({ title, note, rows }: Table, model: string): string {
  const head = ['what', 'n', 'median', 'p95', 'ratio', 'limit'];
  const body = rows.map(({ what, unit, samples, median: middle, p95, ratio, limits }) => [
    what,
    String(samples),
    `${inDigits(middle)} ${unit}`,
    p95 === undefined ? '' : `${inDigits(p95)} ${unit}`,
    ratio ? `${inDigits(ratio.value)} of ${ratio.to}` : '',
    limits.map(({ says, met }) => `${says}: ${met ? 'yes' : 'NO'}`).join('; '),
  ]);
  const lines = [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`);
  return `### ${title} (${model})\n\n${note}\n\n${lines.join('\n')}\n`;
}

/** Three digits that mean something. */
function inDigits(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);
}
