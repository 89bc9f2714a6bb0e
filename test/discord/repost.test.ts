import type { AttachmentBuilder } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { DISCORD } from '../../src/discord/limits.ts';
import { repost } from '../../src/discord/repost.ts';
import { hostileTexts } from './hostile.ts';
import { picture } from './scene.ts';

const { bytes } = await picture();
const found = (name = 'cat.png', spoiler = false) => ({ url: 'https://x/', name, spoiler, size: 1, index: 0 });
const chosen = (name?: string, spoiler?: boolean) => ({ pictures: [found(name, spoiler)], of: 1 });
const CAPTION = 'A dog on grass.';

const posted = async (...[picked, largest, caption = CAPTION]: [ReturnType<typeof chosen>, number?, string?]) =>
  (await repost([bytes], picked, largest, () => caption)).map(({ name, description }: AttachmentBuilder) => ({
    name,
    description,
  }));

describe('repost', () => {
  it('brings the picture of a command with its caption as alternative text', async () => {
    expect(await posted(chosen(), 1e6)).toEqual([{ name: 'cat.png', description: CAPTION }]);
  });

  it('keeps the spoiler', async () => {
    expect(await posted(chosen('SPOILER_cat.png', true), 1e6)).toMatchObject([{ name: 'SPOILER_cat.png' }]);
    expect(await posted(chosen('cat.png', true), 1e6)).toMatchObject([{ name: 'SPOILER_cat.png' }]);
  });

  it('brings nothing where it may not, and nothing that is too large', async () => {
    expect(await posted(chosen(), undefined)).toEqual([]);
    expect(await posted(chosen(), bytes.length - 1)).toEqual([]);
    expect(await posted(chosen(), bytes.length)).toHaveLength(1);
  });

  it('brings nothing that stands in a message already', async () => {
    const message = { channelId: '1', id: '2' };
    expect(await repost([bytes], { ...chosen(), message }, 1e6, () => CAPTION)).toEqual([]);
  });

  it('asks for the captions of those pictures alone that it brings', async () => {
    const asked: number[] = [];
    const pictures = [found('a.png'), found('b.png')];
    const files = [new Uint8Array(bytes.length + 1), bytes];
    await repost(files, { pictures, of: 2 }, bytes.length, (_, at) => {
      asked.push(at);
      return CAPTION;
    });
    expect(asked).toEqual([1]);
  });

  it("describes a picture that nothing can be said about by its file's name", async () => {
    expect(await posted(chosen('SPOILER_my cat.png', true), 1e6, '')).toMatchObject([{ description: 'my cat.png' }]);
  });

  it.each([
    ['cat', 'cat.png'],
    ['кошка.png', 'picture.png'],
    ['../../etc/pass wd.png', 'etc_pass_wd.png'],
    ['photo.JPG', 'photo.JPG'],
  ])('calls the file %s %s', async (name, plain) => {
    const [file] = await posted(chosen(name), 1e6);
    expect(file?.name).toBe(plain);
  });

  it('gives no file a name or a description that Discord refuses', async () => {
    for (const text of hostileTexts(100)) {
      const [file] = await posted(chosen(text, true), 1e6, text);
      expect(file?.name).toMatch(/^SPOILER_\w[\w.-]{0,55}\.(png|jpe?g|webp|gif)$/i);
      expect(file?.description?.length).toBeGreaterThan(0);
      expect(file?.description?.length).toBeLessThanOrEqual(DISCORD.altText);
    }
  });
});
