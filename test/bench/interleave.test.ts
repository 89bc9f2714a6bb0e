import { describe, expect, it } from 'vitest';
import { interleave } from '../../bench/interleave.ts';

/** Two contestants that write down their turns, and give 10 or 20 plus the round's number. */
function twoContestants(turns: string[]) {
  const contestant = <Name extends string>(name: Name, base: number) => ({
    name,
    take: async (round: number) => {
      turns.push(`${name}${round}`);
      return base + round;
    },
  });
  return [contestant('a', 10), contestant('b', 20)];
}

describe('interleave', () => {
  it('lets the contestants take turns, round after round', async () => {
    const turns: string[] = [];
    await interleave(twoContestants(turns), { rounds: 2, warmUp: 1 });
    expect(turns).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
  });

  it('drops the values of the rounds that warm up', async () => {
    expect(await interleave(twoContestants([]), { rounds: 2, warmUp: 1 })).toEqual({ a: [11, 12], b: [21, 22] });
  });

  it('lets the machine settle before every turn', async () => {
    const turns: string[] = [];
    const settle = async () => void turns.push('settle');
    await interleave(twoContestants(turns), { rounds: 1, warmUp: 0, settle });
    expect(turns).toEqual(['settle', 'a0', 'settle', 'b0']);
  });
});
