import { describe, expect, it } from 'vitest';
import type { Answer, Caption, Ranking } from '../../src/answer.ts';
import { DISCORD } from '../../src/discord/limits.ts';
import { renderAnswer } from '../../src/discord/render-answer.ts';
import { renderCaption } from '../../src/discord/render-caption.ts';
import { renderRanking } from '../../src/discord/render-ranking.ts';
import { UNFAMILIAR, UNFAMILIAR_RANKING, UNFAMILIAR_REMEDY } from '../../src/unfamiliar.ts';

const ONE = { spoiler: false, count: 1 };

const answer: Answer = {
  question: 'what animal is this?',
  answer: 'dog',
  confidence: 0.94,
  sure: true,
  family: 'kind',
  candidates: [
    { answer: 'dog', prompt: 'a photo of a dog', score: 0.9 },
    { answer: 'fox', prompt: 'a photo of a fox', score: 0.06 },
    { answer: 'cat', prompt: 'a photo of a cat', score: 0.04 },
  ],
  familiar: true,
  caption: 'A dog on grass.',
  model: 'glimpse-mini',
  milliseconds: 84,
};

const caption: Caption = {
  caption: 'A dog on grass.',
  familiar: true,
  candidates: [{ caption: 'A dog on grass.', score: 1 }],
  model: 'Xenova/clip-vit-base-patch32',
  milliseconds: 120,
};

const ranking: Ranking = {
  ranking: [
    { text: 'a dog', score: 0.8, similarity: 0.3 },
    { text: 'a cat', score: 0.2, similarity: 0.2 },
  ],
  familiar: true,
  model: 'glimpse-mini',
};

/** Grows to twice its length when it is escaped, and would end blocks and spoilers. */
const HOSTILE = '*`|'.repeat(1000);

describe('renderAnswer', () => {
  it('says the answer and how sure it is first, then the caption, the bars and the model', () => {
    expect(renderAnswer(answer, ONE, 'above').content).toBe(
      [
        '**dog** · 94 %',
        'A dog on grass.',
        '```',
        '█████████░  90 %  dog',
        '█░░░░░░░░░   6 %  fox',
        '░░░░░░░░░░   4 %  cat',
        '```',
        '-# glimpse-mini (small offline model: it knows drawings best) · 84 ms',
      ].join('\n'),
    );
  });

  it("says that it can't tell instead of guessing, and names its best guesses", () => {
    const [verdict] = renderAnswer({ ...answer, sure: false }, ONE, 'above').content.split('\n');
    expect(verdict).toBe("I can't tell. My best guesses: **dog** (90 %), **fox** (6 %), **cat** (4 %)");
  });

  it('says of an unfamiliar picture that it is one, and what would help, in the place of any guess', () => {
    expect(renderAnswer({ ...answer, familiar: false, sure: false }, ONE, 'quoted').content).toBe(
      [
        '> what animal is this?',
        UNFAMILIAR,
        UNFAMILIAR_REMEDY,
        '-# glimpse-mini (small offline model: it knows drawings best) · 84 ms',
      ].join('\n'),
    );
  });

  it('says what it does not do, and shows no bars for it', () => {
    const declined = { ...answer, answer: '', sure: false, candidates: [], declined: "I can't read text in pictures." };
    expect(renderAnswer(declined, ONE, 'above').content).toBe(
      [
        "I can't read text in pictures.",
        'A dog on grass.',
        '-# glimpse-mini (small offline model: it knows drawings best) · 84 ms',
      ].join('\n'),
    );
  });

  it('answers two questions one after the other, each under its own words, with one caption', () => {
    const { caption: _, ...second } = { ...answer, question: 'what color is it?', answer: 'brown' };
    const { content } = renderAnswer({ ...answer, second }, ONE, 'above');
    const lines = content.split('\n').filter((line) => /^[>*A]/.test(line));
    expect(lines).toEqual([
      '> what animal is this?',
      '**dog** · 94 %',
      'A dog on grass.',
      '> what color is it?',
      '**brown** · 94 %',
    ]);
  });

  it('quotes the question where the reply does not stand below it', () => {
    expect(renderAnswer(answer, ONE, 'quoted').content.split('\n')[0]).toBe('> what animal is this?');
  });

  it('says so where it looked at the first of several pictures', () => {
    expect(renderAnswer(answer, { spoiler: false, count: 3 }, 'above').content).toContain('the first of 3 pictures');
  });

  it('hides what a spoilered picture shows, and nothing else', () => {
    const lines = renderAnswer(answer, { spoiler: true, count: 1 }, 'quoted').content.split('\n');
    expect(lines[0]).toBe('> what animal is this?');
    expect(lines[1]).toBe('||**dog** · 94 %');
    expect(lines.at(-2)).toBe('```||');
    expect(lines.at(-1)).toMatch(/^-# glimpse-mini/);
  });

  it('stays inside the limit and unbroken with the longest and most hostile words', () => {
    const candidates = Array.from({ length: 30 }, () => ({ answer: HOSTILE, prompt: HOSTILE, score: 0.01 }));
    const hostile = { ...answer, question: HOSTILE, answer: HOSTILE, caption: HOSTILE, candidates, sure: false };
    const picture = { spoiler: true, count: 10, messageUrl: `https://discord.com/channels/${'1'.repeat(60)}` };
    const { content } = renderAnswer(hostile, picture, 'quoted');
    expect(content.length).toBeLessThanOrEqual(DISCORD.content);
    expect(content.match(/```/g)).toHaveLength(2);
    expect(content.match(/\|\|/g)).toHaveLength(2);
    const two = renderAnswer({ ...hostile, second: hostile }, picture, 'quoted').content;
    expect(two.length).toBeLessThanOrEqual(DISCORD.content);
    expect(two.match(/```/g)).toHaveLength(4);
  });
});

describe('renderCaption', () => {
  it('says the sentence and the model', () => {
    expect(renderCaption(caption, ONE).content).toBe('A dog on grass.\n-# Xenova/clip-vit-base-patch32 · 120 ms');
  });

  it('says of an unfamiliar picture that it is one, and what would help', () => {
    expect(renderCaption({ ...caption, familiar: false }, ONE).content).toBe(
      `${UNFAMILIAR}\n${UNFAMILIAR_REMEDY}\n-# Xenova/clip-vit-base-patch32 · 120 ms`,
    );
  });

  it('links to the message where the picture is elsewhere', () => {
    const url = 'https://discord.com/channels/1/2/3';
    expect(renderCaption(caption, { ...ONE, messageUrl: url }).content).toContain(`[the picture](${url})`);
  });

  it('is hidden where the picture is', () => {
    expect(renderCaption(caption, { spoiler: true, count: 1 }).content).toMatch(/^\|\|A dog on grass\.\|\|\n/);
  });
});

describe('renderRanking', () => {
  it('says in words which text fits best, then shows all', () => {
    expect(renderRanking(ranking, ONE).content).toBe(
      [
        '**a dog** fits best · 80 %',
        '```',
        '████████░░  80 %  a dog',
        '██░░░░░░░░  20 %  a cat',
        '```',
        '-# glimpse-mini (small offline model: it knows drawings best)',
      ].join('\n'),
    );
  });

  it('warns first where the picture is unfamiliar', () => {
    const [first, second] = renderRanking({ ...ranking, familiar: false }, ONE).content.split('\n');
    expect([first, second]).toEqual([UNFAMILIAR_RANKING, '**a dog** fits best · 80 %']);
  });

  it('stays inside the limit with 25 long texts and a warning', () => {
    const long = Array.from({ length: 25 }, (_, i) => ({ text: `${i}${HOSTILE}`, score: 0.04, similarity: 0 }));
    const { content } = renderRanking({ ...ranking, ranking: long, familiar: false }, { spoiler: true, count: 1 });
    expect(content.length).toBeLessThanOrEqual(DISCORD.content);
    expect(content.split('\n').filter((line) => line.includes('%  '))).toHaveLength(25);
  });
});
