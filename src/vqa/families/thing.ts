import { declarative } from '../declarative.ts';
import { isPronoun, splitSubject } from '../noun-phrase.ts';
import type { Beyond, ThingQuestion } from '../question.ts';
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

/** What no ranking of whole pictures can tell: text, reasons, names, sizes. */
export function readBeyond(text: string): ThingQuestion | undefined {
  const found = BEYOND.find(([pattern]) => pattern.test(text));
  return found && { family: 'thing', frames: [], beyond: found[1] };
}

/** `clause` is in question order: "is the man holding". */
function whatIs(clause: string): ThingQuestion {
  const after = clause.replace(/^(?:is|are|was|were|does|do|did|has|have|can|could|would|will|should|might) /, '');
  if (ANYTHING.test(after) || (THIS.test(after) && !/ing\b/.test(after))) return { family: 'thing', frames: [] };
  const frames = declarative(clause);
  const terms = objectsOf(after) ?? objectsOf(splitSubject(after).predicate);
  // The phrases of what is played bring the verb: "playing tennis".
  if (terms && PLAYED.test(after))
    return {
      family: 'thing',
      terms,
      frames: frames.map((frame) => frame.replace(/ (?:playing|plays?)(?: on)? \{\}/, ' {}')),
    };
  return { family: 'thing', terms, frames };
}

function whoIs(rest: string): ThingQuestion {
  const terms = nounTerms('person', 'job');
  const doing = rest.replace(/^(?:is|are|was|were) /, '');
  if (doing === '' || isPronoun(doing) || /^(?:this|that|the|in)\b/.test(doing))
    return { family: 'thing', frames: [], terms, beyond: 'identity' };
  return { family: 'thing', frames: [doing === rest ? `{} ${rest}` : `{} is ${doing}`], terms };
}

const THIS = /^(?:it|this|that|these|those|they|there|you|we|i|here)(?: |$)/;
const ANYTHING =
  /^(?:(?:the|a|this|that|these|those) )?(?:\S+ )?(?:pictures?|photos?|images?|subject|focus|objects?|items?|things?|stuff|topic|pic|scene)(?: (?:about|of|show|shown|showing|shows|depict|in .*|on .*))?$|^in (?:the|this) (?:picture|photo|image|scene)$/;
const PLAYED = /\bplay(?:ing|s)?(?: on)?$/;

const BEYOND: readonly (readonly [RegExp, Beyond])[] = [
  [/^why\b|^for what reason\b|^what (?:is|are) .*\b(?:for|mean|reason|purpose)$|^how come\b|\bpurpose\b/, 'reason'],
  [
    /^how (?:old|tall|far|long|big|large|high|deep|heavy|fast|wide|hot|cold|warm|late|often|wet|thick|steep)\b|^(?:what|which) (?:time|age|size|temperature|speed|angle|direction|way|percentage)\b|\bwhat (?:is|are) the (?:time|age|temperature|speed|score)\b/,
    'measure',
  ],
  [
    /^(?:what|which) (?:brand|company|airline|team|year|date|word|words|letters?|numbers?|street|language|country|website|store|state|city|town|bus|route|channel|movie|show|page|university|college|model|bank|name)\b/,
    'reading',
  ],
  [
    /\b(?:says?|written|reads?|spell(?:s|ed)?|printed|name|brand|logo say|text|caption|title)\b(?: (?:on|of) .*)?$/,
    'reading',
  ],
  [/^read\b|\bname of\b|\b(?:license|number) (?:plate|on|is)\b|'s? numbers?$/, 'reading'],
];
