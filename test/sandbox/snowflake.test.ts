import { SnowflakeUtil } from 'discord.js';
import { expect, test } from 'vitest';
import { shardOf, snowflakes } from '../../src/sandbox/snowflake.ts';

const TIME = Date.UTC(2026, 0, 1);

test('ids rise, even while the clock stands still or goes back', () => {
  const times = [TIME, TIME, TIME, TIME - 1000, TIME + 1];
  const nextId = snowflakes(() => times.shift() ?? TIME);
  const ids = [nextId(), nextId(), nextId(), nextId(), nextId()].map(BigInt);
  expect(ids).toEqual([...ids].sort((a, b) => (a < b ? -1 : 1)));
  expect(new Set(ids).size).toBe(5);
});

test('discord.js reads the time out of an id', () => {
  expect(SnowflakeUtil.timestampFrom(snowflakes(() => TIME)())).toBe(TIME);
});

test('servers are dealt out to shards by the time in their ids', () => {
  expect([0n, 1n, 2n, 3n].map((time) => shardOf((time << 22n).toString(), 2))).toEqual([0, 1, 0, 1]);
});
