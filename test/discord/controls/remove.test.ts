import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EN } from '../../../src/discord/words/en.ts';
import { MEMBER_PERMISSIONS } from '../../../src/sandbox/permissions.ts';
import { buttonsUnder, forge, press } from '../press.ts';
import { picture, type Scene, startScene, whisperedTo } from '../scene.ts';
import { ScriptedGlimpse } from '../scripted-glimpse.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await startScene(new ScriptedGlimpse());
});
afterEach(() => scene.end());

const ask = async (who = scene.ana) =>
  (await who.useSlashCommand(scene.channel, 'ask', { question: 'what?', image: await picture() })).message;
/** An answer to a message of ana's, which no command tells the asker of. */
const mention = async () => {
  const content = `${scene.discord.botMention} what?`;
  return scene.ana.replyTo(await scene.ana.post(scene.channel, { content, files: [await picture()] }));
};

describe('the button "Delete"', () => {
  it('deletes the answer for its asker, and what is kept of it', async () => {
    const { ana, bob, channel, memory } = scene;
    const shown = await press(ana, await ask(), 'Delete');
    expect(shown.state).toBe('deleted');
    expect(bob.messagesIn(channel)).toEqual([]);
    expect(memory.people.whatIsKeptAbout(ana.user.id).answers).toBe(0);
  });

  it('works after a restart', async () => {
    const answer = await ask();
    await scene.restart();
    expect((await press(scene.ana, answer, 'Delete')).state).toBe('deleted');
  });

  it('is refused to others, whom alone it is told', async () => {
    const { ana, bob, channel, memory } = scene;
    const shown = await press(bob, await ask(), 'Delete');
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toBe(EN.refusals.deleteNotYours);
    expect(ana.messagesIn(channel)).toHaveLength(1);
    expect(memory.people.whatIsKeptAbout(ana.user.id).answers).toBe(1);
  });

  it('is for moderators, too', async () => {
    const { discord, channel } = scene;
    const moderator = discord.addMember(
      channel.guild,
      'moderator',
      MEMBER_PERMISSIONS | PermissionFlagsBits.ManageMessages,
    );
    expect((await press(moderator, await ask(), 'Delete')).state).toBe('deleted');
    expect(scene.memory.people.whatIsKeptAbout(scene.ana.user.id).answers).toBe(0);
  });

  it.each([
    ['a command', ask],
    ['a mention', mention],
  ])('works for the asker alone where nothing is kept of the answer to %s', async (_, asked) => {
    const { ana, bob, memory } = scene;
    const answer = await asked();
    memory.people.forget(ana.user.id);
    expect((await press(bob, answer, 'Delete')).message?.content).toBe(EN.refusals.deleteNotYours);
    expect((await press(ana, answer, 'Delete')).state).toBe('deleted');
  });

  it("does not delete somebody else's answer by the id of one's own", async () => {
    const { bob, channel } = scene;
    const [button] = buttonsUnder(await ask(bob)).filter(({ label }) => label === 'Delete');
    const forged = await forge(scene, channel, button?.customId ?? '');
    const shown = await bob.clickButton(forged, button?.customId ?? '');
    expect(shown.message?.content).toBe(EN.refusals.deleteNotYours);
    expect(scene.memory.people.whatIsKeptAbout(bob.user.id).answers).toBe(1);
  });

  it('works in direct messages and in a group', async () => {
    const { ana, bob, discord } = scene;
    ana.installApp();
    for (const channel of [ana.directMessages, discord.addGroup(ana, bob)]) {
      const options = { question: 'what?', image: await picture() };
      const { message } = await ana.useSlashCommand(channel, 'ask', options);
      if (channel.kind === 'group') {
        expect((await press(bob, message, 'Delete')).message?.content).toBe(EN.refusals.deleteNotYours);
      }
      expect((await press(ana, message, 'Delete')).state).toBe('deleted');
    }
  });

  it('counts for no limit, and works where the bot is to keep quiet', async () => {
    const answer = await ask();
    scene.memory.settings.change(scene.channel.guild.id, { silentChannels: [scene.channel.id] });
    expect((await press(scene.ana, answer, 'Delete')).state).toBe('deleted');
    await ask();
    expect(await whisperedTo(scene.ana, scene.channel)).toBe(EN.refusals.silentChannel);
  });
});
