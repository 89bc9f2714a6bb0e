import { be, isPlural, pluralise, singularise, thirdPerson } from './grammar.ts';
import { isGerund, isPreposition, isPronoun, parseNounPhrase, splitSubject, withoutDeterminer } from './noun-phrase.ts';
import type { Beyond, Frame, Question, ThingQuestion } from './question.ts';
import { type Category, categoryNamed } from './words/categories.ts';
import { nounTerms } from './words/nouns.ts';
import { PLACES, SPOTS } from './words/settings.ts';
import { objectsOf } from './words/verbs.ts';

/** A question with what, which, who, where, how, why or when in it. Undefined where there is none. */
export function understandWh(text: string, asked: string): Question | undefined {
  for (const [pattern, read] of PATTERNS) {
    const match = text.match(pattern);
    const question = match && read(match, asked);
    if (question) return question;
  }
  return undefined;
}

type Reader = (match: RegExpMatchArray, asked: string) => Question | undefined;

const KIND_OF =
  '(?:kinds?|types?|sorts?|species|breeds?|variet(?:y|ies)|styles?|makes?|models?|form|category|flavou?r)';
const COLOUR = '(?:colou?rs?|shades?|hues?)';
const WHICH = '(?:what|which)';

/** First match wins. Group 1 is what the reader needs. */
const PATTERNS: readonly (readonly [RegExp, Reader])[] = [
  [
    /^(?:how many|count(?: all| up)?(?: of)?(?: the)?|(?:what|which) number of|(?:(?:what|which) is )?(?:the )?(?:total )?number of|what is the count of|how much) (.+)$/,
    ([, rest = '']) => count(rest),
  ],
  [new RegExp(`^(?:in |of )?${WHICH} ${COLOUR}(?: of)? ?(.*)$`), ([, rest = ''], asked) => colour(rest, asked)],
  [
    new RegExp(
      `^(?:${WHICH} (?:is|are|was|were|would be) )?(?:the |its |his |her |their )?(?:main |dominant |primary |predominant )?${COLOUR}(?: of (.+))?$`,
    ),
    ([, rest], asked) => colour(rest ? `is ${rest}` : '', asked),
  ],
  [
    new RegExp(`^${WHICH} (?:is|are) (?:the )?(.+?)(?:'s|s')? ${COLOUR}$`),
    ([, rest = ''], asked) => colour(`is the ${rest}`, asked),
  ],
  [new RegExp(`^(.+) (?:is|are) (?:what|which) ${COLOUR}$`), ([, rest = ''], asked) => colour(`is ${rest}`, asked)],
  [/^where\b ?(.*)$/, ([, rest = '']) => place(rest)],
  [
    /^(?:at |in )?(?:what|which) (?:kind of |type of |sort of )?(?:place|location|setting|environment|scenery|city|town|country|state|room|part of the world)\b ?(.*)$/,
    ([all = '', rest = '']) =>
      /\broom\b/.test(all)
        ? kind('room', rest)
        : /city|town|country|state|world/.test(all)
          ? reading()
          : placeNamed(rest),
  ],
  [
    /^what (?:is|are) (?:happening|going on|taking place|occurring|up)\b(.*)$|^what (?:happens|happened)\b(.*)$/,
    () => ({ family: 'activity', frames: [] }),
  ],
  [/^what (?:activit(?:y|ies)|actions?|hobby|exercise|task)\b ?(.*)$/, ([, rest = '']) => activity(rest)],
  [/^what (?:is|are|was|were|does|do|did) (.+?) (?:doing|do|up to|doing\b.*)$/, ([, rest = '']) => doing(rest)],
  [
    new RegExp(
      `^(?:${WHICH}|that) (?:is|are) (?:the |this |his |her )?(?:name of (?:the |this )?)?(?:${KIND_OF} of )?(weather|season|mood|emotion|expression|gender|sex|occasion|holiday|event|meal|material|sport|game|time of day|time of year|pattern|shape|species|breed)(?: .*)?$`,
    ),
    ([, name = '']) => kind(name, ''),
  ],
  [
    new RegExp(
      `^${WHICH} (?:is|are) (?:the |this |his |her )?(?:name of )?(?:the )?${KIND_OF} of (?:this |the |that |these |those )?(.+)$`,
    ),
    ([, rest = '']) => named(rest),
  ],
  [/^how (?:is|does|was) (?:the )?(weather)\b.*$/, ([, name = '']) => kind(name, '')],
  [
    /^how (?:is|are|does|do|was|did) (.+?) (?:feel|feeling|look|looking)$/,
    ([, rest = '']) => kind('emotion', '', [`${rest} ${be(rest)} {}`]),
  ],
  [/^(?:what|which) time of (?:the )?(day|year)\b/, ([, name = '']) => kind(`time of ${name}`, '')],
  [/^when\b/, () => kind('time of day', '')],
  [
    /^why\b|^for what reason\b|^what (?:is|are) .*\b(?:for|mean|reason|purpose)$|^how come\b|\bpurpose\b/,
    () => beyond('reason'),
  ],
  [
    /^how (?:old|tall|far|long|big|large|high|deep|heavy|fast|wide|hot|cold|warm|late|often|wet|thick|steep)\b|^(?:what|which) (?:time|age|size|temperature|speed|angle|direction|way|percentage)\b|\bwhat (?:is|are) the (?:time|age|temperature|speed|score)\b/,
    () => beyond('measure'),
  ],
  [
    /^(?:what|which) (?:brand|company|airline|team|year|date|word|words|letters?|numbers?|street|language|country|website|store|state|city|bus|route|channel|movie|show|page|university|college|model|bank|name)\b|\b(?:say|says|written|read|reads|spell|spells|spelled|printed|name|brand|logo say|text|caption|title)\b(?: on .*| of .*)?$|^read\b|\bname of\b|\b(?:license|number) (?:plate|on|is)\b/,
    () => reading(),
  ],
  [/^(?:who|whose|whom)\b ?(.*)$/, ([, rest = '']) => who(rest)],
  [
    new RegExp(`^${WHICH} ${KIND_OF} (?:is|are) (?:this |the |that |these |those )?(.+)$`),
    ([, rest = '']) => named(rest),
  ],
  [new RegExp(`^${WHICH} ${KIND_OF} of (.+)$`), ([, rest = '']) => named(rest)],
  [
    /^(?:what|which)(?: of (?:the|these|those))? (?:(?:is|are|was|were) )?(.+)$/,
    ([all = '', rest = '']) =>
      /^(?:what|which)(?: of \w+)? (?:is|are|was|were|does|do|did|has|have|can|could|would|will|should|might)\b/.test(
        all,
      )
        ? thing(all.replace(/^(?:what|which)(?: of \w+)? /, ''))
        : named(rest),
  ],
  [/^(?:describe|caption|explain|what)\b.*$/, () => ({ family: 'thing', frames: [] })],
  [/^(.+) (?:is|are) (?:what|which|doing what|made of what)$/, ([, rest = '']) => thing(`is ${rest}`)],
  [
    /^(.+ (?:on top of|in|on|under|with|holding|wearing|eating|riding)) what$/,
    ([, rest = '']) => thing(`is ${rest.replace(/ (?:is|are) /, ' ')}`),
  ],
  [/^how\b/, () => beyond('measure')],
  [/^([a-z ]+)$/, ([, name = '']) => bareName(name)],
];

const beyond = (why: Beyond): ThingQuestion => ({ family: 'thing', frames: [], beyond: why });
const reading = (): ThingQuestion => beyond('reading');

function count(rest: string): Question {
  const cut = rest
    .replace(
      /^(?:of (?:the|these|those) |different |total |other |more |kinds? of |types? of |different (?:kinds?|types?|species) of )+/,
      '',
    )
    .replace(
      /^(\S+(?: \S+)?) (?:does|do|did) (?:it|the (?:picture|photo|image)|this|that|you|we) (?:have|show|contain|see|count)$/,
      '$1',
    )
    .replace(/ (?:can|do|did|does|could|will|would) .*$/, '');
  const there = cut.replace(/ (?:is|are|was|were) there\b/, '').replace(/ (?:is|are|were|was)$/, '');
  const said = there.replace(/ (?:is|are|was|were) (?=\S)/, ' ').replace(/ (?:have|has|got) .*$/, '');
  const { colour, noun, tail } = parseNounPhrase(said);
  const subject = pluralise(noun === '' ? 'thing' : noun);
  const where =
    /\b(?:in|on) (?:the |this |that )?(?:picture|photo|image|scene|pic|photograph)\b|^visible|^there|^(?:in|on)$/.test(
      tail,
    )
      ? ''
      : tail;
  return { family: 'count', subject: colour ? `${colour} ${subject}` : subject, tail: where };
}

function colour(rest: string, asked: string): Question {
  const spelling =
    /colou?r/i.exec(asked)?.[0].toLowerCase() === 'color' || /\bgray\b/i.test(asked) ? 'american' : 'british';
  return { family: 'colour', frames: colourFrames(rest), spelling };
}

/** "is the car" -> the car is {}; "shirt is the man wearing" -> the man is wearing a {} shirt; "tag is on the lamb". */
function colourFrames(rest: string): readonly Frame[] {
  const trimmed = rest
    .replace(/^(?:does|do|did) /, '')
    .replace(/ (?:predominantly|mostly|mainly)$/, '')
    .trim();
  const be = trimmed.match(/^(?:is|are|was|were) (.+)$/);
  if (be) {
    const subject = (be[1] ?? '').replace(/^(?:there|mostly|mainly) /, '');
    if (isPronoun(subject) || /^(?:there|shown|seen|dominant|visible|most)/.test(subject)) return [];
    const wearing = subject.match(/^(.+ (?:wearing|holding|carrying|riding|driving|using|eating))$/);
    if (wearing) return [`${wearing[1]} something {}`.replace(/^(\S+ ?\S*) (?=wearing)/, '$1 ')];
    const { noun } = parseNounPhrase(withoutDeterminer(subject));
    return colourSentences(subject, noun);
  }
  const object = trimmed.match(/^(.+?) (?:is|are|was|were|does|do|did|has|have) (.+)$/);
  if (object) {
    const [, noun = '', clause = ''] = object;
    if (isPronoun(clause) || /^(?:there|shown|visible)/.test(clause)) return colourSentences(`the ${noun}`, noun);
    return [`${isPlural(noun) ? '' : 'a '}{} ${noun}`, `the ${noun} is {}`];
  }
  return trimmed === '' ? [] : colourSentences(`the ${withoutDeterminer(trimmed)}`, withoutDeterminer(trimmed));
}

function colourSentences(subject: string, noun: string): readonly Frame[] {
  const verb = be(withoutDeterminer(subject));
  const full = /^(?:the|this|that|these|those|his|her|its|their|my|your|a|an|all|every) |'s /.test(subject)
    ? subject
    : `the ${subject}`;
  const one = noun === '' || noun.includes("'") ? [] : [`${isPlural(noun) ? '' : 'a '}{} ${noun}`];
  return [`${full} ${verb} {}`, ...one];
}

function place(rest: string): Question {
  const said = rest
    .replace(/^(?:do|does|did) (?:you think |you guess )?/, '')
    .replace(/^(?:is|are|was|were|might|could|would) /, '')
    .replace(
      / (?:located|at|taken|from|in|taking place|situated|found|happening|going|be|standing at|being taken|shot|set|be taken|come from)+$/,
      '',
    );
  if (
    said === '' ||
    isPronoun(said) ||
    /\b(?:picture|photo|image|pic|scene|photograph|shot)\b/.test(said) ||
    /^(?:this|it|that)\b/.test(said)
  )
    return placeNamed('');
  const { subject, predicate } = splitSubject(said);
  const clause = isGerund(predicate.split(' ')[0] ?? '') ? ` ${predicate}` : '';
  const who = clause === '' ? said : subject;
  return {
    family: 'place',
    terms: [...PLACES, ...SPOTS],
    frames: [`${who} ${be(withoutDeterminer(who))}${clause} {}`],
  };
}

/** "what place is this", and "what place is the man walking in". */
function placeNamed(rest: string): Question {
  const frames = declarative(rest).map((frame) => frame.replace(/ (?:in|at|on)(?= \{\}| *$)/, ''));
  return {
    family: 'place',
    terms: PLACES,
    frames: frames.length > 0 && frames.every((frame) => /\{\}$/.test(frame)) ? frames : [],
  };
}

function doing(subject: string): Question {
  if (isPronoun(subject) && !/^(?:he|she|they)$/.test(subject)) return { family: 'activity', frames: [] };
  return { family: 'activity', frames: [`${subject} ${be(withoutDeterminer(subject))} {}`] };
}

function activity(rest: string): Question {
  const subject = rest.match(
    /^(?:is|are) (.+?) (?:doing|engaged in|participating in|performing|partaking in|taking part in)/,
  );
  return subject?.[1] ? doing(subject[1]) : { family: 'activity', frames: [] };
}

function who(rest: string): Question {
  const terms = nounTerms('person', 'job');
  const known = rest.replace(/^(?:is|are|was|were) /, '');
  if (known === '' || isPronoun(known) || /^(?:this|that|the|in)\b/.test(known))
    return { family: 'thing', frames: [], terms, beyond: 'identity' };
  return { family: 'thing', frames: [`{} is ${known}`], terms };
}

/** "animal is this", "fruit is the girl eating", "dogs are on the couch", "room": the noun up to the verb names a category. */
function named(rest: string): Question | undefined {
  const match = rest.match(
    /^(.+?)(?: (?:is|are|was|were|does|do|did|has|have|can|could|would|might|will|should)\b(.*))?$/,
  );
  const phrase = withoutDeterminer(match?.[1] ?? rest);
  const clause = match?.[2] === undefined ? '' : rest.slice((match[1] ?? '').length).trim();
  const { noun, tail } = parseNounPhrase(phrase);
  const category = categoryNamed(phrase) ?? categoryNamed(noun) ?? categoryNamed(lastWord(noun));
  if (category) return kind(category.names[0] ?? noun, clause || (tail ? `is ${tail}` : ''), [], category);
  const relative = declarative(clause);
  const terms = objectsOf(clause.replace(/^(?:is|are) /, ''));
  return { family: 'thing', frames: relative, terms, beyond: terms ? undefined : 'unknown' };
}

function kind(
  name: string,
  clause: string,
  frames: readonly Frame[] = [],
  category: Category | undefined = categoryNamed(name),
): Question | undefined {
  if (!category) return undefined;
  if (category.id === 'place') return placeNamed(clause);
  if (category.id === 'activity') return activity(clause);
  const own = frames.length > 0 ? frames : declarative(clause);
  return { family: 'kind', category, frames: fitFrames(category, own) };
}

/** Phrases of sports hold their verb ("playing tennis"), so the question's own verb goes; settings need their own sentences. */
function fitFrames(category: Category, frames: readonly Frame[]): readonly Frame[] {
  switch (category.id) {
    case 'sport':
    case 'game':
      return frames.flatMap((frame) =>
        / (?:playing|play|plays|participating in|engaged in|doing) \{\}$/.test(frame)
          ? [frame.replace(/ (?:playing|play|plays|participating in|engaged in|doing) \{\}$/, ' {}')]
          : [],
      );
    case 'emotion':
      return frames.filter((frame) => / (?:is|are) \{\}$/.test(frame));
    case 'weather':
    case 'season':
    case 'time of day':
    case 'room':
    case 'meal':
    case 'gender':
    case 'age':
    case 'pattern':
      return [];
    default:
      return frames;
  }
}

function thing(rest: string): Question | undefined {
  const said = rest.replace(
    /^(is|are|was|were) (?:that|this|the) (?:thing|things|object|objects|item|items|stuff)\b/,
    '$1 it',
  );
  if (/^(?:is|are|was|were) (?:this|that|the|these|those) (?:\S+ )*(?:things?|objects?|items?|stuff)$/.test(rest))
    return { family: 'thing', frames: [] };
  const after = said.replace(/^(?:is|are|was|were|does|do|did|has|have|can|could|would|will|should|might) /, '');
  if (/^(?:it|this|that|these|those|they|there|you|we|i|here)(?: |$)/.test(after) && !/ing\b/.test(after))
    return { family: 'thing', frames: [] };
  if (
    /^(?:the |a |this |that |these |those |main |in the |of )*(?:picture|photo|image|main subject|subject|main object|focus|object|objects|item|items|thing|things|main thing|topic|pic|scene)(?: about| of| show| shown| showing| shows| depict| in .*| on .*)?$/.test(
      after,
    )
  )
    return { family: 'thing', frames: [] };
  const category = categoryNamed(withoutDeterminer(after));
  if (category && /^(?:the|this|that|these|those) /.test(after) && category.id !== 'dog' && category.id !== 'cat')
    return kind(category.names[0] ?? '', '', [], category);
  const frames = declarative(said);
  const predicate = splitSubject(after).predicate;
  const terms = objectsOf(after) ?? objectsOf(predicate);
  if (terms && /\bplay(?:ing|s)?(?: on)?$/.test(after))
    return {
      family: 'thing',
      terms,
      frames: frames.map((frame) => frame.replace(/ (?:playing|play|plays)(?: on)? \{\}/, ' {}')),
    };
  return { family: 'thing', terms, frames };
}

/**
 * The statement behind a clause in question order, with a gap for what is asked. "is the man holding in his hand" is
 * "the man is holding {} in his hand"; "is on the beach" is "{} is on the beach"; "is this" has none.
 */
export function declarative(clause: string): readonly Frame[] {
  const match = clause.match(/^(is|are|was|were|does|do|did|has|have|can|could|would|will|should|might) (.+)$/);
  if (!match) return [];
  const [, verb = '', rest = ''] = match;
  if (isPronoun(rest) || /^(?:there|this|that|it|these|those|here)\b(?! .*ing\b)/.test(rest)) return [];
  const [first = ''] = rest.split(' ');
  if (/^(?:is|are|was|were)$/.test(verb)) {
    if (isPreposition(first) || isGerund(first) || /ed$/.test(first)) return [`{} is ${rest}`];
    const { subject, predicate } = splitSubject(rest);
    const words = predicate.split(' ');
    const [lead = '', next = ''] = words;
    const verbForm = be(withoutDeterminer(subject));
    if (isGerund(lead) || /ed$|^made$/.test(lead)) {
      const particle = words.length === 2 && (isPreposition(next) || next === 'of');
      const end = particle ? 2 : 1;
      return [[subject, verbForm, ...words.slice(0, end), '{}', ...words.slice(end)].join(' ')];
    }
    if (predicate !== '' && isPreposition(words[words.length - 1] ?? ''))
      return [`${subject} ${verbForm} ${predicate} {}`];
    if (predicate !== '' && isPreposition(lead)) return [`${subject} ${predicate} ${verbForm} {}`];
    if (!rest.includes(' ') && !isPlural(rest)) return [`{} is ${rest}`];
    return [`${rest} ${be(withoutDeterminer(rest))} {}`];
  }
  if (/^(?:does|do|did|has|have)$/.test(verb)) {
    const words = rest.split(' ');
    const from = /^(?:the|this|that|a|an|his|her|these|those|their)$/.test(first) ? 2 : 1;
    const subject = words.slice(0, from).join(' ');
    const [main = '', ...others] = words.slice(from);
    if (main === '') return [];
    return [[subject, isPluralSubject(subject) ? main : thirdPerson(main), '{}', ...others].join(' ')];
  }
  return [];
}

function isPluralSubject(subject: string): boolean {
  return be(withoutDeterminer(subject)) === 'are';
}

/** A lone category, as in "season?" or "the weather?". */
function bareName(name: string): Question | undefined {
  const category = categoryNamed(withoutDeterminer(name));
  return category && category.id !== 'dog' && category.id !== 'cat' && CATEGORY_ALONE.has(category.id)
    ? kind(singularise(withoutDeterminer(name)), '')
    : undefined;
}

/** "dog?" is a yes-no question, "season?" is not. */
const CATEGORY_ALONE: ReadonlySet<string> = new Set([
  'weather',
  'season',
  'time of day',
  'sport',
  'emotion',
  'gender',
  'material',
  'shape',
  'pattern',
  'place',
  'activity',
  'room',
  'occasion',
  'meal',
]);

function lastWord(phrase: string): string {
  return phrase.slice(phrase.lastIndexOf(' ') + 1);
}
