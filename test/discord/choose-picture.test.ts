import { StickerFormatType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type ChoosableMessage, chooseOf, chooseOptions } from '../../src/discord/choose-picture.ts';

const file = (name: string, contentType = 'image/png') => ({
  url: `https://x/${name}`,
  name,
  size: 1,
  contentType,
  spoiler: false,
});

const message = (names: readonly string[], more: Partial<ChoosableMessage> = {}): ChoosableMessage => ({
  id: '2',
  channelId: '1',
  attachments: new Map(names.map((name) => [name, file(name)])),
  embeds: [],
  components: [],
  stickers: new Map(),
  content: '',
  client: { rest: { cdn: { emoji: (id) => `https://x/emoji/${id}` } } },
  ...more,
});

const names = ['1.png', '2.png', '3.png', '4.png', '5.png', '6.png'];
const otherwise = () => 'Attach one.';

describe('chooseOf', () => {
  it('takes the first four pictures, and tells how many there are and where', () => {
    const chosen = chooseOf(message(names), otherwise);
    expect(chosen.pictures.map(({ name, index }) => [index, name])).toEqual([
      [0, '1.png'],
      [1, '2.png'],
      [2, '3.png'],
      [3, '4.png'],
    ]);
    expect(chosen).toMatchObject({ of: 6, message: { channelId: '1', id: '2' } });
  });

  it('takes the one that is asked for by its number', () => {
    const chosen = chooseOf(message(names), otherwise, { index: 4 });
    expect(chosen.pictures.map(({ name }) => name)).toEqual(['5.png']);
    expect(chosen.of).toBe(1);
  });

  it('carries a link along', () => {
    const chosen = chooseOf(message(['a.png']), otherwise, {
      link: 'https://discord.com/channels/0/1/2',
      newest: true,
    });
    expect(chosen).toMatchObject({ link: 'https://discord.com/channels/0/1/2', newest: true });
  });

  it('says the given sentence where there is none, or not so many', () => {
    expect(() => chooseOf(message([]), otherwise)).toThrow('Attach one.');
    expect(() => chooseOf(message(['a.png']), otherwise, { index: 1 })).toThrow('Attach one.');
  });

  it('says of the stickers that are no pictures that it cannot open them', () => {
    const stickers = new Map([['3', { name: 'wave', url: 'https://x/3.json', format: StickerFormatType.Lottie }]]);
    expect(() => chooseOf(message([], { stickers }), otherwise)).toThrow(/sticker of a kind that I can't open/);
    expect(chooseOf(message(['a.png'], { stickers }), otherwise).of).toBe(1);
  });
});

describe('chooseOptions', () => {
  it('refuses a file that is no picture, and says which files are', () => {
    const failure = () => chooseOptions([file('a.png'), file('b.pdf', 'application/pdf')]);
    expect(failure).toThrow(/PNG, JPEG, WebP or GIF/);
  });

  it('takes pictures in their order, which are in no message', () => {
    const chosen = chooseOptions([file('a.png'), file('b.png')]);
    expect(chosen.pictures.map(({ name, index }) => [index, name])).toEqual([
      [0, 'a.png'],
      [1, 'b.png'],
    ]);
    expect(chosen.message).toBeUndefined();
  });
});
