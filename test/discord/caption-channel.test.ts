import { MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MODEST_CAPTION } from '../../src/captions/caption-picture.ts';
import { RATES } from '../../src/discord/admission.ts';
import { picture, type Scene, SEES_ALL, startScene } from './scene.ts';
import { ScriptedGlimpse } from './scripted-glimpse.ts';
import { scriptedSource } from './scripted-source.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

const mention = (words: string) => `${scene.discord.botMention} ${words}`;
const said = () => scene.bob.messagesIn(scene.channel).flatMap(({ author, content }) => (author.bot ? [content] : []));
const captions = () => said().filter((content) => content.startsWith('**AI caption**'));

async function choose(options: Parameters<typeof startScene>[1], source?: Parameters<typeof startScene>[0]) {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(source ?? glimpse, options);
  const { memory, channel } = scene;
  memory.settings.change(channel.guild.id, { captionChannels: [channel.id] });
}
afterEach(() => scene.end());

/** Bob asks something and is answered, so that whatever came before was not merely late. */
async function afterwards(): Promise<void> {
  await scene.bob.replyTo(await scene.bob.post(scene.channel, { content: mention('?'), files: [await picture()] }));
}

describe('a channel that is captioned by itself', () => {
  beforeEach(() => choose(SEES_ALL));

  it('has each picture captioned, as a machine’s words first, and nobody is notified', async () => {
    const { ana, channel } = scene;
    const reply = await ana.replyTo(await ana.post(channel, { content: 'my dog', files: [await picture()] }));
    expect(reply.content).toMatch(/^\*\*AI caption\*\* · A dog on grass\.\n-# /);
    expect((reply.flags ?? 0) & MessageFlags.SuppressNotifications).toBeTruthy();
    expect(reply.mentions).toEqual([]);
    expect(glimpse.calls.map(({ work }) => work)).toEqual(['caption']);
  });

  it('has several pictures of one message captioned together', async () => {
    const { ana, channel } = scene;
    const files = [await picture('a.png', 'red'), { ...(await picture('b.png', 'blue')), spoiler: true }];
    const reply = await ana.replyTo(await ana.post(channel, { files }));
    const [label, first, second] = reply.content.split('\n');
    expect(label).toBe('**AI caption**');
    expect(first).toBe('Picture 1 (a.png): A dog on grass.');
    expect(second).toBe('Picture 2 (b.png): ||A dog on grass.||');
  });

  it('has a hidden picture captioned behind a spoiler, with the label before it', async () => {
    const { ana, channel } = scene;
    const reply = await ana.replyTo(await ana.post(channel, { files: [{ ...(await picture()), spoiler: true }] }));
    expect(reply.content).toMatch(/^\*\*AI caption\*\* · \|\|A dog on grass\.\|\|\n-# /);
  });

  it('has every picture captioned of somebody who posts many, in their order', async () => {
    const { ana, channel } = scene;
    const posts: Awaited<ReturnType<typeof ana.post>>[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      posts.push(await ana.post(channel, { files: [await picture(`${name}.png`)] }));
    }
    await Promise.all(posts.map((post) => ana.replyTo(post)));
    const replies = ana.messagesIn(channel).filter(({ author }) => author.bot);
    expect(replies.map((reply) => reply.message_reference?.message_id)).toEqual(posts.map(({ id }) => id));
  });

  it('leaves its people their own questions, and captions no picture that they ask about', async () => {
    const { ana, channel } = scene;
    for (let posts = 0; posts < RATES.person.burst; posts += 1) await ana.post(channel, { files: [await picture()] });
    const reply = await ana.replyTo(await ana.post(channel, { content: mention('what?'), files: [await picture()] }));
    expect(reply.content).toContain('**dog**');
  });

  it('has forwarded pictures captioned, and those in its threads', async () => {
    const { ana, channel, discord } = scene;
    const posted = await ana.post(discord.addChannel(channel.guild, 'other'), { files: [await picture()] });
    expect((await ana.replyTo(await ana.forward(posted, channel))).content).toContain('AI caption');
    const thread = discord.addThread(channel, 'thread');
    expect((await ana.replyTo(await ana.post(thread, { files: [await picture()] }))).content).toContain('AI caption');
  });

  it('has a picture captioned without its link previews, stickers and other files', async () => {
    const { ana, channel, discord } = scene;
    discord.publish('https://example.com/b.png', (await picture('b.png', 'blue')).bytes);
    const file = await picture();
    const files = [{ name: 'notes.txt', bytes: Buffer.from('a') }, file];
    await ana.replyTo(await ana.post(channel, { content: 'see https://example.com/b.png', files }));
    expect(glimpse.calls.map(({ picture: bytes }) => bytes)).toEqual([new Uint8Array(file.bytes)]);
  });

  it('has no stickers, emoji, links, or pictures of bots and webhooks captioned', async () => {
    const { ana, channel, discord } = scene;
    const { bytes } = await picture();
    discord.publish('https://example.com/b.png', bytes);
    const sticker = discord.addSticker(channel.guild, { name: 'wave', bytes });
    await ana.post(channel, { stickers: [sticker] });
    await ana.post(channel, { stickers: [sticker], files: [{ name: 'notes.txt', bytes: Buffer.from('a') }] });
    await ana.post(channel, discord.addEmoji(channel.guild, { name: 'cat', bytes }).mention);
    await ana.post(channel, 'https://example.com/b.png');
    await discord.addOtherBot(channel.guild, 'bot').post(channel, { content: 'look' }, [await picture()]);
    await discord.addWebhook(channel, 'hook').post(channel, { content: 'look' }, [await picture()]);
    await afterwards();
    expect(captions()).toEqual([]);
    expect(glimpse.calls).toHaveLength(1);
  });

  it('is spared a caption that would say nothing', async () => {
    const { ana, channel } = scene;
    const { answer } = glimpse;
    glimpse.answer = { ...answer, familiar: false };
    await ana.post(channel, { files: [await picture()] });
    await afterwards();
    glimpse.answer = { ...answer, caption: MODEST_CAPTION };
    await ana.post(channel, { files: [await picture()] });
    await afterwards();
    expect(captions()).toEqual([]);
    expect(glimpse.calls.map(({ work }) => work)).toEqual(['caption', 'ask', 'caption', 'ask']);
  });

  it('is spared what goes wrong, which is logged', async () => {
    const { ana, channel } = scene;
    glimpse.failNext(new Error('a bug'));
    await ana.post(channel, { files: [await picture()] });
    expect(await scene.logged(({ errorId }) => errorId !== undefined)).toMatchObject({ request: 'caption channel' });
    await afterwards();
    expect(said()).toHaveLength(1);
  });

  it('can be asked about the picture by a reply to its caption', async () => {
    const { ana, channel } = scene;
    const file = await picture();
    const caption = await ana.replyTo(await ana.post(channel, { files: [file] }));
    await ana.replyTo(await ana.post(channel, { content: 'what colour is it?', replyTo: caption }));
    expect(glimpse.calls.at(-1)).toEqual({
      work: 'ask',
      picture: new Uint8Array(file.bytes),
      words: 'what colour is it?',
    });
  });

  it('is no channel next to it', async () => {
    const { ana, channel, discord } = scene;
    const other = discord.addChannel(channel.guild, 'other');
    await ana.post(other, { files: [await picture()] });
    await afterwards();
    expect(glimpse.calls).toHaveLength(1);
  });
});

describe('a channel that is captioned by itself, while the model is on its way', () => {
  it('is told nothing of that, and captioned when it is there', async () => {
    const model = scriptedSource(new ScriptedGlimpse());
    await choose(SEES_ALL, model.source);
    const { ana, channel } = scene;
    const post = await ana.post(channel, { files: [await picture()] });
    const waiting = await scene.bob.post(channel, { content: mention('what?'), files: [await picture()] });
    await scene.bob.replyTo(waiting);
    expect(said()).toHaveLength(1);
    await model.arrive();
    expect((await ana.replyTo(post)).content).toContain('AI caption');
  });
});

describe('a channel that is captioned by itself, without the Message Content intent', () => {
  it('is not, for the bot is not shown the pictures', async () => {
    await choose({});
    await scene.ana.post(scene.channel, { files: [await picture()] });
    await afterwards();
    expect(captions()).toEqual([]);
    expect(glimpse.calls).toHaveLength(1);
  });
});
