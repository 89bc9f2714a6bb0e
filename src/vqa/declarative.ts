import { be as beAsAsked, isPlural, thirdPerson } from './grammar.ts';
import { isGerund, isPreposition, isPronoun, splitSubject, withoutDeterminer } from './noun-phrase.ts';
import type { Frame } from './question.ts';
import { isColour } from './words/colours.ts';
import { knownNoun } from './words/things.ts';

/**
 * The statement behind a clause in question order, with a gap for what is asked. "is the man holding in his hand" is
 * "the man is holding {} in his hand"; "is on the beach" is "{} is on the beach"; "is this" has none.
 */
export function declarative(clause: string): readonly Frame[] {
  const [, verb = '', rest = ''] =
    clause.match(/^(is|are|was|were|does|do|did|has|have|can|could|would|will|should|might) (.+)$/) ?? [];
  if (rest === '' || isPronoun(rest) || /^(?:there|this|that|it|these|those|here)\b(?! .*ing\b)/.test(rest)) return [];
  if (/^(?:has|have)$/.test(verb) && /^(?:an?|no|more|the (?:most|least)) /.test(rest)) return [`{} has ${rest}`];
  if (/^(?:is|are|was|were)$/.test(verb)) return [withBe(rest, verb)];
  return /^(?:does|do|did|has|have)$/.test(verb) ? withDo(rest) : [];
}

function withBe(rest: string, verb: string): Frame {
  const be = (noun: string) => beAsAsked(noun, verb);
  const [first = ''] = rest.split(' ');
  if (first === 'not') return `{} ${verb === 'are' ? 'are' : 'is'} ${rest}`;
  if (isPreposition(first) || isGerund(first) || /ed$/.test(first)) return `{} is ${rest}`;
  const { subject, predicate } = splitSubject(rest);
  const opens = `${subject} ${be(withoutDeterminer(subject))}`;
  if (/^(?:going|about|trying|getting ready|preparing|attempting) to \S+$/.test(predicate))
    return `${opens} ${predicate} {}`;
  const words = predicate.split(' ');
  const [lead = ''] = words;
  if (isGerund(lead) || /ed$|^made$/.test(lead)) {
    const particles = words.slice(1).every((word) => isPreposition(word) || /^(?:of|top|front)$/.test(word));
    const end = particles ? words.length : 1;
    return [opens, ...words.slice(0, end), '{}', ...words.slice(end)].join(' ');
  }
  if (predicate !== '' && isPreposition(words[words.length - 1] ?? '')) return `${opens} ${predicate} {}`;
  if (predicate !== '' && isPreposition(lead)) return `${subject} ${predicate} ${be(withoutDeterminer(subject))} {}`;
  if (!rest.includes(' ') && !isPlural(rest)) return `{} is ${rest}`;
  return `${rest} ${be(withoutDeterminer(rest))} {}`;
}

/** "the girl hold in her hand" -> "the girl holds {} in her hand". */
function withDo(rest: string): readonly Frame[] {
  const words = rest.split(' ');
  const from = /^(?:the|this|that|a|an|his|her|these|those|their)$/.test(words[0] ?? '') ? nounEnd(words) : 1;
  const subject = words.slice(0, from).join(' ');
  const [verb = '', ...others] = words.slice(from);
  if (verb === '' || isPreposition(verb)) return [];
  const form = beAsAsked(withoutDeterminer(subject)) === 'are' ? verb : thirdPerson(verb);
  return [[subject, form, '{}', ...others].join(' ')];
}

/** Where the noun phrase at the start ends: after "the brown sign" in "the brown sign depict", else after two words. */
function nounEnd(words: readonly string[]): number {
  for (const end of [4, 3]) if (end < words.length && isNamed(words.slice(1, end))) return end;
  return 2;
}

/** Whether the words are a noun that the tables know, with what may stand before it. */
function isNamed(words: readonly string[]): boolean {
  const [last = ''] = words.slice(-1);
  return (
    !words.some((word) => isPreposition(word) || isGerund(word)) &&
    (knownNoun(words.join(' ')) === words.join(' ') || (isColour(words[0] ?? '') && knownNoun(last) !== undefined))
  );
}
