import { CDN, StickerFormatType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import {
  type AttachmentLike,
  findPictures,
  hasLottieSticker,
  type MessageLike,
  type Sought,
} from '../../src/discord/find-picture.ts';

const attachment = (fields: Partial<AttachmentLike>): AttachmentLike => ({
  url: 'https://cdn.discordapp.com/attachments/1/2/cat.png?ex=1',
  name: 'cat.png',
  size: 1234,
  contentType: 'image/png',
  spoiler: false,
  ...fields,
});

const cdn = new CDN('https://cdn.discordapp.com', 'https://media.discordapp.net');

const message = (fields: Partial<MessageLike>): MessageLike => ({
  attachments: new Map(),
  embeds: [],
  components: [],
  messageSnapshots: new Map(),
  stickers: new Map(),
  content: '',
  client: { rest: { cdn } },
  ...fields,
});

const withAttachments = (...attachments: Partial<AttachmentLike>[]) =>
  message({ attachments: new Map(attachments.map((fields, index) => [String(index), attachment(fields)])) });

describe('findPictures', () => {
  it('finds nothing in a message without a picture', () => {
    expect(findPictures(message({}))).toEqual([]);
  });

  it('finds an attached picture with its name, size and address', () => {
    expect(findPictures(withAttachments({}))).toEqual([
      {
        url: 'https://cdn.discordapp.com/attachments/1/2/cat.png?ex=1',
        name: 'cat.png',
        size: 1234,
        spoiler: false,
        index: 0,
      },
    ]);
  });

  it('goes by type and not by count: other files are no pictures', () => {
    const found = findPictures(
      withAttachments({ url: 'a', name: 'a.mp4', contentType: 'video/mp4' }, { url: 'b', name: 'b.png' }),
    );
    expect(found.map(({ name }) => name)).toEqual(['b.png']);
  });

  it('goes by the name where no type is told', () => {
    const found = findPictures(
      withAttachments({ url: 'a', name: 'a.JPEG', contentType: null }, { url: 'b', name: 'b.txt', contentType: null }),
    );
    expect(found.map(({ name }) => name)).toEqual(['a.JPEG']);
  });

  it('knows a spoiler by its flag and by its name', () => {
    const found = findPictures(
      withAttachments({ url: 'a', spoiler: true }, { url: 'b', name: 'SPOILER_b.png' }, { url: 'c' }),
    );
    expect(found.map(({ spoiler }) => spoiler)).toEqual([true, true, false]);
  });

  it('finds the picture of a forwarded message', () => {
    const forward = message({ messageSnapshots: new Map([['1', withAttachments({ name: 'forwarded.png' })]]) });
    expect(findPictures(forward).map(({ name }) => name)).toEqual(['forwarded.png']);
  });

  const embed = (name: string, more: object = {}) => ({
    image: { url: `http://evil.example/${name}`, proxyURL: `https://images-ext-1.discordapp.net/${name}` },
    thumbnail: null,
    ...more,
  });

  it("finds an embed's picture at Discord's proxy, not at its own address, and the thumbnail where it has no other", () => {
    const thumbnail = { url: 'https://media.discordapp.net/badge.png' };
    const embeds = [embed('a.png', { thumbnail }), { image: null, thumbnail }, { image: null, thumbnail: null }];
    expect(findPictures(message({ embeds })).map(({ url }) => url)).toEqual([
      'https://images-ext-1.discordapp.net/a.png',
      'https://media.discordapp.net/badge.png',
    ]);
  });

  it('hides the preview of a link that stands behind a spoiler', () => {
    const embeds = [
      embed('a.png', { url: 'https://a.example/' }),
      embed('b.png', { url: 'https://b.example/' }),
      embed('c.png', { url: null }),
    ];
    const content = 'https://a.example/ and || look:\nhttps://b.example/ ||';
    expect(findPictures(message({ content, embeds })).map(({ spoiler }) => spoiler)).toEqual([false, true, false]);
  });

  it('finds pictures in components, however deep, and hides what stands in a spoiler', () => {
    const picture = (url: string) => ({ media: { url, data: { content_type: 'image/webp' } } });
    const components = [
      { spoiler: true, components: [{ items: [picture('gallery')] }, { accessory: picture('thumbnail') }] },
      { file: { url: 'https://cdn.discordapp.com/file.png?ex=1' } },
      { file: { url: 'https://cdn.discordapp.com/file.pdf' } },
    ];
    expect(findPictures(message({ components })).map(({ url, spoiler }) => [url, spoiler])).toEqual([
      ['gallery', true],
      ['thumbnail', true],
      ['https://cdn.discordapp.com/file.png?ex=1', false],
    ]);
  });

  it('puts attachments first and names each picture once', () => {
    const found = findPictures({
      ...withAttachments({ url: 'a' }, { url: 'b' }),
      embeds: [{ image: { url: 'c' }, thumbnail: { url: 'a' } }],
    });
    expect(found.map(({ url }) => url)).toEqual(['a', 'b', 'c']);
  });

  const sticker = (name: string, format: StickerFormatType) => ({
    name,
    url: cdn.sticker('9', format === StickerFormatType.GIF ? 'gif' : 'png'),
    format,
  });

  it('finds stickers, and custom emoji after them, where there is nothing else', () => {
    const stickers = new Map([['9', sticker('wave', StickerFormatType.GIF)]]);
    const content = '<:cat:555> ||<a:dog:666>|| <:cat:555>';
    const urls = (found: MessageLike) => findPictures(found).map(({ url, name, spoiler }) => [url, name, spoiler]);
    expect(urls(message({ content }))).toEqual([
      ['https://cdn.discordapp.com/emojis/555.png', 'cat', false],
      ['https://cdn.discordapp.com/emojis/666.gif', 'dog', true],
    ]);
    expect(urls(message({ content, stickers }))).toEqual([
      ['https://media.discordapp.net/stickers/9.gif', 'wave', false],
    ]);
    expect(urls({ ...withAttachments({}), content, stickers })).toHaveLength(1);
  });

  it('finds no picture in a Lottie sticker, which is none', () => {
    const stickers = new Map([['9', sticker('wave', StickerFormatType.Lottie)]]);
    expect(findPictures(message({ stickers }))).toEqual([]);
    expect(hasLottieSticker(message({ stickers }))).toBe(true);
    expect(hasLottieSticker(message({}))).toBe(false);
  });

  it('can leave out decoration, and what nobody posted, without numbering the rest anew', () => {
    const content = '<:cat:555>';
    expect(findPictures(message({ content }), 'shown')).toEqual([]);
    const forwarded = { ...withAttachments({ url: 'b', name: 'b.png' }), embeds: [embed('preview.png')] };
    const posted = {
      ...withAttachments({ url: 'a', name: 'a.png' }),
      messageSnapshots: new Map([['1', forwarded]]),
      embeds: [embed('late.png')],
    };
    const numbered = (sought: Sought) => findPictures(posted, sought).map(({ index, name }) => [index, name]);
    expect(numbered('files')).toEqual([
      [0, 'a.png'],
      [1, 'b.png'],
    ]);
    expect(numbered('shown')).toEqual([
      [0, 'a.png'],
      [1, 'b.png'],
      [2, 'embed'],
      [3, 'embed'],
    ]);
  });
});
