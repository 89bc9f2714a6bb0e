import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Weighed, weighedAs } from '../../../src/discord/answer-record.ts';
import { renderWhy } from '../../../src/discord/controls/why.ts';
import { DISCORD } from '../../../src/discord/limits.ts';
import { EN } from '../../../src/discord/words/en.ts';
import { UNFAMILIAR_RANKING } from '../../../src/unfamiliar.ts';
import { EVERY_LANGUAGE, expectUnbroken, hostileTexts } from '../hostile.ts';
import { labelsUnder, press } from '../press.ts';
import { picture, type Scene, startScene } from '../scene.ts';
import { ScriptedGlimpse } from '../scripted-glimpse.ts';

const DOG = { answer: 'dog', prompt: 'a photo of a dog', score: 0.94 };
const FOX = { answer: 'fox', prompt: 'a photo of a fox', score: 0.06 };
const weighed = (question: string, rows: Weighed['rows'] = [DOG, FOX], familiar = true) =>
  weighedAs(question, familiar, rows);
const pictures = (count: number, spoiler = false, name = 'cat.png') =>
  Array.from({ length: count }, (_, index) => ({ source: 'reply', index, url: 'https://x/', name, spoiler }) as const);

const TABLE = ['```', '1.  94 %  dog  a photo of a dog', '2.   6 %  fox  a photo of a fox', '```'].join('\n');

describe('renderWhy', () => {
  it('shows all that was weighed, with the sentences that were compared', () => {
    const record = { kind: 'ask', result: [[weighed('what?')]], pictures: pictures(1) } as const;
    expect(renderWhy(record, EN)).toBe(`${EN.why.compared}\n${TABLE}`);
  });

  it('shows what each share was made of, and says what the numbers are, where they are known', () => {
    const rows = [
      { ...DOG, weighing: { similarity: 0.2814, bias: 0.0521, prior: -0.404 } },
      { ...FOX, weighing: { similarity: -0.1, bias: -0.01, prior: -12.3 } },
    ];
    const record = { kind: 'ask', result: [[weighed('what?', rows)]], pictures: pictures(1) } as const;
    expect(renderWhy(record, EN)).toBe(
      [
        EN.why.compared,
        EN.why.numbers,
        '```',
        '1.  94 %   0.281  0.052  −0.40  dog  a photo of a dog',
        '2.   6 %  −0.100 −0.010 −12.30  fox  a photo of a fox',
        '```',
      ].join('\n'),
    );
  });

  it('shows the sentences alone where they are what was answered', () => {
    const caption = 'A dog and a long description that no column of answers holds.';
    const rows = [{ answer: caption, prompt: caption, score: 1 }];
    const record = { kind: 'caption', result: [[weighed('', rows)]], pictures: pictures(1) } as const;
    expect(renderWhy(record, EN)).toBe([EN.why.comparedCaptions, '```', `1. 100 %  ${caption}`, '```'].join('\n'));
  });

  it('repeats an answer that is its own sentence beside others that are not', () => {
    const cattle = { answer: 'cattle', prompt: 'cattle', score: 0.06 };
    const record = { kind: 'ask', result: [[weighed('what?', [DOG, cattle])]], pictures: pictures(1) } as const;
    expect(renderWhy(record, EN)).toContain('1.  94 %  dog     a photo of a dog\n2.   6 %  cattle  cattle\n');
  });

  it('puts its question above each of several tables', () => {
    const parts = [weighed('what?'), weighed('which *one*?')];
    const record = { kind: 'ask', result: [parts], pictures: pictures(1) } as const;
    expect(renderWhy(record, EN)).toBe([EN.why.compared, 'what?', TABLE, 'which \\*one\\*?', TABLE].join('\n'));
  });

  it('puts its picture above each of several tables, and hides that of a spoilered one', () => {
    const shown = [...pictures(1, false, 'a.png'), ...pictures(2, true, 'SPOILER_b.png').slice(1)];
    const record = { kind: 'ask', result: [[weighed('what?')], [weighed('what?')]], pictures: shown } as const;
    expect(renderWhy(record, EN)).toBe(
      [EN.why.compared, 'Picture 1 (a.png)', TABLE, `||Picture 2 (b.png)\n${TABLE}||`].join('\n'),
    );
  });

  it('warns where the picture is unfamiliar', () => {
    const record = { kind: 'ask', result: [[weighed('what?', [DOG], false)]], pictures: pictures(1) } as const;
    expect(renderWhy(record, EN)).toContain(`${EN.why.compared}\n${UNFAMILIAR_RANKING}\n\`\`\``);
    const parts = [weighed('what?', [DOG], false), weighed('which?', [DOG], false)];
    const mixed = {
      kind: 'ask',
      result: [[weighed('what?'), weighed('which?')], parts],
      pictures: pictures(2),
    } as const;
    expect(renderWhy(mixed, EN).split(UNFAMILIAR_RANKING)).toHaveLength(2);
  });

  it('says so where nothing was compared', () => {
    const record = { kind: 'ask', result: [[weighed('why?', [])]], pictures: pictures(1) } as const;
    expect(renderWhy(record, EN)).toBe(EN.why.nothing);
  });

  it('tells how many more there were', () => {
    const rows = Array.from({ length: 300 }, () => FOX);
    const text = renderWhy({ kind: 'ask', result: [[weighed('what?', rows)]], pictures: pictures(1) }, EN);
    expect(text).toContain('\n25. ');
    expect(text).toContain('\n... and 275 more\n```');
  });

  it('stays inside the limit and unbroken with any words, of up to four pictures and two questions', () => {
    for (const text of hostileTexts(20)) {
      const weighing = { similarity: 0.281, bias: 0.052, prior: -12.3 };
      const rows = Array.from({ length: 40 }, () => ({ answer: text, prompt: `a ${text}`, score: 0.025, weighing }));
      for (const count of [1, 2, 4]) {
        for (const parts of [[weighed(text, rows)], [weighed(text, rows), weighed(text, rows, false)]]) {
          const result = Array.from({ length: count }, () => parts);
          const shown = renderWhy({ kind: 'ask', result, pictures: pictures(count, true, text) }, EN);
          expectUnbroken(shown, count * parts.length);
          expect(shown.match(/^ ?1\. /gm)).toHaveLength(count * parts.length);
        }
      }
    }
  });

  it.each(EVERY_LANGUAGE)('stays inside the limit and unbroken in the language of $commands.ask.name', (words) => {
    const text = '*'.repeat(1000);
    const part = weighed(
      text,
      Array.from({ length: 40 }, () => ({ answer: text, prompt: `a ${text}`, score: 0.025 })),
      false,
    );
    const result = Array.from({ length: 4 }, () => [part, part]);
    expectUnbroken(renderWhy({ kind: 'ask', result, pictures: pictures(4, true, text) }, words), 8);
  });
});

describe('the button "Why?"', () => {
  let glimpse: ScriptedGlimpse;
  let scene: Scene;

  beforeEach(async () => {
    glimpse = new ScriptedGlimpse();
    scene = await startScene(glimpse);
  });
  afterEach(() => scene.end());

  const ask = async (more: { readonly spoiler?: boolean } = {}) => {
    const options = { question: 'what animal is this?', image: { ...(await picture()), ...more } };
    return (await scene.ana.useSlashCommand(scene.channel, 'ask', options)).message;
  };

  it('shows whoever asks, and nobody else, what was weighed', async () => {
    const { ana, bob, channel } = scene;
    const shown = await press(bob, await ask(), 'Why?');
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toBe(`${EN.why.compared}\n${TABLE}`);
    expect(ana.messagesIn(channel)).toHaveLength(1);
  });

  it('works after a restart', async () => {
    const answer = await ask();
    await scene.restart();
    expect((await press(scene.ana, answer, 'Why?')).message?.content).toContain(TABLE);
  });

  it('hides what is weighed about a spoilered picture', async () => {
    const shown = await press(scene.ana, await ask({ spoiler: true }), 'Why?');
    expect(shown.message?.content).toBe(`${EN.why.compared}\n||${TABLE}||`);
  });

  it('is there below an answer to a mention, too', async () => {
    const { ana, channel, discord } = scene;
    const files = [await picture()];
    const reply = await ana.replyTo(await ana.post(channel, { content: `${discord.botMention} what?`, files }));
    expect((await press(ana, reply, 'Why?')).message?.content).toContain(TABLE);
  });

  it('is not there where nothing was weighed', async () => {
    glimpse.answer = {
      ...glimpse.answer,
      answer: '',
      confidence: 0,
      sure: false,
      family: 'why',
      candidates: [],
      declined: 'in English',
    };
    expect(labelsUnder(await ask())).toEqual(['Ask again', 'Delete']);
  });

  it('says that it no longer knows what the asker had forgotten', async () => {
    const answer = await ask();
    scene.memory.people.forget(scene.ana.user.id);
    const shown = await press(scene.bob, answer, 'Why?');
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toBe(EN.refusals.answerGone);
  });

  it('has custom ids that Discord takes', async () => {
    const answer = await ask();
    const ids = JSON.stringify(answer?.components).match(/"custom_id":"[^"]*"/g) ?? [];
    expect(ids).toHaveLength(5);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(DISCORD.customId);
  });
});
