/** Discord's first millisecond, 2015-01-01 (Discord's API reference, "Snowflakes"). */
const DISCORD_EPOCH = 1_420_070_400_000n;
/** A snowflake's time stands above 22 bits: 5 of worker, 5 of process, 12 of counter. */
const TIME_SHIFT = 22n;

/** Makes ids as Discord does: each greater than the one before, with its time of making in its upper bits. */
export function snowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const earliest = (BigInt(Math.floor(now())) - DISCORD_EPOCH) << TIME_SHIFT;
    last = earliest > last ? earliest : last + 1n;
    return last.toString();
  };
}

/** The shard that a server's events go to (Discord's gateway documentation, "Sharding"). */
export function shardOf(guildId: string, shardCount: number): number {
  return Number((BigInt(guildId) >> TIME_SHIFT) % BigInt(shardCount));
}
