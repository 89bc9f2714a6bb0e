import { describe, expect, it } from 'vitest';
import { labels, MOST_LABELS } from '../../bench/labels.ts';
import { checkQuestion } from '../../src/vqa/answer-question.ts';

describe('labels', () => {
  it('are never the same twice', () => {
    expect(new Set(labels(MOST_LABELS)).size).toBe(MOST_LABELS);
  });

  it('gives no label of one stretch in another', () => {
    const first = new Set(labels(64));
    expect(labels(64, 64).filter((label) => first.has(label))).toEqual([]);
  });

  it('can be the choices of a question', () => {
    expect(() => checkQuestion('what is this?', { choices: labels(1000) })).not.toThrow();
  });

  it('refuses more than there are', () => {
    expect(() => labels(2, MOST_LABELS - 1)).toThrow(RangeError);
  });
});
