import { describe, expect, it } from 'vitest';
import { exportCorrections } from '../../src/discord/export-corrections.ts';
import type { Correction } from '../../src/memory/corrections.ts';

const corrections = Array.from({ length: 50 }, (_, at): Correction => {
  const question = `is that a “caf\u00e9” or ${at}?`;
  const createdAt = at * 1000;
  return {
    answerId: undefined,
    guildId: '1',
    channelId: '2',
    question,
    given: 'no',
    right: 'yes',
    byUserId: '3',
    createdAt,
  };
});

describe('exportCorrections', () => {
  it('writes all of them, oldest first, as JSON that names no person', () => {
    const { bytes, count } = exportCorrections(corrections, 1_000_000);
    expect(count).toBe(50);
    const read = JSON.parse(bytes.toString()) as object[];
    expect(read).toHaveLength(50);
    expect(read[1]).toEqual({
      question: 'is that a “caf\u00e9” or 1?',
      given: 'no',
      right: 'yes',
      channel: '2',
      at: '1970-01-01T00:00:01.000Z',
    });
  });

  it.each([100, 999, 2000, 2001, 2100])('keeps the newest within %d bytes', (most) => {
    const { bytes, count } = exportCorrections(corrections, most);
    expect(bytes.length).toBeLessThanOrEqual(most);
    const read = JSON.parse(bytes.toString()) as { readonly question: string }[];
    expect(read.map(({ question }) => question)).toEqual(
      corrections.slice(corrections.length - count).map(({ question }) => question),
    );
  });

  it('fills a file that just has room for them', () => {
    const whole = exportCorrections(corrections, 1_000_000).bytes.length;
    expect(exportCorrections(corrections, whole + 2).count).toBe(50);
    expect(exportCorrections(corrections, whole - 1).count).toBeLessThan(50);
  });
});
