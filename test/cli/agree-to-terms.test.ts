import { describe, expect, it } from 'vitest';
import { agreeToTerms } from '../../src/cli/agree-to-terms.ts';

const model = { id: 'ana/clip', terms: 'For research only.' };

async function agree(answer: string | undefined, agreed = false) {
  const shown: string[] = [];
  const questions: string[] = [];
  const ask =
    answer === undefined
      ? undefined
      : async (question: string) => {
          questions.push(question);
          return answer;
        };
  const failure = await agreeToTerms(model, { agreed, ask, show: (text) => shown.push(text) }).catch(
    (error: Error) => error.message,
  );
  return { shown, questions, failure };
}

describe('agreeToTerms', () => {
  it('shows the terms and goes on after a typed yes', async () => {
    const { shown, questions, failure } = await agree(' Yes ');
    expect({ shown, asked: questions.length, failure }).toEqual({
      shown: ['ana/clip: For research only.\n'],
      asked: 1,
      failure: undefined,
    });
  });

  it.each(['no', '', 'y', 'yes please'])('takes "%s" for a no', async (answer) => {
    expect((await agree(answer)).failure).toMatch(/its licence was not accepted\.$/);
  });

  it('shows the terms even to who agreed beforehand, and does not ask', async () => {
    const { shown, questions, failure } = await agree('no', true);
    expect({ shown: shown.length, questions, failure }).toEqual({ shown: 1, questions: [], failure: undefined });
  });

  it('says how to agree where nobody can be asked', async () => {
    expect((await agree(undefined)).failure).toMatch(/add --accept-licence/);
  });

  it('has nothing to ask about a model without terms', async () => {
    await expect(agreeToTerms({ id: 'b' }, { agreed: false, ask: undefined, show: () => {} })).resolves.toBeUndefined();
  });
});
