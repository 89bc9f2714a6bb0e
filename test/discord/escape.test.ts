import { describe, expect, it } from 'vitest';
import { inCodeBlock, inMarkdown, oneLine } from '../../src/discord/escape.ts';

describe('inMarkdown', () => {
  it('makes no card of an invitation', () => {
    expect(inMarkdown('discord.gg/abc DISCORD.COM/invite/abc', 50)).toBe('discord\\.gg/abc DISCORD\\.COM/invite/abc');
  });

  it.each([
    ['masked links', '[free](http://x.com)', '\\[free\\](http\\://x.com)'],
    ['addresses, inside which Markdown counts too', 'http://x.com/*a*', 'http\\://x.com/\\*a\\*'],
    ['bold, italics, strike-through and code', '**a** _b_ ~~c~~ `d`', '\\*\\*a\\*\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\`'],
    ['spoilers', '||a||', '\\|\\|a\\|\\|'],
    ['code blocks', '```a```', '\\`\\`\\`a\\`\\`\\`'],
    ['headings', '# a', '\\# a'],
    ['small text', '-# a', '\\-# a'],
    ['bulleted lists', '- a', '\\- a'],
    ['numbered lists', '12. a', '12\\. a'],
    ['quotes', '> a', '\\> a'],
    ['mentions and everyone', '<@1> @everyone', '\\<\\@1> \\@everyone'],
    ['backslashes that would undo a backslash', '\\*a\\*', '\\\\\\*a\\\\\\*'],
  ])('takes the meaning out of %s', (_, text, escaped) => {
    expect(inMarkdown(text, 100)).toBe(escaped);
  });

  it('keeps a text on one line, so that no later line can start with a mark', () => {
    expect(inMarkdown('a\n# b\r\n\u2028- c', 100)).toBe('a # b - c');
  });

  it('leaves plain words as they are', () => {
    expect(inMarkdown("what's this, a cat-dog (really)?", 100)).toBe("what's this, a cat-dog (really)?");
  });
});

describe('inCodeBlock', () => {
  it('leaves nothing that ends the block or a spoiler around it', () => {
    expect(inCodeBlock('a```b || c\n', 100)).toBe("a'''b ¦¦ c");
  });
});

describe('oneLine', () => {
  it('strips control, bidirectional and zero-width characters', () => {
    expect(oneLine('a\u0000b\u202ec\u200bd\u2066e\ufefff', 100)).toBe('abcde f');
  });

  it('keeps letters with their marks, but not the piles of marks that reach into other lines', () => {
    expect(oneLine('Việt Nam, ถ้ำ', 100)).toBe('Việt Nam, ถ้ำ');
    expect(oneLine(`c${'\u0335\u0310\u0348'.repeat(20)}t`, 100)).toBe('c\u0335\u0310\u0348t');
  });

  it('keeps emoji that are joined of several', () => {
    expect(oneLine('👩‍🚀 ❤️', 100)).toBe('👩‍🚀 ❤️');
  });

  it('cuts a long text with an ellipsis inside the limit', () => {
    expect(oneLine('abcdef', 4)).toBe('abc…');
  });

  it('never cuts a character in half', () => {
    expect(oneLine('ab😀😀', 4)).toBe('ab…');
  });

  it('drops half characters that somebody sent', () => {
    expect(oneLine('a\ud83d b', 10)).toBe('a b');
  });
});
