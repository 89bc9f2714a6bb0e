import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BURST } from '../../src/discord/admission.ts';
import { UserError } from '../../src/user-error.ts';
import { picture, type Scene, startScene, whisperedTo } from '../discord/scene.ts';
import { ScriptedGlimpse } from '../discord/scripted-glimpse.ts';

let glimpse: ScriptedGlimpse;
let scene: Scene;

beforeEach(async () => {
  glimpse = new ScriptedGlimpse();
  scene = await startScene(glimpse);
});
afterEach(() => scene.end());

const ask = async (question = 'what animal is this?', who = scene.ana) =>
  who.useSlashCommand(scene.channel, 'ask', { question, image: await picture() });

describe('/ask', () => {
  it('is deferred before any work and then answered for everyone', async () => {
    const shown = await ask();
    expect(shown.timeline.map(({ did }) => did)).toEqual(['defer', 'edit']);
    expect(shown.ephemeral).toBe(false);
    expect(shown.message?.content).toMatch(/^> what animal is this\?\n\*\*dog\*\* · 94 %\nA dog on grass\.\n/);
  });

  it('is answered in direct messages too', async () => {
    const eve = scene.discord.addStranger('eve');
    const options = { question: 'what is it?', image: await picture() };
    const shown = await eve.useSlashCommand(eve.directMessages, 'ask', options);
    expect(shown.message?.content).toContain('**dog**');
  });

  it('echoes a question without letting it format, link or ping', async () => {
    const shown = await ask('# @everyone <@1> [free](http://x.example) **now** ||x||');
    const [quote] = shown.message?.content.split('\n') ?? [];
    expect(quote).toBe('> \\# \\@everyone \\<\\@1> \\[free\\](http\\://x.example) \\*\\*now\\*\\* \\|\\|x\\|\\|');
    expect(shown.message).toMatchObject({ mentions: [], mention_everyone: false });
  });

  it('hides the answer about a picture behind a spoiler', async () => {
    const image = { ...(await picture()), spoiler: true };
    const shown = await scene.ana.useSlashCommand(scene.channel, 'ask', { question: 'what?', image });
    expect(shown.message?.content).toMatch(/\n\|\|\*\*dog\*\*[^|]*\|\|\n/);
  });

  it('tells only the person who asked what was wrong, and leaves nothing behind for the others', async () => {
    const { ana, bob, channel } = scene;
    glimpse.failNext(new UserError('question-empty', 'Please ask me something.'));
    const shown = await ask('...');
    expect(shown.state).toBe('deleted');
    expect(await whisperedTo(ana, channel)).toBe('Please ask me something.');
    expect(bob.messagesIn(channel)).toEqual([]);
  });

  it('tells only the person who asked the id of a bug', async () => {
    const { ana, bob, channel } = scene;
    glimpse.failNext(new Error('a bug'));
    await ask();
    const sentence = await whisperedTo(ana, channel);
    const line = await scene.logged(({ err }) => err !== undefined);
    expect(sentence).toBe(`Something went wrong on my side. The error id is ${line.errorId}.`);
    expect(bob.messagesIn(channel)).toEqual([]);
  });

  it('logs neither the question nor where the picture is', async () => {
    glimpse.failNext(new Error('a bug'));
    await ask('is this my secret?');
    await whisperedTo(scene.ana, scene.channel);
    expect(JSON.stringify(scene.log)).not.toMatch(/my secret|attachments/);
  });

  it('refuses a file that is no picture', async () => {
    const image = { ...(await picture()), claims: { content_type: 'video/mp4' } };
    await scene.ana.useSlashCommand(scene.channel, 'ask', { question: 'what?', image });
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(/not a picture.*PNG, JPEG, WebP or GIF/);
    expect(glimpse.calls).toEqual([]);
  });

  it('refuses a second request at once, to the asker alone and without making others wait', async () => {
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

  it('refuses a person who asks too often, and says how long to wait', async () => {
    for (let i = 0; i < BURST; i++) await ask();
    const shown = await ask();
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toMatch(/wait \d seconds? and ask again/);
  });
});

describe('/ask with a link that has expired', () => {
  it('says that the picture is gone', async () => {
    const expired = await startScene(glimpse, { linkLifetimeMs: 0 });
    const options = { question: 'what?', image: await picture() };
    await expired.ana.useSlashCommand(expired.channel, 'ask', options);
    expect(await whisperedTo(expired.ana, expired.channel)).toMatch(/This picture is gone/);
    await expired.end();
  });
});
