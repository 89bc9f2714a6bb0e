/** The middle value; of an even number of values the mean of the two in the middle. Throws a RangeError for none. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/**
 * The value that so many percent of the values do not exceed, straight lines between neighbours (Hyndman and Fan's type 7, as
 * NumPy's default). Of few values a high percentile is little more than the greatest. Throws a RangeError for none.
 */
export function percentile(values: readonly number[], percent: number): number {
  if (values.length === 0) throw new RangeError('no values have no percentile');
  const sorted = values.toSorted((a, b) => a - b);
  const place = (percent / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * How many times one contestant's value is another's: the median over the rounds of each round's own ratio. What slows a
 * whole round down, such as another program on the machine, falls out of it.
 */
export function pairedRatio(values: readonly number[], others: readonly number[]): number {
  if (values.length !== others.length)
    throw new RangeError(`${values.length} rounds do not pair with ${others.length}`);
  return median(values.map((value, round) => value / (others[round] as number)));
}
