import { be } from '../grammar.ts';
import { isPronoun, withoutDeterminer } from '../noun-phrase.ts';
import type { ActivityQuestion } from '../question.ts';

/** "what is the man doing", "what is happening", "what activity is she engaged in". */
export function readActivity(text: string): ActivityQuestion | undefined {
  if (/^what (?:(?:is|are) (?:happening|going on|taking place|occurring|up)|happens|happened)\b/.test(text))
    return { family: 'activity', frames: [] };
  const named = text.match(/^what (?:activit(?:y|ies)|actions?|hobby|exercise|task)\b ?(.*)$/);
  if (named) return activityNamed(named[1] ?? '');
  const doing = text.match(/^what (is|are|was|were|does|do|did) (.+?) (?:doing\b.*|do|up to)$/);
  return doing?.[2] ? doneBy(doing[2], doing[1]) : undefined;
}

/** What follows "activity": "is the man doing". */
export function activityNamed(clause: string): ActivityQuestion {
  const subject = clause.match(
    /^(?:is|are) (.+?) (?:doing|engaged in|participating in|performing|partaking in|taking part in)/,
  )?.[1];
  return subject === undefined ? { family: 'activity', frames: [] } : doneBy(subject);
}

function doneBy(said: string, verb = ''): ActivityQuestion {
  // What one is about to do shows as doing it.
  const subject = said.replace(
    / (?:getting ready|about|trying|going|preparing|attempting|supposed|waiting|likely) to$/,
    '',
  );
  if (isPronoun(subject) && !/^(?:he|she|they)$/.test(subject)) return { family: 'activity', frames: [] };
  return { family: 'activity', frames: [`${subject} ${be(withoutDeterminer(subject), verb)} {}`] };
}
