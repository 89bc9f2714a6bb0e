import { describe, expect, it } from 'vitest';
import { DEFAULT_QUESTION, type MentionLike, readMention } from '../../src/discord/read-mention.ts';

const BOT = '100000000000000001';

const read = (content: string, fields: Partial<MentionLike> = {}) =>
  readMention({ content, direct: false, pinged: true, repliesToBot: false, hasPicture: true, ...fields }, BOT);

describe('readMention', () => {
  it('takes the words around the mention for the question', () => {
    expect(read(`<@${BOT}> what animal is this?`)).toBe('what animal is this?');
    expect(read(`what animal  is this, <@!${BOT}>`)).toBe('what animal is this,');
  });

  it('asks what this is where the mention says nothing', () => {
    expect(read(`<@${BOT}>`)).toBe(DEFAULT_QUESTION);
    expect(read(`<@${BOT}> ???`)).toBe(DEFAULT_QUESTION);
  });

  it("reads past other mentions, links, custom emoji and Discord's other marks", () => {
    const marks = '<@222> <#333> <@&444> <t:1700000000:R> </ask:555> <id:browse> <https://x.example/a?b>';
    expect(read(`<@${BOT}> ${marks} is this <a:cat:555> a cat?`)).toBe('is this a cat?');
    expect(read(`<@${BOT}> https://x.example/cat.png`)).toBe(DEFAULT_QUESTION);
    expect(read(`<@${BOT}> <:cat:555>`)).toBe(DEFAULT_QUESTION);
  });

  it('stays out of messages that do not address it', () => {
    expect(read('what animal is this?', { pinged: false })).toBeUndefined();
    expect(read('<@222> what animal is this?', { pinged: false })).toBeUndefined();
    expect(read('@everyone look', { pinged: false })).toBeUndefined();
    expect(read('<@&444> look', { pinged: false })).toBeUndefined();
  });

  it('is asked by a reply to it with a picture', () => {
    expect(read('and this', { repliesToBot: true })).toBe('and this');
    expect(read('', { repliesToBot: true })).toBe(DEFAULT_QUESTION);
  });

  const reply = { repliesToBot: true, hasPicture: false };

  it.each([
    'and its colour?',
    'what about the dog',
    'ok and what is it doing',
    "what's that on the left",
    'count the dogs',
    'describe the background',
    'are they happy',
    'do they wear hats',
    'how many',
  ])('takes the reply "%s" for a question, with and without a ping', (words) => {
    expect(read(words, reply)).toBe(words);
    expect(read(words, { ...reply, pinged: false })).toBe(words);
  });

  it.each([
    'thanks!',
    'nice, thanks',
    'what a nice dog',
    'how cute!',
    'how cool',
    "can't believe it",
    "I don't know",
    'who knows',
    'will do',
    'wow https://x.example/?a=1',
    '',
    '<:cat:555>',
  ])('leaves the reply "%s" alone, in direct messages too', (words) => {
    expect(read(words, reply)).toBeUndefined();
    expect(read(words, { ...reply, direct: true })).toBeUndefined();
  });

  it('answers every reply that mentions it', () => {
    expect(read(`<@${BOT}> nice, thanks`, reply)).toBe('nice, thanks');
  });

  it('is addressed by every other direct message', () => {
    expect(read('hello', { direct: true, pinged: false, hasPicture: false })).toBe('hello');
    expect(read('', { direct: true, pinged: false })).toBe(DEFAULT_QUESTION);
  });
});
