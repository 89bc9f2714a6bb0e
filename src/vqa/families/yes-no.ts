import { contrastsOfClaim, contrastsOfExistence } from '../contrasts.ts';
import { isPronoun, splitSubject } from '../noun-phrase.ts';
import type { YesNoQuestion } from '../question.ts';
import { knownNoun } from '../words/things.ts';

/** A question that wants yes or no, led by a verb: "is there a dog?", "does he have a beard?". Undefined for others. */
export function readYesNo(text: string): YesNoQuestion | undefined {
  const match = text.match(
    /^(is|are|was|were|am|does|do|did|has|have|had|can|could|would|will|should|might|may|must)(?: not)?( no(?! one\b))? (.+)$/,
  );
  if (!match) return undefined;
  const [, verb = '', no, said = ''] = match;
  const none = no !== undefined || NOBODY.test(said) || NONE.test(said);
  const inverted = INVERTING.test(said) !== none;
  const rest = said
    .replace(NOBODY, (_, group: string | undefined, who: string | undefined) => group ?? (who ? 'anyone' : 'anything'))
    .replace(OF_THEM, 'they')
    .replace(NONE, '')
    .replace(INVERTING, (_, kept: string | undefined) => ` having${kept ?? ''}`)
    .replace(/^(?:not|no) | not\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (rest === '') return undefined;
  return { family: 'yes-no', contrasts: contrastsFor(verb, rest), inverted };
}

/** A statement to be confirmed, or a lone noun: "this is a dog, right?", "any dogs?", "dog?". */
export function readStatement(text: string): YesNoQuestion | undefined {
  const exists = text.match(/^(?:there (?:is|are)|any|got|i see|you see|we see|it (?:shows|has|contains)) (.+)$/);
  if (exists) {
    const [, what = ''] = exists;
    return {
      family: 'yes-no',
      contrasts: contrastsOfExistence(what.replace(/^(?:no|zero) /, '')),
      inverted: /^(?:no|zero) /.test(what),
    };
  }
  const statement = text.match(
    /^((?:the |this |that |these |those |a |an |his |her )?.+?) (is|are|was|were|has|have)( not)? (.+)$/,
  );
  if (statement) {
    const [, subject = '', verb = '', not, predicate = ''] = statement;
    const has = /^ha/.test(verb) ? `having ${predicate}` : predicate;
    return { family: 'yes-no', contrasts: contrastsOfClaim(subject, has), inverted: not !== undefined };
  }
  if (/^(?:a|an|two|three|[0-9]+) \S/.test(text) || knownNoun(text) !== undefined) {
    return { family: 'yes-no', contrasts: contrastsOfExistence(text), inverted: false };
  }
  return undefined;
}

/** "is there no cat?" is a yes where there is none; "isn't there a cat?" is not, people ask that who expect one. */
const NONE = /(?<=\b(?:there|have|has|see|show|shows|contain|contains)) (?:no|zero)(?= (?!one\b)\S)/;

/** "is nobody there?", "are none of them wearing hats?": the group, or a person, or something. */
const NOBODY = /^(?:there )?(?:none of (.+?)(?= \S+ing\b| in\b| on\b)|(nobody|no one|noone)|nothing)\b/;

const OF_THEM = /\b(?:(?:any|some|all|both|most|each|either|one) of )?(?:them|these|those)(?= \S+ing\b)/;

/** "without a hat" and "missing a leg" ask for the opposite of having one. */
const INVERTING = /\b(?:without|missing|lacking)( (?:a|an|any|his|her|its|the)\b)?/;

function contrastsFor(verb: string, rest: string) {
  const there = rest.match(/^there (?:also |really |actually |only |just )?(.+)$/);
  if (there) return contrastsOfExistence(there[1] ?? '');
  if (/^(?:any|some)(?:one|body) (?:else )?(?:there|here|around|present|visible)$/.test(rest))
    return contrastsOfExistence('person');
  const seen = rest.match(
    /^(?:you|we|i|anyone|u) (?:also |even |actually )?(?:see|spot|find|notice|recogni[sz]e|detect|make out)(?: that)? (.+)$/,
  );
  if (seen) return contrastsOfExistence(seen[1] ?? '');
  const shows = rest.match(
    /^(?:this|it|that|the|this \S+|the \S+|that \S+) (?:picture |photo |image |scene )?(?:contain|show|include|depict|feature|picture)s? (.+)$/,
  );
  if (shows) return contrastsOfExistence(shows[1] ?? '');
  const present = rest.match(
    /^((?:a|an|any|some|the|two|three) .+?|\S+) (?:present|visible|around|there|here|in (?:it|here|there|sight|view)|shown|pictured)$/,
  );
  if (present && !isPronoun(present[1] ?? '')) return contrastsOfExistence(present[1] ?? '');
  if (/^(?:does|do|did|has|have|had)$/.test(verb)) return contrastsOfHaving(rest);
  if (/^(?:can|could|would|will|should|might|may|must)$/.test(verb)) {
    const being = rest.match(/^(\S+(?: \S+)?) be (.+)$/);
    if (being) return contrastsOfClaim(being[1] ?? '', being[2] ?? '');
    const { subject, predicate } = splitSubject(rest);
    return contrastsOfClaim(subject, predicate);
  }
  const { subject, predicate } = splitSubject(rest);
  if (predicate === '') return contrastsOfExistence(subject);
  return contrastsOfClaim(subject, predicate, verb);
}

/** "the man have a beard", "he wear glasses", "this look like a dog", "the dog look happy". */
function contrastsOfHaving(rest: string) {
  const words = rest.split(' ');
  const at = words.findIndex((word, i) => i > 0 && HAVE_VERBS.has(word));
  if (at < 0) {
    const { subject, predicate } = splitSubject(rest);
    return contrastsOfClaim(subject, predicate);
  }
  const subject = words.slice(0, at).join(' ');
  const verb = words[at] ?? '';
  const object = words
    .slice(at + 1)
    .join(' ')
    .replace(/^(?:like|to be|as if|as though) (?:it is |they are |he is |she is )?/, '')
    .replace(/ on$/, '');
  if (/^(?:look|seem|appear|feel|taste|smell)$/.test(verb)) return contrastsOfClaim(subject, object);
  if (/^(?:it|this|that|this (?:picture|photo|image)|the (?:picture|photo|image))$/.test(subject) && verb === 'have')
    return contrastsOfExistence(object);
  const gerund = GERUNDS.get(verb) ?? `${verb.replace(/e$/, '')}ing`;
  return contrastsOfClaim(subject, `${gerund} ${object}`.trim());
}

const HAVE_VERBS: ReadonlySet<string> = new Set(
  'have own wear hold carry eat drink ride play use look seem appear feel taste smell like drive sit stand fly contain hold need want show'.split(
    ' ',
  ),
);
const GERUNDS: ReadonlyMap<string, string> = new Map([
  ['sit', 'sitting'],
  ['have', 'having'],
  ['own', 'having'],
  ['fly', 'flying'],
]);
