import { describe, expect, it } from 'vitest';
import { DEFAULT_QUESTION, type MentionLike, readMention } from '../../src/discord/read-mention.ts';

const BOT = '100000000000000001';

const read = (content: string, fields: Partial<MentionLike> = {}) =>
  readMention({ content, direct: false, pinged: true, hasPicture: true, ...fields }, BOT);

describe('readMention', () => {
  it('takes the words around the mention for the question', () => {
    expect(read(`<@${BOT}> what animal is this?`)).toBe('what animal is this?');
    expect(read(`what animal  is this, <@!${BOT}>`)).toBe('what animal is this,');
  });

  it('asks what this is where the mention says nothing', () => {
    expect(read(`<@${BOT}>`)).toBe(DEFAULT_QUESTION);
    expect(read(`<@${BOT}> ???`)).toBe(DEFAULT_QUESTION);
  });

  it('reads past other mentions, and custom emoji by their names', () => {
    expect(read(`<@${BOT}> <@222> <#333> <@&444> is this a <a:cat:555>?`)).toBe('is this a cat?');
  });

  it('stays out of messages that do not address it', () => {
    expect(read('what animal is this?', { pinged: false })).toBeUndefined();
    expect(read('<@222> what animal is this?', { pinged: false })).toBeUndefined();
    expect(read('@everyone look', { pinged: false })).toBeUndefined();
    expect(read('<@&444> look', { pinged: false })).toBeUndefined();
  });

  it('takes a mere reply to it for a question only with a picture', () => {
    expect(read('thanks!', { hasPicture: false })).toBeUndefined();
    expect(read('and this?', { hasPicture: true })).toBe('and this?');
  });

  it('is addressed by every direct message', () => {
    expect(read('what is this?', { direct: true, pinged: false })).toBe('what is this?');
  });
});
