import { ComponentType, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EN } from '../../../src/discord/words/en.ts';
import type { Shown } from '../../../src/sandbox/person-acts.ts';
import { UserError } from '../../../src/user-error.ts';
import { labelsUnder, press } from '../press.ts';
import { picture, type Scene, startScene, whisperedTo } from '../scene.ts';
import { ScriptedGlimpse } from '../scripted-glimpse.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let glimpse: ScriptedGlimpse;
let scene: Scene;
/** The loopback's clock. It starts some days ago, so that links can expire by its clock and by the real one. */
let now: number;

beforeEach(async () => {
  now = Date.now() - 3 * DAY_MS;
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse, { now: () => now, linkLifetimeMs: DAY_MS });
});
afterEach(() => scene.end());

const ask = async (more: { readonly private?: boolean; readonly spoiler?: boolean } = {}) => {
  const { private: onlyForAsker = false, spoiler = false } = more;
  const image = { ...(await picture()), spoiler };
  const options = { question: 'what animal is this?', image, private: onlyForAsker };
  return (await scene.ana.useSlashCommand(scene.channel, 'ask', options)).message;
};
const askAgain = async (answer: Shown['message'], question = 'what color is it?', who = scene.ana) =>
  who.submitModal(await press(who, answer, 'Ask again'), { question });

const linkTo = (message: Shown['message']) =>
  `https://discord.com/channels/${scene.channel.guild.id}/${scene.channel.id}/${message?.id}`;

describe('the button "Ask again"', () => {
  it('asks with the last question at hand, and answers the new one about the same picture', async () => {
    const answer = await ask();
    const opened = await press(scene.bob, answer, 'Ask again');
    expect(opened.modal?.components).toMatchObject([
      { type: ComponentType.Label, component: { custom_id: 'question', value: 'what animal is this?' } },
    ]);
    const shown = await scene.bob.submitModal(opened, { question: 'what color is it?' });
    expect(shown.timeline.map(({ did }) => did)).toEqual(['defer', 'edit']);
    expect(shown.ephemeral).toBe(false);
    expect(shown.message?.content).toMatch(/^> what color is it\?\n\*\*dog\*\* · 94 %\n/);
    expect(shown.message?.content).toContain(`[the picture](${linkTo(answer)})`);
    expect(shown.message?.attachments).toEqual([]);
    expect(labelsUnder(shown.message)).toEqual(['Why?', 'Ask again', 'Wrong?', 'Delete']);
    expect(glimpse.calls.map(({ words }) => words)).toEqual(['what animal is this?', 'what color is it?']);
    expect(glimpse.calls[1]?.picture).toEqual(glimpse.calls[0]?.picture);
  });

  it('goes on from answer to answer, after restarts and after the links have expired', async () => {
    let answer = await ask();
    for (const question of ['one?', 'two?', 'three?']) {
      now += DAY_MS - 1000;
      await scene.restart();
      const shown = await askAgain(answer, question);
      expect(shown.message?.content).toContain(`> ${question}\n**dog**`);
      answer = shown.message;
    }
  });

  it('finds the pictures of a message again after their links have expired, where the bot may see it', async () => {
    const { ana, channel, discord } = scene;
    const files = [await picture('a.png'), await picture('b.png', 'red')];
    const message = await ana.post(channel, { content: `${discord.botMention} what?`, files });
    const answer = await ana.replyTo(message);
    now += 2 * DAY_MS;
    await scene.restart();
    const shown = await askAgain(answer);
    expect(shown.message?.content).toContain('Picture 1 (a.png): **dog**');
    expect(shown.message?.content).toContain('Picture 2 (b.png): **dog**');
    expect(shown.message?.content).toContain(`[the picture](${linkTo(message)})`);
  });

  it('is answered about a message that the bot is not shown, until its links expire', async () => {
    const { ana, bob, channel } = scene;
    const message = await bob.post(channel, { files: [await picture()] });
    const { message: answer } = await ana.useMessageMenu(message, 'Caption this picture');
    await scene.restart();
    now = Date.now();
    const late = await press(ana, answer, 'Ask again');
    await ana.submitModal(late, { question: 'what color is it?' });
    expect(await whisperedTo(ana, channel)).toBe(EN.refusals.pictureGone);
  });

  it('honours that the message was deleted', async () => {
    const { ana, bob, channel, discord } = scene;
    const content = `${discord.botMention} what?`;
    const message = await bob.post(channel, { content, files: [await picture()] });
    const answer = await bob.replyTo(message);
    await bob.delete(message);
    await askAgain(answer);
    expect(await whisperedTo(ana, channel)).toBe(EN.refusals.pictureDeleted);
    expect(glimpse.calls).toHaveLength(1);
  });

  it('keeps what is private to the asker', async () => {
    const { bob, channel } = scene;
    now = Date.now();
    const answer = await ask({ private: true });
    await scene.restart();
    const shown = await askAgain(answer);
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toMatch(/^> what color is it\?\n\*\*dog\*\*/);
    expect(labelsUnder(shown.message)).toEqual(['Why?', 'Ask again']);
    const further = await askAgain(shown.message, 'and further?');
    expect(further.ephemeral).toBe(true);
    expect(bob.messagesIn(channel)).toEqual([]);
  });

  it('says that a private picture is gone once its link has expired', async () => {
    const answer = await ask({ private: true });
    now = Date.now();
    const shown = await askAgain(answer);
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toBe(EN.refusals.pictureGone);
  });

  it('keeps the spoiler', async () => {
    const shown = await askAgain(await ask({ spoiler: true }));
    expect(shown.message?.content).toMatch(/^> what color is it\?\n\|\|\*\*dog\*\*[^|]*\|\|\n-# /);
  });

  it('works in direct messages, in a group and in a server without the bot, after the links have expired', async () => {
    const { discord } = scene;
    const eve = discord.addStranger('eve');
    eve.installApp();
    const foreign = discord.addGuild('Foreign', { hasBot: false });
    discord.addMember(foreign, eve);
    const places = [eve.directMessages, discord.addGroup(eve, scene.ana), discord.addChannel(foreign, 'elsewhere')];
    const answers: Shown['message'][] = [];
    for (const place of places) {
      const shown = await eve.useSlashCommand(place, 'ask', { question: 'what?', image: await picture() });
      answers.push(shown.message);
    }
    now += 2 * DAY_MS;
    await scene.restart();
    for (const answer of answers) {
      const shown = await askAgain(answer, 'and now?', eve);
      expect(shown.message?.content).toMatch(/^> and now\?\n\*\*dog\*\*/);
    }
  });

  it('takes no emoji in the question for the picture, where the answer did not bring it', async () => {
    const { ana, discord, channel } = scene;
    now = Date.now();
    const bare = discord.addChannel(channel.guild, 'bare', { botPermissions: PermissionFlagsBits.ViewChannel });
    const image = await picture();
    const options = { question: 'is it <:cat:123456789012345678>?', image };
    const { message } = await ana.useSlashCommand(bare, 'ask', options);
    expect(message?.attachments).toEqual([]);
    const shown = await askAgain(message, 'what is it?');
    expect(shown.message?.content).toMatch(/^> what is it\?\n\*\*dog\*\*/);
    expect(shown.message?.content).not.toContain('](');
    expect(glimpse.calls[1]?.picture).toEqual(new Uint8Array(image.bytes));
    const further = await askAgain(shown.message, 'and now?');
    expect(further.message?.content).toMatch(/^> and now\?\n\*\*dog\*\*/);
  });

  it('is answered about a caption, a ranking and the best of several pictures, too', async () => {
    const { ana, channel } = scene;
    const image = await picture('b.png', 'blue');
    const captioned = await ana.useSlashCommand(channel, 'caption', { image });
    const ranked = await ana.useSlashCommand(channel, 'rank', { image, texts: 'a cat, a dog' });
    const options = { text: 'a dog', picture1: image, picture2: await picture('a.png', 'red') };
    const matched = await ana.useSlashCommand(channel, 'match', options);
    for (const { message } of [captioned, ranked, matched]) {
      glimpse.calls.length = 0;
      const shown = await askAgain(message, 'what?', scene.bob);
      expect(shown.message?.content).toMatch(/^> what\?\n\*\*dog\*\*/);
      expect(glimpse.calls[0]?.picture).toEqual(new Uint8Array(image.bytes));
    }
  });

  it('tells only the asker what goes wrong', async () => {
    const answer = await ask();
    glimpse.failNext(new UserError('question-empty', 'Please ask me something.'));
    await askAgain(answer, '...');
    expect(await whisperedTo(scene.ana, scene.channel)).toBe('Please ask me something.');
    expect(scene.bob.messagesIn(scene.channel)).toHaveLength(1);
  });
});
