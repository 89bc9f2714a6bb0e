import { describe, expect, test } from 'vitest';
import { fillFrames } from '../../src/vqa/prompts.ts';
import { understandQuestion } from '../../src/vqa/understand-question.ts';

/** The first sentence of what is asked, and of one rival. */
function sentencesOf(question: string): readonly (string | undefined)[] {
  const understood = understandQuestion(question);
  if (understood.family !== 'yes-no') throw new Error(`"${question}" is of the family ${understood.family}`);
  const [contrast] = understood.contrasts;
  return [contrast?.asked, contrast?.rivals[0]].map(
    (term) => fillFrames(contrast?.frames ?? [], term?.phrase ?? '')[0],
  );
}

describe('the sentences of a yes-no question are English', () => {
  test.each<[string, string, string]>([
    ['are the deer running', 'the deer are running', 'the deer are standing'],
    ['is the deer running', 'the deer is running', 'the deer is standing'],
    ['are the wolves in the wild', 'the wolves are in the wild', 'the wolves are on the beach'],
    ['are the birds likely in a cage', 'the birds are in a cage', 'the birds are on the beach'],
    ['are all the hats the same size', 'all the hats are the same size', 'all the hats are different sizes'],
    ['are the cows being milked', 'the cows are being milked', 'the cows are standing'],
    ['does this man own a dog', 'this man has a dog', 'this man has a cat'],
    ['does the boy need a towel', 'the boy needs a towel', 'the boy needs a bottle'],
  ])('%s', (question, asked, rival) => {
    expect(sentencesOf(question)).toEqual([asked, rival]);
  });
});
