import { describe, expect, it } from 'vitest';
import type { CaptionParts } from '../../../src/answer.ts';
import type { DepictedScene } from '../../../src/evaluation/captions/depicted-scene.ts';
import { judgeSlots } from '../../../src/evaluation/captions/judge-slots.ts';

const scene: DepictedScene = {
  things: [
    { names: ['dog', 'puppy'], number: 2, colours: ['brown', 'tan'], maybeColours: ['white'] },
    { names: ['car'], number: 1 },
  ],
  maybeThings: ['tree'],
  places: ['in the park', 'at night'],
  maybePlaces: ['in the garden'],
  activities: [],
};
const judge = (parts: CaptionParts, shown = scene) => judgeSlots(parts, shown);

describe('a caption that says all that is there', () => {
  it('is right in every slot, by whichever name and article', () => {
    const judged = judge({
      things: [{ thing: 'car' }, { thing: 'puppies', number: 2, colour: 'tan' }],
      place: 'in a park',
    });
    expect(judged).toEqual({
      subject: { said: 2, right: 2, shown: 2 },
      number: { said: 2, right: 2, shown: 2 },
      colour: { said: 1, right: 1, shown: 1 },
      place: { said: 1, right: 1, shown: 1 },
      activity: { said: 0, right: 0, shown: 0 },
      subjectRight: true,
    });
  });
});

describe('things', () => {
  it('that are not there count against the caption, once each', () => {
    const { subject, subjectRight } = judge({ things: [{ thing: 'cat' }, { thing: 'dog' }, { thing: 'dog' }] });
    expect(subject).toEqual({ said: 3, right: 1, shown: 2 });
    expect(subjectRight).toBe(false);
  });

  it('that the place holds are neither right nor wrong', () => {
    expect(judge({ things: [{ thing: 'dog' }, { thing: 'tree' }] }).subject).toEqual({ said: 1, right: 1, shown: 2 });
  });

  it('that are named wrongly still have a number and a colour to compare', () => {
    const { number, colour } = judge({ things: [{ thing: 'fox', number: 2, colour: 'brown' }] });
    expect({ number, colour }).toEqual({
      number: { said: 1, right: 1, shown: 2 },
      colour: { said: 1, right: 1, shown: 1 },
    });
  });

  it('none of which the caption names leave the subject wrong', () => {
    const judged = judge({ things: [] });
    expect(judged.subjectRight).toBe(false);
    expect(judged.number).toEqual({ said: 0, right: 0, shown: 2 });
  });
});

it('a number that is left out is one', () => {
  expect(judge({ things: [{ thing: 'dog' }] }).number).toEqual({ said: 1, right: 0, shown: 2 });
});

describe('a colour', () => {
  const dog = (colour: string) => judge({ things: [{ thing: 'dog', colour }] }).colour;
  it('that the thing has in part is neither right nor wrong', () => {
    expect(dog('white')).toEqual({ said: 0, right: 0, shown: 1 });
  });
  it('that it has not is wrong', () => {
    expect(dog('blue')).toEqual({ said: 1, right: 0, shown: 1 });
  });
  it('of a thing whose colour is not known is not judged, and of one that has none to name it is wrong', () => {
    const parts = { things: [{ thing: 'car', colour: 'red' }] };
    expect(judge(parts).colour.said).toBe(0);
    const plain = { things: [{ names: ['car'], number: 1, maybeColours: ['grey'] }] };
    expect(judge(parts, plain).colour).toEqual({ said: 1, right: 0, shown: 0 });
  });
});

describe('a place', () => {
  const of = (parts: Omit<CaptionParts, 'things'>) => judge({ things: [], ...parts }).place;
  it('is right by its time where nothing else is said', () => {
    expect(of({ time: 'at night' })).toEqual({ said: 1, right: 1, shown: 1 });
  });
  it('that is wrong is not saved by the time', () => {
    expect(of({ place: 'on the beach', time: 'at night' })).toEqual({ said: 1, right: 0, shown: 1 });
  });
  it('that may be right is passed over', () => {
    expect(of({ place: 'in the garden' })).toEqual({ said: 0, right: 0, shown: 1 });
    expect(of({ place: 'in the garden', time: 'at night' })).toEqual({ said: 1, right: 1, shown: 1 });
  });
});

it('an activity is wrong where nobody does anything, and not judged where that is not known', () => {
  const parts = { things: [{ thing: 'dog' }], activity: 'running' };
  expect(judge(parts).activity).toEqual({ said: 1, right: 0, shown: 0 });
  expect(judge(parts, { things: scene.things }).activity).toEqual({ said: 0, right: 0, shown: 0 });
  expect(judge(parts, { activities: ['running', 'jogging'] }).activity).toEqual({ said: 1, right: 1, shown: 1 });
});
