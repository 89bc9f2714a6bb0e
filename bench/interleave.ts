/** Who takes part in a comparison. */
export interface Contestant<Name extends string | number> {
  readonly name: Name;
  /** Does its work once and says how long it took, or whatever else is compared. Rounds count up from 0, warm-up included. */
  take(round: number): Promise<number>;
}

/** How long a comparison goes on. */
export interface Rounds {
  /** Rounds that count. */
  readonly rounds: number;
  /** Rounds before those, whose values are dropped: caches fill, code gets compiled, memory is taken. */
  readonly warmUp: number;
  /** Between two turns, so that a contestant's threads come to rest before the next one is measured. */
  readonly settle?: () => Promise<void>;
}

/**
 * Lets contestants take turns, a b c a b c and so on, so that whatever else the machine does hits them all alike. Returns each
 * one's values, one for each round that counts, in the rounds' order.
 */
export async function interleave<Name extends string | number>(
  contestants: readonly Contestant<Name>[],
  { rounds, warmUp, settle = async () => {} }: Rounds,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const values = Object.fromEntries(contestants.map(({ name }) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const contestant of contestants) {
      await settle();
      const value = await contestant.take(round);
      if (round >= warmUp) values[contestant.name].push(value);
    }
  }
  return values;
}
