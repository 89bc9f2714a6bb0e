import { declarative } from '../declarative.ts';
import { be } from '../grammar.ts';
import { isPreposition, isPronoun, splitSubject, withoutDeterminer } from '../noun-phrase.ts';
import type { Frame, ThingQuestion } from '../question.ts';
import { nounTerms } from '../words/nouns.ts';
import { objectsOf } from '../words/verbs.ts';

/** "what is this", "what is the man holding", "what is in the sky", "who is riding the horse", "describe this". */
export function readThing(text: string): ThingQuestion | undefined {
  const who = text.match(/^(?:who|whose|whom)\b ?(.*)$/);
  if (who) return whoIs(who[1] ?? '');
  const what = text.match(
    /^(?:what|which)(?: of \w+)? ((?:is|are|was|were|does|do|did|has|have|can|could|would|will|should|might)\b.*)$/,
  );
  if (what) return whatIs(what[1] ?? '');
  const last = text.match(/^(.+ (?:on top of|in|on|under|with|holding|wearing|eating|riding|made of)) what$/);
  if (last) return whatIs(`is ${(last[1] ?? '').replace(/ (?:is|are) /, ' ')}`);
  return /^(?:describe|caption|explain|what)\b|^.+ (?:is|are) (?:what|which)$/.test(text)
    ? { family: 'thing', frames: [] }
    : undefined;
}

/** What is measured rather than seen: sizes, ages of things, years. The best answer is given, but never as sure. */
export function readMeasure(text: string): ThingQuestion | undefined {
  return MEASURES.test(text) ? { family: 'thing', frames: framesOfMeasure(text), beyond: 'measure' } : undefined;
}

/** "the building is {} tall" for "how tall is the building"; what the words do not tell has no sentence of its own. */
function framesOfMeasure(text: string): readonly Frame[] {
  if (/^(?:what|which) time\b|\bthe time\b/.test(text)) return ['the time is {}', 'a clock that shows {}'];
  if (/^(?:what|which) (?:year|decade|century|era)\b/.test(text)) return ['a photo taken in {}', 'a picture from {}'];
  const [, size = '', said = ''] =
    text.match(/^how (\S+) (?:is|are|was|were|would|might|could) (.+?)(?: be| look| looking)?$/) ?? [];
  const { subject, predicate } = splitSubject(said);
  if (said === '' || isPronoun(subject) || isPronoun(said)) return [];
  const [lead = ''] = predicate.split(' ');
  if (predicate !== '' && !isPreposition(lead) && subject !== 'the') return [];
  const opens = `${said} ${be(withoutDeterminer(subject))}`;
  const after = AFTER_MEASURE.get(size);
  return after === undefined ? [] : [`${opens} {}${after}`];
}

/** What follows an amount: "2 feet deep", "50 feet away", "going 20 mph". */
const AFTER_MEASURE: ReadonlyMap<string, string> = new Map([
  ...['old', 'tall', 'high', 'deep', 'long', 'wide', 'thick'].map((size) => [size, ` ${size}`] as const),
  ['far', ' away'],
  ...['big', 'large', 'small', 'hot', 'cold', 'warm', 'heavy', 'steep', 'strong', 'expensive'].map(
    (size) => [size, ''] as const,
  ),
]);

/** The phrases of what is played bring the verb: "playing tennis". */
export const withoutPlaying = (frames: readonly Frame[]): readonly Frame[] =>
  frames.map((frame) => frame.replace(/ (?:playing|plays?)(?: on)? \{\}/, ' {}'));

/** `clause` is in question order: "is the man holding". */
function whatIs(clause: string): ThingQuestion {
  const after = clause.replace(/^(?:is|are|was|were|does|do|did|has|have|can|could|would|will|should|might) /, '');
  if (ANYTHING.test(after) || (THIS.test(after) && !/ing\b/.test(after))) return { family: 'thing', frames: [] };
  const frames = declarative(clause);
  const terms = objectsOf(after) ?? objectsOf(splitSubject(after).predicate);
  if (terms && PLAYED.test(after))
    return {
      family: 'thing',
      terms,
      frames: withoutPlaying(frames),
    };
  return { family: 'thing', terms, frames };
}

function whoIs(rest: string): ThingQuestion {
  const terms = nounTerms('person', 'job');
  const doing = rest.replace(/^(?:is|are|was|were)(?: |$)/, '');
  if (doing === '' || isPronoun(doing) || /^(?:this|that|the)\b/.test(doing))
    return { family: 'thing', frames: [], terms };
  return { family: 'thing', frames: [doing === rest ? `{} ${rest}` : `{} is ${doing}`], terms };
}

const THIS = /^(?:it|this|that|these|those|they|there|you|we|i|here)(?: |$)/;
const ANYTHING =
  /^(?:(?:the|a|this|that|these|those) )?(?:\S+ )?(?:pictures?|photos?|images?|subject|focus|objects?|items?|things?|stuff|topic|pic|scene)(?: (?:about|of|show|shown|showing|shows|depict|in .*|on .*))?$|^in (?:the|this) (?:picture|photo|image|scene)$/;
const PLAYED = /\bplay(?:ing|s)?(?: on)?$/;

const MEASURES =
  /^how (?:old|tall|far|long|big|large|high|deep|heavy|fast|wide|hot|cold|warm|late|often|wet|thick|steep|small|short|strong|expensive)\b|^(?:what|which) (?:time|age(?! group)|size|temperature|speed|angle|direction|way|percentage|year|decade|century|era|month|day)\b|\bwhat (?:is|are) the (?:time|age|temperature|speed|size|length|height|width|weight)\b/;
