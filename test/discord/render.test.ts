import { describe, expect, it } from 'vitest';
import type { Answer, Caption, Match, Ranking } from '../../src/answer.ts';
import { MODEST_CAPTION } from '../../src/captions/caption-picture.ts';
import { composeCaption } from '../../src/captions/compose-caption.ts';
import type { Chosen } from '../../src/discord/choose-picture.ts';
import { renderAnswer } from '../../src/discord/render-answer.ts';
import { renderAltText, renderCaption } from '../../src/discord/render-caption.ts';
import { renderMatch, renderRanking } from '../../src/discord/render-ranking.ts';
import { EN } from '../../src/discord/words/en.ts';
import { UNFAMILIAR, UNFAMILIAR_RANKING, UNFAMILIAR_REMEDY } from '../../src/unfamiliar.ts';
import { EVERY_LANGUAGE, expectUnbroken, hostileTexts } from './hostile.ts';

const picture = (name = 'dog.png', index = 0, spoiler = false) => ({
  url: 'https://x/',
  name,
  spoiler,
  size: 1,
  index,
});
const ONE: Chosen = { pictures: [picture()], of: 1 };
const SPOILERED: Chosen = { pictures: [picture('SPOILER_dog.png', 0, true)], of: 1 };
const LINK = 'https://discord.com/channels/1/2/3';

const settings = { style: 'bars', threshold: undefined } as const;
const ABOVE = { question: 'above', settings, words: EN } as const;
const QUOTED = { ...ABOVE, question: 'quoted' } as const;
const FOOTER = '-# glimpse-mini (small offline model: it knows drawings best) · 84 ms';

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
const declined: Answer = {
  ...answer,
  answer: '',
  confidence: 0,
  sure: false,
  family: 'reads-text',
  candidates: [],
  declined: 'in English',
};
const unsure: Answer = { ...answer, confidence: 0.3, sure: false };
const unfamiliar: Answer = { ...unsure, familiar: false, caption: UNFAMILIAR };

const caption: Caption = {
  caption: 'A dog on grass.',
  parts: { things: [{ thing: 'dog' }] },
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

const match: Match = {
  text: 'a dog',
  ranking: [
    { index: 1, score: 0.8, similarity: 0.3 },
    { index: 0, score: 0.2, similarity: 0.2 },
  ],
  familiar: true,
  model: 'glimpse-mini',
  milliseconds: 84,
};
const TWO: Chosen = { pictures: [picture('a.png', 0), picture('b.png', 1)], of: 2 };

/** The texts that everything is tried with. */
const HOSTILE = hostileTexts(100);

describe('renderAnswer', () => {
  it('says the answer and how sure it is first, then the caption, the bars and the model', () => {
    expect(renderAnswer([answer], ONE, ABOVE)).toBe(
      [
        '**dog** · 94 %',
        'A dog on grass.',
        '```',
        '█████████░  90 %  dog',
        '█░░░░░░░░░   6 %  fox',
        '░░░░░░░░░░   4 %  cat',
        '```',
        FOOTER,
      ].join('\n'),
    );
  });

  it("says that it can't tell instead of guessing, and names its best guesses", () => {
    const [verdict] = renderAnswer([unsure], ONE, ABOVE).split('\n');
    expect(verdict).toBe("I can't tell. My best guesses: **dog** (90 %), **fox** (6 %), **cat** (4 %)");
  });

  it('is as sure as the server wants it to be', () => {
    const verdict = (given: Answer, threshold: number) =>
      renderAnswer([given], ONE, { ...ABOVE, settings: { ...settings, threshold } }).split('\n')[0];
    expect(verdict(answer, 0.95)).toMatch(/^I can't tell/);
    expect(verdict(answer, 0.94)).toBe('**dog** · 94 %');
    expect(verdict(unsure, 0.2)).toBe('**dog** · 30 %');
  });

  it('is never sure of an unfamiliar picture, whatever the server wants', () => {
    const anything = { ...ABOVE, settings: { ...settings, threshold: 0 } };
    expect(renderAnswer([unfamiliar], ONE, anything)).not.toContain('dog');
    expect(renderAnswer([unfamiliar, unfamiliar], TWO, anything)).not.toContain('dog');
  });

  it('has no bars in the short style', () => {
    const short = { ...ABOVE, settings: { ...settings, style: 'short' as const } };
    expect(renderAnswer([answer], ONE, short)).toBe(['**dog** · 94 %', 'A dog on grass.', FOOTER].join('\n'));
  });

  it('leaves out a caption that says nothing', () => {
    expect(renderAnswer([{ ...answer, caption: MODEST_CAPTION }], ONE, ABOVE)).not.toContain(MODEST_CAPTION);
  });

  it('says of an unfamiliar picture that it is one, and what would help, in the place of any guess', () => {
    expect(renderAnswer([unfamiliar], ONE, QUOTED)).toBe(
      ['> what animal is this?', UNFAMILIAR, UNFAMILIAR_REMEDY, FOOTER].join('\n'),
    );
  });

  it('says what it does not do, and shows no bars for it', () => {
    expect(renderAnswer([declined], ONE, ABOVE)).toBe(
      [EN.answer.declined('reads-text'), 'A dog on grass.', FOOTER].join('\n'),
    );
  });

  it('says what it does not do about an unfamiliar picture, too', () => {
    const told = renderAnswer([{ ...declined, familiar: false, caption: UNFAMILIAR }], ONE, ABOVE);
    expect(told).toBe([EN.answer.declined('reads-text'), FOOTER].join('\n'));
  });

  it('answers two questions one after the other, each under its own words, with one caption', () => {
    const second = { ...answer, question: 'what color is it?', answer: 'brown' };
    const lines = renderAnswer([{ ...answer, second }], ONE, ABOVE).split('\n');
    expect(lines.filter((line) => /^[>*A]/.test(line))).toEqual([
      '> what animal is this?',
      '**dog** · 94 %',
      'A dog on grass.',
      '> what color is it?',
      '**brown** · 94 %',
    ]);
  });

  it('names each of several pictures, and shows no bars', () => {
    expect(renderAnswer([answer, unsure], { ...TWO, of: 5, link: LINK }, QUOTED)).toBe(
      [
        '> what animal is this?',
        'Picture 1 (a.png): **dog** · 94 %',
        'A dog on grass.',
        "Picture 2 (b.png): I can't tell. My best guesses: **dog** (90 %), **fox** (6 %), **cat** (4 %)",
        'A dog on grass.',
        `-# glimpse-mini (small offline model: it knows drawings best) · 168 ms · the first 2 of 5 pictures · [the picture](${LINK})`,
      ].join('\n'),
    );
  });

  it('declines once, not once for each picture', () => {
    const told = renderAnswer([declined, declined], TWO, QUOTED).split('\n');
    expect(told.slice(0, 3)).toEqual([
      '> what animal is this?',
      EN.answer.declined('reads-text'),
      'Picture 1 (a.png): A dog on grass.',
    ]);
  });

  it('tells which picture of a message it looked at', () => {
    expect(renderAnswer([answer], { ...ONE, of: 3 }, ABOVE)).toContain(' · picture 1 of 3');
    expect(renderAnswer([answer], { pictures: [picture('b.png', 1)], of: 3 }, ABOVE)).toContain(' · picture 2 of 3');
  });

  it('hides what a spoilered picture shows, and nothing else', () => {
    const lines = renderAnswer([answer], SPOILERED, QUOTED).split('\n');
    expect(lines[0]).toBe('> what animal is this?');
    expect(lines[1]).toBe('||**dog** · 94 %');
    expect(lines.at(-2)).toBe('```||');
    expect(lines.at(-1)).toBe(FOOTER);
  });

  it('hides of several pictures those that are spoilered', () => {
    const chosen = { pictures: [picture('a.png', 0), picture('SPOILER_b.png', 1, true)], of: 2 };
    const told = renderAnswer([answer, answer], chosen, ABOVE);
    expect(told).toContain('Picture 1 (a.png): **dog** · 94 %\n');
    expect(told).toContain('Picture 2 (b.png): ||**dog** · 94 %\nA dog on grass.||\n');
  });

  it('stays inside the limit and unbroken with any words', () => {
    for (const text of HOSTILE) {
      const candidates = Array.from({ length: 30 }, () => ({ answer: text, prompt: text, score: 0.01 }));
      const hostile = { ...answer, question: text, answer: text, caption: text, candidates };
      for (const given of [hostile, { ...hostile, sure: false }]) {
        const both = { ...given, second: given };
        const pictures = Array.from({ length: 4 }, (_, index) => picture(text, index, index % 2 === 0));
        const many = { pictures, of: 10, link: LINK.padEnd(90, '0'), newest: true as const };
        const single = { ...many, pictures: pictures.slice(0, 1) };
        expectUnbroken(renderAnswer([given], single, QUOTED), 1);
        expectUnbroken(renderAnswer([both], single, QUOTED), 2);
        expectUnbroken(renderAnswer([given, given, given, given], many, QUOTED), 2);
        expectUnbroken(renderAnswer([both, both, both, both], many, QUOTED), 2);
      }
    }
  });

  it('stays inside the limit where it declines, for every reason and two at once', () => {
    for (const family of ['reads-text', 'why', 'who-is-this', 'not-about-the-picture', 'other-language'] as const) {
      const refused = { ...declined, family, question: 'x'.repeat(300), caption: 'x'.repeat(300) };
      const both = { ...refused, second: refused };
      const pictures = Array.from({ length: 4 }, (_, index) => picture('x'.repeat(100), index, true));
      expectUnbroken(renderAnswer([both, both, both, both], { pictures, of: 9, link: LINK }, QUOTED), 4);
    }
  });
});

describe('renderCaption', () => {
  it('says the sentence and the model', () => {
    expect(renderCaption([caption], ONE, EN)).toBe('A dog on grass.\n-# Xenova/clip-vit-base-patch32 · 120 ms');
  });

  it('says of an unfamiliar picture that it is one, and what would help', () => {
    expect(renderCaption([{ ...caption, familiar: false }], ONE, EN)).toBe(
      `${UNFAMILIAR}\n${UNFAMILIAR_REMEDY}\n-# Xenova/clip-vit-base-patch32 · 120 ms`,
    );
  });

  it('links to the message where the picture is elsewhere', () => {
    expect(renderCaption([caption], { ...ONE, link: LINK }, EN)).toContain(`[the picture](${LINK})`);
    expect(renderCaption([caption], { ...ONE, link: LINK, newest: true }, EN)).toContain(
      `[the newest picture here](${LINK})`,
    );
  });

  it('is hidden where the picture is', () => {
    expect(renderCaption([caption], SPOILERED, EN)).toMatch(/^\|\|A dog on grass\.\|\|\n/);
  });

  it('names each of several pictures', () => {
    const [first, second] = renderCaption([caption, { ...caption, familiar: false }], TWO, EN).split('\n');
    expect([first, second]).toEqual(['Picture 1 (a.png): A dog on grass.', `Picture 2 (b.png): ${UNFAMILIAR}`]);
  });
});

describe('renderAltText', () => {
  it('puts the caption into a block to be copied', () => {
    expect(renderAltText([caption], ONE, EN)).toBe(
      [EN.answer.altTextReady, '```', 'A dog on grass.', '```', '-# Xenova/clip-vit-base-patch32'].join('\n'),
    );
  });

  it('offers nothing to be copied where it knows nothing about the picture', () => {
    for (const said of [
      { ...caption, familiar: false },
      { ...caption, caption: MODEST_CAPTION },
      { ...caption, caption: composeCaption({ things: [], place: 'in the kitchen' }) },
    ]) {
      expect(renderAltText([said], ONE, EN)).not.toMatch(/```|alt text/);
    }
  });

  it('gives each of several pictures a block of its own', () => {
    const told = renderAltText([caption, { ...caption, familiar: false }], TWO, EN);
    expect(told).toContain('Picture 1 (a.png):\n```\nA dog on grass.\n```\n');
    expect(told).toContain(`Picture 2 (b.png):\n${UNFAMILIAR}\n`);
  });

  it('stays inside the limit and unbroken with any words, as captions do', () => {
    for (const text of HOSTILE) {
      const pictures = Array.from({ length: 4 }, (_, index) => picture(text, index, true));
      const captions = Array.from({ length: 4 }, () => ({ ...caption, caption: `A ${text}` }));
      const chosen = { pictures, of: 10, link: LINK };
      expectUnbroken(renderAltText(captions, chosen, EN), 4);
      expectUnbroken(renderCaption(captions, chosen, EN), 4);
    }
  });
});

describe('renderRanking', () => {
  it('says in words which text fits best, then shows all', () => {
    expect(renderRanking(ranking, ONE, EN)).toBe(
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
    const [first, second] = renderRanking({ ...ranking, familiar: false }, ONE, EN).split('\n');
    expect([first, second]).toEqual([UNFAMILIAR_RANKING, '**a dog** fits best · 80 %']);
  });

  it('shows all of 25 texts, whatever they hold, inside the limit and unbroken', () => {
    for (const text of HOSTILE) {
      const long = Array.from({ length: 25 }, () => ({ text, score: 0.04, similarity: 0 }));
      const chosen = { pictures: [picture(text, 0, true)], of: 10, link: LINK.padEnd(90, '0'), newest: true as const };
      const shown = renderRanking({ ...ranking, ranking: long, familiar: false }, chosen, EN);
      expectUnbroken(shown, 1);
      expect(shown.split('\n').filter((line) => /^[█░]{10}/.test(line))).toHaveLength(25);
    }
  });
});

describe('renderMatch', () => {
  it('names the picture that fits best, then shows all', () => {
    expect(renderMatch(match, TWO, EN)).toBe(
      [
        '**Picture 2 (b.png)** fits “a dog” best · 80 %',
        '```',
        '████████░░  80 %  2. b.png',
        '██░░░░░░░░  20 %  1. a.png',
        '```',
        FOOTER,
      ].join('\n'),
    );
  });

  it('warns first where one of the pictures is unfamiliar', () => {
    expect(renderMatch({ ...match, familiar: false }, TWO, EN).split('\n')[0]).toBe(EN.answer.unfamiliarMatch);
  });

  it('is hidden where one of the pictures is', () => {
    const chosen = { pictures: [picture('SPOILER_a.png', 0, true), picture('b.png', 1)], of: 2 };
    expect(renderMatch(match, chosen, EN)).toMatch(/^\|\|[^|]*b\.png[^|]*1\. a\.png\n```\|\|\n-# /);
  });

  it('stays inside the limit and unbroken with any words', () => {
    for (const text of HOSTILE) {
      const pictures = Array.from({ length: 10 }, (_, index) => picture(text, index, true));
      const all = pictures.map(({ index }) => ({ index, score: 0.1, similarity: 0 }));
      expectUnbroken(renderMatch({ ...match, text, ranking: all, familiar: false }, { pictures, of: 10 }, EN), 1);
    }
  });
});

describe('every reply', () => {
  const WORST = ['*'.repeat(1000), 'x'.repeat(1000), '|`'.repeat(1000)];
  const many: Chosen = {
    pictures: Array.from({ length: 4 }, (_, index) => picture('_'.repeat(100), index, true)),
    of: 10,
    link: LINK.padEnd(90, '0'),
    newest: true,
  };
  const single = { ...many, pictures: many.pictures.slice(0, 1) };

  it.each(EVERY_LANGUAGE)('stays inside the limit and unbroken in the language of $commands.ask.name', (words) => {
    const quoted = { ...QUOTED, words };
    for (const text of WORST) {
      const candidates = Array.from({ length: 30 }, () => ({ answer: text, prompt: text, score: 0.01 }));
      const hostile = { ...unsure, question: text, answer: text, caption: text, candidates };
      const refused = { ...declined, family: 'not-about-the-picture' as const, question: text };
      for (const given of [hostile, refused, { ...hostile, familiar: false }]) {
        const both = { ...given, second: given };
        expectUnbroken(renderAnswer([both], single, quoted), given.familiar ? 2 : 1);
        expectUnbroken(renderAnswer([both, both, both, both], many, quoted), 4);
      }
      const captions = [caption, caption, caption, { ...caption, familiar: false }];
      expectUnbroken(renderAltText(captions, many, words), 4);
      expectUnbroken(renderCaption(captions, many, words), 4);
      const texts = Array.from({ length: 25 }, () => ({ text, score: 0.04, similarity: 0 }));
      expectUnbroken(renderRanking({ ...ranking, ranking: texts, familiar: false }, single, words), 1);
      const pictures = Array.from({ length: 10 }, (_, index) => picture(text, index, true));
      const all = pictures.map(({ index }) => ({ index, score: 0.1, similarity: 0 }));
      const matched = { ...match, text, ranking: all, familiar: false };
      expectUnbroken(renderMatch(matched, { pictures, of: 10 }, words), 1);
    }
  });
});
