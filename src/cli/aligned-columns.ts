/** Lines of columns two spaces apart, the first flush left, the others flush right. */
export function alignedColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}

/** A percentage to two decimals, or a dash where there is none. */
export const figure = (percent: number | null): string => (percent === null ? '–' : percent.toFixed(2));
