import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_PICTURE_BYTES } from '../../src/images/picture-limits.ts';
import { UserError } from '../../src/user-error.ts';
import { picture, type Scene, startScene } from './scene.ts';
import { ScriptedGlimpse } from './scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse);
});
afterEach(() => scene.end());

const mention = (words: string) => `${scene.discord.botMention} ${words}`;

describe('a mention with a picture', () => {
  it('is answered by a reply that pings nobody', async () => {
    const { ana, channel } = scene;
    const file = await picture();
    const question = await ana.post(channel, { content: mention('what animal is this?'), files: [file] });
    const reply = await ana.replyTo(question);
    expect(reply.content).toMatch(/^\*\*dog\*\* · 94 %\nA dog on grass\.\n/);
    expect(reply.mentions).toEqual([]);
    expect(glimpse.calls).toEqual([
      { work: 'ask', picture: new Uint8Array(file.bytes), words: 'what animal is this?' },
    ]);
  });

  it('shows that the bot is typing before it answers', async () => {
    const { ana, channel, discord } = scene;
    const question = await ana.post(channel, { content: mention('what?'), files: [await picture()] });
    await ana.replyTo(question);
    const routes = discord.requests.map(({ route }) => route).filter((route) => route.startsWith('/channels'));
    expect(routes).toEqual(['/channels/{channel_id}/typing', '/channels/{channel_id}/messages']);
  });

  it('is asked what it shows where the mention says nothing', async () => {
    const { ana, channel } = scene;
    await ana.replyTo(await ana.post(channel, { content: mention(''), files: [await picture()] }));
    expect(glimpse.calls.map(({ words }) => words)).toEqual(['what is this?']);
  });

  it('is answered about the first of several pictures, and says so', async () => {
    const { ana, channel } = scene;
    const files = [
      { name: 'notes.txt', bytes: Buffer.from('a') },
      await picture('a.png', 'red'),
      await picture('b.png'),
    ];
    const reply = await ana.replyTo(await ana.post(channel, { content: mention('what?'), files }));
    expect(reply.content).toContain('the first of 2 pictures');
    expect(glimpse.calls[0]?.picture).toEqual(new Uint8Array(files[1]?.bytes ?? []));
  });

  it('is answered behind a spoiler where the picture is behind one', async () => {
    const { ana, channel } = scene;
    const files = [{ ...(await picture()), spoiler: true }];
    const reply = await ana.replyTo(await ana.post(channel, { content: mention('what?'), files }));
    expect(reply.content).toMatch(/^\|\|\*\*dog\*\*[^|]*\|\|\n-# /);
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
});

describe('a direct message with a picture', () => {
  it('needs no mention', async () => {
    const { discord } = scene;
    const stranger = discord.addStranger('eve');
    const reply = await stranger.replyTo(await stranger.dm({ content: 'what is it?', files: [await picture()] }));
    expect(reply.content).toContain('**dog**');
  });
});

describe('what is no question to the bot', () => {
  it('is left alone', async () => {
    const { ana, bob, channel } = scene;
    const files = [await picture()];
    await ana.post(channel, { content: 'look at this', files });
    await ana.post(channel, { content: '@everyone look at this', files });
    await ana.post(channel, { content: `${bob.mention} look at this`, files });
    const reply = await bob.replyTo(await bob.post(channel, { content: mention('what?'), files }));
    await bob.post(channel, { content: 'thanks!', replyTo: reply });
    await bob.replyTo(await bob.post(channel, { content: mention('and now?'), files }));
    expect(glimpse.calls.map(({ words }) => words)).toEqual(['what?', 'and now?']);
    expect(ana.messagesIn(channel).filter(({ author }) => author.bot)).toHaveLength(2);
  });
});

describe('what goes wrong with a mention', () => {
  it('is said where there is no picture, with the ways that work', async () => {
    const { ana, channel } = scene;
    const reply = await ana.replyTo(await ana.post(channel, mention('what animal is this?')));
    expect(reply.content).toMatch(/no picture in your message.*\/ask.*Apps > Ask about this picture/);
  });

  it("is said where the picture is in somebody else's message, which the bot is not shown", async () => {
    const { ana, bob, channel } = scene;
    const posted = await bob.post(channel, { content: 'my cat', files: [await picture()] });
    const reply = await ana.replyTo(await ana.post(channel, { content: mention('what is this?'), replyTo: posted }));
    expect(reply.content).toContain('Apps > Ask about this picture');
  });

  it('is said of a picture that says itself that it is too large', async () => {
    const { ana, channel } = scene;
    const files = [{ ...(await picture()), claims: { size: MAX_PICTURE_BYTES + 1 } }];
    const reply = await ana.replyTo(await ana.post(channel, { content: mention('what?'), files }));
    expect(reply.content).toMatch(/larger than 10 MB/);
    expect(glimpse.calls).toEqual([]);
  });

  it("is said in the failure's own words where it was to be expected", async () => {
    const { ana, channel } = scene;
    glimpse.failNext(new UserError('busy', 'Too many pictures are waiting. Try again in a minute.'));
    const reply = await ana.replyTo(await ana.post(channel, { content: mention('what?'), files: [await picture()] }));
    expect(reply.content).toBe('Too many pictures are waiting. Try again in a minute.');
  });

  it('is logged under the id that the person is told where it is a bug', async () => {
    const { ana, channel } = scene;
    glimpse.failNext(new Error('a bug'));
    const reply = await ana.replyTo(
      await ana.post(channel, { content: mention('a secret?'), files: [await picture()] }),
    );
    const [, id] = /The error id is (\w+)\./.exec(reply.content) ?? [];
    const logged = scene.log.find(({ errorId }) => errorId === id);
    expect(logged).toMatchObject({ request: 'mention', err: { message: 'a bug' } });
    expect(JSON.stringify(scene.log)).not.toContain('a secret?');
  });

  it('is said to a person who asks again before the last answer', async () => {
    const { ana, channel } = scene;
    const release = glimpse.hold();
    const first = await ana.post(channel, { content: mention('what?'), files: [await picture()] });
    const second = await ana.post(channel, { content: mention('well?'), files: [await picture()] });
    expect((await ana.replyTo(second)).content).toMatch(/still working on your last request/);
    release();
    expect((await ana.replyTo(first)).content).toContain('**dog**');
  });

  it('is said once, not at every further message of somebody who does not wait', async () => {
    const { ana, channel } = scene;
    const release = glimpse.hold();
    const first = await ana.post(channel, { content: mention('what?'), files: [await picture()] });
    const [second] = await Promise.all(['well?', 'hello?', 'hey?'].map((words) => ana.post(channel, mention(words))));
    if (!second) throw new Error('nothing was posted');
    expect((await ana.replyTo(second)).content).toMatch(/still working on your last request/);
    release();
    await ana.replyTo(first);
    expect(ana.messagesIn(channel).filter(({ author }) => author.bot)).toHaveLength(2);
  });

  it('is no reply to a message whose channel hides its history from the bot: it is answered all the same', async () => {
    const { ana, channel, discord } = scene;
    const botPermissions = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
    const forgetful = discord.addChannel(channel.guild, 'forgetful', { botPermissions });
    await ana.post(forgetful, { content: mention('what?'), files: [await picture()] });
    const answer = await ana.waitForMessage(forgetful, ({ content }) => content.includes('**dog**'), 'an answer');
    expect(answer.message_reference).toBeUndefined();
  });

  it('is logged, and no more, in a channel where the bot may not write', async () => {
    const { ana, channel, discord } = scene;
    const silent = discord.addChannel(channel.guild, 'silent', { botPermissions: PermissionFlagsBits.ViewChannel });
    await ana.post(silent, { content: mention('what?'), files: [await picture()] });
    const line = await scene.logged(({ msg }) => msg === 'may not write in this channel');
    expect(line).toMatchObject({ channel: silent.id });
  });
});
