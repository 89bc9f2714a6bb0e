import { asActivity } from './activity-phrase.ts';
import { asThing } from './answer-phrase.ts';
import { inOneColour, isAdjective, isClockTime, isSeason, isTimeWord, isUnsayable } from './answer-sorts.ts';
import { isPlural } from './grammar.ts';
import { asKind } from './kind-phrase.ts';
import { isGerund } from './noun-phrase.ts';
import { asPlace } from './place-phrase.ts';
import type { CountQuestion, RankedQuestion } from './question.ts';
import { ACTIVITIES } from './words/activities.ts';
import { americanColour } from './words/colours.ts';
import { THINGS } from './words/things.ts';
import type { Term } from './words/word-list.ts';

/** A question whose sentences have a gap for its answer. */
export type GapQuestion = Exclude<RankedQuestion, CountQuestion>;

/**
 * An answer in lower case as the phrase that fills the gap in the question's sentences: the one that its word tables know, and else
 * one made like theirs: "a cello", "playing the cello", "in a cafeteria". Undefined for what does not fit.
 */
export function phraseFor(answer: string, question: GapQuestion): string | undefined {
  const terms = termsOf(question);
  const known = terms.find((term) => term.answer === answer);
  if (known && question.family !== 'colour') return known.phrase;
  switch (question.family) {
    case 'colour':
      return asColour(answer);
    case 'activity':
      return asActivity(answer, false);
    case 'place':
      return asPlace(answer);
    case 'choice':
      return terms.some(({ phrase }) => /^an? /.test(phrase))
        ? asThing(answer)
        : isUnsayable(answer)
          ? undefined
          : answer;
    case 'thing':
      if (question.beyond === 'measure') return asMeasure(answer, question.frames);
      if (terms.some(({ phrase }) => phrase.startsWith('playing '))) return asActivity(answer, true);
      // What is done is no thing that one holds.
      return question.frames.length > 0 && isGerund(answer) ? undefined : asThing(answer);
    default:
      return asKind(answer, question);
  }
}

/** What Glimpse itself would weigh: the terms that an answer should read like. */
function termsOf(question: GapQuestion): readonly Term[] {
  switch (question.family) {
    case 'choice':
      return question.options;
    case 'activity':
      return ACTIVITIES;
    case 'place':
      return question.terms;
    case 'thing':
      return question.beyond === 'measure' ? [] : (question.terms ?? THINGS);
    case 'colour':
      return [];
    default:
      return question.category.terms;
  }
}

/** One adjective: "white and black" for "white, black". What is counted or somewhere has no colour's place. */
function asColour(answer: string): string | undefined {
  if (isUnsayable(answer) || /^(?:none|neither|nothing)$|^\d|^(?:on|in|at|to) /.test(answer)) return undefined;
  const colour = inOneColour(answer);
  if (!isAdjective(colour) && (isPlural(answer) || isGerund(answer))) return undefined;
  return americanColour(colour.replace(/\bgrey\b/g, 'gray'));
}

/** "2 feet" for "how deep", "3:00" for the time, "2010" for the year; sentences that end in a unit's word are given it. */
function asMeasure(answer: string, frames: readonly string[]): string | undefined {
  if (isUnsayable(answer) || answer === 'nothing') return undefined;
  const [frame = ''] = frames;
  if (/time/.test(frame)) return isClockTime(answer) || (isTimeWord(answer) && !isSeason(answer)) ? answer : undefined;
  if (/year|taken in/.test(frame)) return asYear(answer);
  const unit = frame.match(/\{\} (old|tall|high|deep|long|wide|thick|away)$/)?.[1];
  if (frames.length === 0) return asThing(answer);
  const bare = answer.match(/^(?:(?:over|about|almost|more than|less than) )?\d+$/) && unit;
  if (bare)
    return unit === 'old' ? `${answer} year${answer === '1' ? '' : 's'}` : answer === '1' ? '1 foot' : `${answer} feet`;
  if (/\d/.test(answer) || /^(?:a|an|one|two|three|four|five|six|ten|few|several|many) .*s$/.test(answer))
    return answer;
  return isAdjective(answer) || /^(?:very|too|not) /.test(answer) || /(?:ly|er|est)$/.test(answer) ? answer : undefined;
}

function asYear(answer: string): string | undefined {
  if (/^\d{4}$/.test(answer)) return answer;
  if (/^(?:\d{2}|\d{4})'?s$/.test(answer)) return `the ${answer.replace("'", '')}`;
  return isSeason(answer) ? answer : undefined;
}
