import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/sandbox/actor.ts';
import type { Channel } from '../../src/sandbox/world.ts';
import { buttonOf, buttonsOf, panelOf, wordsOf } from '../discord/panel-reading.ts';
import { picture, type Scene, startScene } from '../discord/scene.ts';
import { ScriptedGlimpse } from '../discord/scripted-glimpse.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await startScene(new ScriptedGlimpse());
});
afterEach(() => scene.end());

const open = async (who: Actor, channel: Channel = scene.channel) => {
  const shown = await who.useSlashCommand(channel, 'privacy');
  expect(shown.ephemeral).toBe(true);
  return panelOf(shown);
};
const press = async (who: Actor, message: Parameters<Actor['clickButton']>[0], label: string) => {
  const shown = await who.clickButton(message, buttonOf(message, label));
  expect(shown.state).toBe('updated');
  return panelOf(shown);
};
const ask = async (who: Actor, question: string, channel: Channel = scene.channel) =>
  who.useSlashCommand(channel, 'ask', { question, image: await picture() });
const kept = (who: Actor) => scene.memory.people.whatIsKeptAbout(who.user.id);

describe('/privacy', () => {
  it('says that nothing is kept about somebody new, and what never is', async () => {
    const message = await open(scene.ana);
    const words = wordsOf(message);
    expect(words).toContain('Nothing at the moment.');
    expect(words).toContain('after 30 days');
    expect(words).toMatch(/never keep pictures/);
    expect(buttonsOf(message)).toEqual({});
  });

  it('counts what is kept about whoever asks, over servers and direct messages', async () => {
    const { ana, bob } = scene;
    await ask(ana, 'what is it?');
    await ask(ana, 'is there a dog?', ana.directMessages);
    await ask(bob, 'is it red?');
    const words = wordsOf(await open(ana));
    expect(words).toContain('2 questions that you asked lately');
    expect(words).toContain('2 answers to you');
    expect(words).not.toContain('correction of');
    expect(wordsOf(await open(bob))).toContain('1 question that you asked lately');
  });

  it('deletes all of it after a confirmation, and says how much that was', async () => {
    const { ana, bob, memory, channel } = scene;
    await ask(ana, 'what is it?');
    await ask(bob, 'is it red?');
    correct(bob);
    correct(ana);
    const asked = await press(ana, await open(ana), 'Delete it all');
    expect(wordsOf(asked)).toContain('Delete all that I keep about you?');
    expect(kept(ana)).toEqual({ recentQuestions: 1, answers: 1, corrections: 1 });
    const done = await press(ana, asked, 'Delete it');
    expect(wordsOf(done)).toContain('Deleted: 1 question, 1 answer, 1 correction. I keep nothing about you any more.');
    expect(buttonsOf(done)).toEqual({});
    expect(kept(ana)).toEqual({ recentQuestions: 0, answers: 0, corrections: 0 });
    expect(kept(bob)).toEqual({ recentQuestions: 1, answers: 1, corrections: 1 });
    expect(memory.questions.recent(ana.user.id, '', 25)).toEqual([]);
    expect(memory.corrections.count(channel.guild.id)).toBe(1);
    expect(wordsOf(await open(ana))).toContain('Nothing at the moment.');
  });

  it('deletes nothing when cancelled', async () => {
    const { ana } = scene;
    await ask(ana, 'what is it?');
    const asked = await press(ana, await open(ana), 'Delete it all');
    const back = await press(ana, asked, 'Cancel');
    expect(wordsOf(back)).toContain('1 question that you asked lately');
    expect(kept(ana).answers).toBe(1);
  });

  it('works in direct messages, and after a restart', async () => {
    const { ana } = scene;
    await ask(ana, 'what is it?');
    const asked = await press(ana, await open(ana, ana.directMessages), 'Delete it all');
    await scene.restart();
    expect(wordsOf(await press(ana, asked, 'Delete it'))).toContain('Deleted: 1 question, 1 answer, 0 corrections.');
    expect(kept(ana)).toEqual({ recentQuestions: 0, answers: 0, corrections: 0 });
  });

  it('says where there is nothing left to delete', async () => {
    const { ana } = scene;
    await ask(ana, 'what is it?');
    const asked = await press(ana, await open(ana), 'Delete it all');
    const again = await press(ana, await open(ana), 'Delete it all');
    await press(ana, asked, 'Delete it');
    expect(wordsOf(await press(ana, again, 'Delete it'))).toContain('There was nothing to delete');
  });

  it('answers in a silent channel and to somebody without the role', async () => {
    const { ana, channel, memory } = scene;
    memory.settings.change(channel.guild.id, { silentChannels: [channel.id], allowedRoles: ['1'] });
    expect(wordsOf(await open(ana))).toContain('What I keep about you');
  });
});

function correct(who: Actor): void {
  const { memory, channel } = scene;
  memory.corrections.add({
    answerId: 'gone',
    guildId: channel.guild.id,
    channelId: channel.id,
    question: 'what?',
    given: 'cat',
    right: 'dog',
    byUserId: who.user.id,
  });
}
