import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EN } from '../../../src/discord/words/en.ts';
import type { GuildChannel } from '../../../src/sandbox/world.ts';
import { buttonsUnder, forge, press } from '../press.ts';
import { picture, type Scene, startScene } from '../scene.ts';
import { ScriptedGlimpse } from '../scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse);
});
afterEach(() => scene.end());

/** The custom ids of the buttons that show or keep something of an answer of bob's in this channel. */
const idsOfAnswerIn = async (channel: GuildChannel, onlyForAsker = false) => {
  const options = { question: 'is this a secret?', image: await picture(), private: onlyForAsker };
  const { message } = await scene.bob.useSlashCommand(channel, 'ask', options);
  return buttonsUnder(message).filter(({ label }) => label !== 'Delete');
};

/** What ana is told and shown who presses each of these in her channel. */
const pressed = async (ids: readonly { readonly customId: string }[]) => {
  const { ana, channel } = scene;
  const told: unknown[] = [];
  for (const { customId } of ids) {
    const { ephemeral, modal, message } = await ana.clickButton(await forge(scene, channel, customId), customId);
    told.push({ ephemeral, modal, content: message?.content });
  }
  return told;
};
const NOTHING = { ephemeral: true, modal: undefined, content: EN.refusals.answerGone };

describe('a button with the id of an answer', () => {
  it('that stands in another channel reveals nothing', async () => {
    const { discord, channel } = scene;
    const other = discord.addChannel(channel.guild, 'staff only');
    expect(await pressed(await idsOfAnswerIn(other))).toEqual([NOTHING, NOTHING, NOTHING]);
  });

  it('that stands in an age-restricted channel reveals nothing elsewhere', async () => {
    const { discord, channel } = scene;
    const restricted = discord.addChannel(channel.guild, 'grown-ups', { nsfw: true });
    expect(await pressed(await idsOfAnswerIn(restricted))).toEqual([NOTHING, NOTHING, NOTHING]);
  });

  it('that stands in another server reveals nothing', async () => {
    const { discord, bob } = scene;
    const foreign = discord.addGuild('Foreign');
    discord.addMember(foreign, bob);
    const elsewhere = discord.addChannel(foreign, 'elsewhere');
    expect(await pressed(await idsOfAnswerIn(elsewhere))).toEqual([NOTHING, NOTHING, NOTHING]);
  });

  it('that somebody else was given privately reveals nothing', async () => {
    expect(await pressed(await idsOfAnswerIn(scene.channel, true))).toEqual([NOTHING, NOTHING]);
  });

  it('that never was reveals nothing', async () => {
    const ids = ['why:', 'why:AAAAAAAAAAAA', 'again:__proto__', "wrong:' OR 1=1 --", 'again:x:y'];
    const told = await pressed(ids.map((customId) => ({ customId })));
    expect(told).toEqual(ids.map(() => NOTHING));
  });

  it('of a kind that never was says that the bot no longer knows it', async () => {
    const [told] = await pressed([{ customId: 'sudo:AAAAAAAAAAAA' }]);
    expect(told).toEqual({ ...NOTHING, content: EN.refusals.oldCommand });
  });

  it('reveals nothing through its modal either', async () => {
    const { ana, bob, discord, channel, memory } = scene;
    const other = discord.addChannel(channel.guild, 'staff only');
    const ids = await idsOfAnswerIn(other);
    const options = { question: 'what?', image: await picture() };
    const { message } = await ana.useSlashCommand(channel, 'ask', options);
    glimpse.calls.length = 0;
    for (const [label, values] of [
      ['Ask again', { question: 'what is it?' }],
      ['Wrong?', { typed: 'a cat' }],
    ] as const) {
      const { modal } = await press(ana, message, label);
      const customId = ids.find((button) => button.label === label)?.customId;
      if (!modal || !customId) throw new Error(`there is no modal behind ${label}`);
      await ana.submitModal({ ...modal, custom_id: customId }, values);
    }
    const told = ana.messagesIn(channel).filter(({ content }) => content === EN.refusals.answerGone);
    expect(told).toHaveLength(2);
    expect(bob.messagesIn(channel)).toHaveLength(1);
    expect(glimpse.calls).toEqual([]);
    expect(memory.corrections.count(channel.guild.id)).toBe(0);
  });
});
