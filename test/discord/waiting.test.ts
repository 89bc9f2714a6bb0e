import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Admitted } from '../../src/discord/admission.ts';
import type { Applicant } from '../../src/discord/desk.ts';
import { contextOf, type Desk, serve } from '../../src/discord/desk.ts';
import { createMenuPictures } from '../../src/discord/menu-pictures.ts';
import type { Surface } from '../../src/discord/surface.ts';
import { createVitals } from '../../src/discord/vitals.ts';
import { EN } from '../../src/discord/words/en.ts';
import { createLog } from '../../src/log.ts';
import { openMemory } from '../../src/memory/memory.ts';
import { UserError } from '../../src/user-error.ts';
import { picture, type Scene, startScene, whisperedTo } from './scene.ts';
import { ScriptedGlimpse } from './scripted-glimpse.ts';
import { type ScriptedSource, scriptedSource } from './scripted-source.ts';

let glimpse: ScriptedGlimpse;
let model: ScriptedSource;

beforeEach(() => {
  glimpse = new ScriptedGlimpse();
  model = scriptedSource(glimpse);
});

describe('in Discord, while the model is on its way', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = await startScene(model.source);
  });
  afterEach(() => scene.end());

  const mentioned = async () =>
    scene.ana.post(scene.channel, {
      content: `${scene.discord.botMention} what animal is this?`,
      files: [await picture()],
    });
  const asked = async (more: object = {}) =>
    scene.ana.useSlashCommand(scene.channel, 'ask', { question: 'what is it?', image: await picture(), ...more });
  const waits = (sentence: RegExp) =>
    scene.ana.waitForMessage(scene.channel, ({ content }) => sentence.test(content), String(sentence));

  it('a mention is told that it still loads, in a reply that becomes the answer', async () => {
    const question = await mentioned();
    const waiting = await scene.ana.replyTo(question);
    expect(waiting.content).toBe(EN.waiting.loading);
    await model.arrive();
    const answer = await scene.ana.replyTo(question, ({ content }) => content.includes('**dog**'));
    expect(answer.id).toBe(waiting.id);
    expect(answer.mentions).toEqual([]);
  });

  it('a mention is told how far the download is, and not at every piece of it', async () => {
    model.receive(25, 100);
    const question = await mentioned();
    expect((await scene.ana.replyTo(question)).content).toContain('being downloaded (25 % done)');
    for (let received = 26; received < 100; received += 1) model.receive(received, 100);
    await model.arrive();
    await scene.ana.replyTo(question, ({ content }) => content.includes('**dog**'));
    const edits = scene.discord.requests.filter(({ method }) => method === 'PATCH');
    expect(edits).toHaveLength(1);
  });

  it('a follow-up to the answer is about the same picture as ever', async () => {
    const question = await mentioned();
    await scene.ana.replyTo(question);
    await model.arrive();
    const answer = await scene.ana.replyTo(question, ({ content }) => content.includes('**dog**'));
    const next = await scene.ana.post(scene.channel, { content: 'is it big?', replyTo: answer });
    expect((await scene.ana.replyTo(next)).content).toContain('**dog**');
  });

  it('a command is deferred at once, told how far it is, and answered in the same place', async () => {
    model.receive(1, 4);
    const answering = asked();
    expect((await waits(/being downloaded \(25 % done\)/)).author.bot).toBe(true);
    await model.arrive();
    const { message, timeline } = await answering;
    expect(timeline[0]?.did).toBe('defer');
    expect((await waits(/\*\*dog\*\*/)).id).toBe(message?.id);
  });

  it('a private command is told so in private', async () => {
    const answering = asked({ private: true });
    await waits(/still loading/);
    expect(scene.bob.messagesIn(scene.channel)).toEqual([]);
    await model.arrive();
    expect((await answering).ephemeral).toBe(true);
  });

  it('what is wrong without the model is said without waiting for it', async () => {
    const question = await scene.ana.post(scene.channel, `${scene.discord.botMention} what?`);
    expect((await scene.ana.replyTo(question)).content).toMatch(/no picture among the newest/);
  });

  it('everybody who waits is told where it cannot be had, and so is whoever comes later, but not what is for its owner alone', async () => {
    const sentence = EN.failures['model-unavailable'] ?? '';
    const question = await mentioned();
    await scene.ana.replyTo(question);
    model.fail(new UserError('model-unavailable', 'It could not be fetched. Put its files into /home/ada/.cache.'));
    await scene.ana.replyTo(question, ({ content }) => content === sentence);
    await asked();
    expect(await whisperedTo(scene.ana, scene.channel)).toBe(sentence);
    expect(scene.log.filter(({ errorId }) => errorId !== undefined)).toEqual([]);
  });

  it('those who wait are asked to come back where the bot stops meanwhile', async () => {
    const question = await mentioned();
    await scene.ana.replyTo(question);
    await scene.bot.stop();
    const [reply] = scene.ana.messagesIn(scene.channel).filter(({ author }) => author.bot);
    expect(reply?.content).toBe(EN.refusals.restarting);
  });

  it('a person has one request in hand, and is told so once', async () => {
    const question = await mentioned();
    await scene.ana.replyTo(question);
    const second = await mentioned();
    expect((await scene.ana.replyTo(second)).content).toBe(EN.refusals.oneAtATime);
    await model.arrive();
    await scene.ana.replyTo(question, ({ content }) => content.includes('**dog**'));
  });

  it('whoever still waits after a while for a model that is ready is told how many are ahead, in a reply that becomes the answer', async () => {
    await model.arrive();
    const release = glimpse.hold();
    const say = { content: `${scene.discord.botMention} what?`, files: [await picture()] };
    const first = await scene.bob.post(scene.channel, say);
    await vi.waitFor(() => expect(glimpse.calls).toHaveLength(1));
    const second = await mentioned();
    const waiting = await scene.ana.replyTo(second);
    expect(waiting.content).toBe(EN.waiting.queue(1));
    release();
    const answer = await scene.ana.replyTo(second, ({ content }) => content.includes('**dog**'));
    expect(answer.id).toBe(waiting.id);
    const answered = await scene.bob.replyTo(first);
    expect(answered.content).toContain('**dog**');
    expect(answered.edited_timestamp).toBeNull();
  });
});

describe('at the desk', () => {
  const applicant: Applicant = {
    askerId: '1',
    channelId: '2',
    guildId: undefined,
    parentId: undefined,
    roleIds: [],
    words: EN,
    mayAttach: true,
  };
  let said: string[];
  let desk: Desk;

  beforeEach(() => {
    said = [];
    const memory = openMemory(':memory:');
    const services = {
      source: model.source,
      memory,
      load: async () => new Uint8Array(),
      menuPictures: createMenuPictures(),
      vitals: createVitals(() => 0),
      readsMessages: false,
    };
    const admission = { enter: () => ({ ahead: () => 0, leave: () => {} }), close: () => {} };
    desk = { services, admission, log: createLog('silent') };
  });
  afterEach(() => {
    vi.useRealTimers();
    desk.services.memory.close();
  });

  const surface = (): Surface => ({
    show: async ({ content }) => {
      said.push(content ?? '');
      return undefined;
    },
    wait: async (sentence) => void said.push(sentence),
    fail: async (sentence) => void said.push(`failed: ${sentence}`),
  });

  it('somebody who has waited for the model as long as Discord lets them is asked to come back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const work = async () => ({ content: (await contextOf(applicant, desk.services, surface()).glimpse()).model });
    const served = serve(applicant, surface(), work, { request: 'ask', user: '1' }, desk);
    await setImmediate();
    vi.advanceTimersByTime(14 * 60 * 1000);
    await served;
    expect(said).toEqual([EN.waiting.loading, `failed: ${EN.waiting.tooLong}`]);
  });

  describe('of a model that is ready', () => {
    const admitted: Admitted = { ahead: () => 3, leave: () => {} };
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      return { content: 'a dog' };
    };
    const serveFor = async (milliseconds: number, shown: Surface, who: Admitted = admitted) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      await model.arrive();
      const served = serve(applicant, shown, slow, { request: 'ask', user: '1' }, desk, who);
      await vi.advanceTimersByTimeAsync(milliseconds);
      return served;
    };

    it('somebody who waits is told once how many are ahead, and the answer comes after that', async () => {
      const wait = async (sentence: string) => {
        await new Promise((resolve) => setTimeout(resolve, 10_000));
        said.push(sentence);
      };
      await serveFor(60_000, { ...surface(), wait });
      expect(said).toEqual([EN.waiting.queue(3), 'a dog']);
    });

    it('somebody whose turn it is is told nothing', async () => {
      await serveFor(60_000, surface(), { ahead: () => 0, leave: () => {} });
      expect(said).toEqual(['a dog']);
    });

    it('somebody gets the answer where the word of it cannot be said', async () => {
      await serveFor(60_000, { ...surface(), wait: () => Promise.reject(new Error('the network is down')) });
      expect(said).toEqual(['a dog']);
    });
  });

  it('whoever was let in leaves again, whatever goes wrong on the way', async () => {
    const left: string[] = [];
    const admitted = { ahead: () => 100, leave: () => void left.push('left') };
    const failing = async () => Promise.reject(new Error('a bug'));
    await serve(applicant, surface(), failing, { request: 'ask', user: '1' }, desk, admitted);
    expect(left).toEqual(['left']);
    expect(said).toEqual([expect.stringMatching(/^failed: Something went wrong on my side/)]);
  });
});
