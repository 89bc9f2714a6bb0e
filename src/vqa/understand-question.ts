import { readActivity } from './families/activity.ts';
import { readChoice } from './families/choice.ts';
import { readColour } from './families/colour.ts';
import { readCount } from './families/count.ts';
import { readKind, readSetting } from './families/kind.ts';
import { readPlace } from './families/place.ts';
import { readBeyond, readThing } from './families/thing.ts';
import { readStatement, readYesNo } from './families/yes-no.ts';
import { normaliseQuestion } from './normalise-question.ts';
import type { Question } from './question.ts';

/**
 * What a question asks for. Every text gets a family: what fits no pattern is asked as "what is this?", and says so
 * in `beyond`. Pure and quick; it looks at the words alone.
 *
 * @example
 * understandQuestion('whats the man holding?')  // { family: 'thing', frames: ['the man is holding {}'], terms: [...] }
 */
export function understandQuestion(question: string): Question {
  const text = normaliseQuestion(question);
  return (
    readChoice(text, (prefix) => readAsking(prefix, question)) ??
    readYesNo(text) ??
    readAsking(text, question) ??
    readStatement(text) ?? { family: 'thing', frames: [], beyond: 'unknown' }
  );
}

/** Questions with what, which, who, where, how, why or when in them: the narrow readers first. */
function readAsking(text: string, question: string): Question | undefined {
  return (
    readCount(text) ??
    readColour(text, question) ??
    readPlace(text) ??
    readActivity(text) ??
    readSetting(text) ??
    readBeyond(text) ??
    readKind(text) ??
    readThing(text) ??
    (/^how\b/.test(text) ? { family: 'thing', frames: [], beyond: 'measure' } : undefined)
  );
}
