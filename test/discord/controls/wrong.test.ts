import { ComponentType } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DISCORD } from '../../../src/discord/limits.ts';
import { EN } from '../../../src/discord/words/en.ts';
import type { Shown } from '../../../src/sandbox/person-acts.ts';
import { hostileTexts } from '../hostile.ts';
import { labelsUnder, press } from '../press.ts';
import { picture, type Scene, startScene, whisperedTo } from '../scene.ts';
import { ScriptedGlimpse } from '../scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse);
});
afterEach(() => scene.end());

const ask = async (question = 'what animal is this?') =>
  (await scene.ana.useSlashCommand(scene.channel, 'ask', { question, image: await picture() })).message;
const kept = () => scene.memory.corrections.export(scene.channel.guild.id);

/** The labels of the choices in each menu of the modal, by its custom id. */
const menusIn = ({ modal }: Shown): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    (modal?.components ?? []).flatMap((part) =>
      part.type === ComponentType.Label && part.component.type === ComponentType.StringSelect
        ? [[part.component.custom_id, part.component.options.map(({ label }) => label)] as const]
        : [],
    ),
  );

describe('the button "Wrong?"', () => {
  it('offers what else was weighed, and keeps what is picked for the moderators', async () => {
    const { bob, channel, memory } = scene;
    const opened = await press(bob, await ask(), 'Wrong?');
    expect(menusIn(opened)).toEqual({ picked: ['fox'] });
    const shown = await bob.submitModal(opened, { picked: ['fox'] });
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toBe(EN.wrong.thanks);
    expect(kept()).toMatchObject([
      {
        guildId: channel.guild.id,
        channelId: channel.id,
        question: 'what animal is this?',
        given: 'dog',
        right: 'fox',
        byUserId: bob.user.id,
      },
    ]);
    expect(memory.corrections.count(channel.guild.id)).toBe(1);
  });

  it('takes an answer that is typed, even beside one that is picked', async () => {
    const opened = await press(scene.bob, await ask(), 'Wrong?');
    await scene.bob.submitModal(opened, { typed: ' a red\u202e wolf ', picked: ['fox'] });
    expect(kept()).toMatchObject([{ right: 'a red wolf' }]);
  });

  it('works after a restart, between the click and the answer, too', async () => {
    const answer = await ask();
    await scene.restart();
    const opened = await press(scene.bob, answer, 'Wrong?');
    await scene.restart();
    await scene.bob.submitModal(opened, { typed: 'wolf' });
    expect(kept()).toMatchObject([{ right: 'wolf' }]);
  });

  it('asks for one of the two', async () => {
    await scene.bob.submitModal(await press(scene.bob, await ask(), 'Wrong?'));
    expect(await whisperedTo(scene.bob, scene.channel)).toBe(EN.wrong.nothing);
    expect(kept()).toEqual([]);
  });

  it('asks which of several answers it was', async () => {
    const { bob, channel } = scene;
    const second = { ...glimpse.answer, question: 'what color is it?', answer: 'red' };
    const candidates = [
      { answer: 'red', prompt: 'red', score: 0.7 },
      { answer: 'blue', prompt: 'blue', score: 0.3 },
    ];
    glimpse.answer = { ...glimpse.answer, second: { ...second, candidates } };
    const files = [await picture('a.png'), await picture('b.png', 'red')];
    const message = await bob.post(channel, { files });
    const modal = await scene.ana.useMessageMenu(message, 'Ask about this picture');
    const { message: answer } = await scene.ana.submitModal(modal, { question: 'what is it?', which: ['all'] });
    const opened = await press(bob, answer, 'Wrong?');
    expect(menusIn(opened)).toEqual({
      which: [
        'Picture 1 · dog · what is it?',
        'Picture 1 · red · what color is it?',
        'Picture 2 · dog · what is it?',
        'Picture 2 · red · what color is it?',
      ],
      picked: ['dog', 'red', 'fox', 'blue'],
    });
    await bob.submitModal(opened, { which: ['3'], picked: ['blue'] });
    expect(kept()).toMatchObject([{ question: 'what color is it?', given: 'red', right: 'blue' }]);
  });

  it('is not there in direct messages, nor where no answer was given', async () => {
    const { ana } = scene;
    const options = { question: 'what?', image: await picture() };
    const direct = await ana.useSlashCommand(ana.directMessages, 'ask', options);
    expect(labelsUnder(direct.message)).not.toContain('Wrong?');
    glimpse.answer = { ...glimpse.answer, familiar: false, sure: false };
    expect(labelsUnder(await ask())).toEqual(['Why?', 'Ask again', 'Delete']);
  });

  it('opens a modal that Discord takes, and keeps a short line, whatever was weighed and typed', async () => {
    const texts = hostileTexts(40);
    const candidates = texts.map((text) => ({ answer: `a ${text}`, prompt: text, score: 1 / texts.length }));
    glimpse.answer = { ...glimpse.answer, answer: 'a dog', candidates };
    const opened = await press(scene.bob, await ask(), 'Wrong?');
    const picked = menusIn(opened).picked ?? [];
    expect(picked.length).toBeLessThanOrEqual(DISCORD.selectOptionsCount);
    expect(picked.length).toBeGreaterThan(10);
    await scene.bob.submitModal(opened, { picked: [picked.at(-1) ?? ''] });
    expect(kept()).toMatchObject([{ right: picked.at(-1) }]);
  });
});
