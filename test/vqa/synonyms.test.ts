import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { canonicalAnswer } from '../../src/vqa/words/synonyms.ts';

describe('a canonical answer', () => {
  test.each([
    ['tv', 'television, the television, TV, tvs, a tv set'],
    ['bike', 'bicycle, bikes, bicycles'],
    ['motorcycle', 'motorbike, motorbikes'],
    ['plane', 'airplane, aeroplane, airplanes'],
    ['couch', 'sofa'],
    ['phone', 'cell phone, cellphone, mobile phone, cell phones, telephone'],
    ['refrigerator', 'fridge'],
    ['cat', 'kitty, cats'],
    ['gray', 'grey'],
    ['man', 'men, the man, a man'],
    ['yes', 'yeah, Yes., yep'],
    ['2', 'two, 2'],
    ['t-shirt', 't shirt, tshirt, tee shirt, t-shirts'],
    ['trash can', 'garbage can, dustbin, trash cans'],
    ['surfing', 'surfboarding'],
    ['skiing', 'ski'],
    ['donut', 'doughnuts'],
    ['traffic light', 'stoplight, stop light, traffic lights'],
    ['riding bike', 'riding bicycle'],
    ['leather couch', 'leather sofa'],
    ['flip flops', 'flip-flops'],
    ['store', 'shop, shops'],
  ])('is "%s" for %s', (expected, answers) => {
    for (const answer of [expected, ...answers.split(', ')]) expect(canonicalAnswer(answer)).toBe(expected);
  });

  test.each([
    ['puppy', 'dog'],
    ['soccer', 'football'],
    ['skateboard', 'skateboarding'],
    ['skis', 'ski'],
    ['glasses', 'glass'],
    ['racket', 'tennis racket'],
    ['bike', 'motorcycle'],
    ['rug', 'carpet'],
    ['chips', 'fries'],
    ['fence', 'fencing'],
    ['green', 'greenish'],
  ])('keeps "%s" apart from "%s"', (a, b) => {
    expect(canonicalAnswer(a)).not.toBe(canonicalAnswer(b));
  });

  it('is its own canonical form', () => {
    const files = ['src/vqa/words/synonyms.ts', 'models/wordnet/synonyms.tsv'].map((name) =>
      readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'),
    );
    const words = new Set(
      files
        .join('\n')
        .split(/[,:|`'\t\n]/)
        .map((word) => word.trim()),
    );
    for (const word of words) {
      const canonical = canonicalAnswer(word);
      expect(canonicalAnswer(canonical), word).toBe(canonical);
    }
  });

  it('leaves what it does not know as it is', () => {
    expect(canonicalAnswer('polka dot')).toBe('polka dot');
    expect(canonicalAnswer('')).toBe('');
    expect(canonicalAnswer('a')).toBe('a');
    expect(canonicalAnswer('constructor')).toBe('constructor');
  });
});
