import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerRecord } from '../../src/discord/answer-record.ts';
import { recallPictures, rereadPictures } from '../../src/discord/recall-pictures.ts';
import { EN } from '../../src/discord/words/en.ts';
import { picture, type Scene, SEES_ALL, startScene } from './scene.ts';
import { ScriptedGlimpse } from './scripted-glimpse.ts';

let scene: Scene;

afterEach(() => scene.end());

const posted = async (names: readonly string[], content = '') =>
  scene.bob.post(scene.channel, { content, files: await Promise.all(names.map((name) => picture(name))) });

/** The record of an answer about some pictures of a message. */
const recordOf = (message: APIMessage, indexes: readonly number[] = [0]): AnswerRecord => ({
  id: 'AAAAAAAAAAAA',
  messageId: '1',
  channelId: message.channel_id,
  guildId: scene.channel.guild.id,
  askerId: '2',
  question: 'what?',
  kind: 'ask',
  pictures: indexes.map((index) => ({
    source: 'message',
    channelId: message.channel_id,
    messageId: message.id,
    index,
    url: message.attachments[index]?.url ?? '',
    name: message.attachments[index]?.filename ?? '',
    spoiler: false,
    size: 1,
  })),
  result: [],
  private: false,
  createdAt: 0,
});
const recall = (record: AnswerRecord, more: { readonly askedIn?: string; readonly now?: number } = {}) =>
  recallPictures(record, more.askedIn ?? record.channelId, scene.bot.client, { now: more.now ?? Date.now() });
const GONE = EN.refusals.pictureGone;
const DELETED = EN.refusals.pictureDeleted;
const NEXT_WEEK = Date.now() + 7 * 24 * 60 * 60 * 1000;

describe('recallPictures where the bot sees every message', () => {
  beforeEach(async () => {
    scene = await startScene(new ScriptedGlimpse(), SEES_ALL);
  });

  it('finds the same pictures again, with a link to their message', async () => {
    const message = await posted(['a.png', 'b.png', 'c.png']);
    const chosen = await recall(recordOf(message, [0, 2]), { now: NEXT_WEEK });
    expect(chosen.pictures.map(({ name, index }) => [name, index])).toEqual([
      ['a.png', 0],
      ['c.png', 2],
    ]);
    expect(chosen).toMatchObject({
      of: 2,
      message: { channelId: scene.channel.id, id: message.id },
      link: `https://discord.com/channels/${scene.channel.guild.id}/${scene.channel.id}/${message.id}`,
    });
  });

  it('takes no other picture for one that was taken out', async () => {
    const message = await posted(['a.png']);
    const [kept] = recordOf(message).pictures;
    const record = {
      ...recordOf(message),
      pictures: kept ? [{ ...kept, url: `${kept.url.replace('a.png', 'x.png')}` }] : [],
    };
    await expect(recall(record)).rejects.toThrow(GONE);
  });

  it('keeps a spoiler that was there at first', async () => {
    const message = await posted(['a.png']);
    const [kept] = recordOf(message).pictures;
    const record = { ...recordOf(message), pictures: kept ? [{ ...kept, spoiler: true }] : [] };
    expect((await recall(record)).pictures).toMatchObject([{ spoiler: true }]);
  });

  it('has none where the message was deleted', async () => {
    const message = await posted(['a.png']);
    const record = recordOf(message);
    await scene.bob.delete(message);
    await expect(recall(record)).rejects.toThrow(DELETED);
  });

  it('has none for another channel', async () => {
    const other = scene.discord.addChannel(scene.channel.guild, 'other');
    await expect(recall(recordOf(await posted(['a.png'])), { askedIn: other.id })).rejects.toThrow(GONE);
  });
});

describe('recallPictures where the bot is not shown the message', () => {
  beforeEach(async () => {
    scene = await startScene(new ScriptedGlimpse());
  });

  it('takes the links of the first time as long as they last', async () => {
    const record = recordOf(await posted(['a.png']));
    expect((await recall(record)).pictures).toMatchObject([{ url: record.pictures[0]?.url, name: 'a.png' }]);
    await expect(recall(record, { now: NEXT_WEEK })).rejects.toThrow(GONE);
  });

  it('takes those of a channel that it may not look into, too', async () => {
    const record = recordOf(await posted(['a.png']));
    scene.discord.changeChannel(scene.channel, { botPermissions: 0n });
    expect((await recall(record)).pictures).toMatchObject([{ name: 'a.png' }]);
  });

  it('honours all the same that the message was deleted', async () => {
    const message = await posted(['a.png']);
    const record = recordOf(message);
    await scene.bob.delete(message);
    await expect(recall(record)).rejects.toThrow(DELETED);
  });

  it('points to no message for what only its asker saw', async () => {
    const [kept] = recordOf(await posted(['a.png'])).pictures;
    if (!kept) throw new Error('no picture was kept');
    const { channelId: _, messageId: __, ...bare } = kept;
    const record = {
      ...recordOf(await posted(['b.png'])),
      pictures: [{ ...bare, source: 'reply' as const }],
      private: true,
    };
    const chosen = await recall(record);
    expect(chosen).toEqual({ pictures: [expect.objectContaining({ name: 'a.png' })], of: 1 });
  });
});

describe('rereadPictures', () => {
  beforeEach(async () => {
    scene = await startScene(new ScriptedGlimpse(), SEES_ALL);
  });

  it('reads one picture of several, and tells of how many', async () => {
    const { id } = await posted(['a.png', 'b.png', 'c.png']);
    const chosen = await rereadPictures({ channelId: scene.channel.id, id }, scene.bot.client, 1);
    expect(chosen).toMatchObject({ pictures: [{ name: 'b.png', index: 1 }], of: 3 });
  });

  it.each([
    ['there is no such message', '1', DELETED],
    ['there is no such picture', undefined, GONE],
  ])('has none where %s', async (_, id, sentence) => {
    const message = await posted(['a.png']);
    const where = { channelId: scene.channel.id, id: id ?? message.id };
    await expect(rereadPictures(where, scene.bot.client, 7)).rejects.toThrow(sentence);
  });
});
