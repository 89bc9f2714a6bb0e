import { type APIMessage, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEEDED_PERMISSIONS } from '../../src/discord/permissions.ts';
import { MEMBER_PERMISSIONS } from '../../src/sandbox/permissions.ts';
import type { GuildChannel } from '../../src/sandbox/world.ts';
import { picture, type Scene, SEES_ALL, startScene, whisperedTo } from './scene.ts';
import { ScriptedGlimpse } from './scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

const start = async (options: Parameters<typeof startScene>[1]) => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse, options);
};
afterEach(() => scene.end());

const mention = (words: string) => `${scene.discord.botMention} ${words}`;
const seen = () => glimpse.calls.map(({ picture: bytes }) => bytes);
const bytesOf = ({ bytes }: { readonly bytes: Uint8Array }) => new Uint8Array(bytes);

const ask = async (channel: GuildChannel = scene.channel): Promise<string> =>
  (await scene.ana.replyTo(await scene.ana.post(channel, mention('what is this?')))).content;

const linkTo = ({ id, channel_id }: APIMessage) =>
  `(https://discord.com/channels/${scene.channel.guild.id}/${channel_id}/${id})`;

describe('a question without a picture, with the Message Content intent', () => {
  beforeEach(() => start(SEES_ALL));

  it('is about the newest picture in the channel, and the reply links to it', async () => {
    const { bob, channel } = scene;
    const [older, newer] = [await picture('a.png', 'red'), await picture('b.png', 'blue')];
    await bob.post(channel, { files: [older] });
    const posted = await bob.post(channel, { content: 'and this', files: [newer] });
    await bob.post(channel, 'nice, is it not?');
    const said = await ask();
    expect(said).toContain('**dog**');
    expect(said).toContain(`[the newest picture here]${linkTo(posted)}`);
    expect(seen()).toEqual([bytesOf(newer)]);
  });

  it('is not about the stickers and emoji that people have added since', async () => {
    const { bob, channel, discord } = scene;
    const file = await picture('a.png', 'red');
    const posted = await bob.post(channel, { files: [file] });
    const { bytes } = await picture('b.png', 'blue');
    await bob.post(channel, { stickers: [discord.addSticker(channel.guild, { name: 'wave', bytes })] });
    await bob.post(channel, `so ${discord.addEmoji(channel.guild, { name: 'cute', bytes }).mention}`);
    expect(await ask()).toContain(linkTo(posted));
    expect(seen()).toEqual([bytesOf(file)]);
  });

  it('is about all pictures of the newest message that has some', async () => {
    const files = [await picture('a.png', 'red'), await picture('b.png', 'blue')];
    await scene.bob.post(scene.channel, { files });
    await ask();
    expect(seen()).toEqual(files.map(bytesOf));
  });

  it('is answered behind a spoiler where that picture is behind one', async () => {
    await scene.bob.post(scene.channel, { files: [{ ...(await picture()), spoiler: true }] });
    expect(await ask()).toMatch(/^\|\|\*\*dog\*\*[^|]*\|\|\n-# /);
  });

  it('is told where there is none', async () => {
    await scene.bob.post(scene.channel, 'hello');
    expect(await ask()).toMatch(/no picture among the newest messages here.*Apps > Ask about this picture/);
  });

  it('is, in a thread without pictures, about the one that the thread was started from', async () => {
    const { bob, channel, discord } = scene;
    const file = await picture();
    const posted = await bob.post(channel, { files: [file] });
    await bob.post(channel, { files: [await picture('b.png', 'blue')] });
    const thread = discord.addThread(channel, 'about this', { from: posted });
    await bob.post(thread, 'what is it?');
    expect(await ask(thread)).toContain(linkTo(posted));
    expect(seen()).toEqual([bytesOf(file)]);
  });

  it('is told so where the bot may not read what was written before', async () => {
    const { bob, channel, discord } = scene;
    const botPermissions = NEEDED_PERMISSIONS & ~PermissionFlagsBits.ReadMessageHistory;
    const closed = discord.addChannel(channel.guild, 'closed', { botPermissions });
    await bob.post(closed, { files: [await picture()] });
    await scene.ana.post(closed, mention('what is this?'));
    const refusal = await scene.ana.waitForMessage(closed, ({ author }) => author.bot === true, 'a refusal');
    expect(refusal.content).toMatch(/^I can't look into this channel.*Apps > Ask about this picture/);
    expect(glimpse.calls).toEqual([]);
  });

  it('is not answered about what the asker may not read', async () => {
    const { bob, ana, channel, discord } = scene;
    discord.addMember(channel.guild, ana, MEMBER_PERMISSIONS & ~PermissionFlagsBits.ReadMessageHistory);
    const closed = discord.addChannel(channel.guild, 'closed to Ana');
    await bob.post(closed, { files: [await picture()] });
    expect(await ask(closed)).toMatch(/^I can't look into this channel/);
    await ana.useSlashCommand(closed, 'ask', { question: 'what is this?' });
    expect(await whisperedTo(ana, closed)).toMatch(/^I can't look into this channel/);
    expect(glimpse.calls).toEqual([]);
  });

  it('is answered where it comes by a command too', async () => {
    const posted = await scene.bob.post(scene.channel, { files: [await picture()] });
    const { message } = await scene.ana.useSlashCommand(scene.channel, 'ask', { question: 'what is this?' });
    expect(message?.content).toContain(linkTo(posted));
  });
});

describe('a question without a picture, without the Message Content intent', () => {
  beforeEach(() => start({}));

  it('is about the newest picture that mentions the bot, where nothing hidden was written since', async () => {
    const { bob, channel } = scene;
    const file = await picture();
    const posted = await bob.post(channel, { content: mention('look'), files: [file] });
    await bob.replyTo(posted);
    expect(await ask()).toContain(linkTo(posted));
    expect(seen()).toEqual([bytesOf(file), bytesOf(file)]);
  });

  it('is so too where it comes by a command, whose own reply stands there already', async () => {
    const { ana, bob, channel } = scene;
    const posted = await bob.post(channel, { content: mention('look'), files: [await picture()] });
    await bob.replyTo(posted);
    const { message } = await ana.useSlashCommand(channel, 'ask', { question: 'what is this?' });
    expect(message?.content).toContain(linkTo(posted));
  });

  it('is not about an older one where a hidden message may hold the newest', async () => {
    const { bob, channel } = scene;
    await bob.replyTo(await bob.post(channel, { content: mention('look'), files: [await picture()] }));
    await bob.post(channel, { files: [await picture('b.png', 'blue')] });
    expect(await ask()).toMatch(/^I can't see other people's pictures by myself here.*Apps > Ask about this picture/);
    await scene.ana.useSlashCommand(channel, 'ask', { question: 'what is this?' });
    expect(await whisperedTo(scene.ana, channel)).toMatch(/^I can't see other people's pictures/);
    expect(glimpse.calls).toHaveLength(1);
  });

  it('is about the newest picture of all in direct messages', async () => {
    const stranger = scene.discord.addStranger('eve');
    await stranger.replyTo(await stranger.dm({ files: [await picture()] }));
    await stranger.replyTo(await stranger.dm('what colour is it?'));
    expect(glimpse.calls.map(({ words }) => words)).toEqual(['what is this?', 'what colour is it?']);
  });
});
