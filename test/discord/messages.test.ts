import { type APIMessage, ComponentType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_PICTURE_BYTES } from '../../src/images/picture-limits.ts';
import { UserError } from '../../src/user-error.ts';
import { picture, type Scene, SEES_ALL, startScene } from './scene.ts';
import { ScriptedGlimpse } from './scripted-glimpse.ts';

const HOUR_MS = 60 * 60 * 1000;

let glimpse: ScriptedGlimpse;
let scene: Scene;
/** Milliseconds by which Discord's clock is ahead. */
let ahead: number;

const mention = (words: string) => `${scene.discord.botMention} ${words}`;
const botMessages = () => scene.ana.messagesIn(scene.channel).filter(({ author }) => author.bot);
const seen = () => glimpse.calls.map(({ picture: bytes }) => bytes);
const bytesOf = ({ bytes }: { readonly bytes: Uint8Array }) => new Uint8Array(bytes);

/** What Ana gets for what she posts in the channel. */
async function answerTo(say: Parameters<Scene['ana']['post']>[1]): Promise<APIMessage> {
  return scene.ana.replyTo(await scene.ana.post(scene.channel, say));
}

/** Ana asks about something that is wrong, so that whatever is answered before was not silently left out. */
async function afterwards(): Promise<void> {
  await answerTo({ content: mention('and this?'), files: [await picture('last.png')] });
}

const BOTH = [
  { intent: 'without', options: {} },
  { intent: 'with', options: SEES_ALL },
] as const;

describe.each(BOTH)('$intent the Message Content intent', ({ intent, options }) => {
  const sees = intent === 'with';

  beforeEach(async () => {
    ahead = 0;
    glimpse = new ScriptedGlimpse();
    scene = await startScene(glimpse, { ...options, now: () => Date.now() + ahead });
  });
  afterEach(() => scene.end());

  describe('a mention with a picture', () => {
    it('is answered by a reply that pings nobody', async () => {
      const file = await picture();
      const reply = await answerTo({ content: mention('what animal is this?'), files: [file] });
      expect(reply.content).toMatch(/^\*\*dog\*\* · 94 %\nA dog on grass\.\n/);
      expect(reply.mentions).toEqual([]);
      expect(glimpse.calls).toEqual([{ work: 'ask', picture: bytesOf(file), words: 'what animal is this?' }]);
    });

    it('shows that the bot is typing before it answers', async () => {
      const { discord } = scene;
      await answerTo({ content: mention('what?'), files: [await picture()] });
      const routes = discord.requests.map(({ route }) => route).filter((route) => route.startsWith('/channels'));
      expect(routes).toEqual(['/channels/{channel_id}/typing', '/channels/{channel_id}/messages']);
    });

    it('is asked what it shows where the mention says nothing', async () => {
      await answerTo({ content: mention(''), files: [await picture()] });
      expect(glimpse.calls.map(({ words }) => words)).toEqual(['what is this?']);
    });

    it('is answered about one picture where the other files are none', async () => {
      const file = await picture('a.png', 'red');
      const files = [{ name: 'notes.txt', bytes: Buffer.from('a') }, file];
      const reply = await answerTo({ content: mention('what?'), files });
      expect(reply.content).toMatch(/^\*\*dog\*\*/);
      expect(seen()).toEqual([bytesOf(file)]);
    });

    it('is answered about several pictures together, each by its name', async () => {
      const files = [await picture('a.png', 'red'), await picture('b.png', 'blue')];
      const reply = await answerTo({ content: mention('what?'), files });
      expect(reply.content).toContain('Picture 1 (a.png): **dog**');
      expect(reply.content).toContain('Picture 2 (b.png): **dog**');
      expect(seen()).toEqual(files.map(bytesOf));
    });

    it('is answered about the first four of more, and says so', async () => {
      const files = await Promise.all(['1', '2', '3', '4', '5', '6'].map((name) => picture(`${name}.png`)));
      const reply = await answerTo({ content: mention('what?'), files });
      expect(reply.content).toContain('the first 4 of 6 pictures');
      expect(glimpse.calls).toHaveLength(4);
    });

    it('is answered behind a spoiler where the picture is behind one', async () => {
      const files = [{ ...(await picture()), spoiler: true }];
      const reply = await answerTo({ content: mention('what?'), files });
      expect(reply.content).toMatch(/^\|\|\*\*dog\*\*[^|]*\|\|\n-# /);
    });

    it('hides of several answers those about hidden pictures', async () => {
      const files = [await picture('a.png'), { ...(await picture('b.png')), spoiler: true }];
      const reply = await answerTo({ content: mention('what?'), files });
      expect(reply.content).toMatch(/^Picture 1 \(a\.png\): \*\*dog\*\*[^|]*\nPicture 2 \(b\.png\): \|\|[^|]*\*\*dog/);
      expect(reply.content.match(/\|\|/g)).toHaveLength(2);
    });

    it('is answered though its message was deleted meanwhile', async () => {
      const { ana, channel } = scene;
      const release = glimpse.hold();
      const question = await ana.post(channel, { content: mention('what?'), files: [await picture()] });
      await ana.delete(question);
      release();
      const answer = await ana.waitForMessage(channel, ({ content }) => content.includes('dog'), 'an answer');
      expect(answer.message_reference).toBeUndefined();
    });

    it('is answered in a thread as in its channel', async () => {
      const { ana, channel, discord } = scene;
      const thread = discord.addThread(channel, 'about the cat');
      const reply = await ana.replyTo(await ana.post(thread, { content: mention('what?'), files: [await picture()] }));
      expect(reply.content).toContain('**dog**');
    });

    it('is answered about its own picture where it replies to another', async () => {
      const posted = await scene.bob.post(scene.channel, { files: [await picture('theirs.png', 'red')] });
      const own = await picture('mine.png', 'blue');
      await answerTo({ content: mention('what?'), files: [own], replyTo: posted });
      expect(seen()).toEqual([bytesOf(own)]);
    });
  });

  describe('a mention that replies to a message of somebody else with a picture', () => {
    it(sees ? 'is answered' : 'is told that it cannot be seen, and which menu works', async () => {
      const file = await picture();
      const posted = await scene.bob.post(scene.channel, { content: 'my cat', files: [file] });
      const reply = await answerTo({ content: mention('what is this? <:hm:555>'), replyTo: posted });
      if (sees) {
        expect(reply.content).toContain('**dog**');
        expect(seen()).toEqual([bytesOf(file)]);
      } else {
        expect(reply.content).toMatch(
          /can't see the picture in the message that you replied to.*Apps > Ask about this/,
        );
      }
    });

    it('is answered where that mentions the bot too', async () => {
      const file = await picture();
      const posted = await scene.bob.post(scene.channel, { content: mention('look'), files: [file] });
      await scene.bob.replyTo(posted);
      const reply = await answerTo({ content: mention('is it big?'), replyTo: posted });
      expect(reply.content).toContain('**dog**');
      expect(glimpse.calls.at(-1)).toMatchObject({ picture: bytesOf(file), words: 'is it big?' });
    });

    it('is told that there is none where that can be seen and has none', async () => {
      const posted = await scene.bob.post(scene.channel, mention('hello'));
      await scene.bob.replyTo(posted);
      const reply = await answerTo({ content: mention('what is this?'), replyTo: posted });
      expect(reply.content).toMatch(/^I found no picture in that message/);
    });

    it.each([
      ['was deleted', 404, 10008, /^The message that you replied to was deleted/],
      ['is closed to the bot', 403, 50001, /^I can't look into this channel.*Apps > Ask about this picture/],
    ])('is told so where that %s', async (_, status, code, sentence) => {
      const posted = await scene.bob.post(scene.channel, { content: 'my cat', files: [await picture()] });
      scene.discord.rest.failNext('/channels/{channel_id}/messages/{message_id}', status, code, 'Refused');
      const reply = await answerTo({ content: mention('what is this?'), replyTo: posted });
      expect(reply.content).toMatch(sentence);
      expect(glimpse.calls).toEqual([]);
    });

    it.runIf(sees)(
      'is answered about what that replies to where it has none itself, and says about which',
      async () => {
        const { bob, ana, channel } = scene;
        const file = await picture();
        const posted = await bob.post(channel, { files: [file] });
        const between = await ana.post(channel, { content: 'what a cat', replyTo: posted });
        const reply = await answerTo({ content: mention('what is it?'), replyTo: between });
        expect(seen()).toEqual([bytesOf(file)]);
        expect(reply.content).toContain(`/${channel.id}/${posted.id})`);
      },
    );
  });

  describe('a reply to an answer', () => {
    async function answered(file: { name: string; bytes: Buffer }) {
      const question = await scene.ana.post(scene.channel, { content: mention('what animal is this?'), files: [file] });
      return { question, answer: await scene.ana.replyTo(question) };
    }

    it('that asks something is about the same picture, with no upload and no mention', async () => {
      const file = await picture();
      const { question, answer } = await answered(file);
      const reply = await answerTo({ content: 'and what colour is it?', replyTo: answer });
      expect(reply.content).toContain('**dog**');
      expect(reply.content).toContain(`/${question.id})`);
      expect(glimpse.calls.at(-1)).toEqual({ work: 'ask', picture: bytesOf(file), words: 'and what colour is it?' });
    });

    it('can itself be replied to', async () => {
      const file = await picture();
      const { answer } = await answered(file);
      const second = await answerTo({ content: 'is it big?', replyTo: answer });
      const third = await answerTo({ content: 'is it old?', replyTo: second });
      expect(third.content).toContain('**dog**');
      expect(seen()).toEqual([1, 2, 3].map(() => bytesOf(file)));
    });

    it('is about all pictures that the answer was about', async () => {
      const files = [await picture('a.png', 'red'), await picture('b.png', 'blue')];
      const answer = await answerTo({ content: mention('what?'), files });
      await answerTo({ content: 'is it big?', replyTo: answer });
      expect(seen().slice(2)).toEqual(files.map(bytesOf));
    });

    it('that only thanks is left alone', async () => {
      const { answer } = await answered(await picture());
      const sticker = scene.discord.addSticker(scene.channel.guild, { name: 'thumbs', bytes: (await picture()).bytes });
      for (const content of ['thanks!', 'how cute <:party:555>']) {
        await scene.ana.post(scene.channel, { content, replyTo: answer });
      }
      await scene.ana.post(scene.channel, { stickers: [sticker], replyTo: answer });
      await afterwards();
      expect(botMessages()).toHaveLength(2);
    });

    it('is answered after the bot was started anew', async () => {
      const file = await picture();
      const { answer } = await answered(file);
      await scene.restart();
      const reply = await answerTo({ content: 'and what colour is it?', replyTo: answer });
      expect(reply.content).toContain('**dog**');
      expect(seen().at(-1)).toEqual(bytesOf(file));
    });

    it('is answered where the bot has forgotten what the answer was about, but can look it up', async () => {
      const file = await picture();
      const { question, answer } = await answered(file);
      scene.memory.answers.deleteOlderThan(Number.POSITIVE_INFINITY);
      const reply = await answerTo({ content: 'and what colour is it?', replyTo: answer });
      expect(reply.content).toContain('**dog**');
      expect(reply.content).toContain(`/${question.id})`);
      expect(seen().at(-1)).toEqual(bytesOf(file));
    });

    it('is answered with a link that is good again after the first has expired', async () => {
      const file = await picture();
      const { answer } = await answered(file);
      ahead = 25 * HOUR_MS;
      const reply = await answerTo({ content: 'and what colour is it?', replyTo: answer });
      expect(reply.content).toContain('**dog**');
      expect(seen().at(-1)).toEqual(bytesOf(file));
    });

    it('is told that the picture is gone where its message was deleted', async () => {
      const { question, answer } = await answered(await picture());
      await scene.ana.delete(question);
      const reply = await answerTo({ content: 'and what colour is it?', replyTo: answer });
      expect(reply.content).toMatch(/no longer have that picture/);
      expect(glimpse.calls).toHaveLength(1);
    });
  });

  describe("a reply to a command's answer", () => {
    const asked = async () => {
      const options = { question: 'what is it?', image: await picture() };
      const { message } = await scene.ana.useSlashCommand(scene.channel, 'ask', options);
      if (!message) throw new Error('the command was not answered');
      return message;
    };

    it(sees ? 'is answered' : 'is told once that its words are hidden, with the ways that work', async () => {
      const { ana, channel } = scene;
      const answer = await asked();
      const reply = await answerTo({ content: 'and what colour is it?', replyTo: answer });
      if (sees) {
        expect(reply.content).toContain('**dog**');
        return;
      }
      expect(reply.content).toMatch(/doesn't show me what you wrote there.*Ask again.*mention me/);
      await ana.post(channel, { content: 'hello?', replyTo: answer });
      await afterwards();
      expect(botMessages()).toHaveLength(3);
    });

    it('is answered about the same picture where it mentions the bot', async () => {
      const reply = await answerTo({ content: mention('what colour is it?'), replyTo: await asked() });
      expect(reply.content).toContain('**dog**');
      expect(glimpse.calls.at(-1)).toMatchObject({ words: 'what colour is it?' });
    });
  });

  describe('a direct message', () => {
    it('with a picture needs no mention', async () => {
      const { discord } = scene;
      const stranger = discord.addStranger('eve');
      const reply = await stranger.replyTo(await stranger.dm({ content: 'what is it?', files: [await picture()] }));
      expect(reply.content).toContain('**dog**');
    });

    it('without a picture is about the newest there, and a reply about the picture of what it replies to', async () => {
      const stranger = scene.discord.addStranger('eve');
      const [first, second] = [await picture('a.png', 'red'), await picture('b.png', 'blue')];
      const answer = await stranger.replyTo(await stranger.dm({ content: 'what is it?', files: [first] }));
      await stranger.replyTo(await stranger.dm({ files: [second] }));
      const newest = await stranger.replyTo(await stranger.dm('what colour is it?'));
      expect(newest.content).toContain('](https://discord.com/channels/@me/');
      await stranger.replyTo(await stranger.dm({ content: 'is it big?', replyTo: answer }));
      expect(seen()).toEqual([first, second, second, first].map(bytesOf));
    });

    it('where there is no picture is told so', async () => {
      const stranger = scene.discord.addStranger('eve');
      const reply = await stranger.replyTo(await stranger.dm('hello'));
      expect(reply.content).toMatch(/no picture among the newest messages here/);
    });

    it('that forwards a picture is about that', async () => {
      const { ana, channel } = scene;
      const file = await picture();
      const posted = await ana.post(channel, { files: [file] });
      const reply = await ana.replyTo(await ana.forward(posted, ana.directMessages));
      expect(reply.content).toContain('**dog**');
      expect(seen()).toEqual([bytesOf(file)]);
    });
  });

  describe('a picture is found', () => {
    it("in a link's preview, at Discord's proxy", async () => {
      const { bytes } = await picture();
      scene.discord.publish('https://example.com/cat.png', bytes);
      const reply = await answerTo(mention('what is it? https://example.com/cat.png'));
      expect(reply.content).toContain('**dog**');
      expect(glimpse.calls).toEqual([{ work: 'ask', picture: new Uint8Array(bytes), words: 'what is it?' }]);
    });

    it("in a link's preview that comes later", async () => {
      const { ana, channel, discord } = scene;
      const { bytes } = await picture();
      discord.publish('https://example.com/cat.png', bytes);
      const content = mention('what is it? https://example.com/cat.png');
      const question = await ana.post(channel, { content, previewsLater: true });
      discord.showPreviews(question);
      expect((await ana.replyTo(question)).content).toContain('**dog**');
      expect(seen()).toEqual([new Uint8Array(bytes)]);
    });

    it('behind a spoiler in the preview of a link behind one', async () => {
      scene.discord.publish('https://example.com/cat.png', (await picture()).bytes);
      const reply = await answerTo(mention('what is it? || https://example.com/cat.png ||'));
      expect(reply.content).toMatch(/^\|\|\*\*dog\*\*[^|]*\|\|\n-# /);
    });

    it('in a sticker where there is nothing else', async () => {
      const { bytes } = await picture();
      const sticker = scene.discord.addSticker(scene.channel.guild, { name: 'wave', bytes });
      const reply = await answerTo({ content: mention('what is it?'), stickers: [sticker] });
      expect(reply.content).toContain('**dog**');
      expect(seen()).toEqual([new Uint8Array(bytes)]);
    });

    it('in the newest picture rather than in an emoji beside a question', async () => {
      const { ana, bob, channel, discord } = scene;
      const emoji = discord.addEmoji(channel.guild, { name: 'hm', bytes: (await picture()).bytes });
      const posted = await picture('cat.png', 'teal');
      await bob.replyTo(await bob.post(channel, { content: mention('what?'), files: [posted] }));
      await ana.replyTo(await ana.post(channel, mention(`what animal is this? ${emoji.mention}`)));
      expect(glimpse.calls.at(-1)?.picture).toEqual(new Uint8Array(posted.bytes));
    });

    it('in custom emoji where there is nothing else', async () => {
      const { bytes } = await picture();
      const emoji = scene.discord.addEmoji(scene.channel.guild, { name: 'cat', bytes });
      const reply = await answerTo(mention(`what is ${emoji.mention} ?`));
      expect(reply.content).toContain('**dog**');
      expect(glimpse.calls.map(({ words }) => words)).toEqual(['what is ?']);
    });

    it('not in a Lottie sticker, which is said', async () => {
      const bytes = Buffer.from(JSON.stringify({ v: '5.5.2', fr: 30, ip: 0, op: 60, w: 320, h: 320, layers: [] }));
      const sticker = scene.discord.addSticker(undefined, { name: 'wumpus', bytes });
      const reply = await answerTo({ content: mention('what is it?'), stickers: [sticker] });
      expect(reply.content).toMatch(/animated sticker of a kind that I can't open/);
    });

    it.runIf(sees)('in galleries and thumbnails that other bots show, hidden where they are', async () => {
      const { discord, channel } = scene;
      const bot = discord.addOtherBot(channel.guild, 'gallery');
      const files = [await picture('a.png', 'red'), await picture('b.png', 'blue')];
      const items = [{ media: { url: 'attachment://a.png' } }, { media: { url: 'attachment://b.png' }, spoiler: true }];
      const components = [{ type: ComponentType.MediaGallery, items }];
      const posted = await bot.post(channel, { flags: MessageFlags.IsComponentsV2, components }, files);
      const reply = await answerTo({ content: mention('what?'), replyTo: posted });
      expect(seen()).toEqual(files.map(bytesOf));
      expect(reply.content).toMatch(/^Picture 1 [^|]*\nPicture 2 [^|]*: \|\|/);
    });
  });

  describe('what is no question to the bot', () => {
    it('is left alone', async () => {
      const { ana, bob, channel, discord } = scene;
      const files = [await picture()];
      await ana.post(channel, { content: 'look at this', files });
      await ana.post(channel, { content: '@everyone look at this', files });
      await ana.post(channel, { content: `${bob.mention} look at this`, files });
      const webhook = discord.addWebhook(channel, 'hook');
      await webhook.post(channel, { content: mention('what?') }, files);
      await discord.addOtherBot(channel.guild, 'other').post(channel, { content: mention('what?') }, files);
      const reply = await bob.replyTo(await bob.post(channel, { content: mention('what?'), files }));
      await bob.post(channel, { content: 'thanks!', replyTo: reply });
      await bob.replyTo(await bob.post(channel, { content: mention('and now?'), files }));
      expect(glimpse.calls.map(({ words }) => words)).toEqual(['what?', 'and now?']);
    });
  });

  describe('what somebody else wrote', () => {
    it('neither pings anybody nor breaks the layout of the reply', async () => {
      const { ana, bob, channel, discord } = scene;
      const role = discord.addRole(channel.guild, 'all', { mentionable: true });
      const evil = `@everyone ${bob.mention} <@&${role.id}> [free](https://evil.example) ||x||\n# big \`\`\``;
      glimpse.answer = {
        ...glimpse.answer,
        answer: evil,
        caption: evil,
        candidates: [{ answer: evil, prompt: evil, score: 1 }],
      };
      const files = [await picture(`${'evil'.repeat(5)} ||.png`), await picture('@everyone ||.png')];
      const hidden = files.map((file) => ({ ...file, spoiler: true }));
      const reply = await ana.replyTo(await ana.post(channel, { content: mention(evil), files: hidden }));
      expect(reply.mentions).toEqual([]);
      expect(reply.mention_roles).toEqual([]);
      expect(reply.mention_everyone).toBe(false);
      expect(reply.content).not.toMatch(/(?<!\\)@everyone|(?<!\\)\[free|^# /m);
      // What is left without all that is escaped.
      const marks = reply.content.replace(/\\./g, '').match(/@|<|\||\[|\*\*|```|https?:/g);
      expect(marks?.join('')).toBe('||****||'.repeat(2));
    });
  });

  describe('what goes wrong with a mention', () => {
    it('is said of a picture that says itself that it is too large', async () => {
      const files = [{ ...(await picture()), claims: { size: MAX_PICTURE_BYTES + 1 } }];
      const reply = await answerTo({ content: mention('what?'), files });
      expect(reply.content).toMatch(/larger than 10 MB/);
      expect(glimpse.calls).toEqual([]);
    });

    it("is said in the failure's own words where it was to be expected", async () => {
      glimpse.failNext(new UserError('busy', 'Too many pictures are waiting. Try again in a minute.'));
      const reply = await answerTo({ content: mention('what?'), files: [await picture()] });
      expect(reply.content).toBe('Too many pictures are waiting. Try again in a minute.');
    });

    it('is logged under the id that the person is told where it is a bug', async () => {
      glimpse.failNext(new Error('a bug'));
      const reply = await answerTo({ content: mention('a secret?'), files: [await picture('private.png')] });
      const [, id] = /The error id is (\w+)\./.exec(reply.content) ?? [];
      const logged = scene.log.find(({ errorId }) => errorId === id);
      expect(logged).toMatchObject({ request: 'mention', err: { message: 'a bug' } });
      expect(JSON.stringify(scene.log)).not.toMatch(/a secret|private\.png/);
    });

    it('is no reply to a message whose channel hides its history from the bot: it is answered all the same', async () => {
      const { ana, channel, discord } = scene;
      const botPermissions = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
      const forgetful = discord.addChannel(channel.guild, 'forgetful', { botPermissions });
      await ana.post(forgetful, { content: mention('what?'), files: [await picture()] });
      const answer = await ana.waitForMessage(forgetful, ({ content }) => content.includes('**dog**'), 'an answer');
      expect(answer.message_reference).toBeUndefined();
    });

    it('is logged as no bug in a channel where the bot may not write', async () => {
      const { ana, channel, discord } = scene;
      const silent = discord.addChannel(channel.guild, 'silent', { botPermissions: PermissionFlagsBits.ViewChannel });
      await ana.post(silent, { content: mention('what?'), files: [await picture()] });
      const line = await scene.logged(({ code }) => code === 50013);
      expect(line).toMatchObject({ level: 40, channel: silent.id });
      expect(scene.log.filter(({ errorId }) => errorId)).toEqual([]);
    });
  });
});
