import type { HeatGrid } from './heat-grid.ts';

/**
 * Which hill of a map of heat each cell is on, by the hill's hottest cell: `Int32Array[columns * rows]`. Two hills are one where the
 * lower rises from the saddle between them by `least` at most, as a share of all that is between the coldest cell and the hottest.
 * It is a watershed: cells are taken hottest first, and each goes to its hottest neighbour's hill.
 */
export function hillsOf(grid: HeatGrid, least: number): Int32Array {
  const { values } = grid;
  const rise = least * (Math.max(...values) - Math.min(...values));
  const heat = (at: number) => values[at] ?? 0;
  /** A hotter cell of its hill; a hill's hottest is its own. */
  const above = new Int32Array(values.length).fill(-1);
  const topOf = (at: number): number => {
    let top = at;
    while (above[top] !== top) top = above[top] as number;
    above[at] = top;
    return top;
  };
  const order = [...values.keys()].sort((a, b) => heat(b) - heat(a));
  for (const at of order) {
    const hotter = neighboursOf(at, grid).filter((next) => above[next] !== -1);
    const hottest = hotter.reduce((best, next) => (heat(next) > heat(best) ? next : best), hotter[0] ?? at);
    above[at] = at;
    if (hotter.length === 0) continue;
    above[at] = topOf(hottest);
    const [highest, ...lower] = [...new Set(hotter.map(topOf))].sort((a, b) => heat(b) - heat(a));
    for (const top of lower) if (highest !== undefined && heat(top) - heat(at) <= rise) above[top] = highest;
  }
  return above.map((_, at) => topOf(at));
}

/** The cells to the left and right of one, above and below it. */
export function neighboursOf(at: number, { columns, rows }: Pick<HeatGrid, 'columns' | 'rows'>): readonly number[] {
  const column = at % columns;
  return [
    ...(column > 0 ? [at - 1] : []),
    ...(column < columns - 1 ? [at + 1] : []),
    ...(at >= columns ? [at - columns] : []),
    ...(at < columns * (rows - 1) ? [at + columns] : []),
  ];
}
