import { expect, it } from 'vitest';
import type { CaptionParts } from '../../../src/answer.ts';
import type { DepictedScene } from '../../../src/evaluation/captions/depicted-scene.ts';
import { judgeCaption } from '../../../src/evaluation/captions/judge-caption.ts';
import { summariseCaptions } from '../../../src/evaluation/captions/summarise-captions.ts';

function judged(caption: string, parts: CaptionParts, scene?: DepictedScene, captions: readonly string[] = [caption]) {
  const given = { caption, parts, familiar: true, candidates: [], model: 'glimpse-mini', milliseconds: 1 };
  return judgeCaption({ place: 'captions.jsonl, line 1', image: 'a.jpg', picture: '/a.jpg', captions, scene }, given);
}

const dogs: DepictedScene = { things: [{ names: ['dog'], number: 2, colours: ['brown'] }], places: ['in the park'] };

it('tells how many captions are right of all that could be, and of all that say something', () => {
  const { accuracy, slots } = summariseCaptions('glimpse-mini', [
    judged('Two brown dogs.', { things: [{ thing: 'dog', number: 2, colour: 'brown' }] }, dogs),
    judged('A dog in the park.', { things: [{ thing: 'dog' }], place: 'in the park' }, dogs),
    judged('A green dog at home.', { things: [{ thing: 'dog', colour: 'green' }], place: 'at home' }, dogs),
    judged('A cat on the beach.', { things: [{ thing: 'cat' }], place: 'on the beach' }, { things: [], places: [] }),
  ]);
  expect(accuracy.subject).toEqual({ n: 3, ofAll: 100, nSaid: 4, ofSaid: 75 });
  expect(accuracy.colour).toEqual({ n: 3, ofAll: 33.33, nSaid: 2, ofSaid: 50 });
  expect(accuracy.place).toEqual({ n: 3, ofAll: 33.33, nSaid: 3, ofSaid: 33.33 });
  expect(accuracy.several).toEqual({ n: 3, ofAll: 33.33, nSaid: 3, ofSaid: 33.33 });
  expect(accuracy.activity).toEqual({ n: 0, ofAll: null, nSaid: 0, ofSaid: null });
  expect(slots.place).toEqual({ said: 3, right: 1, shown: 3, precision: 33.33, recall: 33.33, f1: 33.33 });
  expect(slots.activity).toMatchObject({ precision: null, recall: null, f1: null });
});

it('holds the captions against those of a bank', () => {
  const captions = ['A red apple.', 'Two brown dogs.', 'Some snow.'].map((caption) => judged(caption, { things: [] }));
  const { bleu4, ciderD, characters, nearest } = summariseCaptions('glimpse-mini', captions, {
    bank: 2,
    captions: ['a red apple', 'a red apple', 'a red apple'],
  });
  expect(characters).toBe(12.33);
  expect(nearest).toMatchObject({ bank: 2 });
  expect(nearest?.bleu4).toBeLessThan(bleu4);
  expect(nearest?.times).toBeCloseTo(ciderD / (nearest?.ciderD ?? 0), 1);
  expect(summariseCaptions('glimpse-mini', captions)).not.toHaveProperty('nearest');
});

it('has no ratio to a bank that scores nothing', () => {
  const captions = ['A red apple.', 'Two brown dogs.'].map((caption) => judged(caption, { things: [] }));
  expect(
    summariseCaptions('glimpse-mini', captions, { bank: 1, captions: ['snow', 'snow'] }).nearest?.times,
  ).toBeNull();
});
