import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DISCORD } from '../../src/discord/limits.ts';
import { picture, type Scene, startScene, whisperedTo } from '../discord/scene.ts';
import { ScriptedGlimpse } from '../discord/scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse);
});
afterEach(() => scene.end());

const ASK = 'Ask about this picture';
const CAPTION = 'Caption this picture';

/** Bob posts pictures without a word to the bot, which therefore sees them through the menu only. */
const posted = async (content = 'my pets') =>
  scene.bob.post(scene.channel, { content, files: [await picture('a.png', 'red'), await picture('b.png')] });

describe('the menu "Ask about this picture"', () => {
  it('opens a modal for the question and answers it about the first picture, with a link to its message', async () => {
    const { ana, channel } = scene;
    const message = await posted();
    const opened = await ana.useMessageMenu(message, ASK);
    expect(opened.modal).toMatchObject({ title: 'Ask about this picture' });
    expect(opened.modal?.custom_id.length).toBeLessThanOrEqual(DISCORD.customId);

    const shown = await ana.submitModal(opened, { question: 'what animal is this?' });
    expect(shown.timeline.map(({ did }) => did)).toEqual(['defer', 'edit']);
    expect(shown.ephemeral).toBe(false);
    expect(shown.message?.content).toMatch(/^> what animal is this\?\n\*\*dog\*\*/);
    expect(shown.message?.content).toContain('the first of 2 pictures');
    expect(shown.message?.content).toContain(
      `[the picture](https://discord.com/channels/${channel.guild.id}/${channel.id}/${message.id})`,
    );
    expect(glimpse.calls).toMatchObject([{ work: 'ask', words: 'what animal is this?' }]);
  });

  it('says that there is no picture before it opens anything', async () => {
    const message = await scene.bob.post(scene.channel, 'just words');
    const shown = await scene.ana.useMessageMenu(message, ASK);
    expect(shown).toMatchObject({ modal: undefined, ephemeral: true });
    expect(shown.message?.content).toMatch(/no picture in that message/);
  });

  it('finds the picture of a forwarded message', async () => {
    const { ana, bob, channel } = scene;
    const forwarded = await bob.forward(await posted(), channel);
    const opened = await ana.useMessageMenu(forwarded, ASK);
    const shown = await ana.submitModal(opened, { question: 'what?' });
    expect(shown.message?.content).toContain('**dog**');
  });

  it('keeps the spoiler of the picture', async () => {
    const { ana, bob, channel } = scene;
    const message = await bob.post(channel, { files: [{ ...(await picture()), spoiler: true }] });
    const shown = await ana.submitModal(await ana.useMessageMenu(message, ASK), { question: 'what?' });
    expect(shown.message?.content).toMatch(/\n\|\|\*\*dog\*\*[^|]*\|\|\n/);
  });

  it('says what to do where the bot was restarted meanwhile and is no longer shown the picture', async () => {
    const opened = await scene.ana.useMessageMenu(await posted(), ASK);
    await scene.restart();
    await scene.ana.submitModal(opened, { question: 'what?' });
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(/open the menu of its message and ask again/);
    expect(scene.bob.messagesIn(scene.channel)).toHaveLength(1);
  });

  it('fetches the message again after a restart where the bot may see it', async () => {
    const opened = await scene.ana.useMessageMenu(await posted(`${scene.discord.botMention} what?`), ASK);
    await scene.restart();
    const shown = await scene.ana.submitModal(opened, { question: 'and now?' });
    expect(shown.message?.content).toMatch(/^> and now\?\n\*\*dog\*\*/);
  });
});

describe('the menu "Caption this picture"', () => {
  it('captions the first picture, with a link to its message', async () => {
    const message = await posted();
    const shown = await scene.ana.useMessageMenu(message, CAPTION);
    expect(shown.timeline.map(({ did }) => did)).toEqual(['defer', 'edit']);
    expect(shown.message?.content).toMatch(/^A dog on grass\.\n-# /);
    expect(shown.message?.content).toContain(`/${message.id})`);
  });

  it('tells only the asker that there is no picture', async () => {
    const message = await scene.bob.post(scene.channel, 'just words');
    await scene.ana.useMessageMenu(message, CAPTION);
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(/no picture in that message/);
    expect(scene.bob.messagesIn(scene.channel)).toHaveLength(1);
  });
});
