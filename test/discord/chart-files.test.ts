import { type APIMessage, PermissionFlagsBits } from 'discord.js';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScoredCandidate } from '../../src/answer.ts';
import { weighedAs } from '../../src/discord/answer-record.ts';
import { chartFiles } from '../../src/discord/chart-files.ts';
import { DRAWN } from '../../src/discord/drawn-files.ts';
import { DISCORD } from '../../src/discord/limits.ts';
import { NEEDED_PERMISSIONS } from '../../src/discord/permissions.ts';
import { EN } from '../../src/discord/words/en.ts';
import { EVERY_LANGUAGE, hostileTexts } from './hostile.ts';
import { press } from './press.ts';
import { picture, type Scene, startScene } from './scene.ts';
import { ScriptedGlimpse } from './scripted-glimpse.ts';

const DOG: ScoredCandidate = {
  answer: 'dog',
  prompt: 'a photo of a dog',
  score: 0.94,
  weighing: { similarity: 0.28149, bias: 0.0521, prior: -0.404 },
};
const FOX: ScoredCandidate = { ...DOG, answer: 'fox', prompt: 'a photo of a fox', score: 0.06 };
const PICTURE = { spoiler: false };

describe('the charts of what was weighed', () => {
  it('are pictures that say what they show', async () => {
    const result = [[weighedAs('what?', true, [DOG, FOX])]];
    const [file] = await chartFiles({ result, pictures: [PICTURE] }, { words: EN, mayAttach: true });
    expect(file?.name).toBe(DRAWN.chart);
    expect(file?.description).toContain('1. dog (a photo of a dog): 94 %, similarity 0.281, bias 0.052, prior −0.40.');
    expect(await sharp(file?.attachment as Buffer).metadata()).toMatchObject({ format: 'png', width: 1120 });
  });

  it.each(EVERY_LANGUAGE)('say that they are of captions, in the language of $commands.ask.name', async (words) => {
    const caption = 'A rocket in space at night.';
    const result = [[weighedAs('', true, [{ answer: caption, prompt: caption, score: 0.27 }])]];
    const [file] = await chartFiles({ result, pictures: [PICTURE] }, { words, mayAttach: true });
    expect(file?.description).toBe(`${words.why.chart.captionsDescribed} 1. A rocket in space at night: 27 %.`);
  });

  it('are none of what was declined, none where no file may be brought, and four at most', async () => {
    const declined = weighedAs('why?', true, []);
    const parts = [weighedAs('what?', true, [DOG]), declined, weighedAs('which?', true, [FOX])];
    const weighed = { result: [parts, parts, parts], pictures: [PICTURE, PICTURE, PICTURE] };
    expect(await chartFiles({ ...weighed, result: [[declined]] }, { words: EN, mayAttach: true })).toEqual([]);
    expect(await chartFiles(weighed, { words: EN, mayAttach: false })).toEqual([]);
    expect(await chartFiles(weighed, { words: EN, mayAttach: true })).toHaveLength(4);
  });

  it('stay behind the spoiler that the picture is behind', async () => {
    const result = [[weighedAs('what?', true, [DOG])], [weighedAs('what?', true, [DOG])]];
    const files = await chartFiles({ result, pictures: [PICTURE, { spoiler: true }] }, { words: EN, mayAttach: true });
    expect(files.map(({ name }) => name)).toEqual([DRAWN.chart, `SPOILER_${DRAWN.chart}`]);
  });

  it('warn where the picture is unfamiliar', async () => {
    const result = [[weighedAs('what?', false, [DOG])]];
    const [file] = await chartFiles({ result, pictures: [PICTURE] }, { words: EN, mayAttach: true });
    expect(file?.description).toContain(EN.answer.unfamiliarRanking);
  });

  it.each(EVERY_LANGUAGE)('say it in the language of $commands.ask.name, within what Discord takes', async (words) => {
    const text = hostileTexts(0).join(' ');
    const rows = Array.from({ length: 30 }, () => ({ ...DOG, answer: text, prompt: text }));
    const [file] = await chartFiles(
      { result: [[weighedAs(text, false, rows)]], pictures: [PICTURE] },
      { words, mayAttach: true },
    );
    expect(file?.description?.length).toBeLessThanOrEqual(DISCORD.altText);
    expect(file?.description).toContain(words.why.chart.similarity);
  });
});

describe('in Discord', () => {
  let glimpse: ScriptedGlimpse;
  let scene: Scene;

  beforeEach(async () => {
    glimpse = new ScriptedGlimpse();
    glimpse.answer = { ...glimpse.answer, candidates: [DOG, FOX] };
    scene = await startScene(glimpse);
    scene.memory.settings.change(scene.channel.guild.id, { style: 'chart' });
  });
  afterEach(() => scene.end());

  const charts = (message: APIMessage | undefined) =>
    (message?.attachments ?? []).filter(({ filename }) => filename === DRAWN.chart);
  const ask = async (channel = scene.channel) =>
    (await scene.ana.useSlashCommand(channel, 'ask', { question: 'what animal is this?', image: await picture() }))
      .message;
  const mention = async (channel = scene.channel) =>
    scene.ana.replyTo(
      await scene.ana.post(channel, { content: `${scene.discord.botMention} what?`, files: [await picture()] }),
    );

  it('an answer with a chart has it in the place of bars', async () => {
    const answer = await mention();
    expect(answer.content).toContain('**dog** · 94 %\nA dog on grass.');
    expect(answer.content).not.toContain('█');
    expect(charts(answer)).toMatchObject([{ content_type: 'image/png' }]);
    expect(charts(answer)[0]?.description).toContain('1. dog');
  });

  it('has bars where it may bring no file', async () => {
    const permissions = NEEDED_PERMISSIONS & ~PermissionFlagsBits.AttachFiles;
    const quiet = scene.discord.addChannel(scene.channel.guild, 'plain', { botPermissions: permissions });
    for (const answer of [await mention(quiet), await ask(quiet)]) {
      expect(answer?.content).toContain('█');
      expect(answer?.attachments).toEqual([]);
    }
  });

  it('has no chart of an unfamiliar picture, nor of several', async () => {
    const files = [await picture('a.png'), await picture('b.png', 'blue')];
    const several = await scene.ana.replyTo(
      await scene.ana.post(scene.channel, { content: `${scene.discord.botMention} what?`, files }),
    );
    glimpse.answer = { ...glimpse.answer, familiar: false, sure: false };
    for (const answer of [several, await mention()]) expect(charts(answer)).toEqual([]);
  });

  it('"Why?" shows a chart with the table, of answers in every style', async () => {
    scene.memory.settings.change(scene.channel.guild.id, { style: 'short' });
    const answer = await ask();
    expect(charts(answer)).toEqual([]);
    const shown = await press(scene.bob, answer, 'Why?');
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toContain('dog  a photo of a dog');
    expect(charts(shown.message)).toHaveLength(1);
  });

  it('a chart is no picture that anybody asks about', async () => {
    const first = await mention();
    expect(charts(first)).toHaveLength(1);
    await scene.ana.replyTo(
      await scene.ana.post(scene.channel, { content: `${scene.discord.botMention} and now?`, replyTo: first }),
    );
    await scene.ana.useSlashCommand(scene.channel, 'ask', { question: 'and the newest?' });
    const [asked, ...again] = glimpse.calls.map(({ picture: file }) => Buffer.from(file));
    expect(again).toHaveLength(2);
    for (const file of again) expect(asked && file.equals(asked)).toBe(true);
  });
});
