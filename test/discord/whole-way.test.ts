import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { Glimpse } from '../../src/glimpse.ts';
import { openGlimpse } from '../../src/open-glimpse.ts';
import { type Scene, startScene, whisperedTo } from './scene.ts';

/** Here nothing is replaced: real discord.js, real files, and the checkpoint that ships. */
let cacheFolder: string;
let glimpse: Glimpse;
let scene: Scene;

beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'glimpse-bot-'));
  glimpse = await openGlimpse(readConfig({ CLIP_MODEL: 'glimpse-mini', GLIMPSE_CACHE: cacheFolder }));
});
afterAll(async () => {
  await glimpse.close();
  await rm(cacheFolder, { recursive: true });
});
beforeEach(async () => {
  scene = await startScene(glimpse);
});
afterEach(() => scene.end());

const drawing = async (name: string) => ({
  name,
  bytes: await readFile(new URL(`../../src/demo/pictures/${name}`, import.meta.url)),
});

/** The verdict, the caption, the bars and the footer. */
const ANSWER =
  /^(\*\*.+\*\* · \d+ %|I can't tell\. My best guesses: .+)\n.+\n```\n([█░]{10} +<?\d+ % .+\n)+```\n-# glimpse-mini .*\d+ ms/;

describe('a real picture', () => {
  it('is answered about by /ask', async () => {
    const options = { question: 'is this a dog or a guitar?', image: await drawing('dog-on-a-beach.jpg') };
    const shown = await scene.ana.useSlashCommand(scene.channel, 'ask', options);
    const [quote, ...rest] = shown.message?.content.split('\n') ?? [];
    expect(quote).toBe('> is this a dog or a guitar?');
    expect(rest.join('\n')).toMatch(ANSWER);
  });

  it('is answered about by a mention', async () => {
    const content = `${scene.discord.botMention} what animal is this?`;
    const files = [await drawing('elephant-in-a-field.jpg')];
    const reply = await scene.ana.replyTo(await scene.ana.post(scene.channel, { content, files }));
    expect(reply.content).toMatch(ANSWER);
  });

  it('is answered about that somebody forwards directly, a JPEG like any other', async () => {
    const posted = await scene.ana.post(scene.channel, { files: [await drawing('elephant-in-a-field.jpg')] });
    const forwarded = await scene.ana.forward(posted, scene.ana.directMessages);
    expect((await scene.ana.replyTo(forwarded)).content).toMatch(ANSWER);
  });

  it('is answered about that moves, as an emoji and as a sticker', async () => {
    const { ana, channel, discord } = scene;
    const { bytes: still } = await drawing('red-circle.jpg');
    const bytes = await sharp(still).resize(96).gif().toBuffer();
    const emoji = discord.addEmoji(channel.guild, { name: 'ball', bytes });
    expect(emoji.animated).toBe(true);
    const sticker = discord.addSticker(channel.guild, { name: 'ball', bytes });
    const content = `${discord.botMention} what colour is it?`;
    for (const say of [{ content: `${content} ${emoji.mention}` }, { content, stickers: [sticker] }]) {
      expect((await ana.replyTo(await ana.post(channel, say))).content).toMatch(ANSWER);
    }
  });

  it('is asked about again by a reply to the answer', async () => {
    const { ana, channel, discord } = scene;
    const content = `${discord.botMention} what animal is this?`;
    const files = [await drawing('elephant-in-a-field.jpg')];
    const answer = await ana.replyTo(await ana.post(channel, { content, files }));
    const next = await ana.post(channel, { content: 'is it a dog or an elephant?', replyTo: answer });
    expect((await ana.replyTo(next)).content).toMatch(/^(\*\*|I can't tell)/);
  });

  it("is answered about from its message's menu", async () => {
    const message = await scene.bob.post(scene.channel, { files: [await drawing('guitar.jpg')] });
    const opened = await scene.ana.useMessageMenu(message, 'Ask about this picture');
    const shown = await scene.ana.submitModal(opened, { question: 'what is this?' });
    expect(shown.message?.content.replace(/^> .*\n/, '')).toMatch(ANSWER);
  });

  it('is captioned by /caption, and from its message’s menu in the same words', async () => {
    const image = await drawing('pizza.jpg');
    const slash = await scene.ana.useSlashCommand(scene.channel, 'caption', { image });
    const message = await scene.bob.post(scene.channel, { files: [image] });
    const menu = await scene.ana.useMessageMenu(message, 'Caption this picture');
    const captions = [slash, menu].map((shown) => shown.message?.content.split('\n')[0]);
    expect(captions[0]).toMatch(/^\S.+\S$/);
    expect(captions[1]).toBe(captions[0]);
  });

  it('is ranked by /rank', async () => {
    const options = { image: await drawing('red-circle.jpg'), texts: 'a red circle, a yellow bus' };
    const shown = await scene.ana.useSlashCommand(scene.channel, 'rank', options);
    expect(shown.message?.content).toMatch(/^\*\*a red circle\*\* fits best · \d+ %\n```\n/);
  });
});

describe('an animated picture', () => {
  it('is answered about by more than its first frame', async () => {
    const { ana, channel, discord } = scene;
    const frame = (colour: string) =>
      sharp({ create: { width: 64, height: 64, channels: 3, background: colour } })
        .png()
        .toBuffer();
    const animated = async (...colours: string[]) => ({
      name: 'colours.gif',
      bytes: await sharp(await Promise.all(colours.map(frame)), { join: { animated: true } })
        .gif()
        .toBuffer(),
    });
    const redTo = async (image: Awaited<ReturnType<typeof animated>>) => {
      const shown = await ana.useSlashCommand(channel, 'rank', { image, texts: 'red, blue' });
      return Number(/(\d+) % +red/.exec(shown.message?.content ?? '')?.[1] ?? 0);
    };
    const still = await redTo(await animated('red', 'red', 'red'));
    expect(await redTo(await animated('red', 'blue', 'blue'))).toBeLessThan(still);
    expect(discord.problems).toEqual([]);
  });
});

describe('a file that is no picture to Glimpse', () => {
  it.each([
    ['is something else under a picture’s name', Buffer.from('just text'), /don't recognise this file as a picture/],
    ['is a kind of picture that is not opened', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG/],
    ['is empty', Buffer.alloc(0), /empty/],
    ['is cut off', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /./],
  ])('is refused with a sentence to the asker alone where it %s', async (_, bytes, sentence) => {
    const options = { question: 'what is it?', image: { name: 'cat.png', bytes } };
    await scene.ana.useSlashCommand(scene.channel, 'ask', options);
    const said = await whisperedTo(scene.ana, scene.channel);
    expect(said).toMatch(sentence);
    expect(said).not.toContain('error id');
    expect(scene.bob.messagesIn(scene.channel)).toEqual([]);
  });
});
