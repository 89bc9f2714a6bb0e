import { type APIMessage, ComponentType, Events, type Interaction, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DISCORD } from '../../src/discord/limits.ts';
import { EN } from '../../src/discord/words/en.ts';
import type { ShownModal } from '../../src/sandbox/person-acts.ts';
import { UserError } from '../../src/user-error.ts';
import { labelsUnder } from '../discord/press.ts';
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
const ALT_TEXT = 'Describe for alt text';

/** Bob posts pictures without a word to the bot, which therefore sees them through the menu only. */
const posted = async (names: readonly string[] = ['a.png'], content = 'my pets') => {
  const files = await Promise.all(names.map((name, at) => picture(name, `rgb(${at * 20}, 0, 0)`)));
  return scene.bob.post(scene.channel, { content, files });
};
const TWO = ['a.png', 'b.png'];

const linkTo = ({ id }: APIMessage) =>
  `https://discord.com/channels/${scene.channel.guild.id}/${scene.channel.id}/${id}`;

/** A message of the bot's with a picture that only ana sees. */
const hiddenMessage = async (): Promise<APIMessage> => {
  const { ana, bot, channel } = scene;
  let used: Interaction | undefined;
  bot.client.once(Events.InteractionCreate, (interaction) => {
    used = interaction;
  });
  await ana.useSlashCommand(channel, 'ask', { question: 'what?', image: await picture(), private: true });
  if (!used?.isRepliable()) throw new Error('no command was used');
  const files = [{ attachment: Buffer.from((await picture()).bytes), name: 'hidden.png' }];
  const { id } = await used.followUp({ files, flags: MessageFlags.Ephemeral });
  return ana.waitForMessage(channel, (message) => message.id === id);
};

/** What a modal offers in its menu; nothing where it has none. */
const offeredIn = (modal: ShownModal | undefined) =>
  (modal?.components ?? [])
    .flatMap((part) => (part.type === ComponentType.Label ? [part.component] : []))
    .flatMap((field) => (field.type === ComponentType.StringSelect ? field.options : []))
    .map(({ label }) => label);

describe('the menu "Ask about this picture"', () => {
  it('opens a modal for the question and answers it for everyone, with a link to the message', async () => {
    const { ana } = scene;
    const message = await posted();
    const opened = await ana.useMessageMenu(message, ASK);
    expect(opened.modal).toMatchObject({
      title: ASK,
      components: [{ label: EN.asking.question, component: { custom_id: 'question' } }],
    });
    expect(opened.modal?.custom_id.length).toBeLessThanOrEqual(DISCORD.customId);

    const shown = await ana.submitModal(opened, { question: 'what animal is this?' });
    expect(shown.timeline.map(({ did }) => did)).toEqual(['defer', 'edit']);
    expect(shown.ephemeral).toBe(false);
    expect(shown.message?.content).toMatch(/^> what animal is this\?\n\*\*dog\*\*/);
    expect(shown.message?.content).toContain(`[the picture](${linkTo(message)})`);
    expect(shown.message?.attachments).toEqual([]);
    expect(labelsUnder(shown.message)).toEqual(['Why?', 'Where?', 'Ask again', 'Wrong?', 'Delete']);
    expect(glimpse.calls).toMatchObject([{ work: 'ask', words: 'what animal is this?' }]);
  });

  it('answers about all of several pictures, each named', async () => {
    const opened = await scene.ana.useMessageMenu(await posted(TWO), ASK);
    expect(offeredIn(opened.modal)).toEqual(['All 2 pictures', '1. a.png', '2. b.png']);
    const shown = await scene.ana.submitModal(opened, { question: 'what?', which: ['all'] });
    expect(shown.message?.content).toContain('Picture 1 (a.png): **dog** · 94 %\n');
    expect(shown.message?.content).toContain('Picture 2 (b.png): **dog** · 94 %\n');
  });

  it('answers about one of several pictures, and says which', async () => {
    const { ana } = scene;
    const opened = await ana.useMessageMenu(await posted(TWO), ASK);
    const shown = await ana.submitModal(opened, { question: 'what?', which: ['1'] });
    expect(shown.message?.content).toContain(' · picture 2 of 2 · ');
    expect(glimpse.calls[0]?.picture).toEqual(new Uint8Array((await picture('b.png', 'rgb(20, 0, 0)')).bytes));
  });

  it('offers all of ten pictures, and looks at four at once at most', async () => {
    const names = Array.from({ length: 10 }, (_, at) => `${at}.png`);
    const opened = await scene.ana.useMessageMenu(await posted(names), ASK);
    expect(offeredIn(opened.modal)[0]).toBe('The first 4 of 10 pictures');
    expect(offeredIn(opened.modal)).toHaveLength(11);
    const shown = await scene.ana.submitModal(opened, { question: 'what?', which: ['all'] });
    expect(shown.message?.content).toContain('the first 4 of 10 pictures');
    expect(glimpse.calls).toHaveLength(4);
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
    const shown = await ana.submitModal(await ana.useMessageMenu(forwarded, ASK), { question: 'what?' });
    expect(shown.message?.content).toContain('**dog**');
  });

  it('keeps the spoiler of the picture', async () => {
    const { ana, bob, channel } = scene;
    const message = await bob.post(channel, { files: [{ ...(await picture()), spoiler: true }] });
    const shown = await ana.submitModal(await ana.useMessageMenu(message, ASK), { question: 'what?' });
    expect(shown.message?.content).toMatch(/\n\|\|\*\*dog\*\*[^|]*\|\|\n/);
  });

  it('answers nobody else about a message that nobody else sees', async () => {
    const { ana, bob, channel } = scene;
    const opened = await ana.useMessageMenu(await hiddenMessage(), ASK);
    const shown = await ana.submitModal(opened, { question: 'and this?' });
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toMatch(/^> and this\?\n\*\*dog\*\*/);
    expect(shown.message?.content).not.toContain('](');
    expect(bob.messagesIn(channel)).toEqual([]);
  });

  it('links to the message in a server without the bot, too', async () => {
    const { discord } = scene;
    const eve = discord.addStranger('eve');
    eve.installApp();
    const foreign = discord.addGuild('Foreign', { hasBot: false });
    discord.addMember(foreign, eve);
    const channel = discord.addChannel(foreign, 'elsewhere');
    const message = await eve.post(channel, { files: [await picture()] });
    const link = `https://discord.com/channels/${foreign.id}/${channel.id}/${message.id}`;
    const asked = await eve.submitModal(await eve.useMessageMenu(message, ASK), { question: 'what?' });
    expect(asked.message?.content).toContain(link);
    expect((await eve.useMessageMenu(message, CAPTION)).message?.content).toContain(link);
  });

  it('says what to do where the bot was restarted meanwhile and is no longer shown the picture', async () => {
    const opened = await scene.ana.useMessageMenu(await posted(), ASK);
    await scene.restart();
    await scene.ana.submitModal(opened, { question: 'what?' });
    expect(await whisperedTo(scene.ana, scene.channel)).toBe(EN.refusals.pictureGone);
    expect(scene.bob.messagesIn(scene.channel)).toHaveLength(1);
  });

  it('fetches the message again after a restart where the bot may see it', async () => {
    const message = await posted(TWO, `${scene.discord.botMention} what?`);
    await scene.ana.waitForMessage(scene.channel, ({ content }) => content.includes('**dog**'));
    const opened = await scene.ana.useMessageMenu(message, ASK);
    await scene.restart();
    const shown = await scene.ana.submitModal(opened, { question: 'and now?', which: ['1'] });
    expect(shown.message?.content).toMatch(/^> and now\?\n\*\*dog\*\*/);
    expect(shown.message?.content).toContain('picture 2 of 2');
  });

  it('reveals nothing of a message in another channel to whoever forges the modal', async () => {
    const { ana, bob, discord, channel } = scene;
    const other = discord.addChannel(channel.guild, 'other');
    const secret = await bob.post(other, { content: discord.botMention, files: [await picture()] });
    await bob.replyTo(secret);
    const { modal } = await ana.useMessageMenu(await posted(), ASK);
    if (!modal) throw new Error('no modal was opened');
    glimpse.calls.length = 0;
    await ana.submitModal({ ...modal, custom_id: `ask-about:${other.id}:${secret.id}` }, { question: 'what?' });
    expect(await whisperedTo(ana, channel)).toBe(EN.refusals.pictureGone);
    expect(glimpse.calls).toEqual([]);
  });

  it('tells only the asker what goes wrong', async () => {
    glimpse.failNext(new UserError('question-empty', 'Please ask me something.'));
    await scene.ana.submitModal(await scene.ana.useMessageMenu(await posted(), ASK), { question: '...' });
    expect(await whisperedTo(scene.ana, scene.channel)).toBe('Please ask me something.');
    expect(scene.bob.messagesIn(scene.channel)).toHaveLength(1);
  });

  it('answers about the others of several pictures where one is too large, and says which', async () => {
    const { ana, bob, channel } = scene;
    const large = { claims: { size: 1e9 } };
    const files = [await picture('a.png'), { ...(await picture('b.png')), ...large }, await picture('c.png')];
    const opened = await ana.useMessageMenu(await bob.post(channel, { files }), ASK);
    const shown = await ana.submitModal(opened, { question: 'what?', which: ['all'] });
    expect(shown.message?.content).toMatch(
      /Picture 1 \(a\.png\): \*\*dog\*\*(?:.|\n)*Picture 3 \(c\.png\): \*\*dog\*\*(?:.|\n)*\nPicture 2 \(b\.png\): .*larger.*\n-# /,
    );
  });

  it('says which of several pictures is too large where all are', async () => {
    const { ana, bob, channel } = scene;
    const large = { claims: { size: 1e9 } };
    const files = [await picture('a.png'), await picture('b.png')].map((file) => ({ ...file, ...large }));
    const opened = await ana.useMessageMenu(await bob.post(channel, { files }), ASK);
    await ana.submitModal(opened, { question: 'what?', which: ['all'] });
    expect(await whisperedTo(ana, channel)).toMatch(/^Picture 1: .*larger/);
  });
});

describe('the menu "Caption this picture"', () => {
  it('captions the picture for everyone, with a link to its message', async () => {
    const message = await posted();
    const shown = await scene.ana.useMessageMenu(message, CAPTION);
    expect(shown.timeline.map(({ did }) => did)).toEqual(['defer', 'edit']);
    expect(shown.ephemeral).toBe(false);
    expect(shown.message?.content).toMatch(/^A dog on grass\.\n-# /);
    expect(shown.message?.content).toContain(linkTo(message));
    expect(labelsUnder(shown.message)).toEqual(['Why?', 'Ask again', 'Delete']);
  });

  it('captions each of several pictures', async () => {
    const shown = await scene.ana.useMessageMenu(await posted(TWO), CAPTION);
    expect(shown.message?.content).toMatch(/^Picture 1 \(a\.png\): A dog on grass\.\nPicture 2 \(b\.png\): A dog/);
  });

  it('shows nobody else the caption of what nobody else sees', async () => {
    const shown = await scene.ana.useMessageMenu(await hiddenMessage(), CAPTION);
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toMatch(/^A dog on grass\.\n/);
    expect(scene.bob.messagesIn(scene.channel)).toEqual([]);
  });

  it('tells only the asker that there is no picture', async () => {
    const message = await scene.bob.post(scene.channel, 'just words');
    await scene.ana.useMessageMenu(message, CAPTION);
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(/no picture in that message/);
    expect(scene.bob.messagesIn(scene.channel)).toHaveLength(1);
  });
});

describe('the menu "Describe for alt text"', () => {
  it('gives the asker alone a description to copy', async () => {
    const shown = await scene.ana.useMessageMenu(await posted(), ALT_TEXT);
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toMatch(/^Copy this .*:\n```\nA dog on grass\.\n```\n-# /);
    expect(glimpse.calls).toMatchObject([{ work: 'caption', words: 'alt-text' }]);
    expect(shown.message?.components ?? []).toEqual([]);
    expect(scene.bob.messagesIn(scene.channel)).toHaveLength(1);
  });

  it('describes each of several pictures, behind its spoiler', async () => {
    const { ana, bob, channel } = scene;
    const files = [await picture('a.png'), { ...(await picture('b.png')), spoiler: true }];
    const shown = await ana.useMessageMenu(await bob.post(channel, { files }), ALT_TEXT);
    expect(shown.message?.content).toContain('Picture 1 (a.png):\n```\nA dog on grass.\n```\n');
    expect(shown.message?.content).toContain('Picture 2 (b.png):\n||```\nA dog on grass.\n```||\n');
  });
});
