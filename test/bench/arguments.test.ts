import { describe, expect, it } from 'vitest';
import { readArguments } from '../../bench/arguments.ts';
import { MEASUREMENTS } from '../../bench/measurements.ts';

describe('readArguments', () => {
  it('measures everything with both checkpoints, in full rounds, where nothing is said', () => {
    expect(readArguments([])).toEqual({
      models: ['mini', 'full'],
      names: Object.keys(MEASUREMENTS),
      precision: 'fp32',
      quick: false,
      json: false,
      fullPictures: 1000,
    });
  });

  it('measures what it is told to, in that order', () => {
    expect(
      readArguments(['--model', 'full', '--only', 'memory,question', '--quick', '--pictures', '5000']),
    ).toMatchObject({
      models: ['full'],
      names: ['memory', 'question'],
      quick: true,
      fullPictures: 5000,
    });
  });

  it.each([
    [['--only', 'nonsense'], 'There is no measurement named "nonsense".'],
    [['--only', 'toString'], 'There is no measurement named "toString".'],
    [['--model', 'huge'], 'There is no model named "huge".'],
    [['--precision', 'q2'], 'There is no precision named "q2".'],
    [['--pictures', '3'], '--pictures is a whole number from 200.'],
    [['--nonsense'], expect.stringContaining('--nonsense')],
  ])('says what is wrong with %j', (args, sentence) => {
    expect(readArguments(args)).toEqual(sentence);
  });
});
