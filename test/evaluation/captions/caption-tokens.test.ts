import { expect, it, test } from 'vitest';
import { captionTokens } from '../../../src/evaluation/captions/caption-tokens.ts';

test.each([
  ['Two dogs, running.', 'two dogs running'],
  ["A dog's ball isn't here", "a dog 's ball is n't here"],
  ['I can\u2019t see it', "i ca n't see it"],
  ['one cannot', 'one can not'],
  ['a t-shirt at 5 o\u2019clock', "a t-shirt at 5 o'clock"],
  ['a sign that says "STOP!"', 'a sign that says stop'],
  ['1,000 people at 10:30', '1,000 people at 10:30'],
  ['red,white -- and blue...', 'red white and blue'],
  ['black & white, 50% off', 'black & white 50 % off'],
  ['a caf\u00e9 in the u.s.', 'a caf\u00e9 in the u.s.'],
  ['a cat (asleep)', 'a cat -lrb- asleep -rrb-'],
])('%j is counted as %j', (caption, tokens) => {
  expect(captionTokens(caption).join(' ')).toBe(tokens);
});

it('has no token for a caption of punctuation alone', () => {
  expect(captionTokens(' ... ?! - ')).toEqual([]);
});
