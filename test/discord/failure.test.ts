import { Writable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { explainFailure } from '../../src/discord/failure.ts';
import { ToldError } from '../../src/discord/told-error.ts';
import { DE } from '../../src/discord/words/de.ts';
import { EN } from '../../src/discord/words/en.ts';
import { createLog } from '../../src/log.ts';
import { UserError } from '../../src/user-error.ts';

let lines: string[];
const facts = { request: 'ask', user: '1' };

beforeEach(() => {
  lines = [];
});

const log = () => createLog('info', new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) }));

describe('explainFailure', () => {
  it("says an expected failure's own sentence and logs its code only", () => {
    expect(explainFailure(new UserError('question-empty', 'Ask me something.'), facts, EN, log())).toBe(
      'Ask me something.',
    );
    expect(JSON.parse(lines.join())).toMatchObject({ ...facts, code: 'question-empty', msg: 'refused' });
  });

  it("says it in the person's language where Glimpse speaks that", () => {
    const error = new ToldError('no-picture', ({ refusals }) => refusals.noPictureHere);
    expect(explainFailure(error, facts, DE, log())).toBe(DE.refusals.noPictureHere);
    expect(error.message).toBe(EN.refusals.noPictureHere);
  });

  it('says the id of a bug, under which the log has it', () => {
    const sentence = explainFailure(new Error('a bug'), facts, EN, log());
    const { errorId, err, request } = JSON.parse(lines.join());
    expect(sentence).toBe(`Something went wrong on my side. The error id is ${errorId}.`);
    expect(err.message).toBe('a bug');
    expect(request).toBe('ask');
  });

  it('tells the person nothing of what is inside a bug', () => {
    expect(explainFailure(new Error('at /home/me: secret'), facts, EN, log())).not.toMatch(/home|secret/);
  });
});
