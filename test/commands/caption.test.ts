import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EN } from '../../src/discord/words/en.ts';
import { UNFAMILIAR } from '../../src/unfamiliar.ts';
import { labelsUnder } from '../discord/press.ts';
import { picture, type Scene, SEES_ALL, startScene, whisperedTo } from '../discord/scene.ts';
import { ScriptedGlimpse } from '../discord/scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse);
});
afterEach(() => scene.end());

describe('/caption', () => {
  it('is deferred and then answered with a sentence for everyone, and the picture described by it', async () => {
    const shown = await scene.ana.useSlashCommand(scene.channel, 'caption', { image: await picture() });
    expect(shown.timeline.map(({ did }) => did)).toEqual(['defer', 'edit']);
    expect(shown.ephemeral).toBe(false);
    expect(shown.message?.content).toMatch(/^A dog on grass\.\n-# glimpse-mini .* 84 ms$/);
    expect(shown.message?.attachments).toMatchObject([{ filename: 'cat.png', description: 'A dog on grass.' }]);
    expect(labelsUnder(shown.message)).toEqual(['Why?', 'Ask again', 'Delete']);
  });

  it('shows tags with bars below the sentence where they are asked for', async () => {
    const shown = await scene.ana.useSlashCommand(scene.channel, 'caption', { image: await picture(), style: 'tags' });
    expect(shown.message?.content).toMatch(/^A dog on grass\.\n```\n█.* 94 % {2}dog\n```\n-# /);
    expect(labelsUnder(shown.message)).toEqual(['Why?', 'Ask again', 'Delete']);
  });

  it('gives alternative text to copy where that is asked for', async () => {
    const used = { image: await picture(), style: 'alt-text' };
    const shown = await scene.ana.useSlashCommand(scene.channel, 'caption', used);
    expect(shown.message?.content).toMatch(/^Copy this .*:\n```\nA dog on grass\.\n```\n-# /);
    expect(glimpse.calls).toMatchObject([{ work: 'caption', words: 'alt-text' }]);
  });

  it('hides the sentence about a picture behind a spoiler', async () => {
    const image = { ...(await picture()), spoiler: true };
    const shown = await scene.ana.useSlashCommand(scene.channel, 'caption', { image });
    expect(shown.message?.content).toMatch(/^\|\|A dog on grass\.\|\|\n/);
    expect(shown.message?.attachments).toMatchObject([{ filename: 'SPOILER_cat.png' }]);
  });

  it('shows nobody else what is asked privately', async () => {
    const { ana, bob, channel } = scene;
    const shown = await ana.useSlashCommand(channel, 'caption', { image: await picture(), private: true });
    expect(shown).toMatchObject({ ephemeral: true, message: { attachments: [] } });
    expect(bob.messagesIn(channel)).toEqual([]);
  });

  it('claims nothing about a picture that the model does not know the like of', async () => {
    glimpse.answer = { ...glimpse.answer, familiar: false, sure: false, caption: UNFAMILIAR };
    const shown = await scene.ana.useSlashCommand(scene.channel, 'caption', { image: await picture() });
    expect(shown.message?.content).toMatch(/^I only know drawings/);
    expect(shown.message?.attachments).toMatchObject([{ description: EN.answer.noDescription }]);
  });

  it('is, without a picture, about the newest in the channel', async () => {
    const seeing = await startScene(glimpse, SEES_ALL);
    const message = await seeing.bob.post(seeing.channel, { files: [await picture()] });
    const shown = await seeing.ana.useSlashCommand(seeing.channel, 'caption');
    expect(shown.message?.content).toMatch(/^A dog on grass\.\n/);
    expect(shown.message?.content).toContain(`/${message.id})`);
    await seeing.end();
  });

  it('says which way of asking works where the bot is not shown the newest picture', async () => {
    await scene.bob.post(scene.channel, { files: [await picture()] });
    await scene.ana.useSlashCommand(scene.channel, 'caption');
    expect(await whisperedTo(scene.ana, scene.channel)).toBe(EN.refusals.cantSeePictures);
  });
});
