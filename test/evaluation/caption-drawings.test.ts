import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { evaluateCaptions } from '../../src/cli/eval-captions.ts';
import type { CaptionEvaluation } from '../../src/evaluation/captions/summarise-captions.ts';

const captions = fileURLToPath(new URL('./captions/captions.jsonl', import.meta.url));

/**
 * What captions by glimpse-mini must not fall below on 60 drawn pictures in art that it never saw: of those that say
 * something of a slot, how many are right, in percent; some captions under what was measured.
 * `python3 training/evaluate.py --captions --small` draws the pictures; docs/captions.md tells of the whole set.
 */
const AT_LEAST = { subject: 70, number: 85, colour: 80, place: 75, activity: 60 } as const;
const LEAST_CIDER_D = 190;

let evaluation: CaptionEvaluation;
beforeAll(async () => {
  evaluation = await evaluateCaptions(captions, { model: 'glimpse-mini' });
}, 300_000);

it.each(Object.entries(AT_LEAST))('of captions that say the %s, at least %i %% are right', (slot, least) => {
  const { nSaid, ofSaid } = evaluation.accuracy[slot as keyof typeof AT_LEAST];
  expect(nSaid).toBeGreaterThan(3);
  expect(ofSaid).toBeGreaterThanOrEqual(least);
});

it('captions are as close to what people would write as they were', () => {
  expect(evaluation.ciderD).toBeGreaterThanOrEqual(LEAST_CIDER_D);
});
