import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../bench/limits.ts';
import { inMarkdown, row } from '../../bench/table.ts';

describe('row', () => {
  it('compares a contestant with another round by round', () => {
    const made = row({ what: 'own', values: [2, 4, 60], to: ['bare', [1, 2, 30]] });
    expect(made).toEqual({
      what: 'own',
      unit: 'ms',
      samples: 3,
      median: 4,
      p95: expect.closeTo(54.4, 10),
      ratio: { value: 2, to: 'bare' },
      limits: [],
    });
  });

  it('has no 95th percentile of a single value', () => {
    expect(row({ what: 'own', values: [7] })).not.toHaveProperty('p95');
  });

  it('says whether a limit on the ratio is kept', () => {
    const against = (other: number) =>
      row({ what: 'own', values: [6], to: ['bare', [other]], limits: [LIMITS.question] });
    expect(against(5).limits).toEqual([{ says: 'at most 1.25 times', met: true }]);
    expect(against(4).limits).toEqual([{ says: 'at most 1.25 times', met: false }]);
  });

  it('says whether a limit on the value itself is kept', () => {
    const taking = (value: number) =>
      row({ what: 'scoring', values: [value], limits: [LIMITS.scoring] }).limits[0]?.met;
    expect([taking(1.9), taking(2.1)]).toEqual([true, false]);
  });

  it('does not call a limit kept that is on a ratio to nothing', () => {
    expect(row({ what: 'own', values: [1], limits: [LIMITS.question, LIMITS.throughput] }).limits).toMatchObject([
      { met: false },
      { met: false },
    ]);
  });
});

describe('inMarkdown', () => {
  it('shows every row with its figures and whether it keeps its limits', () => {
    const rows = [
      row({ what: 'own', values: [120, 120], to: ['bare', [100, 100]], limits: [LIMITS.question] }),
      row({ what: 'bare', values: [0.5] }),
    ];
    expect(inMarkdown({ title: 'A question', note: 'A note.', rows }, 'mini')).toBe(
      [
        '### A question (mini)',
        '',
        'A note.',
        '',
        '| what | n | median | p95 | ratio | limit |',
        '| --- | --- | --- | --- | --- | --- |',
        '| own | 2 | 120 ms | 120 ms | 1.20 of bare | at most 1.25 times: yes |',
        '| bare | 1 | 0.500 ms |  |  |  |',
        '',
      ].join('\n'),
    );
  });
});
