import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RATES } from '../../src/discord/admission.ts';
import { DISCORD, GLIMPSE } from '../../src/discord/limits.ts';
import { STARTERS } from '../../src/discord/suggest-questions.ts';
import { EN } from '../../src/discord/words/en.ts';
import { BOT_PERMISSIONS, MEMBER_PERMISSIONS } from '../../src/sandbox/permissions.ts';
import type { Channel } from '../../src/sandbox/world.ts';
import { UserError } from '../../src/user-error.ts';
import { expectUnbroken } from '../discord/hostile.ts';
import { labelsUnder } from '../discord/press.ts';
import { picture, type Scene, type SceneOptions, SEES_ALL, startScene, whisperedTo } from '../discord/scene.ts';
import { ScriptedGlimpse } from '../discord/scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

const start = async (options?: SceneOptions) => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse, options);
};
beforeEach(() => start());
afterEach(() => scene.end());
/** Starts the scene anew with these options. */
const restage = async (options: SceneOptions) => {
  await scene.end();
  await start(options);
};

const ask = async (question = 'what animal is this?', who = scene.ana) =>
  who.useSlashCommand(scene.channel, 'ask', { question, image: await picture() });

const hidden = 1 << 3;

describe('/ask', () => {
  it('is deferred before any work and then answered for everyone', async () => {
    const shown = await ask();
    expect(shown.timeline.map(({ did }) => did)).toEqual(['defer', 'edit']);
    expect(shown.ephemeral).toBe(false);
    expect(shown.message?.content).toMatch(/^> what animal is this\?\n\*\*dog\*\* · 94 %\nA dog on grass\.\n/);
    expect(labelsUnder(shown.message)).toEqual(['Why?', 'Where?', 'Ask again', 'Wrong?', 'Delete']);
  });

  it('shows everyone the picture that came with it, described in words', async () => {
    const shown = await ask();
    expect(shown.message?.attachments).toMatchObject([{ filename: 'cat.png', description: 'A dog on grass.' }]);
    const [file] = shown.message?.attachments ?? [];
    const { bytes } = await picture();
    expect(Buffer.from(await (await fetch(file?.url ?? '')).arrayBuffer())).toEqual(bytes);
  });

  it('hides the picture and the answer about it where it came behind a spoiler', async () => {
    const image = { ...(await picture()), spoiler: true };
    const shown = await scene.ana.useSlashCommand(scene.channel, 'ask', { question: 'what?', image });
    expect(shown.message?.content).toMatch(/\n\|\|\*\*dog\*\*[^|]*\|\|\n/);
    expect(shown.message?.attachments).toMatchObject([{ filename: 'SPOILER_cat.png', flags: hidden }]);
  });

  it('shows nobody else what is asked privately, and does not post the picture again', async () => {
    const { ana, bob, channel } = scene;
    const options = { question: 'what animal is this?', image: await picture(), private: true };
    const shown = await ana.useSlashCommand(channel, 'ask', options);
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toContain('**dog**');
    expect(shown.message?.attachments).toEqual([]);
    expect(labelsUnder(shown.message)).toEqual(['Why?', 'Where?', 'Ask again']);
    expect(bob.messagesIn(channel)).toEqual([]);
  });

  it('is answered without the picture where the bot may attach no files', async () => {
    const { discord, ana, channel } = scene;
    const botPermissions = BOT_PERMISSIONS & ~PermissionFlagsBits.AttachFiles;
    const bare = discord.addChannel(channel.guild, 'bare', { botPermissions });
    const shown = await ana.useSlashCommand(bare, 'ask', { question: 'what?', image: await picture() });
    expect(shown.message?.content).toContain('**dog**');
    expect(shown.message?.attachments).toEqual([]);
  });

  it('weighs the choices that it was given, and no others', async () => {
    const options = { question: 'what is it?', image: await picture(), choices: 'a cat, a dog, a fox' };
    await scene.ana.useSlashCommand(scene.channel, 'ask', options);
    expect(glimpse.calls).toMatchObject([{ work: 'ask', choices: ['a cat', 'a dog', 'a fox'] }]);
  });

  it('refuses a single choice', async () => {
    const options = { question: 'what is it?', image: await picture(), choices: 'a cat' };
    await scene.ana.useSlashCommand(scene.channel, 'ask', options);
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(/at least two texts/);
  });

  it.each(['direct messages', 'a group', 'a server without the bot'])('is answered in %s', async (where) => {
    const { discord } = scene;
    const eve = discord.addStranger('eve');
    eve.installApp();
    const foreign = discord.addGuild('Foreign', { hasBot: false });
    const places: Readonly<Record<string, () => Channel>> = {
      'direct messages': () => eve.directMessages,
      'a group': () => discord.addGroup(eve, scene.ana),
      'a server without the bot': () => {
        discord.addMember(foreign, eve);
        return discord.addChannel(foreign, 'elsewhere');
      },
    };
    const channel = places[where]?.() ?? eve.directMessages;
    const shown = await eve.useSlashCommand(channel, 'ask', { question: 'what is it?', image: await picture() });
    expect(shown.message?.content).toContain('**dog**');
    expect(shown.message?.attachments).toHaveLength(1);
    expect(labelsUnder(shown.message)).toEqual(['Why?', 'Where?', 'Ask again', 'Delete']);
  });

  it('speaks the language of the asker', async () => {
    scene.ana.locale = 'de';
    expect(labelsUnder((await ask()).message)).not.toContain('Delete');
    expect(labelsUnder((await ask('what?', scene.bob)).message)).toContain('Delete');
  });
});

describe('/ask without a picture', () => {
  const askBare = (who = scene.ana, channel: Channel = scene.channel) =>
    who.useSlashCommand(channel, 'ask', { question: 'what animal is this?' });

  it('is about the newest picture in the channel, with a link to its message', async () => {
    await restage(SEES_ALL);
    const { ana, bob, channel } = scene;
    await bob.post(channel, { files: [await picture('old.png', 'red')] });
    const newest = await picture('new.png', 'blue');
    const message = await bob.post(channel, { content: 'look', files: [newest] });
    await bob.post(channel, 'and so on');
    const shown = await askBare(ana);
    const link = `https://discord.com/channels/${channel.guild.id}/${channel.id}/${message.id}`;
    expect(shown.message?.content).toMatch(/^> what animal is this\?\n\*\*dog\*\*/);
    expect(shown.message?.content).toContain(`[the newest picture here](${link})`);
    expect(shown.message?.attachments).toEqual([]);
    expect(glimpse.calls[0]?.picture).toEqual(new Uint8Array(newest.bytes));
  });

  it('is about all of its pictures, up to four, each named', async () => {
    await restage(SEES_ALL);
    const names = ['a.png', 'b.png', 'c.png', 'd.png', 'e.png'];
    const files = await Promise.all(names.map((name) => picture(name)));
    await scene.bob.post(scene.channel, { files });
    const content = (await askBare()).message?.content ?? '';
    expect(content.match(/^Picture \d \(\w\.png\): \*\*dog\*\*/gm)).toHaveLength(4);
    expect(content).toContain('the first 4 of 5 pictures');
  });

  it('says which way of asking works where the bot is not shown what others post', async () => {
    await scene.bob.post(scene.channel, { files: [await picture()] });
    await askBare();
    expect(await whisperedTo(scene.ana, scene.channel)).toBe(EN.refusals.cantSeePictures);
  });

  it('says so where there is no picture', async () => {
    await restage(SEES_ALL);
    await scene.bob.post(scene.channel, 'no picture');
    await askBare();
    expect(await whisperedTo(scene.ana, scene.channel)).toBe(EN.refusals.noPictureHere);
  });

  it('shows nobody what was posted before they could read', async () => {
    await restage(SEES_ALL);
    const { discord, bob, channel } = scene;
    await bob.post(channel, { files: [await picture()] });
    const eve = discord.addMember(channel.guild, 'eve', MEMBER_PERMISSIONS & ~PermissionFlagsBits.ReadMessageHistory);
    await askBare(eve);
    expect(await whisperedTo(eve, channel)).toBe(EN.refusals.cantReadChannel);
    expect(glimpse.calls).toEqual([]);
  });

  it('finds the newest picture in direct messages, where nothing is hidden from the bot', async () => {
    const { directMessages } = scene.ana;
    await scene.ana.replyTo(await scene.ana.dm({ content: 'look at this', files: [await picture('old.png')] }));
    const shown = await askBare(scene.ana, directMessages);
    expect(shown.message?.content).toContain(`https://discord.com/channels/@me/${directMessages.id}/`);
  });

  it('says which way of asking works where the bot is not', async () => {
    const { discord } = scene;
    const eve = discord.addStranger('eve');
    eve.installApp();
    const group = discord.addGroup(eve, scene.ana);
    await scene.ana.post(group, { files: [await picture()] });
    await askBare(eve, group);
    const said = await eve.waitForMessage(group, ({ author, content }) => author.bot === true && content !== '');
    expect(said.content).toBe(EN.refusals.cantReadChannel);
  });
});

describe('what /ask suggests', () => {
  const typed = async (text: string, who = scene.ana) =>
    (await who.typeInto(scene.channel, 'ask', 'question', text)).map(({ name }) => name);

  it('is, to begin with, good first questions', async () => {
    expect(await typed('')).toEqual(STARTERS);
    expect(await typed('COLOR')).toEqual(['What color is it?']);
  });

  it("is what the asker asked before, and nobody else's questions", async () => {
    await ask('is it a poodle?');
    await ask('is this my secret poodle?', scene.bob);
    expect((await typed(''))[0]).toBe('is it a poodle?');
    expect(await typed('poodle')).toEqual(['is it a poodle?']);
    expect(await typed('poodle', scene.bob)).toEqual(['is this my secret poodle?']);
  });

  it('stays within what Discord takes', async () => {
    for (let number = 0; number < 40; number++) scene.memory.questions.remember(scene.ana.user.id, `is it ${number}?`);
    scene.memory.questions.remember(scene.ana.user.id, `is it ${'x'.repeat(DISCORD.suggestion)}?`);
    expect((await typed('is it')).length).toBeLessThanOrEqual(DISCORD.suggestionsCount);
  });

  it('is nothing where what was asked cannot be read, which is logged as a bug', async () => {
    scene.memory.close();
    expect(await typed('')).toEqual([]);
    await scene.logged(({ errorId }) => errorId !== undefined);
  });
});

describe('what the settings of a server do to /ask', () => {
  it('is to ask for more certainty', async () => {
    const { guild } = scene.channel;
    scene.memory.settings.change(guild.id, { threshold: 0.95 });
    expect((await ask()).message?.content).toMatch(/\nI can't tell\. My best guesses: \*\*dog\*\* \(94 %\)/);
    scene.memory.settings.change(guild.id, { threshold: 0.5 });
    expect((await ask()).message?.content).toContain('\n**dog** · 94 %\n');
  });

  it('is to leave out the bars', async () => {
    scene.memory.settings.change(scene.channel.guild.id, { style: 'short' });
    expect((await ask()).message?.content).not.toMatch(/[█`]/);
  });
});

describe('a hostile question', () => {
  it('can neither format, link nor ping', async () => {
    const shown = await ask(`# @everyone ${scene.discord.botMention} <@1> [free](http://x.example) **now** ||x||`);
    const [quote] = shown.message?.content.split('\n') ?? [];
    expect(quote).toMatch(/^> \\# \\@everyone \\<\\@\d+> \\<\\@1> \\\[free\\\]\(http\\:\/\/x\.example\) \\\*\\\*now/);
    expect(shown.message).toMatchObject({ mentions: [], mention_roles: [], mention_everyone: false });
  });

  it.each(['```', '||', '\\', '`|*_~<@', '\u202e\u200b'])(
    'of nothing but %j breaks nothing, nor do its choices and the name of its file',
    async (piece) => {
      const question = `is it ${piece.repeat(GLIMPSE.question)}`.slice(0, GLIMPSE.question);
      const choices = `a${piece.repeat(20)}, b${piece.repeat(20)}`;
      const image = { ...(await picture(`${piece}.png`)), spoiler: true };
      const candidates = ['a', 'b'].map((start) => {
        const text = start + piece.repeat(200);
        return { answer: text, prompt: text, score: 0.5 };
      });
      glimpse.answer = { ...glimpse.answer, answer: candidates[0]?.answer ?? '', candidates };
      const shown = await scene.ana.useSlashCommand(scene.channel, 'ask', { question, choices, image });
      expectUnbroken(shown.message?.content ?? '', 1);
      expect(shown.message?.attachments).toHaveLength(1);
    },
  );
});

describe('what goes wrong with /ask', () => {
  it('is told only to the person who asked, and leaves nothing behind for the others', async () => {
    const { ana, bob, channel } = scene;
    glimpse.failNext(new UserError('question-empty', 'Please ask me something.'));
    const shown = await ask('...');
    expect(shown.state).toBe('deleted');
    expect(await whisperedTo(ana, channel)).toBe('Please ask me something.');
    expect(bob.messagesIn(channel)).toEqual([]);
  });

  it('is told in place where only the asker sees the answer', async () => {
    glimpse.failNext(new UserError('question-empty', 'Please ask me something.'));
    const options = { question: '...', image: await picture(), private: true };
    const shown = await scene.ana.useSlashCommand(scene.channel, 'ask', options);
    expect(shown).toMatchObject({ state: 'message', ephemeral: true, followUps: [] });
    expect(shown.message?.content).toBe('Please ask me something.');
  });

  it('has an id that only the person who asked is told where it is a bug', async () => {
    const { ana, bob, channel } = scene;
    glimpse.failNext(new Error('a bug'));
    await ask();
    const sentence = await whisperedTo(ana, channel);
    const line = await scene.logged(({ err }) => err !== undefined);
    expect(sentence).toBe(`Something went wrong on my side. The error id is ${line.errorId}.`);
    expect(bob.messagesIn(channel)).toEqual([]);
  });

  it('is logged without the question, the choices, the answer, the file or where the picture is', async () => {
    glimpse.failNext(new Error('a bug'));
    const image = await picture('private-cat.png');
    const options = { question: 'is this my secret?', choices: 'a hidden cat, a hidden dog', image };
    await scene.ana.useSlashCommand(scene.channel, 'ask', options);
    await whisperedTo(scene.ana, scene.channel);
    await scene.ana.useSlashCommand(scene.channel, 'ask', options);
    expect(JSON.stringify(scene.log)).not.toMatch(/my secret|hidden|private-cat|dog|attachments/);
  });

  it('is that a file is no picture', async () => {
    const image = { ...(await picture()), claims: { content_type: 'video/mp4' } };
    await scene.ana.useSlashCommand(scene.channel, 'ask', { question: 'what?', image });
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(/not a picture.*PNG, JPEG, WebP or GIF/);
    expect(glimpse.calls).toEqual([]);
  });

  it('is a second request at once, refused to the asker alone and without making others wait', async () => {
    const release = glimpse.hold();
    const first = ask('first');
    await scene.ana.waitForMessage(scene.channel, ({ author }) => author.bot === true, 'the deferred reply');
    const second = await ask('second');
    expect(second).toMatchObject({ ephemeral: true, timeline: [{ did: 'reply' }] });
    expect(second.message?.content).toMatch(/still working on your last request/);
    const other = ask('third', scene.bob);
    release();
    expect((await first).message?.content).toContain('> first');
    expect((await other).message?.content).toContain('> third');
  });

  it('is that somebody asks too often, with how long to wait', async () => {
    for (let i = 0; i < RATES.person.burst; i++) await ask();
    const shown = await ask();
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toMatch(/wait \d seconds? and ask again/);
  });

  it('is a link that has expired', async () => {
    await restage({ linkLifetimeMs: 0 });
    await ask();
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(/This picture is gone/);
  });
});
