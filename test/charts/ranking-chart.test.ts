import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { ScoredCandidate } from '../../src/answer.ts';
import { CHART_WORDS } from '../../src/charts/chart-words.ts';
import { describeChart } from '../../src/charts/describe-chart.ts';
import { drawChart } from '../../src/charts/draw-chart.ts';
import { type ChartedRanking, MOST_ROWS, rankingChart } from '../../src/charts/ranking-chart.ts';
import { PALETTES, THEMES } from '../../src/charts/theme.ts';
import { EVERY_LANGUAGE, hostileTexts } from '../discord/hostile.ts';

const DOG: ScoredCandidate = {
  answer: 'dog',
  prompt: 'a photo of a dog',
  score: 0.94,
  weighing: { similarity: 0.281, bias: 0.052, prior: -0.4 },
};
const rankingOf = (rows: readonly ScoredCandidate[], more: Partial<ChartedRanking> = {}): ChartedRanking => ({
  question: 'what animal is this?',
  rows,
  of: rows.length,
  ...more,
});
const LIGHT = { theme: 'light', words: CHART_WORDS } as const;
const many = (count: number, row = DOG) => Array.from({ length: count }, () => row);

describe('a chart', () => {
  it.each(THEMES)('is a card on its own %s ground, drawn at twice its size', async (theme) => {
    const chart = rankingChart(rankingOf([DOG]), { theme, words: CHART_WORDS });
    const { data, info } = await sharp(await drawChart(chart))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([chart.width * 2, chart.height * 2]);
    const at = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * info.channels).subarray(0, info.channels),
    ];
    const ground = PALETTES[theme].ground
      .slice(1)
      .match(/../g)
      ?.map((part) => Number.parseInt(part, 16));
    expect(at(info.width / 2, 12)).toEqual([...(ground ?? []), 255]);
    // Its corners are round.
    expect(at(0, 0)[3]).toBe(0);
  });

  it('has a row for each of the best candidates, and one line for all that are more', () => {
    const height = (count: number, of = count) => rankingChart(rankingOf(many(count), { of }), LIGHT).height;
    const row = height(2) - height(1);
    expect(row).toBeGreaterThan(40);
    expect(height(MOST_ROWS) - height(1)).toBe(row * (MOST_ROWS - 1));
    expect(height(40)).toBe(height(MOST_ROWS, 40));
    expect(height(40) - height(MOST_ROWS)).toBeLessThan(row);
  });

  it('has longer bars for greater shares', () => {
    const widths = rankingChart(rankingOf([DOG, { ...DOG, score: 0.06 }]), LIGHT)
      .svg.match(/<rect [^>]*fill="#(?:b5d0fa|d7dde4)"/g)
      ?.map((bar) => Number(/ width="([\d.]+)"/.exec(bar)?.[1]));
    expect(widths?.map((width) => Math.round(width))).toEqual([489, 31]);
  });

  it('shows the sentences that a candidate stands for', () => {
    const rivals = [{ prompt: 'a guitar', similarity: 0.3, bias: 0.02 }];
    const none: ScoredCandidate = {
      ...DOG,
      answer: 'no',
      weighing: { similarity: 0.2, bias: 0.02, prior: 0, rivals, rivalsCount: 16 },
    };
    const plain = rankingChart(rankingOf([DOG, DOG]), LIGHT);
    expect(rankingChart(rankingOf([DOG, none]), LIGHT).height).toBeGreaterThan(plain.height + 30);
  });

  it.each(EVERY_LANGUAGE)('has a title where nobody asked, in the language of $commands.ask.name', ({ why }) => {
    const words = why.chart;
    const drawn = (question: string) => rankingChart(rankingOf([DOG], { question }), { theme: 'dark', words }).svg;
    expect(drawn('')).toBe(drawn(words.captions));
  });

  it('shows shares alone where nothing more is known of them, as of older answers', () => {
    const { weighing: _, ...old } = DOG;
    expect(rankingChart(rankingOf([old]), LIGHT).height).toBeLessThan(rankingChart(rankingOf([DOG]), LIGHT).height);
  });

  it('stays a picture whose words stay inside of it, whatever they are', async () => {
    for (const text of hostileTexts(5)) {
      const rivals = many(3).map(() => ({ prompt: text, similarity: 0.3, bias: 0.02 }));
      const row: ScoredCandidate = {
        answer: text,
        prompt: `a ${text}`,
        score: 0.001,
        weighing: { similarity: -0.1, bias: -0.05, prior: -123.4, rivals },
      };
      const chart = rankingChart(rankingOf(many(3, row), { question: text, warning: text }), LIGHT);
      expect(
        chart.svg.replace(/<svg [^<>]*><text [^<>]*>[^<>]*<\/text><\/svg>|<(?:path|rect|svg) [^<>]*>|<\/svg>/g, ''),
      ).toBe('');
      const { data, info } = await sharp(Buffer.from(chart.svg))
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      for (let y = 20; y < chart.height - 20; y += 1)
        for (const x of [8, chart.width - 9]) expect(data[(y * info.width + x) * info.channels]).toBe(255);
    }
  });

  it.each(EVERY_LANGUAGE)('has room for the words of the language of $commands.ask.name', ({ why }) => {
    const chart = rankingChart(rankingOf(many(12), { of: 300 }), { theme: 'dark', words: why.chart });
    expect(chart.height).toBeLessThan(760);
  });
});

describe('what a chart says to those who can not see it', () => {
  it('is all that it shows', () => {
    const { weighing: _, ...old } = { ...DOG, answer: 'fox', prompt: 'a photo of a fox', score: 0.06 };
    expect(describeChart(rankingOf([DOG, old], { of: 4, warning: 'It means little.' }), CHART_WORDS, 1000)).toBe(
      'Chart of what was compared with the picture for “what animal is this?”. It means little. ' +
        '1. dog (a photo of a dog): 94 %, similarity 0.281, bias 0.052, prior −0.40. 2. fox (a photo of a fox): 6 %. … and 2 more · ' +
        '(similarity − bias) × the scale of the model + prior decides the share.',
    );
  });

  it('is of captions where there was no question, each without its full stop before the colon', () => {
    const caption = 'A rocket in space at night.';
    const rows = [caption, 'Stars...'].map((text) => ({ answer: text, prompt: text, score: 0.27 }));
    expect(describeChart(rankingOf(rows, { question: '' }), CHART_WORDS, 1000)).toBe(
      'Chart of the captions that were compared with the picture. 1. A rocket in space at night: 27 %. 2. Stars...: 27 %.',
    );
  });

  it('stays as short as it has to, and then tells how much more there is', () => {
    const text = describeChart(rankingOf(many(10, { ...DOG, prompt: 'x'.repeat(200) })), CHART_WORDS, 1024);
    expect(text.length).toBeLessThanOrEqual(1024);
    expect(text).toMatch(/3\. dog .* … and \d more ·/);
  });
});
