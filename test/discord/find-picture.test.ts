import { describe, expect, it } from 'vitest';
import { type AttachmentLike, findPictures, type MessageLike } from '../../src/discord/find-picture.ts';

const attachment = (fields: Partial<AttachmentLike>): AttachmentLike => ({
  url: 'https://cdn.discordapp.com/attachments/1/2/cat.png?ex=1',
  name: 'cat.png',
  size: 1234,
  contentType: 'image/png',
  spoiler: false,
  ...fields,
});

const message = (fields: Partial<MessageLike>): MessageLike => ({
  attachments: new Map(),
  embeds: [],
  components: [],
  messageSnapshots: new Map(),
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
      { url: 'https://cdn.discordapp.com/attachments/1/2/cat.png?ex=1', name: 'cat.png', size: 1234, spoiler: false },
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

  it("finds an embed's picture and thumbnail at Discord's proxy, not at their own addresses", () => {
    const embed = {
      image: { url: 'http://evil.example/a.png', proxyURL: 'https://images-ext-1.discordapp.net/a' },
      thumbnail: { url: 'https://media.discordapp.net/b' },
    };
    expect(findPictures(message({ embeds: [embed] })).map(({ url }) => url)).toEqual([
      'https://images-ext-1.discordapp.net/a',
      'https://media.discordapp.net/b',
    ]);
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
});
