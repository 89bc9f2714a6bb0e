import { describe, expect, it } from 'vitest';
import { chooseFirst, chooseOption } from '../../src/discord/choose-picture.ts';

const picture = (name: string, spoiler = false) => ({ url: `https://x/${name}`, name, spoiler, size: 1 });

describe('chooseFirst', () => {
  it('takes the first picture and tells how many there are', () => {
    expect(chooseFirst([picture('a.png', true), picture('b.png')], 'none')).toEqual({
      picture: picture('a.png', true),
      note: { spoiler: true, count: 2 },
    });
  });

  it('says the given sentence where there is none', () => {
    expect(() => chooseFirst([], 'Attach one.')).toThrow('Attach one.');
  });
});

describe('chooseOption', () => {
  const file = { url: 'https://x/a', name: 'a.pdf', size: 1, contentType: 'application/pdf', spoiler: false };

  it('refuses a file that is no picture, and says which files are', () => {
    expect(() => chooseOption(file)).toThrow(/PNG, JPEG, WebP or GIF/);
  });

  it('takes a picture', () => {
    expect(chooseOption({ ...file, name: 'a.png', contentType: 'image/png' }).picture.name).toBe('a.png');
  });
});
