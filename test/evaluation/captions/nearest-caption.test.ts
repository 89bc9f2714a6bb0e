import { expect, it } from 'vitest';
import { nearestCaption } from '../../../src/evaluation/captions/nearest-caption.ts';

it('is the sentence with the greatest cosine to the picture', () => {
  const bank = {
    sentences: ['a dog', 'a cat', 'a car'],
    embeddings: [Float32Array.of(1, 0), Float32Array.of(0.6, 0.8), Float32Array.of(-1, 0)],
  };
  expect(nearestCaption(Float32Array.of(0.5, 0.866), bank)).toBe('a cat');
  expect(nearestCaption(Float32Array.of(-1, 0), bank)).toBe('a car');
});
